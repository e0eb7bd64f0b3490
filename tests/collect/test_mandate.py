"""The mandate: what it allows, and how each fault of it is named."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.collect.mandate import draft, load
from auditor.errors import MandateError
from auditor.model.mandate import Purpose, Shows
from auditor.model.visibility import Visibility

TODAY = date(2026, 6, 1)
SAMPLES = Path(__file__).parents[2] / "samples"
HEAD = """\
auditor: 1
subject: {name: Odile Piquerelle}
purpose: self-audit
language: fr
signed_on: 2026-01-05
expires_on: 2027-01-05
"""


@pytest.fixture
def case(tmp_path):
    """Writes a mandate and gives its case."""

    def write(text):
        (tmp_path / "mandate.yml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def refusal(case):
    with pytest.raises(MandateError) as caught:
        load(case, TODAY)
    return str(caught.value)


@pytest.mark.parametrize("name", ["marc-l", "namesakes", "discreet", "broken"])
def test_the_samples_load(name):
    assert load(SAMPLES / name, date(2026, 11, 24)).sources


def test_the_written_form_becomes_the_model(case):
    mandate = load(
        case(
            HEAD
            + """\
fictional: true
accounts: [{id: "photos:odile", url: "https://photos.example/odile", proofs: [{method: rel-me, on: 2026-01-05}]}]
handles: [odile]
sources:
  - {path: footprint/album.html, shows: profile, owner: other, seen_by: {default: members, tag_links: friends_of_friends}}
  - {path: exports/all.zip, owner: "photos:odile", seen_by: unknown, saved_on: 2026-01-04}
  - {id: own, url: "https://odile.example/"}
  - {url: "https://www.odile.example/blog"}
