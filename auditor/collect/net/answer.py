"""What comes back through the door: bytes, or why there are none."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from auditor.collect.unreadable import UnreadableError
from auditor.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One response: its body, cut where it was longer than asked for."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    cut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as somebody without login gets it."""

    data: bytes
    address: str
    """Where it stands, after redirects."""
    content_type: str
    indexed: bool
    """May search engines index it, as far as robots.txt and the headers say?"""
    headers: Mapping[str, str] = field(default_factory=dict)
    """What the site says beside the page: how many requests it still allows, for one."""


class FetchRefusedError(UnreadableError):
    """An address was not read, or may not be; it becomes a failure of its source."""

    def __init__(self, reason: Text, mend: Text, *, status: int | None = None) -> None:
        super().__init__(reason, mend)
        self.status = status
        """What the site answered, where it answered."""
