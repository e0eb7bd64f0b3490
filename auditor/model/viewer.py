"""Who looks, and what they can see."""

from enum import StrEnum

from auditor.model.network import NetworkKind
from auditor.model.visibility import Visibility


class Viewer(StrEnum):
    """Seven ways to look at a footprint; they form a lattice, not a line."""

    SEARCH = "search"
    ANYONE = "anyone"
    MEMBER = "member"
    RECRUITER = "recruiter"
    FRIEND_OF_FRIEND = "friend_of_friend"
    CONTACT = "contact"
    ME = "me"

    def sees(self, visibility: Visibility, kind: NetworkKind) -> bool:
        """Can this viewer read something of that visibility on a network of that kind?"""
        if self is Viewer.ME:
            return True
        return visibility.reaches(self._floor(kind))

    def _floor(self, kind: NetworkKind) -> Visibility:
        if self is Viewer.RECRUITER and kind is NetworkKind.PROFESSIONAL:
            return Visibility.FRIENDS_OF_FRIENDS
        return _FLOORS[self]

    @property
    def counts(self) -> bool:
        """Do findings in this view decide the exit code? Contacts and the subject are inventory."""
        return self not in {Viewer.CONTACT, Viewer.ME}


_FLOORS = {
    Viewer.SEARCH: Visibility.INDEXED,
    Viewer.ANYONE: Visibility.ANYONE,
    Viewer.MEMBER: Visibility.MEMBERS,
    Viewer.RECRUITER: Visibility.ANYONE,
    Viewer.FRIEND_OF_FRIEND: Visibility.FRIENDS_OF_FRIENDS,
    Viewer.CONTACT: Visibility.CONTACTS,
    Viewer.ME: Visibility.ME,
}
