"""Instagram's export: three shapes of values, labels in French, and the account's own word on privacy."""

import json
import zipfile
from datetime import date

import pytest
from hypothesis import given

from auditor.collect.archive import folder, opened
from auditor.collect.exports.instagram import read_archive
from auditor.collect.readers import read_file, read_path
from auditor.collect.unreadable import UnreadableError
from auditor.model.profile import Media, Profile
from auditor.model.visibility import UNKNOWN_SIGHT, Origin, Visibility
from tests.collect.contexts import card, context, failures, only, said
from tests.collect.exports.shapes_of import archive, meta, shaped

NOON = 1_700_000_000
DAY = date(2023, 11, 14)


def person(**labels):
    return {
        "profile_user": [
            {
                "title": "",
                "media_map_data": {"Photo de profil": {"uri": "media/profile/1.jpg"}},
                "string_map_data": {
                    label: {"href": "", "value": value, "timestamp": 0}
                    for label, value in labels.items()
                },
            }
        ]
    }


FRENCH = {
    "Nom de profil": "zoe_test",
    "Nom": "Zoé Lefèvre",
    "Adresse e-mail": "zoe@zoe.example",
    "Numéro de téléphone": "+33639980011",
    "Numéro de téléphone confirmé": "Vrai",
    "Genre": "Femme",
    "Date de naissance": "1984-07-05",
    "Biographie": "Reliure, été comme hiver",
    "Site web": "zoe.example",
    "Compte privé": "Vrai",
}
ENGLISH = {
    "Username": "zoe_test",
    "Name": "Zoé Lefèvre",
    "Email": "zoe@zoe.example",
    "Phone Number": "+33639980011",
    "Phone Number Confirmed": "True",
    "Gender": "female",
    "Date of birth": "1984-07-05",
    "Bio": "Reliure, été comme hiver",
    "Website": "https://zoe.example",
    "Private Account": "True",
}
FIELDS = {
    ("username", "zoe_test"),
    ("full_name", "Zoé Lefèvre"),
    ("email_personal", "zoe@zoe.example"),
    ("phone_mobile", "+33639980011"),
    ("birth_date", "1984-07-05"),
    ("photo_face", "media/profile/1.jpg"),
}
EXIF = {
    "latitude": 45.6484,
    "longitude": 0.1562,
    "device_id": "android-1",
    "date_time_original": "20230715T13:37:00.000Z",
}


def medium(title, number=1, **exif):
    return {
        "uri": f"media/posts/{number}.jpg",
        "creation_timestamp": NOON,
        "media_metadata": {"photo_metadata": {"exif_data": [exif]} if exif else {}},
        "title": title,
    }


POSTS = [
    {"media": [medium("Déjà l’été ☀", **EXIF)]},
    {
        "media": [medium("", 2), medium("La façade", 3)],
        "title": "Atelier à Angoulême",
        "creation_timestamp": NOON,
    },
    {"media": [medium("Une"), medium("Deux", 2)]},
]
NEWER = [
    {
        "timestamp": NOON,
        "media": [],
        "label_values": [
            {"label": "Caption", "value": "Été"},
            {"label": "Media", "media": [medium("")]},
        ],
    }
]
COMMENTS = [
    {
        "media_list_data": [{"uri": ""}],
        "string_map_data": {
            "Comment": {"value": "Bravo, l’équipe"},
            "Media Owner": {"value": "basile_montjoyeux"},
            "Time": {"timestamp": NOON},
        },
    }
]
ACTIVITY = "your_instagram_activity"
PARTS = {
    "personal_information/personal_information/personal_information.json": person(**ENGLISH),
    f"{ACTIVITY}/media/posts_1.json": POSTS,
    f"{ACTIVITY}/media/archived_posts.json": {
        "ig_archived_post_media": [{"media": [medium("Rangée")]}]
    },
    f"{ACTIVITY}/media/reels.json": {"ig_reels_media": [{"media": [medium("En film")]}]},
    f"{ACTIVITY}/media/stories.json": {"ig_stories": [medium("Un jour")]},
    f"{ACTIVITY}/comments/post_comments_1.json": COMMENTS,
    f"{ACTIVITY}/comments/reels_comments.json": {"comments_reels_comments": COMMENTS},
    f"{ACTIVITY}/messages/inbox/ines_1/message_1.json": {"messages": [{"content": "canari"}]},
    f"{ACTIVITY}/likes/liked_posts.json": [{"label_values": [{"label": "Owner", "value": "ines"}]}],
    "connections/followers_and_following/followers_1.json": [
        {"string_list_data": [{"value": "firmin_e", "timestamp": 1}]}
    ],
    "connections/followers_and_following/followers_2.json": [
        {"string_list_data": [{"value": "basile", "timestamp": 1}]}
    ],
    "security_and_login_information/login_and_profile_creation/signup_details.json": {
        "account_history_registration_info": [
            {
                "string_map_data": {
                    "IP Address": {"value": "203.0.113.7"},
                    "Time": {"value": "", "timestamp": 1_325_376_000},
                }
            }
        ]
    },
}


