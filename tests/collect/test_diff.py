"""Two collections: every thing of both in one class, and what was not read is not compared."""

import datetime
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.diff import compare
from auditor.model.change import Became, mirrored
from auditor.model.mandate import Mandate, Purpose, Subject
from auditor.model.report import Report, SourceStatus, Status
from auditor.model.visibility import Visibility
from tests.builders import fact, record

V = Visibility
DAY = datetime.date(2026, 11, 24)
MANDATE = Mandate(
    subject=Subject(name="Nora Quellec"),
    purpose=Purpose.SELF_AUDIT,
    language="fr",
    signed_on=DAY,
    expires_on=DAY,
)


def source(key, *, status=Status.READ, seen_by=V.INDEXED, place=None):
    place = place or f"footprint/{key}.html"
    return SourceStatus(
        id=key, place=place, network=None, status=status, records=1, seen_by=seen_by
    )


def collection(sources, records=(), facts=()):
    return Report(
        version="0.1.0",
        made_at=datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC),
        language="fr",
        mandate=MANDATE,
        sources=tuple(sources),
        failures=(),
        records=tuple(records),
        facts=tuple(facts),
        views={},
    )


def said(record_, value, visibility=V.INDEXED, kind="home_commune", **more):
    return replace(fact(record_, kind, value, **more), visibility=visibility)


def told(changes):
    """The facts of a comparison in short: what became of which value."""
    return sorted((each.became.value, each.either.value, each.with_source) for each in changes)


def one(*facts, **how):
    return collection([source("p", **how)], [record("p#owner", account="photos:nora")], facts)


TOWN = said("p#owner", "Nantes")


def comment(number, quote):
    """A comment: its value is the post it stands in."""
    post = f"post-{number}"
    made = said("p#owner", f"p/{post}", kind="public_comment", passage=post)
    return replace(made, quote=quote)


def test_a_comment_is_told_by_its_words_when_a_post_before_it_is_taken_off():
    before = one(comment(3, "une faute"), comment(4, "bravo"))
    after = one(comment(3, "bravo"))
    became = {each.either.quote: each.became for each in compare(before, after).facts}
    assert became == {"une faute": Became.DISAPPEARED, "bravo": Became.SAME}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (one(TOWN), one(TOWN), [("same", "Nantes", False)]),
        (one(TOWN), one(), [("disappeared", "Nantes", False)]),
        (one(), one(TOWN), [("appeared", "Nantes", False)]),
        (one(TOWN), one(replace(TOWN, id="other", quote="à Nantes")), [("same", "Nantes", False)]),
        (one(TOWN), one(said("p#owner", "Nantes", V.ME)), [("visibility", "Nantes", False)]),
        (
            one(TOWN),
            one(said("p#owner", "Nantes", kind="school")),
            [("appeared", "Nantes", False), ("disappeared", "Nantes", False)],
        ),
        (one(TOWN), one(status=Status.FAILED), [("uncompared", "Nantes", False)]),
        (one(status=Status.FAILED), one(TOWN), [("uncompared", "Nantes", False)]),
        (one(TOWN), one(status=Status.PARTLY), [("uncompared", "Nantes", False)]),
        (one(TOWN), one(TOWN, status=Status.PARTLY), [("same", "Nantes", False)]),
        (one(TOWN, status=Status.PARTLY), one(), [("disappeared", "Nantes", False)]),
        (one(TOWN), collection([]), [("disappeared", "Nantes", True)]),
        (collection([]), one(TOWN), [("appeared", "Nantes", True)]),
    ],
)
def test_what_becomes_of_a_fact(before, after, expected):
    assert told(compare(before, after).facts) == expected


def test_of_a_fact_said_twice_the_one_that_stays_is_paired_first():
    """Two posts name the town; the one for friends goes: nothing else changed."""
    public, friends = said("p#owner", "Nantes"), said("p#owner", "Nantes", V.CONTACTS)
    changes = compare(one(friends, public), one(public)).facts
    assert [(each.became, each.either.visibility) for each in changes] == [
        (Became.SAME, V.INDEXED),
        (Became.DISAPPEARED, V.CONTACTS),
    ]


@pytest.mark.parametrize(
    ("whole", "masked"),
    [
        ("Hélène Marchand", "H… M…"),
        ("Jean-Paul Le Goff", "J… P… L… G…"),
        ("+33639984127", "…"),
        ("zelie@courriel.example", "…"),
        ("9 rue des Tanneurs, Dinan", "…"),
        ("déjeuner avec Hélène", "déjeuner avec H…"),
        ("https://amis.example/img/p/51907_n.jpg", "https://amis.example/img/p/…_n.jpg"),
        ("écrire à zelie@courriel.example", "écrire à …"),
    ],
)
def test_a_masked_value_is_the_same_as_the_name_it_masks(whole, masked):
    pair = one(said("p#owner", whole)), one(said("p#owner", masked))
    for before, after in (pair, pair[::-1]):
        assert [each.became for each in compare(before, after).facts] == [Became.SAME]


