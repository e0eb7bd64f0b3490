"""Facebook's export: both layouts, broken letters, and nothing of other people's words."""

import json
from datetime import date

import pytest
from hypothesis import given

from auditor.collect.archive import folder, opened
from auditor.collect.exports.facebook import read_archive
from auditor.collect.readers import read_file
from auditor.collect.unreadable import UnreadableError
from auditor.model.profile import Batch, Media, Profile, Tag
from auditor.model.visibility import UNKNOWN_SIGHT, Origin, Visibility
from tests.collect.contexts import card, context, failures, only, said
from tests.collect.exports.shapes_of import archive, broken, meta, shaped

NOON = 1_700_000_000
DAY = date(2023, 11, 14)
PROFILE = {
    "profile_v2": {
        "name": {"full_name": "Zoé Lefèvre-Vasseur", "first_name": "Zoé", "last_name": "Lefèvre"},
        "emails": {"emails": ["zoe@zoe.example"], "previous_emails": ["vieille@zoe.example"]},
        "birthday": {"year": 1984, "month": 7, "day": 5},
        "gender": {"gender_option": "FEMALE", "pronoun": "FEMALE"},
        "previous_names": [{"name": "Zoé Ancienne", "timestamp": NOON}],
        "other_names": [
            {"name": "Zoé Vasseur", "type": "Nom de jeune fille"},
            {"name": "Zozo", "type": "Nickname"},
        ],
        "hometown": {"name": "Limoges, France", "timestamp": NOON},
        "current_city": {"name": "Angoulême", "timestamp": NOON},
        "relationship": {"status": "Married", "partner": "Émile Lefèvre"},
        "family_members": [{"name": "Inès Vasseur", "relation": "Sister"}],
        "education_experiences": [
            {
                "name": "Lycée du Pont-Haut",
                "start_timestamp": 1_000_000_000,
                "end_timestamp": 1_060_000_000,
                "school_type": "High School",
            }
        ],
        "work_experiences": [
            {
                "employer": "Reliure du Viaduc",
                "title": "relieuse",
                "start_timestamp": NOON,
                "timestamp": NOON,
            }
        ],
        "languages": [{"name": "français"}],
        "religious_view": {"name": "Bouddhiste"},
        "intro_bio": {"name": "Je relie des livres. Été comme hiver."},
        "blood_info": {"blood_donor_status": "inscrite"},
        "websites": [{"address": "https://zoe.example/"}],
        "phone_numbers": [{"phone_type": "Mobile", "phone_number": "+33639980011"}],
        "username": "zoe.lefevre",
        "registration_timestamp": 1_325_376_000,
        "profile_uri": "https://www.facebook.com/zoe.lefevre",
        "favourite_cheese": "Saint-Nectaire",
        "places_lived": [{"place": "Guéret", "start_timestamp": NOON}],
        "groups": [{"name": "Vélos anciens", "timestamp": NOON}],
    }
}
POSTS = [
    {
        "timestamp": NOON,
        "data": [{"post": "Déjà l’été ☀"}, {"update_timestamp": NOON}],
        "title": "x",
    },
    {
        "timestamp": NOON,
        "attachments": [
            {
                "data": [
                    {
                        "place": {
                            "name": "Théâtre de l’Île",
                            "coordinate": {"latitude": 45.65, "longitude": 0.16},
                        }
                    }
                ]
            }
        ],
        "data": [{"post": "À la première !"}],
        "tags": [{"name": "Inès Vasseur"}],
        "title": "Zoé était à Théâtre de l’Île.",
    },
    {
        "timestamp": NOON,
        "attachments": [
            {
                "data": [
                    {
                        "media": {
                            "uri": "posts/media/1.jpg",
                            "creation_timestamp": NOON,
                            "media_metadata": {
                                "photo_metadata": {
                                    "exif_data": [
                                        {
                                            "upload_ip": "203.0.113.7",
                                            "taken_timestamp": NOON,
                                            "camera_make": "Canon",
                                            "camera_model": "EOS 90D",
                                            "latitude": 45.6484,
                                            "longitude": 0.1562,
                                        }
                                    ]
                                }
                            },
                            "description": "Nos rosiers",
                        }
                    }
                ]
            }
        ],
        "title": "Zoé a ajouté une photo.",
    },
    {
        "timestamp": NOON,
        "attachments": [{"data": [{"external_context": {"url": "https://press.example/a"}}]}],
        "title": "Zoé a partagé un lien.",
    },
    {"timestamp": NOON, "title": "Zoé a changé sa photo."},
]
COMMENTS = {
    "comments_v2": [
        {
            "timestamp": NOON,
            "data": [{"comment": {"timestamp": NOON, "comment": "Bien dit", "author": "Zoé"}}],
            "title": "Zoé a commenté la publication de Basile Montjoyeux.",
        }
    ]
}
GROUPS = {
    "groups_joined_v2": [
        {"timestamp": NOON, "data": [{"name": "Chorale de l’Étang"}], "title": "Zoé est membre."}
    ]
}
LIKES = {"page_likes_v2": [{"name": "Fromagerie de l’Île", "timestamp": NOON, "url": "https://x"}]}
WISH = {"timestamp": NOON, "data": [{"post": "Joyeux anniversaire !"}]}
WALL = {"wall_posts_sent_to_you": [WISH | {"title": "Odile Piquerelle a écrit sur votre journal."}]}
FRIENDS = {"friends_v2": [{"name": "Basile Montjoyeux", "timestamp": 1}, {"name": "Firmin E."}]}
ALBUM = {
    "name": "Été",
    "photos": [{"uri": "a.jpg", "creation_timestamp": NOON, "description": "Île"}],
}
MESSAGE = {"participants": [], "messages": [{"sender_name": "Firmin", "content": "canari secret"}]}
NEW = {
    "personal_information/profile_information/profile_information.json": PROFILE,
    "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json": POSTS,
    "your_facebook_activity/posts/album/0.json": ALBUM,
    "your_facebook_activity/comments_and_reactions/comments.json": COMMENTS,
    "your_facebook_activity/groups/your_group_membership_activity.json": GROUPS,
    "your_facebook_activity/pages/pages_you've_liked.json": LIKES,
    "your_facebook_activity/posts/other_people_s_posts_to_your_timeline.json": WALL,
    "your_facebook_activity/messages/inbox/firmin_1/message_1.json": MESSAGE,
    "connections/friends/your_friends.json": FRIENDS,
}
OLD = {
    "profile_information/profile_information.json": {"profile": PROFILE["profile_v2"]},
    "posts/your_posts_1.json": POSTS,
    "photos_and_videos/album/0.json": ALBUM,
    "comments/comments.json": {"comments": COMMENTS["comments_v2"]},
    "groups/your_group_membership_activity.json": {"groups_joined": GROUPS["groups_joined_v2"]},
    "likes_and_reactions/pages.json": {"page_likes": LIKES["page_likes_v2"]},
    "posts/other_people’s_posts_to_your_timeline.json": {
        "wall_posts_sent_to_you": {"activity_log_data": WALL["wall_posts_sent_to_you"]}
    },
    "messages/inbox/firmin_1/message_1.json": MESSAGE,
    "friends/friends.json": {"friends": FRIENDS["friends_v2"]},
}


