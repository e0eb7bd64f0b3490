"""A rule: when it fires, for whom, what to do."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from auditor.model.visibility import Visibility

DIALS = {
    "E": "employer",
    "F": "fraud",
    "S": "safety",
    "K": "people",
    "L": "linkability",
}
"""The five dials, by the letter that begins the codes of their own rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One condition: a fact of a kind, or all / any / none of further conditions."""

    kind: str | None = None
    visible_to: Visibility | None = None
    count: int = 1
    """Distinct values wanted."""
    all: tuple["Need", ...] = ()
    any: tuple["Need", ...] = ()
    none: tuple["Need", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A fact of an example: what a rule is tested with."""

    kind: str
    value: str = "x"
    visibility: Visibility = Visibility.INDEXED


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Sets of facts a rule fires on, and sets it is silent on."""

    fires: tuple[tuple[Example, ...], ...]
    silent: tuple[tuple[Example, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of a pack (`rules/<pack>/<name>.yml`)."""

    id: str
    code: str
    """Letters of the pack and a number: E-04."""
    title: Mapping[str, str]
    status: str
    severity: int
    """1 to 5."""
    date: datetime.date
    checked_on: datetime.date
    description: Mapping[str, str]
    """The consequence, for a lay reader, per language."""
    advice: Mapping[str, tuple[str, ...]]
    """Steps in order, per language."""
    audience: tuple[str, ...]
    references: tuple[str, ...]
    needs: Need
    examples: Examples
    tags: tuple[str, ...] = ()
    dial: str = ""
    """The dial the rule moves: that of its letter, else the one the file names."""

    def __post_init__(self) -> None:
        """The letters E, F, S, K and L are a dial's own; other packs name theirs."""
        object.__setattr__(self, "dial", self.dial or DIALS.get(letters(self.code), ""))


def letters(code: str) -> str:
    """What a code begins with: E of E-04."""
    return code.partition("-")[0]


class KindOrigin(StrEnum):
    """How facts of a kind come to be known."""

    FIELD = "field"
    """A structured field of a profile or an export."""
    TEXT = "text"
    """Said in words: a recognizer reads it."""
    METADATA = "metadata"
    INFERRED = "inferred"
    """Follows from other facts."""
    LINK = "link"
    """Made over several records."""
    DECLARED = "declared"
    """Only the subject can know it."""


class ValueType(StrEnum):
    """What the value of a fact is; the normal form of each stands at the head of `rules/facts.yml`."""

    NAME = "name"
    PLACE = "place"
    WORD = "word"
    PHRASE = "phrase"
    DATE = "date"
    DAY_MONTH = "day_month"
    YEAR = "year"
    NUMBER = "number"
    AMOUNT = "amount"
    HANDLE = "handle"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    URL = "url"
    CODE = "code"
    MARK = "mark"


class Sensitivity(StrEnum):
    """How much a kind says of a person, in rising order."""

    IDENTIFYING = "identifying"
    """Tells people apart, and says little else."""
    PRIVATE = "private"
    """Home, ties, working life."""
    SENSITIVE = "sensitive"
    """Whereabouts, money, secrets, intimate life: highly personal."""
    SPECIAL = "special"
    """GDPR articles 9 and 10."""


class Power(StrEnum):
    """How far one value alone narrows the crowd; judgement, until linking has measured it."""

    LOW = "low"
    """Under 5 bits."""
    MEDIUM = "medium"
    """5 to 12 bits."""
    HIGH = "high"
    """12 to 20 bits."""
    UNIQUE = "unique"
    """Over 20 bits: one person, account or household."""


class Harm(StrEnum):
    """What a fact can be used for."""

    REIDENTIFICATION = "reidentification"
    EMPLOYER = "employer"
    FRAUD = "fraud"
    BURGLARY = "burglary"
    SECURITY_ANSWER = "security_answer"
    HARASSMENT = "harassment"
    DISCRIMINATION = "discrimination"
    FAMILY = "family"
    """It reaches the people around."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of fact (`rules/facts.yml`)."""

    id: str
    family: str
    origin: tuple[KindOrigin, ...]
    name: Mapping[str, str]
    value: ValueType
    sensitivity: Sensitivity
    power: Power
    harms: tuple[Harm, ...]
    form: str | None = None
    """The normal form of the value, where it is not that of its type."""
    article: int | None = None
    """GDPR article 9 or 10."""
    others: bool = False
    """Does it speak of other people by nature (relative, tagged friend)?"""
    inventory: bool = False
    """Is the report's inventory all that makes use of it?"""
    rows: tuple[int, ...] = field(default_factory=tuple)
