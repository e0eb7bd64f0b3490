"""LinkedIn's export: what is the account's own, and nothing of the people it knows."""

from datetime import date

import pytest

from auditor.collect.archive import folder, opened
from auditor.collect.exports.linkedin import read_archive
from auditor.model.profile import Profile
from auditor.model.visibility import Origin, Visibility
from tests.collect.contexts import card, context, failures, only, said
from tests.collect.test_archive import zipped

PROFILE = """First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Zip Code,Geo Location,Twitter Handles,Websites
Odile,Piquerelle,Vernoux,12 rue des Tanneurs-Bas,"Nov 5, 1990",Relieuse,"Un.

Deux.",87000,"Limoges, France",[@odilepiquerel],"[PORTFOLIO:https://odile.example/,BLOG:blog.odile.example]"
"""
PARTS = {
    "Profile.csv": PROFILE,
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
    "Reliure du Viaduc,relieuse,Cuir et papier,Limoges,Aug 2018,\n"
    "Imprimerie Basse,apprentie,,Limoges,2016,Jul 2018\n",
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
    "Lycée du Pont-Haut,2007,2010,,,\n",
    "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On\n"
    'odile@odile.example,Yes,Yes,"7/24/23, 3:14 PM"\nold@odile.example,No,No,\n',
    "PhoneNumbers.csv": "Extension,Number,Type\n,+33 6 39 98 00 11,Mobile\n",
    "Connections.csv": 'Notes:\n"Some may be missing."\n\n'
    "First Name,Last Name,Email Address,Company,Position,Connected On\n"
    "Firmin,Escourrou,f@x.example,Chorale,président,15 Mar 2009\nBasile,Montjoyeux,,,,2 Apr 2010\n",
    "Shares.csv": "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"
    "2023-07-24 15:14:00,https://www.linkedin.com/feed/x,Bonjour,,,MEMBER_NETWORK\n"
    "2023-07-25 15:14:00,https://www.linkedin.com/feed/y,À tous,,,PUBLIC\n"
    "2023-07-26 15:14:00,,Aux miens,,,CONNECTIONS\n2023-07-27 15:14:00,,Sans,,,\n",
    "messages.csv": "FROM,TO,CONTENT\nFirmin,Odile,secret de Firmin\n",
}


def read(data, context):
    yield from read_archive(opened(data), context)


def export(**changed):
    parts = PARTS | {f"{name}.csv": text for name, text in changed.items()}
    return zipped(
        (f"Basic/{name}", text.encode("utf-8-sig")) for name, text in parts.items() if text
    )


def test_every_part_becomes_fields():
    profile = only(read(export(), context(owner="linkedin:odile", networks={})))
    assert profile.account == "linkedin:odile"
    assert said(profile) == {
        ("full_name", "Odile Piquerelle"),
        ("first_name", "Odile"),
        ("maiden_name", "Vernoux"),
        ("birth_date", "1990-11-05"),
        ("job_title", "Relieuse"),
        ("home_commune", "Limoges, France"),
        ("home_address", "12 rue des Tanneurs-Bas, 87000"),
        ("employer", "Reliure du Viaduc"),
        ("employer", "Imprimerie Basse"),
        ("job_title", "relieuse"),
        ("job_title", "apprentie"),
        ("hire_date", "2018-08"),
        ("school", "Lycée du Pont-Haut"),
        ("email_personal", "odile@odile.example"),
        ("phone_mobile", "+33 6 39 98 00 11"),
        ("contact_list", "2"),
        ("username", "odile"),
    }
    assert [each.text for each in profile.links] == [
        "https://odile.example/",
        "https://blog.odile.example",
        "https://x.com/odilepiquerel",
    ]


def test_posts_held_are_dated():
    fields = only(read(export(), context())).fields
    periods = {each.text: each.period for each in fields if each.name in {"employer", "school"}}
    assert periods == {
        "Reliure du Viaduc": (date(2018, 8, 1), None),
        "Imprimerie Basse": (date(2016, 1, 1), date(2018, 7, 31)),
        "Lycée du Pont-Haut": (date(2007, 1, 1), date(2010, 12, 31)),
    }


def test_a_summary_with_a_blank_line_is_whole():
    (bio,) = [each for each in only(read(export(), context())).posts if each.id == "bio"]
    assert bio.text == "Un.\nDeux."


