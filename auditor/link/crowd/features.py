"""Under what a profile may be found again: one text for each thing it shows."""

from collections.abc import Iterator
from itertools import product

from auditor.link import block
from auditor.link.compare.forms import Form, forms
from auditor.link.compare.handles import skeleton
from auditor.link.side import Side
from auditor.link.weights import Tables
from auditor.model.fact import Fact
from auditor.model.names import fold

LIFE = (
    "home_commune",
    "birth_place",
    "employer",
    "job_title",
    "school",
    "group_membership",
    "favourite",
    "third_party_mention",
    "language",
)
"""Kinds that say little alone; several of them together find a person."""


def features(side: Side, tables: Tables) -> frozenset[str]:
    """The keys of blocking, and what is too common to be one: towns, trades, years, handles of a name."""
    return frozenset((*block.keys(side, tables), *_lived(side), *_handles(side, tables)))


def _lived(side: Side) -> Iterator[str]:
    for fact in side.of(*LIFE):
        yield f"{fact.kind}:{fold(fact.value)}"
    for fact in side.of("birth_date", "birth_year", "school"):
        if fact.period is not None:
            yield from _years(fact)


def _years(fact: Fact) -> Iterator[str]:
    if fact.period is not None and fact.period.low.year == fact.period.high.year:
        of = "class" if fact.kind == "school" else "born"
        yield f"{of}:{fact.period.low.year}"


def _handles(side: Side, tables: Tables) -> Iterator[str]:
    """Handles without their figures, as they are and as a name makes them: both sides meet there."""
    for fact in side.of("username"):
        yield f"made:{skeleton(fact.value).strip('0123456789')}"
    for each in forms(side, tables):
        if each.whole:
            yield from (f"made:{handle}" for handle in _made(each))


def _made(form: Form) -> Iterator[str]:
    given, surname = skeleton(form.given), skeleton(form.surname)
    for one, other in product((given, given[:1]), (surname, surname[:1])):
        if len(one) + len(other) > 2:  # noqa: PLR2004 - two initials are anybody's
            yield from (one + other, other + one)
