"""Records judged to be one person, and the answers that are not joins."""

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A set of records that a viewer would take for one person."""

    id: str
    records: tuple[str, ...]
    accounts: tuple[str, ...] = ()
    is_subject: bool = False


def subjects(identities: Iterable[Identity]) -> frozenset[str]:
    """The records that are taken for the subject's."""
    return frozenset(each for one in identities if one.is_subject for each in one.records)


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """A list was searched, and none of its candidates is the subject."""

    source: str
    searched_for: str
    considered: tuple[str, ...]
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Namesake:
    """Somebody else of the same name."""

    record: str
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Impersonation:
    """Another account that claims to be the subject."""

    record: str
    of: str
    why: Text
