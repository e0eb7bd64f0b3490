"""A walk through JSON text that finds where a value ends, and can stop at any byte and go on.

It builds nothing, so a string of gigabytes costs no memory. It follows strings and brackets exactly:
what looks like structure inside a string is never taken for it.
"""

import re
from dataclasses import dataclass, field
from enum import Enum

DEEPEST = 100_000
"""Open brackets: the decoders refuse a value at a hundredth of this."""
_STRING = rb'"(?:[^"\\]++|\\.)*+"'
_WORDS = (b"true", b"false", b"null", b"NaN", b"Infinity")
_WORD = rb"[0-9+\-.eE]++|" + b"|".join(_WORDS)
_INSIDE = re.compile(rb"(?:[\t\n\r :,]++|" + _STRING + rb"|" + _WORD + rb")*+", re.DOTALL)
_OUTSIDE = re.compile(rb"(?:[\t\n\r :]++|" + _STRING + rb"|" + _WORD + rb")*+", re.DOTALL)
_LONGEST = max(map(len, _WORDS))
_QUOTED = re.compile(rb"(?:[^\"\\]++|\\.)*+", re.DOTALL)
_CLOSES = {b"}": b"{", b"]": b"["}


class Stop(Enum):
    """Why the walk stopped."""

    COMMA = "a comma after the value"
    CLOSE = "the bracket that closes what holds the value"
    MORE = "the end of the data, inside of the value"
    DAMAGE = "something that stands in no JSON"


@dataclass(slots=True)
class Scan:
    """Where a walk through one value stands."""

    open: bytearray = field(default_factory=bytearray)
    quoted: bool = False

    def walk(self, data: bytes, at: int) -> tuple[int, Stop]:
        """Go on from `at` to the end of the value: where the walk stopped, and why.

        After `MORE`, go on from there with the same data made longer, or with what follows alone.
        """
        while True:
            if self.quoted:
                at = _end(_QUOTED, data, at)
                if data[at : at + 1] != b'"':
                    return at, Stop.MORE
                self.quoted, at = False, at + 1
            at = _end(_INSIDE if self.open else _OUTSIDE, data, at)
            if at >= len(data) or _is_cut_word(data, at):
                return at, Stop.MORE
            stop = self._step(bytes(data[at : at + 1]))
            if stop is not None:
                return at, stop
            at += 1

    def _step(self, char: bytes) -> Stop | None:
        """Take one quote, bracket or comma; the reason to stop at it, if any."""
        if char == b'"':
            self.quoted = True
        elif char in b"{[":
            self.open += char
            return Stop.DAMAGE if len(self.open) > DEEPEST else None
        elif char in _CLOSES:
            if not self.open:
                return Stop.CLOSE
            return None if self.open.pop() == _CLOSES[char][0] else Stop.DAMAGE
        else:
            return Stop.DAMAGE if self.open or char != b"," else Stop.COMMA
        return None


def _end(pattern: re.Pattern[bytes], data: bytes, at: int) -> int:
    found = pattern.match(data, at)
    return found.end() if found else at


def _is_cut_word(data: bytes, at: int) -> bool:
    """Do the data end in the first letters of a word?"""
    return len(data) - at < _LONGEST and any(word.startswith(bytes(data[at:])) for word in _WORDS)