def read(parts, **more):
    more.setdefault("networks", {})
    return list(read_archive(opened(archive(parts)), context(**more)))


def of_person(document):
    return {"personal_information/personal_information.json": document}


def test_every_part_becomes_fields_and_posts():
    profile = only(read(PARTS))
    assert profile.account == "instagram:zoe_test"
    assert profile.url == "https://www.instagram.com/zoe_test"
    assert said(profile) == FIELDS | {
        ("label:Phone Number Confirmed", "True"),
        ("label:Gender", "female"),
        ("contact_list", "2"),
        ("account_created", "2012-01-01"),
    }
    assert [each.text for each in profile.links] == ["https://zoe.example"]
    assert {each.id: each.text for each in profile.posts} == {
        "bio": "Reliure, été comme hiver",
        "post-1": "Déjà l’été ☀",
        "file-of-post-1": "",
        "post-2": "Atelier à Angoulême",
        "post-3": "Une\nDeux",
        "reel-1": "En film",
        "archived-1": "Rangée",
        "story-1": "Un jour",
        "comment-1": "Bravo, l’équipe",
        "comment-2": "Bravo, l’équipe",
    }
    assert {each.published_on for each in profile.posts if each.id in {"post-1", "comment-1"}} == {
        DAY
    }


def test_french_labels_are_known_and_others_kept():
    profile = only(read(of_person(person(**FRENCH))))
    assert said(profile) == FIELDS | {
        ("label:Numéro de téléphone confirmé", "Vrai"),
        ("label:Genre", "Femme"),
    }
    assert [each.text for each in profile.links] == ["https://zoe.example"]
    assert [each.text for each in profile.posts] == ["Reliure, été comme hiver"]


@pytest.mark.parametrize(
    "path",
    [
        "account_information/personal_information.json",
        "personal_information/personal_information.json",
        "personal_information/personal_information/personal_information.json",
    ],
)
def test_the_file_that_moved_is_found(path):
    assert said(only(read({path: person(Username="zoe_test")}))) >= {("username", "zoe_test")}


@pytest.mark.parametrize(
    "document",
    [
        [{"label_values": [{"label": "Nom de profil", "value": "zoe_test"}], "media": []}],
        {"label_values": [{"label": "Nom de profil", "dict": [{"value": "zoe_test"}]}]},
        {"profile_user": [{"title": "Username", "string_list_data": [{"value": "zoe_test"}]}]},
    ],
)
def test_the_other_shapes_of_values_are_read(document):
    assert only(read(of_person(document))).account == "instagram:zoe_test"


@pytest.mark.parametrize(
    ("label", "value", "expected"),
    [
        ("Compte privé", "Vrai", Visibility.CONTACTS),
        ("Compte privé", "Oui", Visibility.CONTACTS),
        ("Compte privé", "Faux", Visibility.ANYONE),
        ("Compte privé", "Non", Visibility.ANYONE),
        ("Private Account", "True", Visibility.CONTACTS),
        ("Private Account", "False", Visibility.ANYONE),
        ("Private Account", "peut-être", Visibility.UNKNOWN),
        ("Konto", "True", Visibility.UNKNOWN),
    ],
)
def test_the_account_says_who_sees_its_posts(label, value, expected):
    parts = PARTS | of_person(person(**{label: value}))
    del parts["personal_information/personal_information/personal_information.json"]
    profile = only(read(parts))
    seen = {each.id: each.sight.visibility for each in profile.posts}
    assert seen["post-1"] == seen["reel-1"] == profile.sight.visibility == expected
    assert seen["archived-1"] is Visibility.ME
    assert seen["story-1"] is seen["comment-1"] is Visibility.UNKNOWN


def test_what_it_says_goes_before_the_dated_default():
    known = card("instagram", posts=Visibility.ANYONE, full_name=Visibility.ANYONE)
    profile = only(read(PARTS, network=known))
    (post,) = [each for each in profile.posts if each.id == "post-1"]
    assert (post.sight.visibility, post.sight.origin) == (Visibility.CONTACTS, Origin.STATED)
    sights = {each.name: each.sight for each in profile.fields}
    assert sights["full_name"].origin is Origin.DEFAULT
    assert sights["email_personal"] == UNKNOWN_SIGHT


def test_where_a_picture_was_taken_is_never_as_visible_as_the_post():
    parts = {"media/posts_1.json": POSTS, **of_person(person(**{"Private Account": "False"}))}
    posts = {each.id: each for each in only(read(parts)).posts}
    assert posts["post-1"].sight.visibility is Visibility.ANYONE
    assert posts["post-1"].media == (Media(url="media/posts/1.jpg"),)
    assert posts["file-of-post-1"].sight == UNKNOWN_SIGHT
    assert posts["file-of-post-1"].media == (
        Media(
            url="media/posts/1.jpg",
            taken_on=date(2023, 7, 15),
            latitude=45.6484,
            longitude=0.1562,
        ),
    )
    assert posts["post-2"].media[1] == Media(url="media/posts/3.jpg", caption="La façade")


