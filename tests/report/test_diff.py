"""Two reports of one person: what is settled, new, changed, and what nobody could say."""

import json
from dataclasses import replace

import jsonschema
import pytest

from auditor.errors import ResultError
from auditor.model.change import Became
from auditor.model.finding import Dial
from auditor.model.mandate import Subject
from auditor.model.redaction import Redaction
from auditor.model.viewer import Viewer
from auditor.report import diff_result, diff_terminal
from auditor.report.redact import redact_both
from auditor.report.result_schema import diff_schema
from auditor.resources.folders import folder
from tests.report.changed import changed, differences, failing, settled, told, whole, without
from tests.report.conftest import AD, SIM

GONE, NEW, UNCOMPARED = Became.DISAPPEARED, Became.APPEARED, Became.UNCOMPARED


def risks(found, viewer=Viewer.MEMBER):
    return {
        each.change.either.code: (each.change.became, each.change.with_source)
        for each in found.risks
        if each.viewer is viewer
    }


def test_a_report_does_not_differ_from_itself(report):
    found = differences(report, report)
    assert not found.found
    assert {each.change.became for each in found.risks} == {Became.SAME}
    assert found.turns == ()


def test_a_risk_is_settled_when_what_it_rested_on_is_gone(report):
    report = whole(report)
    found = differences(report, settled(report))
    assert found.found
    assert risks(found) == {"F-03": (GONE, False), "F-09": (GONE, False)}
    assert risks(differences(settled(report), report)) == {
        "F-03": (NEW, False),
        "F-09": (NEW, False),
    }


def test_a_risk_is_not_settled_by_a_source_that_failed(report):
    """F-03 rests on p1 and p2, F-09 on p1 alone."""
    report = whole(report)
    found = differences(report, failing(settled(report), "p2"))
    assert risks(found) == {"F-03": (UNCOMPARED, False), "F-09": (GONE, False)}
    back = differences(failing(settled(report), "p2"), report)
    assert risks(back) == {"F-03": (UNCOMPARED, False), "F-09": (NEW, False)}


def test_a_risk_that_went_with_its_source_is_settled_only_if_the_page_is_gone(report):
    report = whole(report)
    found = differences(report, without(settled(report), "p2"))
    assert risks(found) == {"F-03": (GONE, True), "F-09": (GONE, False)}


def test_a_risk_that_went_with_a_join_rests_on_the_records_joined(report):
    """All facts of F-09 stand as they stood on p1; the person was joined with a record of p2."""
    report = whole(report)
    bare = replace(settled(report), facts=report.facts)
    assert risks(differences(report, bare))["F-09"] == (GONE, False)
    assert risks(differences(report, failing(bare, "p2")))["F-09"] == (UNCOMPARED, False)
    assert risks(differences(report, without(bare, "p2")))["F-09"] == (GONE, True)


def test_a_graver_risk_and_a_dial_that_moved_are_changes(report):
    views = dict(report.views)
    member = views[Viewer.MEMBER]
    views[Viewer.MEMBER] = replace(
        member,
        findings=(replace(SIM, severity=5), AD),
        dials=member.dials | {"fraud": Dial(value=40, grade="C")},
    )
    found = differences(report, replace(report, views=views))
    assert [each.change.either.code for each in found.risks if each.is_regraded] == ["F-03"]
    assert [
        (each.viewer, each.dial, each.before.value, each.after.value) for each in found.turns
    ] == [(Viewer.MEMBER, "fraud", 24, 40)]
    assert found.found


def test_a_viewer_of_one_report_alone_is_not_compared(report):
    alone = replace(report, views={Viewer.MEMBER: report.views[Viewer.MEMBER]})
    found = differences(report, alone)
    assert found.compared == (Viewer.MEMBER,)
    assert len(found.uncompared) == 6
    assert not found.found


def test_a_source_that_cannot_be_read_any_more_is_a_change_and_one_that_never_could_is_none(report):
    assert not differences(failing(report, "p2"), failing(report, "p2")).found
    assert differences(report, failing(report, "p2")).found


def test_two_people_are_not_compared_and_not_named(report):
    other = replace(report, mandate=replace(report.mandate, subject=Subject(name="Nora Quellec")))
    with pytest.raises(ResultError, match="not about the same person") as refused:
        differences(report, other)
    assert "Nora" not in str(refused.value)


