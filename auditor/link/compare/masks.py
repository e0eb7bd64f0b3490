"""Addresses and numbers of which a page hides a part: “06 ** ** ** 27”, “j***@gmail.example”."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from auditor.model.names import fold

_HIDDEN = re.compile(r"[*•●×…]+|\.{3,}")
_CROSSED = re.compile(r"(?<![a-z])x{2,}(?![a-z])")
"""What pages write in place of what they hide."""
_COMMON = 2
"""First digits of a number that tell nobody apart: 06 is half of the mobile phones of France."""
_LETTER, _DIGIT = 1 / 12, 1 / 10
"""How often two strangers have the same letter (the collision of letters in names, about 3.6 bits),
and the same digit, at one place."""
_REMOVED = re.compile(r"[\s().-]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mask:
    """What is still seen of an address or a number: its beginning, its end, and the domain of an address."""

    start: str
    end: str
    domain: str = ""
    is_whole: bool = False

    @classmethod
    def whole(cls, value: str) -> "Mask":
        """One of which nothing is hidden."""
        local, _, domain = fold(value).partition("@")
        plain = local if domain else _national(local)
        return cls(start=plain, end=plain, domain=domain, is_whole=True)

    def fits(self, other: "Mask") -> bool:
        """Can both be one, as far as they are seen?"""
        if "" not in {self.domain, other.domain} and self.domain != other.domain:
            return False
        starts = _agree(self.start, other.start, str.startswith)
        return starts and _agree(self.end, other.end, str.endswith)

    def share(self, other: "Mask", *, phone: bool) -> float:
        """How many strangers would fit as well: one in ten for each digit seen on both sides."""
        start = min(len(self.start), len(other.start))
        end = min(len(self.end), len(other.end))
        if phone:
            return _DIGIT ** (max(0, start - _COMMON) + end)
        return max(1e-6, _LETTER ** (start + end))


def mask(text: str) -> Mask | None:
    """What a half-hidden address or number shows; None where nothing of it is hidden.

    >>> mask("06 ** ** ** 27").end
    '27'
    """
    local, at, domain = fold(text).strip().partition("@")
    # In a number xx hides digits; in an address it is a name.
    found = [*_HIDDEN.finditer(local), *(() if at else _CROSSED.finditer(local))]
    found.sort(key=lambda each: each.start())
    if not found:
        return None
    start, end = local[: found[0].start()], local[found[-1].end() :]
    if at:
        return Mask(start=start, end=end, domain="" if _HIDDEN.search(domain) else domain)
    return Mask(start=_national(start), end=_REMOVED.sub("", end))


def _national(number: str) -> str:
    """A French number as dialled at home; others without their plus."""
    digits = _REMOVED.sub("", number)
    return "0" + digits[3:] if digits.startswith("+33") else digits.removeprefix("+")


def _agree(one: str, other: str, has: Callable[[str, str], bool]) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return has(longer, shorter)
