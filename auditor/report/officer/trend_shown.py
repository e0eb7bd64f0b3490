"""The trend in words: what is settled first, then what stays, what is new, what can no more be told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from auditor.model.screening import Checked
from auditor.model.text import Text, say
from auditor.report.inert import visible
from auditor.report.officer import labels
from auditor.report.officer.gaps import titles
from auditor.report.officer.trend import Became, Before, Trend, Turn, against
from auditor.report.words import Words

WORDS = {
    Became.SETTLED: say("Settled"),
    Became.STILL: say("Still to verify"),
    Became.NEW: say("New"),
    Became.OPEN: say("Can no longer be told"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnShown:
    """One rule, then and now."""

    code: str
    title: str
    href: str
    state: str
    word: str
    then: str
    now: str
    rate_then: str
    rate_now: str
    direction: str
    """fell, rose or stayed; empty where there is no rate."""
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many rules stand so."""

    state: str
    word: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendShown:
    """What changed since the earlier check."""

    headline: str
    then: str
    now: str
    looks: str
    tallies: tuple[Tally, ...]
    turns: tuple[TurnShown, ...]


def trend(words: Words, found: Checked, before: Before | None) -> TrendShown | None:
    """The trend since the earlier check; None where there is none.

    Raises:
        ResultError: the earlier result is of another place, or of a later day.
    """
    if before is None:
        return None
    change, known = against(before, found), titles(words, found)
    looks = (labels.count(words, "looks", each) for each in (before.looks, found.looks))
    return TrendShown(
        headline=words(_headline(words, change)),
        then=words.day(before.on),
        now=words.day(found.on),
        looks=" → ".join(looks),
        tallies=tuple(_tally(words, change, each) for each in Became),
        turns=tuple(_turn(words, each, known) for became in Became for each in change.are(became)),
    )


def _headline(words: Words, change: Trend) -> Text:
    settled, new = len(change.are(Became.SETTLED)), len(change.are(Became.NEW))
    day = words.day(change.before.on)
    if not change.turns:
        return say("Since %(day)s: nothing to verify then, nothing now.", day=day)
    settled_told, new_told = (labels.count(words, "rules", each) for each in (settled, new))
    return say(
        "Since %(day)s: %(settled)s settled, %(new)s newly to verify.",
        day=day,
        settled=settled_told,
        new=new_told,
    )


def _tally(words: Words, change: Trend, became: Became) -> Tally:
    number = len(change.are(became))
    return Tally(state=became.value, word=words(WORDS[became]), count=words.number(number))


def _turn(words: Words, each: Turn, known: Mapping[str, str]) -> TurnShown:
    return TurnShown(
        code=visible(each.code),
        title=known.get(each.code) or each.title_then,
        href=f"point-{visible(each.code)}" if each.became in {Became.STILL, Became.NEW} else "",
        state=each.became.value,
        word=words(WORDS[each.became]),
        then=words.number(each.then),
        now=words.number(each.now) if each.became is not Became.OPEN else "?",
        rate_then=_rate(words, each.rate_then),
        rate_now=_rate(words, each.rate_now) if each.became is not Became.OPEN else "?",
        direction=_direction(each),
        note=" ".join(_notes(words, each)),
    )


def _rate(words: Words, rate: float | None) -> str:
    return "–" if rate is None else words.number(round(rate, 1))


def _direction(each: Turn) -> str:
    if each.rate_then is None or each.rate_now is None or each.became is Became.OPEN:
        return ""
    then, now = round(each.rate_then, 1), round(each.rate_now, 1)
    return "fell" if now < then else "rose" if now > then else "stayed"


def _notes(words: Words, each: Turn) -> Iterator[str]:
    if each.became is Became.NEW and each.unknown_then:
        yield words(say("It could not be told then: it may be older."))
    if each.became is Became.OPEN:
        yield words(say("The cells that would tell it are empty: it is not settled."))
