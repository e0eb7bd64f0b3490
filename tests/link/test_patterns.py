"""The eighteen join patterns on real files: what must join, and what must be refused or left open."""

from functools import partial

import pytest
import yaml

from auditor.model.link import Band, Judgement
from auditor.model.names import slug
from auditor.model.viewer import Viewer
from auditor.resources.folders import folder
from tests.audited import audited, shared

PERSONAS = ("marc-l", "ines", "rachel", "maika")


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """The report of a sample, by its name."""
    return partial(audited, session=shared(tmp_path_factory.getbasetemp()))


def record(name):
    source, _, written = name.partition("#")
    return f"{source}#{written if written == 'owner' else slug(written)}"


def home(view, name):
    """The records that are one person with this one."""
    return next((one.records for one in view.identities if name in one.records), (name,))


def between(view, left, right):
    """What is said of a pair."""
    pair = {record(left), record(right)}
    return next((each for each in view.links if {each.left, each.right} == pair), None)


MUST_JOIN = [
    ("JP-01", "ines", "anyone", "p2a#owner", "p2c#owner"),
    ("JP-02", "marc-l", "search", "p1a#owner", "p1b#Loïc T."),
    ("JP-03", "ines", "anyone", "p2a#owner", "p2b#owner"),
    ("JP-03", "maika", "anyone", "p4e#owner", "p4b#owner"),
    ("JP-03", "marc-l", "friend_of_friend", "p1c#Loïc Tréhardel", "p1h#owner"),
    ("JP-04", "rachel", "search", "p3a#owner", "p3e#owner"),
    ("JP-05", "marc-l", "member", "p1a#owner", "p1c#Loïc Tréhardel"),
    ("JP-05", "marc-l", "member", "p1a#Hélène", "p1c#owner"),
    ("JP-05", "rachel", "search", "p3c#owner", "p3a#owner"),
    ("JP-06", "ines", "anyone", "p2d#owner", "p2a#owner"),
    ("JP-06", "maika", "anyone", "p4c#owner", "p4b#owner"),
    ("JP-08", "marc-l", "search", "p1b#Loïc T.", "p1d#Loïc Tréhardel"),
    ("JP-08", "ines", "search", "p2f#Inès C.", "p2e#owner"),
    ("JP-08", "maika", "search", "p4a#DESROSIERS LEMELIN Maika", "p4d#Maïka Desrosiers-Lemelin"),
    ("JP-09", "marc-l", "search", "p1a#owner", "p1f#owner"),
    ("JP-09", "maika", "anyone", "p4f#owner", "p4b#owner"),
    ("JP-10", "marc-l", "search", "p1d#Loïc Tréhardel", "p1g#L. Tréhardel"),
    ("JP-10", "ines", "anyone", "p2b#owner", "p2e#owner"),
    ("JP-11", "rachel", "search", "p3d#owner", "p3b#owner"),
    ("JP-12", "marc-l", "search", "p1a#Julia Krügelstein", "p1i#Julia Kruegelstein"),
    ("JP-18", "hops", "member", "h1#owner", "h3#owner"),
]

MUST_REFUSE = [
    ("JP-01", "marc-l", "p1a#owner", "d4#owner"),
    ("JP-01", "ines", "p2c#owner", "x1#owner"),
    ("JP-01", "ines", "p2b#owner", "d2#owner"),
    ("JP-02", "marc-l", "p1a#owner", "d6#Ludovic Tréhardel"),
    ("JP-03", "ines", "p2b#owner", "x2#owner"),
    ("JP-04", "rachel", "p3a#owner", "x1#owner"),
    ("JP-04", "rachel", "p3e#owner", "x1#owner"),
    ("JP-05", "maika", "p4b#owner", "x2#owner"),
    ("JP-06", "ines", "p2d#owner", "d3#owner"),
    ("JP-08", "maika", "p4d#Maïka Desrosiers-Lemelin", "p4a#DESROSIERS Maika"),
    ("JP-09", "maika", "p4f#owner", "x1#owner"),
    ("JP-10", "marc-l", "p1g#L. Tréhardel", "d6#Ludovic Tréhardel"),
    ("JP-10", "maika", "p4g#M. Desrosiers-L.", "p4a#DESROSIERS LEMELIN Maika"),
    ("JP-10", "maika", "p4g#M. Desrosiers-L.", "p4d#Maïka Desrosiers-Lemelin"),
    ("JP-11", "rachel", "p3b#owner", "x2#owner"),
    ("JP-11", "rachel", "p3d#owner", "x2#owner"),
    ("JP-12", "trail", "q4#Hanne Kruger", "q5#H. Krueger"),
    ("JP-14", "rachel", "p3a#owner", "p3f#owner"),
    ("JP-15", "marc-l", "p1a#owner", "d5#Loïc T."),
    ("JP-15", "marc-l", "p1d#Loïc Tréhardel", "d5#Loïc T."),
    ("JP-16", "trail", "q1#owner", "q2#Annick Kerloréguen"),
    ("JP-16", "trail", "q1#owner", "q3#owner"),
    ("JP-17", "tastes", "t1#owner", "t2#owner"),
    ("JP-17", "tastes", "t1#owner", "t3#owner"),
]


