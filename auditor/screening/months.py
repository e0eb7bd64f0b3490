"""Days and months as the law counts them."""

import datetime
from functools import lru_cache

from dateutil.relativedelta import relativedelta

Day = datetime.date | datetime.datetime


def day_of(moment: Day) -> datetime.date:
    """The day alone."""
    return moment.date() if isinstance(moment, datetime.datetime) else moment


def earlier(left: Day, right: Day) -> bool | None:
    """Is the one before the other? None on the same day, where an hour is not told."""
    one, other = day_of(left), day_of(right)
    if one != other:
        return one < other
    if isinstance(left, datetime.datetime) and isinstance(right, datetime.datetime):
        return left < right
    return None


def months_begun(since: datetime.date, until: datetime.date) -> int:
    """The fewest months that reach from one day to the other: 24 on the day they end, 25 on the next.

    “Over 24 months” is then `> 24` from the first day on. 0 for a day to come.
    """
    passed = relativedelta(until, since)
    months = max(0, int(12 * passed.years + passed.months))
    return months + (later(since, months=months) < until)


@lru_cache(maxsize=4096)
def later(day: datetime.date, *, months: int = 0, days: int = 0) -> datetime.date:
    """A day later by months (the last of a month that is shorter), then by days."""
    return day + relativedelta(months=months, days=days)
