"""Members of an archive found by how their paths end, however the archive spells them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from itertools import takewhile

from auditor.model.names import fold


class Paths:
    """The paths of an archive, in the form in which they are looked up.

    Backslashes count as slashes; case, accents (composed or not) and apostrophes do not count.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._by_last: dict[str, list[tuple[str, str]]] = {}
        for name in names:
            form = _form(name)
            self._by_last.setdefault(form.rpartition("/")[2], []).append((form, name))
        self._lasts = sorted(self._by_last)

    def ending(self, end: str) -> Iterator[tuple[str, str, str]]:
        """Each path that ends so: what stands before the end, the end itself, the path's name.

        ``*`` stands for any text but a slash.
        """
        pattern = _pattern(end)
        for form, name in self._candidates(fold(end).rpartition("/")[2]):
            if found := pattern.search(form):
                yield form[: found.start()], form[found.start() :], name

    def _candidates(self, last: str) -> Iterable[tuple[str, str]]:
        before, star, _ = last.partition("*")
        if not star:
            return self._by_last.get(last, ())
        first = bisect_left(self._lasts, before)
        alike = takewhile(
            lambda last: last.startswith(before),
            map(self._lasts.__getitem__, range(first, len(self._lasts))),
        )
        return (each for last in alike for each in self._by_last[last])


def natural(name: str) -> list[tuple[int, str]]:
    """The order in which files are numbered: ``tweets.js``, ``tweets-part2.js``, ``tweets-part10.js``."""
    stem = name.rpartition(".")[0] or name
    return [(int(each), "") if each.isdecimal() else (0, each) for each in re.split(r"(\d+)", stem)]


def _form(name: str) -> str:
    with suppress(UnicodeError):  # names in UTF-8 that the archive does not mark as such
        name = name.encode("cp437").decode("utf-8")
    return fold(name.replace("\\", "/"))


@cache
def _pattern(end: str) -> re.Pattern[str]:
    """The end of a path, from the start of a folder's or file's name on."""
    text = "[^/]*".join(map(re.escape, fold(end).split("*")))
    return re.compile(rf"(?:(?<=/)|^){text}$")