@pytest.mark.parametrize(("pattern", "sample", "viewer", "left", "right"), MUST_JOIN)
def test_what_must_join_joins(report, pattern, sample, viewer, left, right):
    view = report(sample).views[Viewer(viewer)]
    assert record(right) in home(view, record(left)), (pattern, between(view, left, right))


@pytest.mark.parametrize(("pattern", "sample", "left", "right"), MUST_REFUSE)
def test_what_must_be_refused_joins_for_no_viewer(report, pattern, sample, left, right):
    known = {each.id for each in report(sample).records}
    assert {record(left), record(right)} <= known, "the page shows both, or the test is empty"
    for view in report(sample).views.values():
        assert record(right) not in home(view, record(left)), pattern


def test_jp07_a_dated_wish_and_an_age_give_a_birth_date_with_its_interval(report):
    for sample, value, low in (
        ("marc-l", "1980-03-17", "1980-03-15"),
        ("maika", "2004-01-30", "2004-01-28"),
    ):
        made = report(sample).views[Viewer.MEMBER].made
        (birth,) = [each for each in made if each.kind == "birth_date"]
        assert birth.value == value
        assert birth.inferred_from
        assert (str(birth.period.low), str(birth.period.high)) == (low, value)


def test_jp10_a_sister_of_the_same_initial_and_club_leaves_it_open(report):
    view = report("maika").views[Viewer.SEARCH]
    for other in ("p4a#DESROSIERS LEMELIN Maika", "p4d#Maïka Desrosiers-Lemelin"):
        link = between(view, "p4g#M. Desrosiers-L.", other)
        assert link is not None
        assert link.judgement is Judgement.UNSURE


def test_jp13_the_answer_of_the_school_list_is_nobody(report):
    for viewer in ("anyone", "member", "recruiter", "friend_of_friend", "contact", "me"):
        view = report("marc-l").views[Viewer(viewer)]
        (absence,) = view.absences
        assert (absence.source, len(absence.considered)) == ("p1e", 5)
        mine = {each for one in view.identities if one.is_subject for each in one.records}
        assert not any(each.startswith("p1e#") for each in mine)


def test_jp14_the_clone_is_flagged_and_never_merged(report):
    for view in report("rachel").views.values():
        assert {(each.record, each.of) for each in view.impersonations} == {
            ("p3f#owner", "p3a#owner")
        }


@pytest.mark.parametrize(
    ("sample", "left", "right", "comparison"),
    [
        ("trail", "q1#owner", "q2#Annick Kerloréguen", "trail"),
        ("tastes", "t1#owner", "t2#owner", "taste"),
    ],
)
def test_jp16_and_jp17_are_suggested_with_the_words_that_carry_them(
    report, sample, left, right, comparison
):
    found = report(sample)
    link = between(found.views[Viewer.SEARCH], left, right)
    assert link is not None
    assert link.judgement is Judgement.UNSURE
    assert link.band is not Band.NEAR_CERTAIN
    quotes = {each.id: each.quote for each in found.facts}
    (carried,) = [each for each in link.levels if each.comparison == comparison]
    assert quotes[carried.left]
    assert quotes[carried.right]


def test_jp17_what_everybody_likes_says_nothing(report):
    for view in report("tastes").views.values():
        assert between(view, "t1#owner", "t3#owner") is None


def test_jp18_the_chain_is_shown_hop_by_hop_and_goes_no_farther_than_three(report):
    portrait = report("hops").views[Viewer.MEMBER].portrait
    steps = {step.record: step for step in portrait.steps}
    assert portrait.start == "h1#owner"
    assert [step.record for step in portrait.steps] == [
        "h2#gwendal-morvanec",
        "h3#owner",
        "h4#g-morvanec",
    ]
    assert all(step.quotes for step in portrait.steps)
    assert steps["h2#gwendal-morvanec"].through == ("h2#owner",)
    # A friend of a friend of a friend knows a Gwendal M. too: four hops away, and nothing is said.
    for view in report("hops").views.values():
        walked = view.portrait.steps if view.portrait else ()
        assert not any(each.startswith("h6#") for step in walked for each in step.through)
        assert not any(step.record.startswith(("h5#", "h6#")) for step in walked)


def decoys():
    for sample in PERSONAS:
        truth = yaml.safe_load((folder("samples") / sample / "truth.yml").read_text("utf-8"))
        for each in truth["decoys"]:
            yield sample, each["record"]


def test_the_four_personas_have_fifteen_decoys():
    assert len(list(decoys())) == 15


@pytest.mark.parametrize(("sample", "decoy"), list(decoys()))
def test_no_decoy_is_taken_for_the_subject_by_anybody(report, sample, decoy):
    named = record(decoy)
    rows = {each.id for each in report(sample).records if each.id == named or _row(each.id, named)}
    assert rows
    for view in report(sample).views.values():
        mine = {each for one in view.identities if one.is_subject for each in one.records}
        assert not rows & mine


def _row(one, named):
    """Rows of a list carry their number: ``p1e#loic-trehardel-3``."""
    rest = one.removeprefix(named)
    return rest != one and rest[:1] == "-" and rest[1:].isdigit()
