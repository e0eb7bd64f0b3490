"""A birth date from dated wishes and stated ages."""

import datetime
from collections.abc import Iterator, Sequence

from auditor.link.infer.made import common, made, years
from auditor.model.fact import Fact, Period


def infer(facts: Sequence[Fact], confidence: float) -> Iterator[Fact]:
    """JP-07: dated wishes give the day, stated ages the year; late wishes leave an interval."""
    ages = [fact for fact in facts if fact.kind == "age" and fact.period]
    if not ages or any(fact.kind == "birth_date" for fact in facts):
        return
    span = common([fact.period for fact in ages if fact.period])
    if span is None:
        return
    if not any(fact.kind == "birth_year" for fact in facts):
        yield made(ages, "birth_year", years(span), confidence, span)
    wishes = [fact for fact in facts if fact.kind == "birth_day_month" and fact.period]
    for wish in wishes[:1]:
        window = wish.period and _within(wish.period, span)
        day = window and _day(wish.value, window)
        if window and day:
            yield made([wish, *ages], "birth_date", day.isoformat(), confidence, window)


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
