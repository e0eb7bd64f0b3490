"""How many rows a form shows one by one; the JSON result holds every row, and each form says how many more."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Rows shown: of evidence under one point, files, posts or recruiters, rows that cannot be read."""

    evidence: int
    files: int
    shares: int
    unread: int


SCREEN = Sizes(evidence=20, files=60, shares=30, unread=50)
"""Folded away on a page: enough to look for a pattern, and a full log stays under half a megabyte."""
PAPER = Sizes(evidence=6, files=30, shares=15, unread=20)
"""On paper nothing folds: a full log stays within the time that one printing may take."""
