"""Then and now."""

import json
from dataclasses import replace
from datetime import date

import pytest

from auditor.errors import ResultError
from auditor.model.screening_rule import Place, Table
from auditor.report.officer import result
from auditor.report.officer.trend import Became, against, decoded, read
from auditor.report.officer.trend_shown import trend
from auditor.report.words import Words
from tests.report.officer.checks import broken, clean, hostile, rule, small

EN = Words(language="en")
THEN = date(2026, 5, 1)


def before(found, **more):
    data = json.loads(result.render(replace(found, on=THEN), language="en")) | more
    return decoded(json.dumps(data).encode(), file="then.json")


def became(then, now):
    return {each.code: each.became for each in against(before(then), now).turns}


def test_what_became_of_each_rule():
    then = replace(clean(), broken=(broken("H-01", [2]), broken("H-03", [2]), broken("H-16", [2])))
    now = replace(clean(), broken=(broken("H-01", [2]), broken("H-04", [3])), passed=(rule("H-03"),),
                  untold=(rule("H-16"),))  # fmt: skip
    assert became(then, now) == {
        "H-01": Became.STILL,
        "H-03": Became.SETTLED,
        "H-04": Became.NEW,
        "H-16": Became.OPEN,
    }


def test_nothing_changes_when_nothing_changed():
    assert set(became(small(), small()).values()) == {Became.STILL}


def test_a_rule_that_could_not_be_told_then_may_be_older():
    then = replace(clean(), passed=(rule("H-01"),))
    now = replace(clean(), broken=(broken("H-01", [2]), broken("H-04", [2])))
    found = {each.code: each.unknown_then for each in against(before(then), now).turns}
    assert found == {"H-01": False, "H-04": True}


@pytest.mark.parametrize(
    ("table", "then", "now"), [(Table.LOOKS, 5.0, 2.5), (Table.CANDIDATES, 10.0, 5.0)]
)
def test_rates_are_per_hundred_of_what_the_rule_is_about(table, then, now):
    of = {"looks": 40, "candidates": 20}
    was = replace(clean(), **of, broken=(broken("H-06", [2, 3], table=table),))
    is_now = replace(clean(), **of, broken=(broken("H-06", [2], table=table),))
    (turn,) = against(before(was), is_now).turns
    assert (turn.rate_then, turn.rate_now) == (then, now)


def test_what_is_about_the_employer_has_no_rate_and_an_empty_log_none():
    employer = replace(clean(), broken=(broken("H-15", [0], table=Table.PRACTICE),))
    (turn,) = against(before(employer), employer).turns
    assert (turn.then, turn.now, turn.rate_then, turn.rate_now) == (1, 1, None, None)
    empty = replace(clean(), looks=0, candidates=0)
    (turn,) = against(before(replace(employer, broken=(broken("H-01", [2]),))), empty).turns
    assert turn.rate_now is None


def test_in_words_what_is_settled_comes_first():
    then = replace(clean(), broken=(broken("H-03", [2]), broken("H-01", [2])))
    now = replace(clean(), broken=(broken("H-01", [2]),), passed=(rule("H-03"),))
    told = trend(EN, now, before(then))
    assert [each.code for each in told.turns] == ["H-03", "H-01"]
    assert told.headline == "Since May 1, 2026: one rule settled, no rule newly to verify."
    assert trend(EN, now, None) is None


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"place": Place.QC}, r"then\.json is of another place \(FR\); this check is of QC"),
        (
            {"on": date(2026, 4, 30)},
            r"of a later day \(2026-05-01\) than this check \(2026-04-30\)",
        ),
    ],
)
def test_what_cannot_be_compared_is_refused(change, why):
    with pytest.raises(ResultError, match=why):
        against(before(small()), replace(small(), **change))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe{}",
        b"[" * 100_000,
        b'{"place": "FR"}',
        json.dumps({"mandate": {"subject": "Ines Example"}, "views": {}}).encode(),
    ],
    ids=["empty", "cut", "list", "null", "bytes", "deep", "partial", "audit"],
)
def test_what_is_no_result_is_one_line_without_its_words(data):
    with pytest.raises(ResultError) as caught:
        decoded(data, file="x.json")
    assert "\n" not in str(caught.value)
    assert "auditor screening check --format json" in str(caught.value)
    assert "Ines" not in str(caught.value)


@pytest.mark.parametrize(
    "change",
    [
        {"place": "XX"},
        {"on": "yesterday"},
        {"looks": -1},
        {"looks": 10**12},
        {"looks": "many"},
        {"rules": [{"code": "H-01", "title": "", "severity": 9, "table": "looks", "rows": 1}]},
        {"rules": [{"code": "", "title": "", "severity": 1, "table": "looks", "rows": 1}]},
        {"passed": [{"code": "x" * 1000}]},
    ],
)
def test_figures_no_check_could_have_written_are_refused(change):
    with pytest.raises(ResultError, match="is no result of a screening check"):
        before(small(), **change)


def test_a_rule_told_twice_is_refused():
    one = {"code": "H-01", "title": "", "severity": 1, "table": "looks", "rows": 1}
    with pytest.raises(ResultError, match="tells of one rule twice"):
        before(small(), rules=[one, one])


def test_keys_of_later_versions_are_passed_over():
    assert before(small(), novelty=[1]).looks == 48


def test_a_file_is_read_and_a_missing_one_refused(tmp_path):
    path = tmp_path / "then.json"
    with pytest.raises(ResultError, match=r"then\.json cannot be read"):
        read(path, small())
    path.write_bytes(result.render(small(), language="fr"))
    assert read(path, small()).file == "then.json"
    with pytest.raises(ResultError, match="another place"):
        read(path, replace(small(), place=Place.US))


def test_a_hostile_result_is_shown_harmless():
    one = {"code": "\u202eH", "title": "<b>\u202e", "severity": 5, "table": "looks", "rows": 1}
    told = trend(EN, hostile(), before(hostile(), rules=[one]))
    assert "\u202e" not in repr(told)
