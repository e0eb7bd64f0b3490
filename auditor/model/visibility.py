"""Who can see a fact, and how we know."""

from dataclasses import dataclass
from enum import StrEnum


class Visibility(StrEnum):
    """Who can see a field or a post, from the subject alone to a search engine."""

    ME = "me"
    CONTACTS = "contacts"
    FRIENDS_OF_FRIENDS = "friends_of_friends"
    MEMBERS = "members"
    ANYONE = "anyone"
    INDEXED = "indexed"
    UNKNOWN = "unknown"

    @property
    def level(self) -> int | None:
        """The rank 0 (me) to 5 (indexed); None where the visibility is not established."""
        return _LEVELS[self]

    def reaches(self, floor: "Visibility") -> bool:
        """Is it at least as public as `floor`? Unknown reaches nothing."""
        mine, least = _LEVELS[self], _LEVELS[floor]
        return mine is not None and least is not None and mine >= least


_LEVELS: dict[Visibility, int | None] = {
    each: rank for rank, each in enumerate(Visibility) if each is not Visibility.UNKNOWN
} | {Visibility.UNKNOWN: None}


class Origin(StrEnum):
    """How the visibility of a fact is known, in falling order of trust."""

    FETCHED = "fetched"
    STATED = "stated"
    DECLARED = "declared"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """A visibility and where it is known from (None when it is unknown)."""

    visibility: Visibility = Visibility.UNKNOWN
    origin: Origin | None = None


UNKNOWN_SIGHT = Sight()
"""Not established: no viewer but the subject sees it."""