def read(parts, **more):
    return list(read_archive(opened(archive(parts)), context(networks={}, **more)))


@pytest.fixture(params=[NEW, OLD], ids=["new layout", "old layout"])
def layout(request):
    return request.param


def test_every_part_becomes_fields(layout):
    profile = only(read(layout))
    assert profile.account == "facebook:zoe.lefevre"
    assert said(profile) == {
        ("full_name", "Zoé Lefèvre-Vasseur"),
        ("first_name", "Zoé"),
        ("maiden_name", "Zoé Vasseur"),
        ("alias", "Zozo"),
        ("email_personal", "zoe@zoe.example"),
        ("phone_mobile", "+33639980011"),
        ("birth_date", "1984-07-05"),
        ("label:gender", "FEMALE"),
        ("birth_place", "Limoges, France"),
        ("home_commune", "Angoulême"),
        ("family_status", "Married"),
        ("partner", "Émile Lefèvre"),
        ("relative", "Inès Vasseur"),
        ("school", "Lycée du Pont-Haut"),
        ("employer", "Reliure du Viaduc"),
        ("job_title", "relieuse"),
        ("hire_date", "2023-11"),
        ("language", "français"),
        ("religion", "Bouddhiste"),
        ("account_created", "2012-01-01"),
        ("username", "zoe.lefevre"),
        ("group_membership", "Chorale de l’Étang"),
        ("public_like", "Fromagerie de l’Île"),
        ("contact_list", "2"),
        ("group_membership", "Vélos anciens"),
        ("label:favourite_cheese", "Saint-Nectaire"),
        ("label:places_lived", "Guéret"),
    }
    assert [each.text for each in profile.links] == ["https://zoe.example/"]


