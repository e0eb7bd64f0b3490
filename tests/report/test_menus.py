"""The menus beside the steps of a finding: of each fact's network, once, inert."""

from dataclasses import replace

import pytest

from auditor.model.finding import Finding
from auditor.model.viewer import Viewer
from auditor.report.html import render
from auditor.report.lookup import lookup
from auditor.report.panels import finding
from auditor.report.redact import Redaction

SETTINGS = {
    "home_commune": {"fr": "Profil > Ville", "en": "Profile > Town"},
    "posts": {"fr": "Réglages > Publications", "en": "Settings > Posts"},
}


@pytest.fixture
def shown(report):
    """The finding over some facts of the hand-made report, whose one network tells two menus."""

    def made(*facts, language="en", settings=SETTINGS):
        (key, card), *rest = report.networks.items()
        told = replace(report, networks={**dict(rest), key: replace(card, settings=settings)})
        view = told.views[Viewer.MEMBER]
        one = Finding(
            rule="fraud.made", code="F-99", severity=3, identity="i", audience=(), facts=facts
        )
        return finding(lookup(told, language), view, one).menus

    return made


def test_each_menu_stands_once_with_the_place(shown):
    menus = shown("f2", "f7", "f8")  # a field's kind, then two posts
    assert [each.path for each in menus] == ["Profile > Town", "Settings > Posts"]
    assert len({each.place for each in menus}) == 1


def test_it_is_in_the_readers_language(shown):
    assert shown("f2", language="fr")[0].path == "Profil > Ville"


@pytest.mark.parametrize(
    ("facts", "settings"), [(("f2",), {}), ((), SETTINGS), (("f1",), SETTINGS)]
)
def test_where_no_menu_is_known_none_is_told(shown, facts, settings):
    assert shown(*facts, settings=settings) == ()


def test_of_a_fact_that_was_made_it_is_that_of_what_it_rests_on(shown):
    assert shown("made-1") == shown("f4")


def test_a_menu_is_inert(report):
    evil = "<script>alert(1)</script>\u202e"
    (key, card), *rest = report.networks.items()
    hostile = {name: {"en": evil, "fr": evil} for name in ("posts", "home_commune", "phone_mobile")}
    told = replace(report, networks={**dict(rest), key: replace(card, settings=hostile)})
    page = render(told, language="en", redact=Redaction.NONE).decode()
    assert "<script>alert(1)" not in page
    assert "\u202e" not in page
    assert "alert(1)" in page