def test_posts_of_the_newer_shape_are_read_once():
    def newer(text, moment, label):
        values = [{"label": label, "value": text}, {"label": "Media", "media": [medium("")]}]
        return {"timestamp": moment, "media": [], "label_values": values, "fbid": "1"}

    parts = {
        "media/posts.json": [newer("Été", NOON, "Légende"), newer("Hiver", NOON + 9, "Caption")],
        "media/posts_1.json": [
            {"media": [medium("Été")]},
            {"media": [medium("")], "title": "Automne", "creation_timestamp": NOON + 99},
        ],
    }
    posts = only(read(parts)).posts
    assert [(each.id, each.text) for each in posts] == [
        ("post-1", "Été"),
        ("post-2", "Hiver"),
        ("post-3", "Automne"),
    ]


def test_comments_under_labels_that_are_not_known_are_a_failure():
    strange = [{"string_map_data": {"Kommentaari": {"value": "Hyvä"}}}]
    assert failures(read({"comments/post_comments_1.json": strange})) == [
        "1 comments stand under labels that are not known"
    ]


def test_posts_under_labels_that_are_not_known_are_read_with_a_failure():
    values = [{"label": "Kuvateksti", "value": "Kesä"}, {"label": "Media", "media": [medium("")]}]
    items = read({"media/posts.json": [{"timestamp": NOON, "label_values": values}]})
    assert failures(items) == ["1 posts stand under labels that are not known"]
    assert [each.published_on for each in items[0].posts] == [DAY]


def test_nothing_is_taken_of_messages_other_people_or_addresses_of_devices():
    shown = repr(read(PARTS))
    for each in ("canari", "ines", "firmin", "basile", "203.0.113", "android-1"):
        assert each not in shown


def test_a_cut_file_gives_its_whole_posts_and_a_failure():
    rows = [{"media": [medium(f"n° {each}")]} for each in range(50)]
    data = meta(rows)
    items = read({"media/posts_1.json": data[: len(data) * 7 // 10]})
    assert failures(items) == ["the JSON is cut or damaged"]
    assert [each.text for each in items[0].posts] == [f"n° {each}" for each in range(35)]


def test_a_folder_gives_what_the_zip_gives(tmp_path):
    for name, value in PARTS.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(meta(value))
    assert list(read_archive(folder(tmp_path), context(networks={}))) == read(PARTS)


def test_the_flavour_for_reading_is_refused():
    data = archive({"personal_information/personal_information.html": "<html>"})
    with pytest.raises(UnreadableError, match="HTML"):
        list(read_file(data, context(path="x.zip")))


@pytest.mark.parametrize(
    ("document", "count"),
    [
        (person(**ENGLISH), 1),
        (POSTS, 4),
        (NEWER, 1),
        ({"ig_stories": [medium("Un jour")]}, 1),
        (COMMENTS, 1),
    ],
)
def test_a_lone_file_is_told_by_its_content(document, count):
    profile = only(read_file(meta(document), context(path="renamed.bin")))
    assert profile.collector == "exports.instagram"
    assert len(profile.posts) == count


def test_the_sample_of_hestia_is_read(data_folder):
    path = data_folder / "fixtures" / "instagram" / "hestialabs-instagram-fake.zip"
    profile = only(read_path(path, context(path=path.name)))
    assert profile.network == "instagram"
    with zipfile.ZipFile(path) as file:
        followers = json.loads(
            file.read("Instagram-fake-data/followers_and_following/followers.json")
        )
    count = len(followers["relationships_followers"])
    assert said(profile) == {("contact_list", str(count))}


KEYS = (
    "profile_user string_map_data string_list_data label_values label value href timestamp dict vec "
    "media uri title creation_timestamp media_metadata photo_metadata exif_data latitude Username "
    "Comment Time Bio Website"
).split()


@given(shaped(*KEYS), shaped(*KEYS))
def test_no_shape_breaks_the_reader(left, right):
    parts = {
        "personal_information/personal_information.json": json.dumps({"profile_user": left}),
        "media/posts_1.json": json.dumps([left, right]),
        "media/posts.json": json.dumps([right]),
        "media/stories.json": json.dumps({"ig_stories": [left]}),
        "media/profile_photos.json": json.dumps({"ig_profile_picture": right}),
        "comments/post_comments_1.json": json.dumps([left, {"string_map_data": right}]),
        "threads/threads_and_replies.json": json.dumps({"text_post_app_text_posts": [left]}),
    }
    for item in read(parts):
        assert not isinstance(item, Profile) or repr(item)
