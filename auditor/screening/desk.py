"""What has to be known of the whole log before one of its rows can be asked."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from auditor.screening.log import Day, File, Log, Look, Practice

STAGES = ("sourcing", "shortlist", "interview", "conditional_offer", "hired")
"""In the order in which a candidate passes them."""
_ALL_REACH = 2
"""The first two stages are those that every candidate of a post is at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The log as a whole, on a day, at a place."""

    on: datetime.date
    practice: Practice
    first: Day | None
    """The first look of all."""
    first_look: Mapping[str, Day]
    """The first look at each candidate."""
    files: Mapping[tuple[str, str], File]
    unequal: Mapping[tuple[str, str], bool | None]
    """Per post and stage: was everybody who came so far looked at?"""
    grounds: Callable[[str], bool]
    """Does a field that was noted name a protected ground of the place?"""

    def file(self, look: Look) -> File | None:
        """What is kept of the candidate of a look."""
        return self.files.get((look.candidate, look.post)) or self.files.get((look.candidate, ""))

    def same_for_all(self, look: Look) -> bool | None:
        """Was everybody at this stage of the post looked at?"""
        return self.unequal.get((look.post, look.stage)) if look.stage else None


def desk(log: Log, on: datetime.date, grounds: Callable[[str], bool]) -> Desk:
    """The log made ready to be asked."""
    first: dict[str, Day] = {}
    for each in log.looks:
        if each.looked_at is not None:
            known = first.get(each.candidate)
            first[each.candidate] = _sooner(known, each.looked_at)
    days = sorted(first.values(), key=_moment)
    return Desk(
        on=on,
        practice=log.practice,
        first=days[0] if days else None,
        first_look=first,
        files={(each.candidate, each.post): each for each in log.files},
        unequal=dict(_equal(log.looks, log.files)),
        grounds=grounds,
    )


def _sooner(known: Day | None, found: Day) -> Day:
    return found if known is None or _moment(found) < _moment(known) else known


def _moment(day: Day) -> datetime.datetime:
    if isinstance(day, datetime.datetime):
        return day
    return datetime.datetime.combine(day, datetime.time())


def _equal(
    looks: Iterable[Look], files: Iterable[File]
) -> Iterator[tuple[tuple[str, str], bool | None]]:
    """Per post and stage that was looked at: all, not all, or it cannot be told."""
    there: dict[str, list[File]] = defaultdict(list)
    for file in files:
        there[file.post].append(file)
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    furthest: dict[tuple[str, str], int] = defaultdict(int)
    for look in looks:
        if look.stage in STAGES:
            seen[look.post, look.stage].add(look.candidate)
            key = look.candidate, look.post
            furthest[key] = max(furthest[key], STAGES.index(look.stage))
    for (post, stage), people in seen.items():
        left = [each for each in there[post] if each.candidate not in people]
        reached = [_reached(each, stage, furthest) for each in left]
        yield (
            (post, stage),
            (False if any(reached) else None if not there[post] or None in reached else True),
        )


def _reached(file: File, stage: str, furthest: Mapping[tuple[str, str], int]) -> bool | None:
    """Did a candidate who was not looked at come as far? None where nothing tells."""
    at = STAGES.index(stage)
    if at < _ALL_REACH or file.outcome == "hired":
        return True
    came = furthest.get((file.candidate, file.post))
    return True if came is not None and came > at else None
