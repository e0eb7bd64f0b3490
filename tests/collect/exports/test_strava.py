"""Strava's export: the athlete, the activities as they are shared, nothing of the others."""

import gzip
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect import known
from auditor.collect.archive import folder, opened
from auditor.collect.exports.strava import read_archive
from auditor.collect.exports.tracks import first, start
from auditor.collect.readers import read_path
from auditor.model.profile import Batch, Profile
from auditor.model.visibility import Origin, Visibility
from tests.collect.contexts import card, context, failures, only, said
from tests.collect.test_archive import zipped

ENGLISH = {
    "profile.csv": "Athlete ID,Email Address,First Name,Last Name,Sex,Description,Weight,City,State,"
    "Country\n9000001,odile@odile.example,Odile,Piquerelle,F,Relieuse et coureuse,61.0,Limoges,"
    "Nouvelle-Aquitaine,France\n",
    "activities.csv": "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,"
    "Elapsed Time,Distance,Activity Private Note,Filename,Elapsed Time,Distance\n"
    '77,"Jul 27, 2026, 6:32:00 PM",Sortie du soir,Run,"Belle lumière\nsur la Vienne",1800,5.1,'
    "mal au genou,activities/77.fit.gz,1800.0,5100.0\n"
    '78,"Jan 5, 2012, 8:00:00 AM",Vélo,Ride,,3600,20.0,,,3600.0,20000.0\n',
    "visibility_settings.csv": "Include your activities in Metro and Heatmap,"
    "Who can see your activity in Flybys,Profile Visibility,Default Activity Visibility\n"
    "true,Everyone,Everyone,Everyone\n",
    "followers.csv": "Follower Athlete ID,Follow Status\n1,Accepted\n2,Accepted\n",
    "memberships.csv": "Club ID,Club Name\n5,Les Foulées du Viaduc\n",
    "bikes.csv": "Bike Name,Bike Brand,Bike Model,Bike Default Sport Types\nLa bleue,Mercier,V3,Ride\n",
    "media.csv": "Media Filename,Media Caption\nmedia/a.jpg,Le pont\nmedia/b.jpg,\n",
    "logins.csv": "Login Date,IP Address\n2026-01-01,192.0.2.77\n",
    "messaging.json": '{"secret": "secret de Firmin"}',
    "contacts.csv": "Name,Email\nFirmin Escourrou,f@x.example\n",
}
FRENCH = {
    "activities.csv": "ID de l'activité,Date de l'activité,Nom de l'activité,Type d'activité,"
    "Description de l'activité,Temps écoulé,Distance,Fréquence cardiaque max.,Effort relatif,"
    "Déplacement-transport,Note privée sur les activités,Matériel utilisé pour l'activité,"
    "Nom du fichier,Temps écoulé,Distance,Déplacement-transport\n"
    '77,"27 juil. 2026, 18:32:00",Sortie du soir,Course à pied,,1800,"5,1",,,false,genou,,'
    "activities/77.fit.gz,1800,5100,0\n"
}
STRAVA = card("strava", full_name=Visibility.INDEXED, posts=Visibility.MEMBERS)


def read(parts=ENGLISH, **more):
    more.setdefault("networks", {"strava": STRAVA})
    return list(read_archive(opened(zipped(parts.items())), context(**more)))


def with_settings(profile, activity):
    table = f"Profile Visibility,Default Activity Visibility\n{profile},{activity}\n"
    return ENGLISH | {"visibility_settings.csv": table}


def test_every_part_becomes_fields():
    athlete = only(read())
    assert athlete.url == "https://www.strava.com/athletes/9000001"
    assert said(athlete) == {
        ("full_name", "Odile Piquerelle"),
        ("first_name", "Odile"),
        ("home_commune", "Limoges, France"),
        ("email_personal", "odile@odile.example"),
        ("label:Sex", "F"),
        ("label:Weight", "61.0"),
        ("activity", "Run"),
        ("activity", "Ride"),
        ("workout_route", "1"),
        ("contact_list", "2"),
        ("group_membership", "Les Foulées du Viaduc"),
        ("belonging", "Mercier V3"),
    }
    assert [(each.id, each.text, each.published_on) for each in athlete.posts] == [
        ("bio", "Relieuse et coureuse", None),
        ("post-1", "Sortie du soir\nBelle lumière\nsur la Vienne", date(2026, 7, 27)),
        ("note-1", "mal au genou", date(2026, 7, 27)),
        ("post-2", "Vélo", date(2012, 1, 5)),
        ("media-1", "Le pont", None),
    ]
    assert athlete.posts[1].url == "https://www.strava.com/activities/77"


@pytest.mark.parametrize(
    ("setting", "seen"),
    [
        ("Everyone", (Visibility.MEMBERS, Origin.STATED)),
        ("Followers", (Visibility.CONTACTS, Origin.STATED)),
        ("Only You", (Visibility.UNKNOWN, None)),
    ],
)
def test_activities_are_seen_as_the_default_states_but_for_the_past(setting, seen):
    bare = card("strava")
    athlete = only(read(with_settings("Everyone", setting), networks={"strava": bare}))
    sights = {each.id: (each.sight.visibility, each.sight.origin) for each in athlete.posts}
    assert sights["post-1"] == seen
    assert sights["note-1"] == (Visibility.ME, Origin.STATED)
    routes = [each.sight for each in athlete.fields if each.name == "workout_route"]
    assert [(each.visibility, each.origin) for each in routes] == [
        seen if seen[1] else (Visibility.UNKNOWN, None)
    ]


