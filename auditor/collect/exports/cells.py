"""What LinkedIn writes into one cell: wrapped lists, addresses, periods, quoted lines."""

import re
from datetime import date

from auditor.collect.addresses import resolve
from auditor.collect.dates import span

_LONGEST = 5_000
"""Signs of a list: what is longer is none, and would take long to take apart."""
_WRAPPED = re.compile(r"\[([^\]]{1,500})\]")
_BETWEEN = re.compile(r",\s?(?=[A-Z_]{2,20}:|\S+$)")
_TYPE = re.compile(r"^[A-Z_ ]{2,20}:(?=\S)")


def unwrapped(text: str | None) -> list[str]:
    """The parts of a wrapped list.

    >>> unwrapped("[PORTFOLIO:https://odile.example/,OTHER:blog.odile.example]")
    ['https://odile.example/', 'blog.odile.example']
    """
    if not text or not text.strip("[] "):
        return []
    text = text[:_LONGEST]
    wrapped = _WRAPPED.findall(text) or [text]
    parts = [part for each in wrapped for part in _BETWEEN.split(each)]
    return [_TYPE.sub("", part).strip() for part in parts if part.strip()]


def address(text: str) -> str | None:
    """A web address, written with its scheme or without."""
    return resolve(None, text) or resolve(None, f"https://{text}" if "." in text else "")


def period(start: str | None, end: str | None) -> tuple[date | None, date | None]:
    """From the first possible day to the last; None where a date is not given."""
    first, last = span(start or ""), span(end or "")
    return first[0] if first else None, last[1] if last else None


def dated(text: str | None) -> str | None:
    """A whole date in ISO form; anything else as written (“Nov 5” has no year)."""
    found = span(text or "")
    return found[0].isoformat() if found and found[0] == found[1] else text


def unquoted(text: str) -> str:
    r"""A share's text without the quotes that LinkedIn puts at each of its line ends.

    >>> unquoted('Un."\n"\n"Deux.')
    'Un.\n\nDeux.'
    """
    if '"\n"' not in text:
        return text
    first, *others = text.split("\n")
    if not all(line.endswith('"') for line in (first, *others[:-1])):
        return text
    if not all(line.startswith('"') for line in others):
        return text
    return "\n".join(
        [first[:-1], *(line[1:].removesuffix('"') for line in others[:-1]), others[-1][1:]]
    )
