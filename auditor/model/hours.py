"""How many posts fall into each hour of the day (UTC), as a fact quotes it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

DAY = 24
_HEAD = "UTC "
_HOUR = re.compile(r"(\d\d)h (\d{1,9})")


def written(hours: Iterable[int]) -> str:
    """The count of each hour that has any.

    >>> written([7, 18, 18])
    'UTC 07h 1, 18h 2'
    """
    return _told(sorted(Counter(hours).items()))


def counted(counts: Sequence[int]) -> str:
    """The same, from how many posts fall into each hour.

    >>> counted([0] * 7 + [1] + [0] * 10 + [2])
    'UTC 07h 1, 18h 2'
    """
    return _told((hour, count) for hour, count in enumerate(counts) if count)


def _told(counts: Iterable[tuple[int, int]]) -> str:
    return _HEAD + ", ".join(f"{hour:02d}h {count}" for hour, count in counts)


def counts(quote: str) -> Sequence[int]:
    """The counts of all hours that a quote gives; none where it is no such quote.

    >>> sum(counts('UTC 07h 1, 18h 2'))
    3
    """
    told = quote.removeprefix(_HEAD).split(", ") if quote.startswith(_HEAD) else []
    pairs = [_HOUR.fullmatch(each) for each in told]
    found = {int(each[1]): int(each[2]) for each in pairs if each}
    if not pairs or None in pairs or not all(each < DAY for each in found):
        return ()
    return [found.get(each, 0) for each in range(DAY)]
