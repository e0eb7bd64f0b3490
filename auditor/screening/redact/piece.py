"""A part of a phrase as a pattern, and a word with its endings as one: ``musulman[e,s,es]``, ``voil*``, ``non-binaire``."""

import re
from dataclasses import dataclass
from functools import cache

from auditor.screening.redact.plain import plain
from auditor.screening.redact.signs import SEPARATOR

PARTS = re.compile(r"[-'’/.]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a phrase: its pattern, the words it can begin with, may it be left out."""

    pattern: str
    first: frozenset[str]
    optional: bool = False
    gap: bool = False
    needs: tuple[frozenset[str], ...] = ()
    """Of each of these sets, one word at least stands in any text that it is found in."""


@cache
def spelled(sign: str) -> tuple[Piece, frozenset[str]] | None:
    """A word with its endings, read once however many phrases hold it, and its parts that count in capitals only."""
    stem, _, rest = sign.removesuffix("?").partition("[")
    last = stem[-1] if sign.endswith("?") and not rest else ""
    stem = stem.removesuffix(last)
    capitals = filter(None, PARTS.split(stem)) if stem.isupper() else ()
    parts = [each for each in PARTS.split(plain(stem).text) if each]
    if not parts:
        return None
    endings = [plain(each).text for each in rest.rstrip("]").split(",")] if rest else [last]
    return _of_parts(parts, list(filter(None, endings))), frozenset(capitals)


def _of_parts(parts: list[str], endings: list[str]) -> Piece:
    """A word, perhaps of several parts: ``lanceur`` ``d'alerte``, ``non-binaire``."""
    last = parts[-1].rstrip("*")
    tail = rf"{re.escape(last)}\w*" if parts[-1].endswith("*") else re.escape(last)
    if endings:
        tail += f"(?:{'|'.join(map(re.escape, sorted(endings, key=len, reverse=True)))})?"
    pattern = SEPARATOR.join([*map(re.escape, parts[:-1]), tail])
    if len(parts) > 1:
        return Piece(pattern, frozenset({parts[0]}))
    if parts[-1].endswith("*"):
        return Piece(pattern, frozenset({parts[-1]}))
    return Piece(pattern, frozenset({last, *(last + each for each in endings)}))