def test_lives_are_dated(layout):
    periods = {each.text: each.period for each in only(read(layout)).fields if each.period}
    assert periods["Lycée du Pont-Haut"] == (date(2001, 9, 9), date(2003, 8, 4))
    assert periods["Reliure du Viaduc"] == periods["relieuse"] == (DAY, None)


def test_posts_hold_their_text_place_people_and_pictures(layout):
    posts = {each.id: each for each in only(read(layout)).posts}
    assert {id_: each.text for id_, each in posts.items()} == {
        "intro_bio": "Je relie des livres. Été comme hiver.",
        "post-1": "Déjà l’été ☀",
        "post-2": "À la première !",
        "post-3": "Nos rosiers",
        "file-of-post-3": "",
        "post-4": "https://press.example/a",
        "comment-1": "Bien dit",
        "photo-1": "Île",
        "wall-1": "Joyeux anniversaire !",
    }
    assert {each.id: each.by for each in posts.values() if each.by} == {
        "wall-1": "Odile Piquerelle"
    }
    assert posts["post-2"].place == "Théâtre de l’Île"
    assert posts["post-2"].tags == (Tag(name="Inès Vasseur"),)
    assert posts["post-3"].media == (Media(url="posts/media/1.jpg", caption="Nos rosiers"),)
    assert {posts[name].published_on for name in ("post-1", "post-2", "comment-1")} == {DAY}


@pytest.mark.parametrize(
    ("title", "author"),
    [
        ("Inès Vasseur wrote on your timeline.", "Inès Vasseur"),
        ("Inès Vasseur a publié dans votre journal.", "Inès Vasseur"),
        ("Inès Vasseur kirjoitti aikajanallesi.", "Inès Vasseur kirjoitti aikajanallesi."),
    ],
)
def test_who_wrote_on_the_timeline_stands_in_a_sentence(title, author):
    wall = {"wall_posts_sent_to_you": [WISH | {"title": title}]}
    parts = {"posts/other_people's_posts_to_your_timeline.json": wall}
    assert [each.by for each in only(read(parts)).posts] == [author]


def test_what_the_file_of_a_picture_says_is_never_as_visible_as_the_post():
    parts = {"posts/your_posts_1.json": POSTS}
    posts = only(read(parts, seen_by=Visibility.ANYONE)).posts
    (file,) = [each for each in posts if each.id == "file-of-post-3"]
    (shown,) = [each for each in posts if each.id == "post-3"]
    assert shown.sight.visibility is Visibility.ANYONE
    assert file.sight == UNKNOWN_SIGHT
    assert file.media == (
        Media(
            url="posts/media/1.jpg",
            device="Canon EOS 90D",
            taken_on=DAY,
            latitude=45.6484,
            longitude=0.1562,
        ),
    )


def test_nothing_is_taken_of_messages_other_people_or_addresses_of_devices(layout):
    shown = repr(read(layout))
    for each in ("canari", "Basile", "Firmin", "203.0.113", "vieille@", "Ancienne", "inscrite"):
        assert each not in shown


def test_the_card_gives_the_defaults_and_nothing_else_does():
    known = card("facebook", username=Visibility.ANYONE)
    fields = only(read(NEW, network=known)).fields
    sights = {each.name: each.sight for each in fields}
    assert (sights["username"].visibility, sights["username"].origin) == (
        Visibility.ANYONE,
        Origin.DEFAULT,
    )
    assert sights["birth_date"] == sights["email_personal"] == UNKNOWN_SIGHT


@pytest.mark.parametrize(
    ("birthday", "field"),
    [
        ({"year": 1984, "month": 2, "day": 29}, ("birth_date", "1984-02-29")),
        ({"month": 2, "day": 9}, ("birth_day_month", "02-09")),
        ({"year": 0, "month": 2, "day": 9}, ("birth_day_month", "02-09")),
        ({"year": 1984}, ("birth_year", "1984")),
    ],
)
def test_birthdays_are_told_as_far_as_they_were_given(birthday, field):
    parts = {"profile_information/profile_information.json": {"profile_v2": {"birthday": birthday}}}
    assert said(only(read(parts))) == {field}


def test_values_under_labels_are_told_in_french_and_kept_where_the_label_is_not_known():
    document = {
        "label_values": [
            {"label": "Ville d’origine", "value": "Limoges"},
            {"label": "Situation amoureuse", "dict": [{"label": "", "value": "Mariée"}]},
            {"label": "Fromage préféré", "vec": [{"value": "Comté"}]},
        ]
    }
    parts = {"profile_information/profile_information.json": document}
    assert said(only(read(parts))) == {
        ("birth_place", "Limoges"),
        ("family_status", "Mariée"),
        ("label:Fromage préféré", "Comté"),
    }


