"""What the hours of somebody's posts tell: when they are there, and in which time zone they sleep.

The middle of sleep lies near 04:00 by the local clock: 04:15 on free days for the average of the Munich
ChronoType Questionnaire (sleep from 0:15 to 8:15; its spread is that of body height: Roenneberg, Pilz,
Zerbini and Winnebeck 2019, PMC6784249), somewhat earlier on working days. That posting hours give away
a home's time zone was shown for Twitter (Mahmud, Nichols and Drews 2014, “Home Location Identification
of Twitter Users”). Summer time, night work and planned posts move the hours, so that the answer is an
interval, and none where the hours do not show one night.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from auditor.extract.sheet import Sheet
from auditor.model import hours
from auditor.model.profile import Post, Profile
from auditor.model.record import Record
from auditor.model.visibility import UNKNOWN_SIGHT, Origin, Sight, Visibility

FEWEST = 40
"""Posts with a time below which nothing is said (own choice: with hours drawn evenly, eight of forty
would fall into any five hours, and at most one is met in one stretch of a thousand)."""
_BINS = 48
"""Half hours of a day."""
_QUIET = 0.03
"""The share of the posts that a quiet stretch stays below (own choice: one in a month of daily posts)."""
_NIGHT, _LONGEST = 5.0, 12.0
"""Hours of a quiet stretch: less is no night, more hides where in it the night lies (own choices)."""
_MIDDLE = 4.0
"""The local hour in the middle of sleep (above)."""
_SLEEP = 7.0
"""Hours of sleep somewhere within a quiet stretch (the least advised to adults: AASM and SRS 2015)."""
_SPREAD = 1.5
"""Hours by which the middle of a person's sleep differs from the average (above: early and late types)."""
_HALF, _WIDEST = 0.5, 5
"""The share of the posts that makes a routine, and the hours it is found in."""
_ORIGINS = tuple(Origin)


class _Seen(NamedTuple):
    """Posts that are all seen by whoever sees the facts made of them."""

    posts: Sequence[Post]
    sight: Sight


class _Stretch(NamedTuple):
    """Half hours of the day: where they begin, and how many."""

    start: int
    length: int


def of_posts(profile: Profile, owner: Record, sheet: Sheet) -> None:
    """The time zone and the routine of whoever wrote an account's own posts."""
    found = _most_public([each for each in profile.posts if each.at and each.by is None])
    if found is None:
        return
    quote = hours.written(each.at.hour for each in found.posts if each.at)
    for kind, value in (("time_zone", _zone(found.posts)), ("routine", _routine(found.posts))):
        sheet.note(owner, kind, value, sight=found.sight, by="hours", quote=quote)


def _most_public(posts: Sequence[Post]) -> _Seen | None:
    """The posts at least as visible as the most public level that has enough of them."""
    for level in sorted(Visibility, key=_rank, reverse=True):
        seen = [each for each in posts if _rank(each.sight.visibility) >= _rank(level)]
        if len(seen) >= FEWEST:
            return _Seen(seen, _least_sure(level, seen))
    return None


def _rank(visibility: Visibility) -> int:
    return -1 if visibility.level is None else visibility.level


def _least_sure(level: Visibility, posts: Sequence[Post]) -> Sight:
    """The level, known as little as it is of the post whose visibility is known least."""
    if level is Visibility.UNKNOWN:
        return UNKNOWN_SIGHT
    origins = {each.sight.origin for each in posts} - {None}
    return Sight(visibility=level, origin=max(origins, key=_ORIGINS.index, default=None))


def _routine(posts: Sequence[Post]) -> str:
    """The fewest hours, up to five, that half of the posts fall into."""
    counts = hours.counts(hours.written(each.at.hour for each in posts if each.at))
    for width in range(1, _WIDEST + 1):
        within = [sum(_around(counts, start, width)) for start in range(hours.DAY)]
        most = max(within)
        if most >= _HALF * len(posts):
            start = within.index(most)
            end = (start + width) % hours.DAY
            share = f"{math.floor(100 * most / len(posts))} %"
            return f"{start:02d}:00–{end:02d}:00 UTC, {share} of {len(posts)} posts"
    return ""


def _zone(posts: Sequence[Post]) -> str:
    """The hours from UTC that put the one quiet stretch of the day around the night."""
    counts = [0] * _BINS
    for each in posts:
        if each.at:
            counts[each.at.hour * 2 + each.at.minute // 30] += 1
    stretch = _night(counts)
    if stretch is None:
        return ""
    length = stretch.length / 2
    middle = (stretch.start / 2 + length / 2) % hours.DAY
    east = math.floor((_MIDDLE - middle + 11) % hours.DAY - 11 + 0.5)
    spread = math.ceil(_SPREAD + max(0.0, length - _SLEEP) / 2)
    return f"UTC{east:+d} ±{spread}"


def _night(counts: Sequence[int]) -> _Stretch | None:
    """The quiet stretch of five to twelve hours; None where there is none, or another beside it."""
    most = _QUIET * sum(counts)
    found = max(_stretches(counts, most), key=lambda each: (each.length, -each.start))
    if not _NIGHT * 2 <= found.length <= _LONGEST * 2:
        return None
    left = list(_around(counts, found.start + found.length, _BINS - found.length))
    other = max((length for _, length in _stretches(left, most, wraps=False)), default=0)
    return None if other >= _NIGHT * 2 else found


def _stretches(counts: Sequence[int], most: float, *, wraps: bool = True) -> Iterator[_Stretch]:
    """From each half hour, how far one gets with fewer posts than `most`."""
    for start in range(len(counts)):
        reach = len(counts) if wraps else len(counts) - start
        sums = accumulate(_around(counts, start, reach))
        yield _Stretch(start, sum(each < most for each in sums))


def _around(counts: Sequence[int], start: int, width: int) -> Iterator[int]:
    """So many counts from there on, around the clock."""
    return (counts[(start + each) % len(counts)] for each in range(width))
