"""One person as one place shows them: what linking compares."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Whether the record holds the account or is named on somebody's page."""

    OWNER = "owner"
    MENTIONED = "mentioned"


def source_of(record: str) -> str:
    """The source that a record's id begins with; what stands after it may be a person's name."""
    return record.partition("#")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A person on a page; its facts carry its id."""

    id: str
    """``<source>#owner`` or ``<source>#<slug of the name as written>``."""
    source: str
    role: Role
    label: str
    """The name as written."""
    account: str | None = None
    """``network:handle`` of an owner."""
    url: str | None = None
    """The address of an owner's account."""
    row: int | None = None
    """The row of a list that itself separates people."""
