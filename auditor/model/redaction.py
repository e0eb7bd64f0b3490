"""Whose names a report shows."""

from enum import StrEnum


class Redaction(StrEnum):
    """Whose names are masked."""

    NONE = "none"
    OTHERS = "others"
    ALL = "all"
