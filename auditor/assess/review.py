"""What can still be wrong with a rule whose shape is right."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from auditor.assess.scale import SEVERITIES
from auditor.assess.sense import senseless
from auditor.model.rule import DIALS, Kind, KindOrigin, Need, Rule, letters
from auditor.model.visibility import Visibility

LANGUAGES = ("fr", "en")
STATUSES = ("experimental", "test", "stable")
AUDIENCES = tuple(
    "search stranger sponsor competitor fraudster burglar stalker harasser bystander "
    "recruiter colleague employer".split()
)
"""Whom a rule speaks of; they label and order, and never filter."""
CODE = r"^[A-Z]{1,8}-[0-9]{2,4}$"
"""E, F, S, K and L are a dial's own letters: employer, fraud, safety, people, linkability."""
CONDITIONS = ("kind", "all", "any", "none")


class Flaw(NamedTuple):
    """What is wrong with a rule, and the way of keys that leads there."""

    place: tuple[str | int, ...]
    what: str


def review(rule: Rule, *, path_id: str, kinds: Mapping[str, Kind]) -> Iterator[Flaw]:
    """Every flaw of one rule, each with how to mend it."""
    if rule.id != path_id:
        yield Flaw(("id",), f"id: not the path of the file; write {path_id}")
    yield from _code(rule)
    if rule.severity not in SEVERITIES:
        yield Flaw(("severity",), "severity: not 1 to 5; choose one")
    if rule.status not in STATUSES:
        yield Flaw(("status",), f"status: choose one of {', '.join(STATUSES)}")
    yield from _words(rule)
    yield from _lists(rule)
    yield from _condition(rule.needs, ("needs",), kinds)
    for place, what in senseless(rule.needs, ("needs",)):
        yield Flaw(place, f"{'.'.join(map(str, place))}: {what}")
    yield from _examples(rule, kinds)


def _code(rule: Rule) -> Iterator[Flaw]:
    """The code, and the dial that it names or leaves to the file."""
    if not re.match(CODE, rule.code):
        yield Flaw(("code",), "code: not capitals, a hyphen and two digits; write as E-01")
        return
    own = DIALS.get(letters(rule.code))
    named = ", ".join(DIALS.values())
    if not rule.dial:
        yield Flaw(("code",), f"dial: no dial has these letters; name one of {named}")
    elif rule.dial not in DIALS.values():
        yield Flaw(("dial",), f"dial: choose one of {named}")
    elif own not in {None, rule.dial}:
        yield Flaw(("dial",), f"dial: the code says {own}; leave it out, or change the letters")


def _words(rule: Rule) -> Iterator[Flaw]:
    for name, texts in (("title", rule.title), ("description", rule.description)):
        for language in LANGUAGES:
            if not texts.get(language, "").strip():
                yield Flaw((name, language), f"{name}: no text in {language}; write it")
    for language in LANGUAGES:
        steps = rule.advice.get(language, ())
        if not steps or not all(step.strip() for step in steps):
            yield Flaw(("advice", language), f"advice: no steps in {language}; write them")


def _lists(rule: Rule) -> Iterator[Flaw]:
    if not any(each.strip() for each in rule.references):
        yield Flaw(("references",), "references: none; name where the risk is described")
    if not rule.audience:
        yield Flaw(("audience",), "audience: none; say who could use it")
    for at, each in enumerate(rule.audience):
        if each not in AUDIENCES:
            yield Flaw(("audience", at), f"audience: choose among {', '.join(AUDIENCES)}")


def _condition(
    need: Need, place: tuple[str | int, ...], kinds: Mapping[str, Kind]
) -> Iterator[Flaw]:
    where = ".".join(map(str, place))
    given = [name for name in CONDITIONS if getattr(need, name)]
    if len(given) != 1:
        said = " and ".join(given) or "no condition"
        yield Flaw(place, f"{where}: {said}; give exactly one of {', '.join(CONDITIONS)}")
    yield from _limits(need, place, where)
    yield from _kind(need, place, where, kinds)
    for name in CONDITIONS[1:]:
        for at, each in enumerate(getattr(need, name)):
            yield from _condition(each, (*place, name, at), kinds)


def _kind(
    need: Need, place: tuple[str | int, ...], where: str, kinds: Mapping[str, Kind]
) -> Iterator[Flaw]:
    if need.kind is None:
        return
    known = kinds.get(need.kind)
    if known is None:
        yield Flaw((*place, "kind"), f"{where}: unknown kind {need.kind}; see rules/facts.yml")
    elif need.visible_to is not None and set(known.origin) == {KindOrigin.DECLARED}:
        yield Flaw(
            (*place, "visible_to"),
            f"{where}: visible_to: {need.kind} is declared and never seen; leave it out",
        )


def _limits(need: Need, place: tuple[str | int, ...], where: str) -> Iterator[Flaw]:
    if need.count < 1:
        yield Flaw((*place, "count"), f"{where}: count: at least 1")
    if need.kind is None and (need.count != 1 or need.visible_to is not None):
        yield Flaw(place, f"{where}: count and visible_to stand beside a kind; move them there")
    if need.visible_to is Visibility.UNKNOWN:
        yield Flaw(
            (*place, "visible_to"), f"{where}: visible_to: unknown reaches nobody; name a level"
        )
    if need.visible_to is Visibility.ME:
        yield Flaw(
            (*place, "visible_to"),
            f"{where}: visible_to: me keeps nobody out; leave it out, or name a wider level",
        )


def _examples(rule: Rule, kinds: Mapping[str, Kind]) -> Iterator[Flaw]:
    for name in ("fires", "silent"):
        sets = getattr(rule.examples, name)
        if not sets:
            yield Flaw(("examples", name), f"examples.{name}: none; add one that tests the rule")
        for at, facts in enumerate(sets):
            for unknown in sorted({fact.kind for fact in facts} - set(kinds)):
                yield Flaw(
                    ("examples", name, at),
                    f"examples.{name}: unknown kind {unknown}; see rules/facts.yml",
                )
