"""Spans made masks: what overlaps is one; a text with its masks; how many there are of each ground."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.screening.redact.find import MASKED, Span, find, kept
from auditor.screening.redact.grounds import KEPT, Grounds
from auditor.screening.redact.plain import Plain, plain

Recognizer = Callable[[str], Iterable[Span]]
"""What else finds grounds in a text: handed in, for this room reaches no other."""
ROUNDS = 8
"""How often the lexicons read again what masks leave (own choice: what a mask uncovers is found the next time;
the bound is for texts made to be slow)."""
_FAR = 1_000
"""Signs of the longest phrase that is no ground."""
ADDED = "added"
"""In place of a ground: what a person masked by hand."""


@dataclass(frozen=True, slots=True, order=True)
class Mask:
    """A stretch of a text that is masked, and the grounds it tells."""

    start: int
    end: int
    grounds: tuple[str, ...]


def masks(text: str, grounds: Grounds, more: Iterable[Recognizer] = ()) -> tuple[Mask, ...]:
    """Everything in the text that tells a ground, from left to right, without overlap.

    The lexicons read again what the masks leave, until nothing is left to find: a text masked twice
    is the text masked once.
    """
    letters = plain(text)
    done = _done(text, grounds)
    clear = _clear(letters, grounds) if more else ()
    told = (span for each in more for span in each(text))
    spans = [each for each in told if not _covered(each, done) and not _covered(each, clear)]
    spans.extend(_read(letters, done, grounds))
    for _ in range(ROUNDS):
        found = list(_read(letters, [*done, *spans], grounds))
        if not found:
            break
        spans.extend(found)
    return merged(spans, grounds)


def _read(letters: Plain, done: Iterable[Span], grounds: Grounds) -> Iterator[Span]:
    """What the lexicons find beside what is masked."""
    view = _blank(letters, done)
    for each in find(view, grounds):
        yield Span(*view.span(each.start, each.end), each.ground)


def masked(text: str, chosen: Sequence[Mask], grounds: Grounds, language: str) -> str:
    """The text with a label in place of each mask, and nothing else changed."""
    parts, at = [], 0
    for each in chosen:
        parts += [text[at : each.start], label(each, grounds, language)]
        at = each.end
    return "".join([*parts, text[at:]])


def label(mask: Mask, grounds: Grounds, language: str) -> str:
    """What stands in place of a mask: ``[protected: health]``."""
    names = {**grounds.names, ADDED: grounds.table.added}
    told = ", ".join(names[each][language] for each in mask.grounds)
    return grounds.table.label[language] % {"grounds": told}


def counts(chosen: Iterable[Mask]) -> Mapping[str, int]:
    """How many masks tell each ground: all that is kept of what was masked."""
    found = Counter(ground for each in chosen for ground in each.grounds)
    return {ground: found[ground] for ground in sorted(found)}


def wherever(text: str, words: str) -> Iterator[Span]:
    """The words of a person who saw what was missed, wherever they stand, however written."""
    letters, asked = plain(text), plain(words.strip()).text
    at = letters.text.find(asked) if asked else -1
    while at >= 0:
        yield Span(*letters.span(at, at + len(asked)), ADDED)
        at = letters.text.find(asked, at + len(asked))


def merged(spans: Iterable[Span], grounds: Grounds) -> tuple[Mask, ...]:
    """Spans that overlap or touch are one mask of all their grounds."""
    order = {ground: place for place, ground in enumerate([*grounds.names, ADDED])}
    joined: list[tuple[int, int, set[str]]] = []
    for each in sorted(spans):
        if joined and each.start <= joined[-1][1]:
            start, end, told = joined[-1]
            joined[-1] = (start, max(end, each.end), told | {each.ground})
        else:
            joined.append((each.start, each.end, {each.ground}))
    return tuple(
        Mask(start, end, tuple(sorted(told, key=order.__getitem__))) for start, end, told in joined
    )


def _clear(letters: Plain, grounds: Grounds) -> list[Span]:
    """What the lexicons know to be no ground, as written, from left to right."""
    found = kept(letters, grounds)
    return sorted(Span(*letters.span(each.start, each.end), each.ground) for each in found)


def _done(text: str, grounds: Grounds) -> list[Span]:
    """The masks that the text already holds."""
    return [Span(*match.span(), KEPT) for match in grounds.labels.finditer(text)]


def _covered(span: Span, others: Sequence[Span]) -> bool:
    """Does it lie in one of them that speaks of its ground, or of all? They are short, and sorted."""
    low = bisect_left(others, Span(span.end - _FAR, 0, ""))
    high = bisect_left(others, Span(span.end, 0, ""))
    return any(
        each.start <= span.start and span.end <= each.end and each.ground in {KEPT, span.ground}
        for each in others[low:high]
    )


def _blank(letters: Plain, spans: Iterable[Span]) -> Plain:
    """The plain text with one sign in place of each stretch that is masked."""
    text, at, here = [], [], 0
    for start, end in _joined(spans):
        low, high = letters.place(start), letters.place(end)
        text += [letters.text[here:low], MASKED]
        at += [*letters.at[here:low], start]
        here = max(high, here)
    text.append(letters.text[here:])
    return Plain(written=letters.written, text="".join(text), at=[*at, *letters.at[here:]])


def _joined(spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """The stretches of all spans, from left to right, without overlap."""
    end = -1
    start = 0
    for each in sorted(spans):
        if each.start > end:
            if end >= 0:
                yield start, end
            start, end = each.start, each.end
        end = max(end, each.end)
    if end >= 0:
        yield start, end