def test_numbered_files_are_read_in_order_and_grouped_posts_apart():
    def of(number):
        return [{"timestamp": NOON, "data": [{"post": f"n° {number}"}]}]

    parts = {f"posts/your_posts_{number}.json": of(number) for number in (10, 2, 1)}
    parts["groups/your_posts_in_groups.json"] = {"group_posts_v2": of("du groupe")}
    known = card("facebook", posts=Visibility.ANYONE)
    posts = only(read(parts, network=known)).posts
    assert [(each.id, each.text) for each in posts] == [
        ("post-1", "n° 1"),
        ("post-2", "n° 2"),
        ("post-3", "n° 10"),
        ("group-post-1", "n° du groupe"),
    ]
    assert posts[-1].sight == UNKNOWN_SIGHT


def test_letters_are_mended_file_by_file():
    parts = {
        "posts/your_posts_1.json": [{"data": [{"post": "l’été"}]}],
        "posts/your_posts_2.json": json.dumps([{"data": [{"post": "l’été, et Ã©"}]}]),
    }
    assert [each.text for each in only(read(parts)).posts] == ["l’été", "l’été, et Ã©"]


def test_a_text_that_cannot_be_mended_is_left_and_told():
    rows = [{"data": [{"post": broken(f"été {each}")}]} for each in range(30_000)]
    rows += [{"data": [{"post": "l’été"}]}] * 2
    items = read({"posts/your_posts_1.json": json.dumps(rows)})
    assert failures(items) == [
        "your_posts_1.json: 2 texts may have broken letters, and are left as written"
    ]
    posts = [each for item in items if isinstance(item, Profile | Batch) for each in item.posts]
    assert (posts[0].text, posts[-1].text, len(posts)) == ("été 0", "l’été", 30_002)


def test_a_cut_file_gives_its_whole_posts_and_a_failure():
    data = meta([{"timestamp": NOON, "data": [{"post": f"n° {each}"}]} for each in range(50)])
    items = read({"posts/your_posts_1.json": data[: len(data) * 7 // 10]})
    assert failures(items) == ["the JSON is cut or damaged"]
    assert [each.text for each in items[0].posts] == [f"n° {each}" for each in range(35)]


def test_a_folder_gives_what_the_zip_gives(tmp_path, layout):
    for name, value in layout.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(meta(value))
    unpacked = list(read_archive(folder(tmp_path), context(networks={})))
    assert unpacked == read(layout)


def test_the_flavour_for_reading_is_refused():
    data = archive({"posts/your_posts_1.html": "<html>", "friends/your_friends.html": "<html>"})
    with pytest.raises(UnreadableError, match="HTML"):
        list(read_file(data, context(path="x.zip")))


@pytest.mark.parametrize(("document", "count"), [(PROFILE, 1), (POSTS, 5), (COMMENTS, 1)])
def test_a_lone_file_is_told_by_its_content(document, count):
    profile = only(read_file(meta(document), context(path="renamed.bin")))
    assert profile.collector == "exports.facebook"
    assert len(profile.posts) == count


def test_two_exports_in_one_archive_are_a_failure():
    (first,) = failures(
        read({"a/posts/your_posts_1.json": POSTS, "b/posts/your_posts_1.json": POSTS})
    )
    assert first.startswith("ambiguous")


def test_an_empty_export_is_a_failure():
    (only_one,) = failures(read({"posts/your_posts_1.json": []}))
    assert "nothing" in only_one


KEYS = (
    "profile_v2 name full_name emails birthday year month day other_names relationship partner "
    "family_members education_experiences start_timestamp websites phone_numbers hometown "
    "timestamp data post attachments place coordinate latitude media uri media_metadata "
    "photo_metadata exif_data description tags comments_v2 comment label label_values value"
).split()


@given(shaped(*KEYS), shaped(*KEYS))
def test_no_shape_breaks_the_reader(left, right):
    parts = {
        "profile_information/profile_information.json": json.dumps({"profile_v2": left}),
        "posts/your_posts_1.json": json.dumps([right, left]),
        "comments/comments.json": json.dumps({"comments_v2": [right]}),
        "posts/album/0.json": json.dumps({"photos": [left, right]}),
        "posts/other_people's_posts_to_your_timeline.json": json.dumps(
            {"wall_posts_sent_to_you": left}
        ),
        "groups/your_groups.json": json.dumps({"groups_admined_v2": [left]}),
    }
    for item in read(parts):
        repr(item)
