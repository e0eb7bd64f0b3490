"""One thing a source says, with all that is needed to weigh it."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from auditor.model.visibility import Origin, Visibility


class About(StrEnum):
    """Whom a fact speaks of, seen from the person of its record (`subject` is that person)."""

    SUBJECT = "subject"
    CHILD = "child"
    PARTNER = "partner"
    FAMILY = "family"
    OTHER = "other"
    UNKNOWN = "unknown"


class Polarity(StrEnum):
    """How a thing is said."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    QUOTED = "quoted"


class When(StrEnum):
    """When a fact holds, seen from the moment it was written."""

    PAST = "past"
    NOW = "now"
    FUTURE = "future"


class Voice(StrEnum):
    """Who said it."""

    SELF = "self"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """When a fact holds; the date where one is said."""

    when: When = When.NOW
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A span of days, both ends included: all that is known of a date."""

    low: datetime.date
    high: datetime.date

    def overlaps(self, other: "Period") -> bool:
        """Can both be true of one day?"""
        return self.low <= other.high and other.low <= self.high

    def within(self, other: "Period") -> "Period | None":
        """The days in both, or None."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Period(low=low, high=high) if low <= high else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A statement about a record: what, in which words, where, for whom to see, how sure."""

    id: str
    record: str
    kind: str
    """An id of `rules/facts.yml`."""
    value: str
    """In the normal form of its kind."""
    quote: str
    """As written; for a field, the field's text."""
    source: str
    passage: str
    """The post or block it stands in; ``field`` for a structured value."""
    visibility: Visibility
    visibility_from: Origin | None
    recognizer: str
    confidence: float
    """0 to 1: how likely the source says this."""
    span: tuple[int, int] | None = None
    """Where the quote stands in the passage, in code points."""
    said_by: Voice = Voice.SELF
    about: About = About.SUBJECT
    polarity: Polarity = Polarity.ASSERTED
    time: Time = Time()
    published_on: datetime.date | None = None
    period: Period | None = None
    """For dates, ages, posts and schools: the days the value covers (for a birth: the possible days)."""
    inferred_from: tuple[str, ...] = ()
    """Ids of the facts it follows from."""
    why: tuple[str, ...] = ()
    """What made it: the cue, the context, the checks; in the project's words, never the passage's."""
