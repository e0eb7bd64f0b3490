"""What matters first."""

from dataclasses import replace

import pytest

from auditor.model.viewer import Viewer
from auditor.report.digest import (
    by_rule,
    growth,
    narrower,
    strangers,
    subject_records,
    unchecked,
    verdict,
)


@pytest.mark.parametrize(
    ("viewer", "beyond"),
    [
        (Viewer.SEARCH, None),
        (Viewer.ANYONE, Viewer.SEARCH),
        (Viewer.MEMBER, Viewer.ANYONE),
        (Viewer.RECRUITER, Viewer.ANYONE),
        (Viewer.FRIEND_OF_FRIEND, Viewer.MEMBER),
        (Viewer.CONTACT, Viewer.FRIEND_OF_FRIEND),
        (Viewer.ME, Viewer.CONTACT),
    ],
)
def test_each_viewer_is_compared_with_the_nearest_narrower_one(report, viewer, beyond):
    assert narrower(report, viewer) is beyond


def test_viewers_that_were_not_asked_are_passed_over(report):
    few = replace(report, views={each: report.views[each] for each in (Viewer.SEARCH, Viewer.ME)})
    assert narrower(few, Viewer.ME) is Viewer.SEARCH
    assert growth(few, Viewer.ME).beyond is Viewer.SEARCH


def test_growth_names_only_what_is_new(report):
    grown = growth(report, Viewer.MEMBER)
    assert [fact.id for fact in grown.facts] == ["f3", "f4", "made-1"]
    assert grown.records == ("p2#loic-t",)
    assert [each.code for each in grown.findings] == ["F-03"]
    assert [each.code for each in grown.known] == ["F-09"]


def test_a_viewer_who_sees_no_more_adds_nothing(report):
    grown = growth(report, Viewer.CONTACT)
    assert (grown.facts, grown.records, grown.findings) == ((), (), ())


def test_the_verdict_is_of_the_first_viewer_with_a_finding(report):
    found = verdict(report)
    assert (found.viewer, found.places, found.findings) == (Viewer.ANYONE, 1, 1)
    assert found.gravest is not None
    assert (found.gravest.code, found.gravest_for) == ("F-03", Viewer.MEMBER)


def test_without_findings_nothing_is_grave(report):
    calm = {key: replace(view, findings=()) for key, view in report.views.items()}
    found = verdict(replace(report, views=calm))
    assert (found.findings, found.gravest) == (0, None)
    assert verdict(replace(report, views={})).viewer is None


def test_contacts_and_the_subject_are_no_strangers(report):
    assert Viewer.CONTACT not in {view.viewer for view in strangers(report)}
    assert Viewer.ME not in {view.viewer for view in strangers(report)}


def test_one_rule_on_two_identities_is_one_finding_with_all_facts(report):
    (sim, ad) = report.views[Viewer.MEMBER].findings
    (merged,) = by_rule((ad, replace(ad, identity="other", facts=("f1", "f5"))))
    assert merged.facts == ("f5", "f1")
    assert by_rule((sim, ad)) == (sim, ad)


def test_what_was_not_checked_is_counted(report):
    open_ = unchecked(report)
    assert (open_.failed, open_.partly) == (("p4",), ("p2",))
    assert [fact.id for fact in open_.unknown] == ["f9"]


def test_where_accounts_stay_apart_the_largest_group_counts(report):
    assert subject_records(report.views[Viewer.MEMBER]) == ("p1#owner", "p2#loic-t")
