"""Stretches of a passage: between two boundaries, between quotation marks, repeated from others."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

Stretch = tuple[int, int]

_REMEMBERED = 16
"""Texts whose boundaries are kept at hand: one passage is asked about with a few kinds of them."""

QUOTED = re.compile(r"«[^»\n]{2,300}»|“[^”\n]{2,300}”|\"[^\"\n]{2,300}\"")
"""What stands between quotation marks."""
REPEATED = re.compile(r"(?:^|[\s(])(?:rt|mt|via)\s?:?\s?@\w|^\s?>")
"""After these come somebody else's words: a retweet, a quoted line."""


def around(boundary: re.Pattern[str], text: str, at: int) -> Stretch:
    """The stretch between the boundaries on both sides of a place."""
    starts, ends = _bounds(boundary, text)
    before, after = bisect_right(ends, at), bisect_left(starts, at)
    return (
        ends[before - 1] if before else 0,
        starts[after] if after < len(starts) else len(text),
    )


@lru_cache(_REMEMBERED)
def _bounds(boundary: re.Pattern[str], text: str) -> tuple[list[int], list[int]]:
    """Where each boundary in the text begins, and where it ends: looked for once, asked for every fact."""
    spans = [match.span() for match in boundary.finditer(text)]
    return [start for start, _ in spans], [end for _, end in spans]