def test_shares_are_seen_as_the_export_states():
    posts = only(read(export(), context(seen_by=Visibility.ANYONE))).posts
    seen = {each.text: (each.sight.visibility, each.sight.origin) for each in posts}
    assert seen["Bonjour"] == (Visibility.MEMBERS, Origin.STATED)
    assert seen["À tous"] == (Visibility.ANYONE, Origin.STATED)
    assert seen["Aux miens"] == (Visibility.CONTACTS, Origin.STATED)
    assert seen["Sans"] == (Visibility.ANYONE, Origin.DECLARED)
    assert {each.published_on for each in posts if each.text == "Bonjour"} == {date(2023, 7, 24)}


def test_messages_and_other_people_are_never_taken_over():
    shown = repr(only(read(export(), context())))
    assert "secret" not in shown
    assert "Escourrou" not in shown
    assert "Montjoyeux" not in shown


def test_french_headers_and_file_names_are_read():
    data = zipped(
        [("Export/Profil.csv", "Prénom,Nom,Titre du profil\nOdile,Piquerelle,Relieuse\n")]
    )
    assert ("job_title", "Relieuse") in said(only(read(data, context())))


def test_the_network_card_gives_the_defaults():
    linkedin = card("linkedin", employer=Visibility.INDEXED)
    profile = only(read(export(), context(networks={"linkedin": linkedin})))
    seen = {each.name: each.sight.visibility for each in profile.fields}
    assert seen["employer"] is Visibility.INDEXED
    assert seen["home_address"] is Visibility.UNKNOWN


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"Profile": ""}, "missing"),
        ({"Positions": "a,b\n1,2\n"}, "no column"),
        ({"Shares": "\x00\x01"}, "no table"),
    ],
)
def test_a_missing_or_damaged_part_is_a_failure_beside_the_rest(changed, reason):
    items = list(read(export(**changed), context()))
    (found,) = failures(items)
    assert reason in found
    assert isinstance(items[0], Profile)


def test_two_accounts_in_one_archive_are_ambiguous():
    items = list(read(zipped([("a/Profile.csv", PROFILE), ("b/Profile.csv", PROFILE)]), context()))
    assert any("ambiguous" in each for each in failures(items))
    assert "Piquerelle" not in repr(items)


def test_an_archive_of_nothing_known_says_why():
    assert len(failures(read(zipped([("a.txt", "x")]), context()))) == 1


def test_a_folder_is_read_as_the_zip_is(tmp_path):
    for name, text in PARTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert only(read_archive(folder(tmp_path), context())) == only(read(export(), context()))


def test_the_export_of_others_is_read_as_far_as_it_goes(data_folder):
    data = (data_folder / "fixtures/linkedin/hestialabs-linkedin-fake.zip").read_bytes()
    items = list(read(data, context()))
    assert failures(items) == ["Profile.csv is missing: names and address were not read"]
    found = said(items[0])
    assert {each for each in found if each[0] != "ad_interest"} == {("contact_list", "3000")}
    drawn = {text for kind, text in found if kind == "ad_interest"}
    assert {"Freelancer", "Interested in a new job", "Recently Switched Jobs"} <= drawn
    assert {"Recruiter", "Job seeker"} & drawn == set()  # “No” stands beside them
    assert not any("0.00" in each for each in drawn)


def test_headings_of_the_profile_that_are_not_known_are_kept():
    head, row = PROFILE.split("\n", maxsplit=1)[0], "Odile,Piquerelle,,,,,,,,,"
    text = f"{head},Industry,Branche\n{row},Artisanat,\n"
    profile = only(read(export(Profile=text), context(networks={})))
    assert ("label:Industry", "Artisanat") in said(profile)
    assert not any(each.name == "label:Branche" for each in profile.fields)


def test_a_visibility_that_is_not_understood_is_not_the_default():
    shares = (
        "Date,ShareLink,ShareCommentary,Visibility\n"
        "2024-01-01,,Aux miens,SOMETHING_NEW\n2024-01-02,,Sans mot,\n2024-01-03,,À tous,public\n"
    )
    shown = card("linkedin", posts=Visibility.ANYONE)
    profile = only(read(export(Shares=shares), context(networks={"linkedin": shown})))
    sights = {each.text: each.sight for each in profile.posts}
    assert sights["Aux miens"].visibility is Visibility.UNKNOWN
    assert (sights["Sans mot"].visibility, sights["Sans mot"].origin) == (
        Visibility.ANYONE,
        Origin.DEFAULT,
    )
    assert sights["À tous"].origin is Origin.STATED


def test_a_table_of_several_people_is_nobodys_profile():
    text = "First Name,Last Name,Headline\nOdile,Piquerelle,relieuse\nFirmin,E,choriste\n"
    items = list(read(export(Profile=text), context(networks={})))
    assert failures(items) == ["Profile.csv holds several people: none of them was read"]
    assert "Firmin" not in repr(items)
