"""Text made safe to read: long runs collapsed, length capped, places kept."""

import re
from dataclasses import dataclass

LONGEST = 20_000
"""Characters of one passage that are read; measured: posts are far shorter, and tokenizing grows
faster than the text (knowledge of the trial in docs/decisions/0004)."""
LONGEST_RUN = 16
"""Repeats of one sign kept: the tokenizer is quadratic in longer runs."""

_RUN = re.compile(rf"(\W|_)(?:\1){{{LONGEST_RUN},}}|((?:\W|_){{2}})(?:\2){{{LONGEST_RUN},}}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Safe:
    """The text to read, and how its places map back to the text as written."""

    text: str
    starts: tuple[tuple[int, int], ...]
    """Pairs (place in the safe text, place as written) from which both go on in step."""
    cut: bool

    def written(self, place: int) -> int:
        """The place as written of a place in the safe text."""
        last = (0, 0)
        for pair in self.starts:
            if pair[0] > place:
                break
            last = pair
        return last[1] + place - last[0]


def safe(text: str) -> Safe:
    """Collapse runs over sixteen signs and cap the length."""
    cut = len(text) > LONGEST
    text = text[:LONGEST]
    parts: list[str] = []
    starts = [(0, 0)]
    done = length = 0
    for run in _RUN.finditer(text):
        keep = run.start() + LONGEST_RUN
        parts.append(text[done:keep])
        length += keep - done
        done = run.end()
        starts.append((length, done))
    parts.append(text[done:])
    return Safe(text="".join(parts), starts=tuple(starts), cut=cut)
