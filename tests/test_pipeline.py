"""pipeline.py: the one road, and the one cut."""

import itertools
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor import kits, pipeline
from auditor.errors import MandateError
from auditor.model.network import NetworkKind
from auditor.model.viewer import Viewer
from auditor.model.visibility import Visibility
from auditor.resources.folders import folder
from tests.builders import fact

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ORDER = [
    Viewer.SEARCH,
    Viewer.ANYONE,
    Viewer.MEMBER,
    Viewer.FRIEND_OF_FRIEND,
    Viewer.CONTACT,
    Viewer.ME,
]


@given(
    levels=st.lists(st.sampled_from(list(Visibility)), max_size=12),
    kind=st.sampled_from(list(NetworkKind)),
)
def test_a_wider_viewer_loses_no_fact(levels, kind):
    facts = [replace(fact("a#owner", "employer", "x"), visibility=each) for each in levels]
    seen = [set(pipeline.cut(facts, viewer, {"a": kind})) for viewer in ORDER]
    assert all(narrow <= wide for narrow, wide in itertools.pairwise(seen))


def test_a_recruiter_sees_further_where_the_reader_told_a_professional_network():
    facts = [replace(fact("a#owner", "employer", "x"), visibility=Visibility.FRIENDS_OF_FRIENDS)]
    assert pipeline.cut(facts, Viewer.RECRUITER, {"a": NetworkKind.PROFESSIONAL})
    assert not pipeline.cut(facts, Viewer.RECRUITER, {"a": NetworkKind.PERSONAL})
    assert not pipeline.cut(facts, Viewer.RECRUITER, {})


def case(name):
    place = folder("samples") / name
    return (*kits.for_case(place, NOW.date()), place)


def test_an_expired_mandate_stops_the_road():
    mandate, kit, place = case("discreet")
    late = datetime(2099, 1, 1, tzinfo=UTC)
    with pytest.raises(MandateError):
        pipeline.audit(mandate, kit, case=place, now=late)


def test_the_road_is_the_same_twice():
    mandate, kit, place = case("namesakes")
    first, second = (pipeline.audit(mandate, kit, case=place, now=NOW) for _ in range(2))
    assert first == second


def test_what_is_said_of_others_is_marked_as_theirs():
    mandate, kit, place = case("marc-l")
    report = pipeline.audit(mandate, kit, case=place, now=NOW, viewers=(Viewer.ME,))
    about = {each.record: each.about for each in report.facts if each.kind == "full_name"}
    assert about["p1c#owner"] == about["d1#owner"] == "other"
    assert about["p1d#loic-trehardel"] == "subject"
