"""Ids become what a reader understands."""

from dataclasses import replace

import pytest

from auditor.model.report import Report
from auditor.report.lookup import lookup


@pytest.mark.parametrize(
    ("source", "name"),
    [("p1", "Photos.example"), ("p2", "amis"), ("p3", "p3.html"), ("gone", "gone")],
)
def test_a_source_is_named_by_network_host_or_file(report, source, name):
    assert lookup(report, "en").source(source) == name


def test_two_sources_of_one_site_are_told_apart(report):
    twin = replace(report.sources[0], id="feed", place="footprint/feed.xml")
    book = lookup(replace(report, sources=(*report.sources, twin)), "en")
    assert book.source("p1") == "Photos.example · p1"
    assert book.site("p1") == "Photos.example"


def test_evidence_says_where_who_sees_and_since_when(report: Report):
    shown = lookup(report, "fr").evidence(report.facts[3])
    assert (shown.kind, shown.value) == ("date de naissance", "")
    assert shown.quote == "né le 17 mars 1980"
    assert (shown.seen_by, shown.since) == ("tout membre du réseau", "2 mai 2008")
    assert shown.voice == "dit par quelqu’un d’autre"


def test_the_setting_of_the_network_is_named(report):
    assert lookup(report, "fr").setting(report.facts[4]) == "Vous > Compte > Téléphone"


def test_a_value_that_only_repeats_its_place_is_left_out(report):
    placed = replace(report.facts[0], kind="profile_indexed", value="photos", quote="photos")
    shown = lookup(report, "en").evidence(placed)
    assert (shown.value, shown.quote) == ("", "")


def test_a_value_that_is_a_record_is_told_by_its_place(report):
    copied = replace(report.facts[0], kind="duplicate_profile", value="p2#owner")
    assert lookup(report, "en").evidence(copied).value == "amis"
