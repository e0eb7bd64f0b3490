"""Facts that follow from several: a birth date from wishes and an age, one handle on many networks."""

import datetime
import hashlib
from collections.abc import Iterable, Iterator, Sequence

from auditor.link.compare.names import skeleton
from auditor.model.fact import About, Fact, Period, Polarity, Voice
from auditor.model.record import Record
from auditor.model.visibility import Visibility


def infer(records: Sequence[Record], facts: Sequence[Fact], confidence: float) -> Iterator[Fact]:
    """What follows from the facts of one identity, as one viewer sees them."""
    asserted = [
        fact for fact in facts if fact.polarity is Polarity.ASSERTED and fact.about is About.SUBJECT
    ]
    yield from _birth(asserted, confidence)
    yield from _reuse(records, asserted, confidence)


def _birth(facts: Sequence[Fact], confidence: float) -> Iterator[Fact]:
    """JP-07: dated wishes give the day, stated ages the year; late wishes leave an interval."""
    ages = [fact for fact in facts if fact.kind == "age" and fact.period]
    if not ages or any(fact.kind == "birth_date" for fact in facts):
        return
    span = _common([fact.period for fact in ages if fact.period])
    if span is None:
        return
    if not any(fact.kind == "birth_year" for fact in facts):
        years = {span.low.year, span.high.year}
        yield _made(ages, "birth_year", "–".join(map(str, sorted(years))), confidence, span)
    wishes = [fact for fact in facts if fact.kind == "birth_day_month" and fact.period]
    for wish in wishes[:1]:
        window = wish.period and _within(wish.period, span)
        day = window and _day(wish.value, window)
        if window and day:
            yield _made([wish, *ages], "birth_date", day.isoformat(), confidence, window)


def _common(periods: Sequence[Period]) -> Period | None:
    common: Period | None = periods[0]
    for each in periods[1:]:
        common = common.within(each) if common else None
    return common


def _within(days: Period, births: Period) -> Period | None:
    """The wished days moved to a year in which the births may lie."""
    for year in range(births.low.year, births.high.year + 1):
        back = year - days.high.year
        low, high = (_moved(day, back) for day in (days.low, days.high))
        window = Period(low=low, high=high).within(births)
        if window is not None:
            return window
    return None


def _moved(day: datetime.date, years: int) -> datetime.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def _day(value: str, window: Period) -> datetime.date | None:
    month, day = map(int, value.split("-"))
    for year in {window.low.year, window.high.year}:
        try:
            found = datetime.date(year, month, day)
        except ValueError:
            continue
        if window.low <= found <= window.high:
            return found
    return window.high


def _reuse(records: Sequence[Record], facts: Sequence[Fact], confidence: float) -> Iterator[Fact]:
    """One handle on several networks: each further network is one more reuse."""
    networks = {
        record.id: (record.account or record.source).partition(":")[0] for record in records
    }
    used: dict[str, dict[str, Fact]] = {}
    for fact in facts:
        if fact.kind == "username" and fact.record in networks:
            used.setdefault(skeleton(fact.value), {}).setdefault(networks[fact.record], fact)
    for places in used.values():
        if len(places) > 1:
            for network in sorted(places):
                yield _made(list(places.values()), "username_reuse", network, confidence, None)


def _made(
    sources: Sequence[Fact], kind: str, value: str, confidence: float, period: Period | None
) -> Fact:
    """A fact that rests on others: as visible as the least visible of them, no surer than the least sure."""
    ids = tuple(sorted(fact.id for fact in sources))
    key = hashlib.blake2b("\x1f".join((kind, value, *ids)).encode(), digest_size=5).hexdigest()
    first = sources[0]
    return Fact(
        id=f"made-{key}",
        record=first.record,
        kind=kind,
        value=value,
        quote=" + ".join(fact.quote for fact in sources),
        source=first.source,
        passage="inferred",
        visibility=least([fact.visibility for fact in sources]),
        visibility_from=first.visibility_from,
        recognizer="inferred",
        confidence=min(confidence, *(fact.confidence for fact in sources)),
        said_by=Voice.OTHER,
        period=period,
        inferred_from=ids,
    )


def least(levels: Iterable[Visibility]) -> Visibility:
    """The least public of several visibilities; unknown is the least of all."""
    return min(levels, key=lambda each: -1 if each.level is None else each.level)