@pytest.mark.parametrize(
    ("left", "right"), [("Nantes", "Nice"), ("H… M…", "Hervé Nico"), ("…", "Nantes")]
)
def test_initials_pair_only_what_is_masked(left, right):
    changes = compare(one(said("p#owner", left)), one(said("p#owner", right))).facts
    assert {each.became for each in changes} == {Became.APPEARED, Became.DISAPPEARED}


def test_a_source_under_another_name_is_known_by_its_account():
    """The export of a later date is another file: its account tells that it is the same source."""
    old = collection(
        [source("export-2025")],
        [record("export-2025#owner", account="photos:nora"), record("export-2025#yann")],
        [said("export-2025#owner", "Nantes"), said("export-2025#yann", "Brest")],
    )
    new = collection(
        [source("export-2026", seen_by=V.ME)],
        [record("export-2026#owner", account="photos:nora"), record("export-2026#yann")],
        [said("export-2026#owner", "Nantes"), said("export-2026#yann", "Rennes")],
    )
    changes = compare(old, new)
    assert [each.became for each in changes.sources] == [Became.VISIBILITY]
    assert {each.became for each in changes.records} == {Became.SAME}
    assert told(changes.facts) == [
        ("appeared", "Rennes", False),
        ("disappeared", "Brest", False),
        ("same", "Nantes", False),
    ]


def test_a_source_under_another_name_is_known_by_its_place():
    old, new = source("club", place="footprint/x.html"), source("press", place="footprint/x.html")
    assert [each.became for each in compare(collection([old]), collection([new])).sources] == [
        Became.SAME
    ]


def test_two_sources_of_one_account_are_not_guessed_apart():
    def owners(*keys):
        return collection(
            map(source, keys), [record(f"{each}#owner", account="photos:nora") for each in keys]
        )

    became = Counter(each.became for each in compare(owners("a", "b"), owners("c", "d")).sources)
    assert became == {Became.DISAPPEARED: 2, Became.APPEARED: 2}


# Any two audits of one person.


@st.composite
def collections(draw):
    keys = draw(st.lists(st.sampled_from("abcd"), unique=True, max_size=4))
    sources = [
        source(
            each,
            status=draw(st.sampled_from(list(Status))),
            seen_by=draw(st.sampled_from([V.ME, V.INDEXED])),
            place=draw(st.sampled_from(["x.html", f"{each}.html"])),
        )
        for each in keys
    ]
    records, facts = [], []
    for each in keys:
        account = draw(st.sampled_from([None, "photos:nora", f"photos:{each}"]))
        records.append(record(f"{each}#owner", account=account))
        if draw(st.booleans()):
            records.append(record(f"{each}#yann"))
    values = ["Nantes", "N…", "Nice", "…", "06", "Hélène Marchand", "H… M…"]
    for each in records:
        facts += [
            said(
                each.id,
                draw(st.sampled_from(values)),
                draw(st.sampled_from([V.ME, V.INDEXED, V.UNKNOWN])),
                passage=draw(st.sampled_from(["field", "post-1"])),
            )
            for _ in range(draw(st.integers(0, 4)))
        ]
    return collection(sources, records, facts)


def parts(changes):
    return changes.sources, changes.records, changes.facts


@given(collections())
def test_nothing_differs_from_itself(report):
    changes = compare(report, report)
    assert all(each.before == each.after for part in parts(changes) for each in part)
    assert {each.became for each in (*changes.records, *changes.facts)} <= {Became.SAME}


@given(collections(), collections())
def test_every_thing_of_both_is_in_exactly_one_class(before, after):
    changes = compare(before, after)
    for part, old, new in zip(
        parts(changes),
        (before.sources, before.records, before.facts),
        (after.sources, after.records, after.facts),
        strict=True,
    ):
        assert Counter(id(each.before) for each in part if each.before) == Counter(map(id, old))
        assert Counter(id(each.after) for each in part if each.after) == Counter(map(id, new))
    for each in (*changes.records, *changes.facts):
        alone = each.before is None or each.after is None
        assert alone is (each.became not in {Became.SAME, Became.VISIBILITY})


@given(collections(), collections())
def test_the_other_way_round_appeared_and_disappeared_change_places(before, after):
    there, back = compare(before, after), compare(after, before)
    for left, right in zip(parts(there), parts(back), strict=True):
        assert Counter(map(key, left)) == Counter(key(mirrored(each)) for each in right)


def key(change):
    return change.became, change.with_source, change.before, change.after


@given(collections(), collections())
def test_what_one_could_not_read_neither_appears_nor_disappears(before, after):
    whole = {each.id for each in after.sources if each.status is Status.READ}
    named = {each.id for each in after.sources}
    for each in compare(before, after).facts:
        if each.became is Became.DISAPPEARED and each.either.source in named:
            assert each.either.source in whole
