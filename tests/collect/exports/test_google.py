"""Google Takeout: each service's profile, private histories counted, other people's data left alone."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect import known
from auditor.collect.archive import Archive, folder, opened
from auditor.collect.exports.google import read_archive
from auditor.collect.exports.google_activity import PARTS as PARTS_OF_HISTORY
from auditor.collect.layout import layout
from auditor.collect.readers import read_path
from auditor.model.failure import Failure
from auditor.model.profile import Profile
from auditor.model.visibility import Origin, Visibility
from tests.collect.contexts import card, context, failures, said
from tests.collect.test_archive import zipped

CELL = (
    '<div class="outer-cell mdl-cell mdl-cell--12-col mdl-shadow--2dp"><div class="mdl-grid">'
    '<div class="header-cell mdl-cell mdl-cell--12-col">'
    '<p class="mdl-typography--title">{product}<br></p></div>'
    '<div class="content-cell mdl-cell mdl-cell--6-col mdl-typography--body-1">{content}</div>'
    '<div class="content-cell mdl-cell mdl-cell--12-col mdl-typography--caption">'
    "<b>Products:</b><br>&emsp;{product}<br></div></div></div>"
)
WATCHED = [
    {
        "header": "YouTube",
        "title": f"Watched Reliure n° {number}",
        "titleUrl": f"https://www.youtube.com/watch?v=abc{number}",
        "subtitles": [{"name": "Atelier du Viaduc", "url": "https://www.youtube.com/channel/UC1"}],
        "time": f"20{number}-03-02T10:00:00.123Z",
        "products": ["YouTube"],
    }
    for number in (24, 23, 21)
]
SEARCHED = [{"header": "Search", "title": "Searched for colle", "time": "2020-01-02T00:00:00Z"}]
PERSON = {
    "name": {"givenName": "Odile", "familyName": "Piquerelle", "formattedName": "Odile Piquerelle"},
    "displayName": "Odile P.",
    "emails": [{"value": "odile@odile.example"}],
    "birthday": "1990-11-05",
}
COMMENTS = (
    "Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Video ID,Comment Text\n"
    'c1,UC7,2023-09-19T17:42:53.434647+00:00,0,,vid1,"{""takeoutSegments"":[{""text"":""Bravo !""}]}"\n'
    'c2,UC7,2024-01-05T08:00:00Z,0,,vid2,"{""text"":""@firmin"",""mention"":'
    '{""externalChannelId"":""UC9""}},{""text"":"" merci""}"\n'
    "c3,UC7,2024-01-06T08:00:00Z,0,,vid3,texte nu\n"
)
REVIEWS = {
    "type": "FeatureCollection",
    "features": [
        {
            "geometry": {"coordinates": [1.26, 45.83], "type": "Point"},
            "properties": {
                "date": "2023-05-06T10:00:00Z",
                "five_star_rating_published": 4,
                "google_maps_url": "https://maps.google.com/?cid=1",
                "location": {"name": "Café du Pont", "address": "2 rue Basse, Limoges"},
                "review_text_published": "Très bon accueil.",
            },
        },
        {"properties": {"Star Rating": "TWO", "Location": {"Business Name": "Hôtel Bleu"}}},
    ],
}
LABELLED = {
    "features": [
        {"properties": {"name": "Home", "address": "12 rue des Tanneurs-Bas, Limoges"}},
        {"properties": {"name": "Chez Firmin", "address": "3 quai Neuf, Limoges"}},
    ]
}
FEED = """<?xml version='1.0' encoding='utf-8'?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>
<title>Cuir et papier</title>
<entry><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status>
<title>Une reliure</title><content type='html'>&lt;p&gt;Du cuir &amp;amp; du papier.&lt;/p&gt;</content>
<published>2019-04-05T10:00:00Z</published></entry>
<entry><blogger:type>POST</blogger:type><blogger:status>DRAFT</blogger:status>
<title>brouillon</title><content type='html'>secret</content></entry>
<entry><blogger:type>COMMENT</blogger:type><blogger:status>LIVE</blogger:status>
<author><name>Firmin</name></author><content type='html'>secret de Firmin</content></entry>
</feed>"""
PARTS = {
    "archive_browser.html": "<html></html>",
    "Profile/Profile.json": PERSON,
    "My Activity/Search/MyActivity.json": SEARCHED,
    "YouTube and YouTube Music/history/watch-history.json": WATCHED,
    "YouTube and YouTube Music/comments/comments.csv": COMMENTS,
    "YouTube and YouTube Music/channels/channel.csv": "Channel ID,Channel Title (Original),"
    "Channel Visibility\nUC7,L’atelier d’Odile,Public\n",
    "YouTube and YouTube Music/channels/channel URL configs.csv": "Channel ID,"
    "Channel Vanity URL 1 Name\nUC7,atelierodile\n",
    "YouTube and YouTube Music/video metadata/videos.csv": "Video ID,Video Title (Original),Privacy,"
    "Video Create Timestamp\nv1,Ma reliure,Public,2021-02-03T00:00:00Z\nv2,Essai,Private,\n"
    "v3,Cachée,Unlisted,\n",
    "YouTube and YouTube Music/subscriptions/subscriptions.csv": "Channel Id,Channel Url,"
    "Channel Title\nUC1,http://www.youtube.com/channel/UC1,Firmin Escourrou\n",
    "Maps (your places)/Reviews.json": REVIEWS,
    "Maps (your places)/Saved Places.json": {"features": [{"properties": {}}]},
    "Maps/My labeled places/Labeled places.json": LABELLED,
    "Location History/Records.json": {
        "locations": [
            {"latitudeE7": 1, "timestampMs": "1437263846012"},
            {"latitudeE7": 2, "timestamp": "2022-01-05T10:00:00Z"},
        ]
    },
    "Blogger/Blogs/Cuir et papier/feed.atom": FEED,
    "Mail/All mail.mbox": "secret de Firmin",
    "Google Chat/Groups/1/messages.json": {"messages": [{"text": "secret de Firmin"}]},
}
YOUTUBE = card("youtube", posts=Visibility.ANYONE)
MAPS = card("googlemaps", posts=Visibility.MEMBERS)
CARDS = {each.id: each for each in (YOUTUBE, MAPS, card("blogger", posts=Visibility.ANYONE))}


def export(parts=PARTS, root="Takeout/"):
    return zipped(
        (root + name, each if isinstance(each, str) else json.dumps(each, ensure_ascii=False))
        for name, each in parts.items()
    )


def read(parts=PARTS, *, whole=False, **more):
    more.setdefault("networks", CARDS)
    return list(read_archive(opened(export(parts)), context(**more), whole=whole))


def profiles(items):
    return {each.network: each for each in items if isinstance(each, Profile)}


def test_each_service_is_a_profile_of_its_own_and_the_public_ones_come_first():
    found = read()
    assert not failures(found)
    assert [each.network for each in found] == ["youtube", "googlemaps", "blogger", "google"]


def test_what_only_the_account_sees_is_told_so():
    account = profiles(read())["google"]
    assert said(account) == {
        ("full_name", "Odile Piquerelle"),
        ("first_name", "Odile"),
        ("alias", "Odile P."),
        ("email_personal", "odile@odile.example"),
        ("birth_date", "1990-11-05"),
        ("home_address", "12 rue des Tanneurs-Bas, Limoges"),
        ("label:Chez Firmin", "3 quai Neuf, Limoges"),
        ("activity_history", "Search (MyActivity): 1, 2020-01-02 – 2020-01-02"),
        ("activity_history", "YouTube (watch-history): 3, 2021-03-02 – 2024-03-02"),
        ("activity_history", "Location History (Records): 2, 2015-07-18 – 2022-01-05"),
        ("activity_history", "Maps: 1"),
    }
    seen = {each.name: (each.sight.visibility, each.sight.origin) for each in account.fields}
    assert seen["activity_history"] == (Visibility.ME, Origin.STATED)
    assert seen["home_address"] == (Visibility.ME, Origin.STATED)
    assert seen["email_personal"] == (Visibility.UNKNOWN, None)
    assert not account.posts


def test_histories_say_from_when_to_when():
    fields = profiles(read())["google"].fields
    spans = {each.text[:5]: each.period for each in fields if each.name == "activity_history"}
    assert spans["YouTu"] == (date(2021, 3, 2), date(2024, 3, 2))
    assert spans["Locat"] == (date(2015, 7, 18), date(2022, 1, 5))


def test_histories_are_handed_on_where_all_is_asked_for():
    found = read(whole=True)
    posts = [post for each in found if isinstance(each, Profile) for post in each.posts]
    mine = profiles(found)["google"].posts
    assert {each.sight.visibility for each in mine} == {Visibility.ME}
    assert [(each.text, each.published_on, each.url) for each in mine[:2]] == [
        ("Searched for colle", date(2020, 1, 2), None),
        ("Watched Reliure n° 24", date(2024, 3, 2), "https://www.youtube.com/watch?v=abc24"),
    ]
    assert len({each.id for each in posts}) == len(posts)


def test_a_channel_shows_what_it_wrote():
    channel = profiles(read())["youtube"]
    assert channel.url == "https://www.youtube.com/@atelierodile"
    assert ("alias", "L’atelier d’Odile") in said(channel)
    assert ("contact_list", "1") in said(channel)
    posts = {each.text: each for each in channel.posts}
    assert posts["Bravo !"].published_on == date(2023, 9, 19)
    assert posts["Bravo !"].url == "https://www.youtube.com/watch?v=vid1&lc=c1"
    assert [each.name for each in posts["@firmin merci"].tags] == ["@firmin"]
    assert "texte nu" in posts
    seen = {text: (each.sight.visibility, each.sight.origin) for text, each in posts.items()}
    assert seen["Bravo !"] == (Visibility.ANYONE, Origin.DEFAULT)
    assert seen["Ma reliure"] == (Visibility.ANYONE, Origin.STATED)
    assert seen["Essai"] == (Visibility.ME, Origin.STATED)
    assert seen["Cachée"] == (Visibility.UNKNOWN, None)


def test_reviews_stand_where_they_are_seen_and_a_bare_rating_is_one():
    posts = profiles(read())["googlemaps"].posts
    assert [(each.text, each.place) for each in posts] == [
        ("Très bon accueil.", "Café du Pont, 2 rue Basse, Limoges"),
        ("★★☆☆☆", "Hôtel Bleu"),
    ]
    assert {each.sight.visibility for each in posts} == {Visibility.MEMBERS}
    assert posts[0].published_on == date(2023, 5, 6)


def test_a_blog_shows_its_published_posts_and_no_comment():
    (post,) = profiles(read())["blogger"].posts
    assert (post.text, post.published_on) == (
        "Une reliure\nDu cuir & du papier.",
        date(2019, 4, 5),
    )


def test_mail_chats_and_people_are_never_taken_over():
    shown = repr(read(whole=True))
    assert "secret" not in shown
    assert "Escourrou" not in shown


@pytest.mark.parametrize(
    ("name", "history"),
    [
        ("Mon activité/Recherche/MonActivité.json", "Search (MonActivité): 1"),
        ("Mon activite\u0301/Recherche/MonActivite\u0301.json", "Search (MonActivité): 1"),
        ("Meine Aktivitäten/Google Suche/MeineAktivitäten.json", "Search (MeineAktivitäten): 1"),
        ("My Activity/Search/My Activity.json", "Search (My Activity): 1"),
        (
            "YouTube et YouTube\u00a0Music/historique/Historique des recherches.json",
            "Search (Historique des recherches): 1",
        ),
        (
            "YouTube und YouTube Music/Verlauf/Suchverlauf.json",
            "Search (Suchverlauf): 1",
        ),
    ],
)
def test_names_in_french_and_german_are_known(name, history):
    (account,) = read({name: SEARCHED})
    (field,) = account.fields
    text = field.text.replace("e\u0301", "é")
    assert (field.name, text) == ("activity_history", f"{history}, 2020-01-02 – 2020-01-02")


def test_french_tables_are_read():
    parts = {
        "YouTube et YouTube Music/abonnements/abonnements.csv": "ID des chaînes,URL des chaînes,"
        "Titres des chaînes\nUC1,http://x.example,Firmin\n",
        "YouTube et YouTube Music/chaînes/chaîne.csv": "ID de la chaîne,"
        "Titre de la chaîne (d’origine)\nUC7,L’atelier\n",
        "YouTube et YouTube Music/commentaires/commentaires.csv": "ID du commentaire,"
        "ID de la chaîne,Heure,Contenu\n"
        'c1,UC7,2023-01-02T00:00:00Z,"{""text"":""Bonjour""}"\n',
        "Profil/Profil.json": PERSON,
        "Maps (vos adresses)/Avis.json": REVIEWS,
    }
    found = profiles(read(parts))
    assert set(found) == {"google", "googlemaps", "youtube"}
    assert [each.text for each in found["youtube"].posts] == ["Bonjour"]
    assert ("contact_list", "1") in said(found["youtube"])


def test_german_tables_are_read():
    folder_ = "YouTube und YouTube Music/"
    parts = {
        f"{folder_}Kommentare/Kommentare.csv": "Kommentar-ID,Kanal-ID,"
        "Zeitstempel der Erstellung des Kommentars,Preis,Beitrags-ID,Video-ID,Kommentartext\n"
        'c1,UC7,2023-01-02T00:00:00Z,0,,vid1,"{""text"":""Guten Tag""}"\n',
        f"{folder_}Livechats/Livechats.csv": "Live-Chat-ID,Video-ID,Text für den Live-Chat\n"
        'L1,vid2,"{""text"":""Hallo""}"\n',
        f"{folder_}Beiträge/Beiträge.csv": "Beitrags\u2011ID,Text des Beitrags,Zeit\n"
        'P1,"{""text"":""Neu: ""},{""text"":""Leder""}",2024-05-06T00:00:00Z\n',
        f"{folder_}Kanäle/Kanal.csv": "Kanal-ID,Kanaltitel (Original),Kanalbeschreibung (Original)\n"
        "UC7,Odiles Werkstatt,Leder und Papier\n",
    }
    channel = profiles(read(parts))["youtube"]
    assert ("alias", "Odiles Werkstatt") in said(channel)
    assert [(each.text, each.published_on) for each in channel.posts] == [
        ("Leder und Papier", None),
        ("Guten Tag", date(2023, 1, 2)),
        ("Hallo", None),
        ("Neu: Leder", date(2024, 5, 6)),
    ]


def test_a_page_and_a_document_tell_the_same():
    cells = "".join(
        CELL.format(
            product="YouTube",
            content="Watched\u00a0<a href='x'>".replace("'x'", f'"{each["titleUrl"]}"')
            + each["title"].removeprefix("Watched ")
            + '</a><br><a href="https://www.youtube.com/channel/UC1">Atelier du Viaduc</a><br>'
            + f"Mar 2, {each['time'][:4]}, 10:00:00\u202fAM CET",
        )
        for each in WATCHED
    )
    name = "YouTube and YouTube Music/history/watch-history"
    as_page = read({f"{name}.html": f"<html><body>{cells}</body></html>"}, whole=True)
    as_json = read({f"{name}.json": WATCHED}, whole=True)
    assert as_page == as_json


def test_a_zip_and_its_folder_tell_the_same(tmp_path):
    for name, each in PARTS.items():
        path = tmp_path / "Takeout" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(each if isinstance(each, str) else json.dumps(each, ensure_ascii=False))
    assert list(read_archive(folder(tmp_path), context(networks=CARDS))) == read()


@pytest.mark.parametrize(
    ("content", "network"),
    [
        (json.dumps(WATCHED), "google"),
        ("<html>" + CELL.format(product="Search", content="Visited x<br>5 janv. 2020"), "google"),
        (COMMENTS, "youtube"),
        (json.dumps(REVIEWS), "googlemaps"),
    ],
)
def test_a_lone_file_is_known_by_its_content(content, network, tmp_path):
    path = tmp_path / "download"
    path.write_text(content)
    assert known.lone(content.encode()).network == "google"
    assert list(profiles(read_path(path, context(networks=CARDS)))) == [network]


def test_a_cut_history_gives_its_whole_entries_and_a_failure():
    text = json.dumps(WATCHED)
    account, *rest = read({"history/watch-history.json": text[: len(text) * 7 // 10]})
    assert said(account) == {
        ("activity_history", "YouTube (watch-history): 2, 2023-03-02 – 2024-03-02")
    }
    assert failures(rest) == ["the JSON is cut or damaged"]


def test_a_cut_feed_gives_its_whole_posts_and_a_failure():
    blog, *rest = read({"Blogger/Blogs/x/feed.atom": FEED[: FEED.index("DRAFT")]})
    assert len(blog.posts) == 1
    assert failures(rest) == ["the feed is cut or damaged"]


def test_a_feed_with_entities_of_its_own_is_refused():
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><feed><entry>&c;</entry></feed>'
    assert failures(read({"Blogger/Blogs/x/feed.atom": bomb})) == [
        "the feed has another form than was expected"
    ]


def test_two_accounts_in_one_archive_are_a_failure():
    parts = {f"{who}/Profile/Profile.json": PERSON for who in ("a", "b")}
    assert failures(read(parts)) == ["ambiguous: two files of the archive are Profile/Profile.json"]


def test_an_export_of_nothing_that_is_read_says_so():
    found = read(
        {"archive_browser.html": "<html></html>", "Chrome/Bookmarks.html": "<html></html>"}
    )
    assert failures(found) == ["the export was recognised, but nothing in it could be read"]


def test_comments_in_the_old_form_are_told():
    name = "YouTube and YouTube Music/my-comments/my-comments.html"
    assert failures(read({name: "<html></html>"})) == [
        "comments are in an old form (HTML), which is not read"
    ]


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "name emails value title time header properties features location locations "
                "timestampMs address five_star_rating_published review_text_published duration".split()
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(value=ANY)
def test_no_shape_of_json_breaks_it(value):
    text = json.dumps(value)
    names = [name for name in PARTS if name.endswith(".json")]
    found = read(dict.fromkeys(names, text), whole=True)
    assert found
    assert all(isinstance(each, Failure | Profile) for each in found)


def test_the_fixtures_are_read(data_folder):
    found = list(read_archive(folder(data_folder / "fixtures" / "google" / "dogsheep"), context()))
    assert not failures(each for each in found if isinstance(each, Failure))
    assert {text.partition(",")[0] for _, text in said(found[0])} == {
        "Google Play Books (My Activity): 1",
        "Maps (My Activity): 2",
        "Search (My Activity): 2",
        "Location History (Location History): 2",
    }


@pytest.mark.parametrize(
    ("file", "histories"),
    [("purarue-testdata-paths-EN-DE.txt", 31), ("hestia-takeout-FR-member-names-only.txt", 21)],
)
def test_the_names_of_real_exports_are_known(file, histories, data_folder):
    names = (data_folder / "fixtures" / "google" / file).read_text().split("\n")
    archive = Archive(names=tuple(names), opener=pytest.fail)
    parts = layout("google").parts
    found = [each for part in PARTS_OF_HISTORY for each in archive.matching(*parts[part])]
    assert len(found) == histories
    assert known.of_archive(archive) == "google"
