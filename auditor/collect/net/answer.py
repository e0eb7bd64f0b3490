"""What comes back through the door: bytes, or why there are none."""

from dataclasses import dataclass

from auditor.collect.unreadable import UnreadableError


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
