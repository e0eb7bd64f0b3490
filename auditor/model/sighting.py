"""What asking a site for a handle gave."""

from dataclasses import dataclass
from enum import StrEnum

from auditor.model.text import Text


class Verdict(StrEnum):
    """Is there an account?"""

    FOUND = "found"
    MISSING = "missing"
    UNKNOWN = "unknown"
    """Could not be established; the reason is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One site, one handle, one answer."""

    site: str
    handle: str
    url: str
    """The page that a person opens."""
    verdict: Verdict
    reason: Text | None = None
    """Why nothing is known, or what makes a verdict less than certain."""