declared: {sms_2fa: true, breached_email: [odile@mail.example], cv: {employer: Atelier Quai Sud}}
"""
        ),
        TODAY,
    )
    album, export, own, blog = mandate.sources
    assert [each.id for each in mandate.sources] == ["album", "all", "own", "www.odile.example"]
    assert album.shows is Shows.PROFILE
    assert album.seen_by.default is Visibility.MEMBERS
    assert album.seen_by.fields == {"tag_links": Visibility.FRIENDS_OF_FRIENDS}
    assert export.seen_by.default is Visibility.UNKNOWN
    assert (own.url, blog.path) == ("https://odile.example/", None)
    assert mandate.accounts[0].proofs[0].on == date(2026, 1, 5)
    assert mandate.declared.cv == {"employer": "Atelier Quai Sud"}


def test_a_cohort_is_a_mandate_too(case):
    text = HEAD.replace("self-audit", "cohort")
    assert load(case(text), TODAY).purpose is Purpose.COHORT


SOURCES = HEAD + "sources:\n"


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (HEAD.replace("auditor: 1\n", ""), 1, "write auditor: 1"),
        (HEAD.replace("auditor: 1", "auditor: 2"), 1, "write auditor: 1"),
        (HEAD.replace("auditor: 1", "auditor: true"), 1, "write auditor: 1"),
        (HEAD.replace("Odile Piquerelle", "' '"), 2, "no name"),
        (HEAD.replace("purpose: self-audit\n", ""), 1, "purpose: missing; add it"),
        (HEAD.replace("self-audit", "revenge"), 3, "purpose: input should be"),
        (HEAD.replace("language: fr", "language: de"), 4, "fr or en"),
        (HEAD.replace("Piquerelle}", "Piquerelle, languages: [de]}"), 2, "fr and en"),
        (HEAD.replace("2027-01-05", "2026-01-05"), 6, "later than signed_on"),
        (HEAD.replace("2027-01-05", "2025-01-05"), 6, "later than signed_on"),
        (HEAD.replace("2027-01-05", "soon"), 6, "expires_on: input should be a valid date"),
        (HEAD + "souces: []\n", 7, "unknown key; did you mean sources?"),
        (HEAD + "sources: yes\n", 7, "sources: input should be"),
        (HEAD + "accounts:\n  - {id: odile}\n", 8, "network:handle"),
        (HEAD + "accounts:\n  - {id: 'a:b', url: 'ftp://a.example/'}\n", 8, "http and https"),
        (SOURCES + "  - {path: a.html}\n  - {path: b/a.html}\n", 9, "id of its own"),
        (SOURCES + "  - {path: 'a#1.html'}\n", 8, "no blank and no #"),
        (SOURCES + "  - {path: a.html, url: 'https://a.example/'}\n", 8, "either a path or a url"),
        (SOURCES + "  - {id: a}\n", 8, "either a path or a url"),
        (SOURCES + "  - {path: /etc/passwd}\n", 8, "leaves the folder"),
        (SOURCES + "  - {path: ../other/a.html}\n", 8, "leaves the folder"),
        (SOURCES + "  - {path: a/../../b.html}\n", 8, "leaves the folder"),
        (SOURCES + "  - {path: 'a\\..\\..\\b.html'}\n", 8, "leaves the folder"),
        (SOURCES + "  - {path: 'C:\\b.html'}\n", 8, "leaves the folder"),
        (SOURCES + "  - {id: a, path: ''}\n", 8, "empty"),
        (SOURCES + "  - {url: 'https://me:secret@a.example/'}\n", 8, "a name or a password"),
        (SOURCES + "  - {id: a, url: 'file:///etc/passwd'}\n", 8, "http and https"),
        (SOURCES + "  - {path: a.html, owner: me}\n", 8, "an owner is"),
        (SOURCES + "  - {path: a.html, seen_by: everyone}\n", 8, "seen_by.default"),
        (
            SOURCES + "  - path: a.html\n    seen_by: {posts: all}\n",
            9,
            "sources.0.seen_by: input should be",
        ),
        (SOURCES + "  - {path: a.html, shows: album}\n", 8, "shows"),
        ("", 1, "no mandate"),
        ("- a\n", 1, "no mandate"),
        ("a: [\n", 2, "not valid YAML"),
        ("a: 1\na: 2\n", 1, "a key given twice"),
    ],
)
def test_one_fault_is_one_line_with_its_place(case, text, line, what):
    said = refusal(case(text))
    assert said.startswith(f"mandate.yml:{line}: ")
    assert what in said
    assert "\n" not in said


def test_every_fault_is_named_in_order(case):
    text = HEAD.replace("language: fr", "language: 7") + "sources:\n  - {path: 3}\n  - 4\nxyz: 1\n"
    said = refusal(case(text)).splitlines()
    assert [each.partition(": ")[0] for each in said] == [f"mandate.yml:{n}" for n in (4, 8, 9, 10)]
    text = HEAD.replace("language: fr", "language: de") + "sources:\n  - {path: /a}\n"
    assert len(refusal(case(text)).splitlines()) == 2


def test_flaws_can_be_said_in_another_language(case):
    """What the catalogues know is a place of the sentence of its own."""
    with pytest.raises(MandateError) as caught:
        load(case(HEAD.replace("language: fr", "language: de")), TODAY)
    assert "the language is fr or en" in caught.value.details.values()


@pytest.mark.parametrize(
    ("today", "what"),
    [
        (date(2027, 1, 6), "ended on 2027-01-05 and today is 2027-01-06"),
        (date(2026, 1, 4), "begins on 2026-01-05 and today is 2026-01-04"),
    ],
)
def test_a_day_outside_the_mandate_is_refused_with_the_dates(case, today, what):
    with pytest.raises(MandateError, match=what) as caught:
        load(case(HEAD), today)
    assert "ask the subject again" in str(caught.value)


@pytest.mark.parametrize("today", [date(2026, 1, 5), date(2027, 1, 5)])
def test_both_ends_of_the_mandate_count(case, today):
    assert load(case(HEAD), today)


def test_a_case_that_is_not_there_is_one_line(tmp_path):
    assert "is no folder" in refusal(tmp_path / "nowhere")
    assert "has no mandate.yml" in refusal(tmp_path)
    (tmp_path / "file").write_text("x")
    assert "is no folder" in refusal(tmp_path / "file")


def test_a_link_out_of_the_case_is_refused(case, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "page.html"
    outside.write_text("secret")
    folder = case(SOURCES + "  - {path: link.html}\n")
    (folder / "link.html").symlink_to(outside)
    assert "a link out of the folder" in refusal(folder)


def test_a_link_within_the_case_and_a_missing_file_are_fine(case):
    folder = case(SOURCES + "  - {path: link.html}\n  - {path: missing.html}\n")
    (folder / "page.html").write_text("x")
    (folder / "link.html").symlink_to(folder / "page.html")
    assert len(load(folder, TODAY).sources) == 2


@pytest.mark.parametrize("depth", [100, 2_000, 50_000])
def test_deep_nesting_is_a_fault_not_a_crash(case, depth):
    assert "mandate.yml" in refusal(case(HEAD + "handles: " + "[" * depth + "]" * depth + "\n"))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "name", ["Odile Piquerelle", "Zoé “L’Œil”: #1 {a} %(b)s 'x' \"y\" 😀", "yes"]
)
def test_a_draft_can_be_loaded(case, name, language):
    mandate = load(case(draft(name, language, TODAY)), TODAY)
    assert (mandate.subject.name, mandate.language) == (name, language)
    assert mandate.expires_on == date(2027, 6, 1)
    assert mandate.sources == ()


def test_the_examples_in_a_draft_are_good_ones(case):
    for language in ("fr", "en"):
        text = draft("Odile", language, TODAY)
        text = text.replace(": []\n#  - ", ":\n  - ").replace("\n#  - ", "\n  - ")
        mandate = load(case(text), TODAY)
        assert (len(mandate.accounts), len(mandate.sources)) == (1, 4)


def test_a_draft_made_on_a_leap_day_ends(case):
    assert "expires_on: 2029-02-28" in draft("Odile", "fr", date(2028, 2, 29))


@pytest.mark.parametrize("name", ["", "  ", "\n\t"])
def test_a_draft_needs_a_name(name):
    with pytest.raises(MandateError, match="needs the name"):
        draft(name, "fr", TODAY)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text())
def test_any_name_makes_a_draft_or_is_refused(case, name):
    try:
        text = draft(name, "en", TODAY)
    except MandateError:
        return
    assert (
        load(case(text), TODAY).subject.name == "".join(c for c in name if c.isprintable()).strip()
    )


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.dictionaries(st.sampled_from("subject purpose accounts sources handles".split()), PLAIN))
def test_no_data_whatever_crashes(case, data):
    import yaml

    folder = case(yaml.safe_dump(data))
    with pytest.raises(MandateError):
        load(folder, TODAY)
