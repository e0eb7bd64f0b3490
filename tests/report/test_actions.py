"""What to do first."""

from dataclasses import replace

from auditor.model.fix import Fix
from auditor.model.report import Report
from auditor.model.viewer import Viewer
from auditor.report.actions import actions


def test_actions_come_gravest_first_with_place_and_gain(report):
    first, second = actions(report)
    assert (first.finding.code, second.finding.code) == ("F-03", "F-09")
    assert first.sources == ("p1", "p2")
    assert first.viewers == (Viewer.MEMBER, Viewer.FRIEND_OF_FRIEND)
    assert first.weakens == ("fraud.f-09",)
    assert first.breaks == 1
    assert len(actions(report, limit=1)) == 1


def test_two_rules_with_one_first_step_are_one_action(report: Report):
    same = replace(report.rules["fraud.f-09"], advice=report.rules["fraud.f-03"].advice)
    both = replace(report, rules={**report.rules, "fraud.f-09": same})
    assert len(actions(both)) == 1


def test_what_lowers_the_dials_most_comes_first(report):
    """A fix is told by the gravest finding it closes, and what it closes is not told again."""
    grave, *_ = actions(report)
    other = next(each.finding.rule for each in actions(report, limit=None)[1:])
    fix = Fix(
        facts=("f1",),
        effort="easy",
        closes=(other,),
        weakens=(grave.finding.rule,),
        viewer=Viewer.ANYONE,
        dials={"fraud": (40, 10)},
    )
    found = actions(replace(report, fixes=(fix,)), limit=None)
    assert (found[0].finding.rule, found[0].fix) == (other, fix)
    assert [each.id for each in found[0].facts] == ["f1"]
    assert grave.finding.rule in found[0].weakens
    assert [each.finding.rule for each in found].count(other) == 1
    assert grave.finding.rule in [each.finding.rule for each in found[1:]]


def test_a_fix_of_what_no_stranger_is_warned_of_is_passed_over(report):
    fix = Fix(
        facts=("f1",),
        effort="easy",
        closes=("no.such",),
        weakens=(),
        viewer=Viewer.ANYONE,
        dials={},
    )
    assert actions(replace(report, fixes=(fix,))) == actions(report)
