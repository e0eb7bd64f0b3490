"""model/viewer.py and model/visibility.py: the lattice."""

import pytest

from auditor.model.network import NetworkKind
from auditor.model.viewer import Viewer
from auditor.model.visibility import Visibility

WIDER = [
    (Viewer.SEARCH, Viewer.ANYONE),
    (Viewer.ANYONE, Viewer.MEMBER),
    (Viewer.ANYONE, Viewer.RECRUITER),
    (Viewer.MEMBER, Viewer.FRIEND_OF_FRIEND),
    (Viewer.RECRUITER, Viewer.FRIEND_OF_FRIEND),
    (Viewer.FRIEND_OF_FRIEND, Viewer.CONTACT),
    (Viewer.CONTACT, Viewer.ME),
]


@pytest.mark.parametrize(("narrow", "wide"), WIDER)
@pytest.mark.parametrize("kind", NetworkKind)
@pytest.mark.parametrize("visibility", Visibility)
def test_a_wider_viewer_sees_all_that_a_narrower_one_sees(narrow, wide, kind, visibility):
    assert wide.sees(visibility, kind) or not narrow.sees(visibility, kind)


@pytest.mark.parametrize("viewer", [each for each in Viewer if each is not Viewer.ME])
@pytest.mark.parametrize("kind", NetworkKind)
def test_the_unknown_is_seen_by_the_subject_alone(viewer, kind):
    assert not viewer.sees(Visibility.UNKNOWN, kind)
    assert Viewer.ME.sees(Visibility.UNKNOWN, kind)


def test_a_recruiter_sees_further_on_professional_networks_only():
    reach = Viewer.RECRUITER.sees
    assert reach(Visibility.FRIENDS_OF_FRIENDS, NetworkKind.PROFESSIONAL)
    assert not reach(Visibility.FRIENDS_OF_FRIENDS, NetworkKind.PERSONAL)
    assert not reach(Visibility.CONTACTS, NetworkKind.PROFESSIONAL)


def test_recruiter_and_member_are_not_comparable():
    members, friends = Visibility.MEMBERS, Visibility.FRIENDS_OF_FRIENDS
    assert Viewer.MEMBER.sees(members, NetworkKind.PERSONAL)
    assert not Viewer.RECRUITER.sees(members, NetworkKind.PERSONAL)
    assert not Viewer.MEMBER.sees(friends, NetworkKind.PROFESSIONAL)
    assert Viewer.RECRUITER.sees(friends, NetworkKind.PROFESSIONAL)
