"""Words that must fit a drawing: an SVG breaks no lines by itself."""

import unicodedata
from collections.abc import Iterator

WIDE = frozenset("WF")
"""East Asian widths that take two places."""


def lines(text: str, room: int, most: int) -> tuple[str, ...]:
    """The text on at most so many lines of so many places; what is cut ends with an ellipsis."""
    broken = list(_broken(text, room))
    if len(broken) <= most:
        return tuple(broken)
    kept = broken[:most]
    return (*kept[:-1], f"{_head(kept[-1], room - 1)}…")


def width(text: str) -> int:
    """How many places a text takes: signs that combine take none, wide ones two."""
    return sum(_places(sign) for sign in text)


def _broken(text: str, room: int) -> Iterator[str]:
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if width(joined) <= room:
            line = joined
            continue
        if line:
            yield line
        while width(word) > room:
            head = _head(word, room)
            yield head
            word = word[len(head) :]  # noqa: PLW2901 - what is left of the word
        line = word
    if line:
        yield line


def _head(text: str, room: int) -> str:
    """As much of a text as fits; at least one sign, so that a narrow room ends somewhere."""
    taken = 0
    for at, sign in enumerate(text):
        taken += _places(sign)
        if taken > room:
            return text[: max(1, at)]
    return text


def _places(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in WIDE else 1
