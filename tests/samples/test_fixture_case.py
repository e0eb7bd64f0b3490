"""A case made of real-format files that nobody here wrote."""

from datetime import UTC, datetime

import pytest

from auditor import kits, pipeline
from auditor.model.viewer import Viewer
from tests.fixture_case import build

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def report(data_folder, tmp_path):
    case = build(data_folder, tmp_path / "case")
    mandate, kit = kits.for_case(case, NOW.date())
    return pipeline.audit(mandate, kit, case=case, now=NOW)


@pytest.mark.data
def test_every_source_is_read_or_says_why(report):
    failed = {each.source for each in report.failures}
    for source in report.sources:
        assert source.status == "read" or source.id in failed
    assert sum(each.status != "failed" for each in report.sources) >= 20


@pytest.mark.data
def test_what_the_files_say_of_their_person_is_there(report):
    told = {(fact.kind, fact.value) for fact in report.facts}
    assert ("full_name", "Martin Smith") in told
    assert ("username", "yoozer") in told
    assert ("employer", "Example Works") in told
    assert ("birth_date", "1980-11-05") in told


@pytest.mark.data
def test_a_post_for_followers_is_not_seen_by_strangers(report):
    (hidden,) = [fact for fact in report.facts if fact.kind == "relative"]
    assert hidden.id not in report.views[Viewer.MEMBER].facts
    assert hidden.id in report.views[Viewer.CONTACT].facts