@pytest.mark.parametrize(
    ("setting", "seen"),
    [
        ("Everyone", (Visibility.INDEXED, Origin.DEFAULT)),
        ("Followers", (Visibility.MEMBERS, Origin.STATED)),
    ],
)
def test_a_name_is_seen_as_the_profile_is(setting, seen):
    athlete = only(read(with_settings(setting, "Everyone")))
    (name,) = [each.sight for each in athlete.fields if each.name == "full_name"]
    assert (name.visibility, name.origin) == seen


def test_french_headings_and_dates_are_read():
    athlete = only(read(FRENCH))
    assert [(each.text, each.published_on) for each in athlete.posts] == [
        ("Sortie du soir", date(2026, 7, 27)),
        ("genou", date(2026, 7, 27)),
    ]
    assert ("activity", "Course à pied") in said(athlete)
    assert ("workout_route", "1") in said(athlete)


GPX = (
    '<?xml version="1.0"?><gpx><trk><name>Sortie</name><trkseg>'
    '<trkpt lat="45.8336" lon="1.2611"><ele>294.0</ele><time>2026-07-27T18:32:00Z</time></trkpt>'
    '<trkpt lat="45.9" lon="1.3"></trkpt></trkseg></trk></gpx>'
)
TRACKS = ENGLISH | {
    "activities.csv": ENGLISH["activities.csv"]
    .replace("77.fit.gz", "77.gpx.gz")
    .replace(",,,3600.0", ",,activities/78.gpx,3600.0"),
    "activities/77.gpx.gz": gzip.compress(GPX.encode()),
    "activities/78.gpx": GPX.replace("45.8336", "-45.5"),
}


def begun(parts, **more):
    return [
        (each.id, media.latitude, media.longitude, media.taken_on, each.sight.visibility)
        for each in only(read(parts, **more)).posts
        for media in each.media
        if media.latitude is not None
    ]


def test_where_tracks_begin_is_read_and_taken_for_public_nowhere():
    assert begun(TRACKS) == [
        ("track-1", 45.8336, 1.2611, date(2026, 7, 27), Visibility.UNKNOWN),
        ("track-2", -45.5, 1.2611, date(2012, 1, 5), Visibility.UNKNOWN),
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("activities/78.gpx", None),
        ("activities/78.gpx", "<gpx><trkpt lat='x' lon='y'/></gpx>"),
        ("activities/78.gpx", '<gpx><trkpt lat="91" lon="0"/></gpx>'),
        ("activities/78.gpx", '<gpx><trkpt lat="0.0" lon="0.0"/></gpx>'),
        ("activities/78.gpx", " " * 70_000 + GPX),
        ("activities/77.gpx.gz", b"no gzip at all"),
        ("activities/77.gpx.gz", gzip.compress(b" " * 70_000 + GPX.encode())),
    ],
)
def test_a_track_that_cannot_be_read_tells_nothing_and_the_rest_goes_on(name, content):
    parts = {key: value for key, value in (TRACKS | {name: content}).items() if value is not None}
    found = read(parts)
    assert failures(found[1:]) == []
    number = 1 if "77" in name else 2
    assert [each[0] for each in begun(parts)] == [f"track-{3 - number}"]


@pytest.mark.parametrize(
    "name", ["../../etc/x.gpx", "/etc/x.gpx", "logins.csv", "*.gpx", "activities/77.fit.gz", ""]
)
def test_no_other_file_is_opened_as_a_track(name):
    assert start(opened(zipped(TRACKS.items())), name) is None


@given(st.binary(max_size=400))
def test_no_bytes_break_the_reading_of_a_track(data):
    found = first(b"<trkpt " + data + b">")
    assert found is None or (abs(found[0]) <= 90 and abs(found[1]) <= 180)


def test_logins_messages_and_other_people_are_never_taken_over():
    shown = repr(read())
    assert "192.0.2.77" not in shown
    assert "secret" not in shown
    assert "Escourrou" not in shown


def test_a_zip_and_its_folder_tell_the_same(tmp_path):
    for name, text in ENGLISH.items():
        (tmp_path / name).write_text(text)
    assert list(read_archive(folder(tmp_path), context(networks={"strava": STRAVA}))) == read()


@pytest.mark.parametrize("parts", [ENGLISH, FRENCH])
def test_it_is_known_by_its_files_and_by_a_lone_one(parts, tmp_path):
    assert known.of_archive(opened(zipped(parts.items()))) == "strava"
    path = tmp_path / "download"
    path.write_text(parts["activities.csv"])
    (athlete,) = read_path(path, context(networks={"strava": STRAVA}))
    assert athlete.network == "strava"
    assert [each.text.split("\n")[0] for each in athlete.posts][:1] == ["Sortie du soir"]


def test_a_table_of_unknown_headings_is_a_failure_and_the_rest_goes_on():
    athlete, *rest = read(ENGLISH | {"visibility_settings.csv": "Sichtbarkeit,Karte\nalle,ja\n"})
    assert len(athlete.posts) == 5
    assert failures(rest) == ["visibility_settings.csv has no column that is known"]


def test_a_cut_table_gives_its_whole_rows():
    text = ENGLISH["activities.csv"]
    athlete = only(read({"activities.csv": text[: text.index("78,")]}))
    assert [each.id for each in athlete.posts] == ["post-1", "note-1"]


@given(st.dictionaries(st.sampled_from(list(ENGLISH)), st.text(max_size=60), max_size=6))
def test_no_text_breaks_it(parts):
    found = read({"profile.csv": ENGLISH["profile.csv"]} | parts)
    assert found
    assert all(not isinstance(each, Batch) for each in found)
    assert sum(isinstance(each, Profile) for each in found) <= 1
