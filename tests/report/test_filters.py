"""The risks sorted three ways."""

from dataclasses import replace

import pytest

from auditor.assess.review import AUDIENCES
from auditor.model.viewer import Viewer
from auditor.report import labels
from auditor.report.filters import sorts
from auditor.report.lookup import lookup
from auditor.report.panels import panel


def sorted_of(report, language="en"):
    book = lookup(report, language)
    return sorts(book, [panel(book, viewer) for viewer in labels.VIEWERS if viewer in report.views])


def test_each_risk_stands_once_under_each_sort(report):
    found = [
        (choice.key, [(each.code, each.anchor) for each in choice.findings])
        for sort in sorted_of(report)
        for choice in sort.choices
    ]
    sim, ad = ("F-03", "member-F-03"), ("F-09", "anyone-F-09")
    assert found == [
        ("severity-4", [sim]),
        ("severity-2", [ad]),
        ("audience-fraudster", [sim]),
        ("audience-stranger", [ad]),
        ("dial-fraud", [sim, ad]),
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_audience_of_the_rules_has_a_name(language):
    assert set(AUDIENCES) <= set(labels.AUDIENCES)
    assert all(lookup_words(language)(each) for each in labels.AUDIENCES.values())


def lookup_words(language):
    from auditor.report.words import Words

    return Words(language=language)


def test_one_risk_alone_needs_no_sorting(report):
    views = {Viewer.ANYONE: report.views[Viewer.ANYONE]}
    assert sorted_of(replace(report, views=views)) == ()
