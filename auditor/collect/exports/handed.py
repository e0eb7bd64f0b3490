"""What an export hands on at a time: so many posts, so much text, so many failures, and no more."""

from collections.abc import Iterator
from itertools import islice

from auditor.collect.unreadable import failed
from auditor.model.failure import Failure
from auditor.model.profile import Post
from auditor.model.text import say

MOST = 5_000_000
"""Posts: a hundred a day since networks exist would be a fifth of it."""
PART = 2_000
"""Posts that are handed on at a time."""
_LARGEST_PART = 8_000_000
"""Signs of their texts: a post of any network has some thousands at most."""
_MOST_FAULTS = 100
"""Failures that are told one by one: nobody reads more of one source."""


def part(posts: Iterator[Post]) -> tuple[Post, ...]:
    """The next posts; none at the end."""
    found, signs = [], 0
    for each in islice(posts, PART):
        found.append(each)
        signs += len(each.text)
        if signs > _LARGEST_PART:
            break
    return tuple(found)


class Faults:
    """What could not be read of a source: each failure once, and of very many how many more there are."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._kept: dict[Failure, None] = {}
        self._more = 0

    def add(self, fault: Failure) -> None:
        """Keep a failure."""
        if len(self._kept) < _MOST_FAULTS:
            self._kept[fault] = None
        elif fault not in self._kept:
            self._more += 1

    def __bool__(self) -> bool:
        return bool(self._kept)

    def __iter__(self) -> Iterator[Failure]:
        yield from self._kept
        if self._more:
            yield failed(
                self._source,
                say("more parts that could not be read: %(count)s", count=self._more),
                say("ask the network for the export again, and give it as it was downloaded"),
            )
