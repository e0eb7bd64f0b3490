"""Where a recruiter starts: what a CV says, as if it were a record. It is compared, and tells nothing new."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from auditor.link.side import Side
from auditor.model.fact import Fact
from auditor.model.link import Feature, Level, Link
from auditor.model.record import Record, Role
from auditor.model.visibility import Origin, Visibility

CV = "cv"
"""The id of the record that a CV makes."""
KINDS = {
    "name": "full_name",
    "town": "home_commune",
    "employer": "employer",
    "job": "job_title",
    "school": "school",
    "email": "email_personal",
    "phone": "phone_mobile",
}
"""Key of the mandate's `declared.cv` → the kind it is compared as."""


def cv(told: Mapping[str, str]) -> Side | None:
    """The CV as one side of a comparison; None where it names nobody."""
    if not told.get("name"):
        return None
    record = Record(id=CV, source=CV, role=Role.MENTIONED, label=told["name"])
    facts = tuple(_fact(kind, told[key]) for key, kind in KINDS.items() if told.get(key))
    return Side(records=(record,), facts=facts)


def _fact(kind: str, value: str) -> Fact:
    return Fact(
        id=f"{CV}-{kind}",
        record=CV,
        kind=kind,
        value=value.casefold() if kind == "email_personal" else value,
        quote=value,
        source=CV,
        passage="field",
        visibility=Visibility.ME,
        visibility_from=Origin.DECLARED,
        recognizer="mandate",
        confidence=1.0,
    )


def shown(link: Link, side: Side) -> Link:
    """The link with the words of the CV in place of its facts, which no report holds."""
    words = {fact.id: fact for fact in side.facts}
    return replace(link, levels=tuple(_levels(link.levels, words)))


def _levels(levels: Iterable[Level], words: Mapping[str, Fact]) -> Iterator[Level]:
    for each in levels:
        left, right = (_feature(one, words) for one in (each.left, each.right))
        yield replace(each, left=left, right=right)


def _feature(side: str | Feature | None, words: Mapping[str, Fact]) -> str | Feature | None:
    fact = words.get(side) if isinstance(side, str) else None
    return Feature(record=CV, feature=fact.kind, value=fact.quote) if fact else side
