"""What comes back through the door: bytes, or why there are none."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.collect.unreadable import UnreadableError


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


class FetchRefusedError(UnreadableError):
    """An address was not read, or may not be; it becomes a failure of its source."""