# How it is told.


def test_the_summary_begins_with_what_was_settled(report):
    text = diff_terminal.summary(*told(whole(report), changed(whole(report))))
    assert (
        text
        == """\
Loïc Tréhardel – November 24, 2026 → November 24, 2026

Settled
  – A number in an ad (minor) – Anyone, A member, A friend of a friend, A
    contact, You
  – mobile phone (06 39 98 41 27) – Photos.example
  – other person named (avec H… au phare) – Photos.example

New
  – other person named (avec C… au phare) – Photos.example

Changed
  – Photos.example – home town (j’habite à Nantes) – now seen by your contacts
    instead of anyone, through a search engine
  – Photos.example – personal e-mail (loic@trehardel.example) – who sees it: not
    established before, only you now
  A member                Fraud 24 → 0
  A friend of a friend    Fraud 24 → 0
  A contact               Fraud 24 → 0
  You                     Fraud 24 → 0

Sources
  – p3.html: no longer in the mandate, nor what it showed (no fact); whether it
    is still online was not looked at

What could not be compared
  – amis: read before, not read now; left aside: 3 facts
  – Enough to try a SIM swap (serious) – A member, A friend of a friend, A
    contact, You
"""
    )


def test_the_way_back_tells_the_same_things_the_other_way_round(report):
    text = diff_terminal.summary(*told(changed(whole(report)), whole(report)))
    settled_, new = text.index("Settled"), text.index("New")
    assert settled_ < text.index("C… au phare") < new < text.index("A number in an ad")
    assert "p3.html: new in the mandate" in text
    assert "Fraud 0 → 24" in text


def test_nothing_changed_is_said(report):
    report = whole(report)
    text = diff_terminal.summary(*told(report, report))
    assert text.splitlines()[1:] == ["Nothing changed."]


def test_an_older_second_and_another_version_are_said(report):
    later = replace(report, version="0.2.0", made_at=report.made_at.replace(year=2027))
    text = diff_terminal.summary(*told(later, report))
    assert "The second result is older than the first." in text
    assert "versions 0.2.0 and 0.1.0" in text


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("mode", list(Redaction))
def test_names_are_masked_in_both_forms_as_the_mode_asks(report, mode, language):
    drawn = told(whole(report), changed(whole(report)), language, mode)
    for text in (diff_terminal.summary(*drawn), diff_result.render(*drawn).decode()):
        assert ("Corentin" in text) is (mode is Redaction.NONE)
        assert ("Tréhardel" in text) is (mode is not Redaction.ALL)
        assert ("06 39 98 41 27" in text) is (mode is not Redaction.ALL)
    assert ("Marchand" in diff_result.render(*drawn).decode()) is (mode is Redaction.NONE)


def test_what_is_masked_already_is_not_masked_twice(report):
    masked = redact_both((report,), (report, report), Redaction.OTHERS)[0]
    again = redact_both((masked,), (masked, masked), Redaction.OTHERS)[0]
    assert [each.label for each in again.records] == [each.label for each in masked.records]
    assert [each.value for each in again.facts] == [each.value for each in masked.facts]


@pytest.mark.parametrize("mode", list(Redaction))
def test_the_json_keeps_to_its_schema(report, mode):
    plain = json.loads(diff_result.render(*told(report, changed(report), mode=mode)))
    jsonschema.Draft202012Validator(diff_schema()).validate(plain)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(diff_schema()).validate({**plain, "extra": 1})


def test_the_published_schema_is_the_one_made_from_the_classes():
    published = (folder("reports") / "diff.schema.json").read_text("utf-8")
    assert json.loads(published) == diff_schema(), "write diff_schema() to reports/ again"


def test_the_json_says_each_change_with_both_sides(report):
    report = whole(report)
    plain = json.loads(diff_result.render(*told(report, changed(report))))
    assert plain["changed"] is True
    assert [each["became"] for each in plain["facts"]] == [
        *["disappeared"] * 2, "appeared", *["visibility"] * 2, *["uncompared"] * 3,
    ]  # fmt: skip
    town = next(each for each in plain["facts"] if each["kind"] == "home_commune")
    assert (town["visibility_before"], town["visibility_after"]) == ("indexed", "contacts")
    assert plain["findings"][0]["became"] == "disappeared"
    assert plain["same"]["facts"] + len(plain["facts"]) == len(report.facts) + 1
