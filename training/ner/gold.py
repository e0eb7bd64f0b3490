"""A sentence with the names it holds: what every corpus and every own sentence becomes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Span = tuple[int, int, str]

_TO_THE_LEFT = frozenset(". , ! ? ; : ) ] } … % ... n't".split())
_TO_THE_RIGHT = frozenset("( [ { @ # $ £ €".split())
_CLITICS = frozenset("s t ve re ll m d".split())
_APOSTROPHES = frozenset("'’´`")
_ENTITIES = {"gt": ">", "lt": "<", "amp": "&"}


@dataclass(frozen=True, slots=True)
class Gold:
    """A text and its names: start, end, PER/LOC/ORG."""

    text: str
    spans: tuple[Span, ...] = ()


def of_tokens(words: Sequence[str], tags: Sequence[str], labels: dict[str, str]) -> Gold:
    """Write tokens as running text; tags are IOB of either kind, unknown labels are no names."""
    text, spans = "", list[Span]()
    glue, before = True, "O"
    for at, (word, tag) in enumerate(_unescaped(words, tags)):
        if not glue and not _sticks(word, words, at, text):
            text += " "
        start, text = len(text), text + word
        _extend(spans, tag, before, (start, len(text)), labels)
        glue, before = _leads(word, text), tag
    return Gold(text, tuple(spans))


def of_pieces(pieces: Iterable[tuple[str, str, str]], labels: dict[str, str]) -> Gold:
    """Write (word, tag, what follows it) as running text."""
    text, spans, before = "", list[Span](), "O"
    for word, tag, after in pieces:
        start = len(text)
        # The rest of a word that was cut at the end of a line begins no name.
        rest = spans and spans[-1][1] == start and text[-1:].isalnum() and tag[2:] == before[2:]
        kind = f"I-{tag[2:]}" if rest else tag
        _extend(spans, kind, before, (start, start + len(word)), labels)
        text, before = text + word + after, tag
    return Gold(text.rstrip(), tuple(spans))


def joined(golds: Sequence[Gold], between: str) -> Gold:
    """Several texts as one."""
    text, spans = "", list[Span]()
    for gold in golds:
        text += between if text else ""
        spans += [(start + len(text), end + len(text), label) for start, end, label in gold.spans]
        text += gold.text
    return Gold(text, tuple(spans))


def _extend(
    spans: list[Span], tag: str, before: str, place: tuple[int, int], labels: dict[str, str]
) -> None:
    label = labels.get(tag[2:])
    if label is None:
        return
    if tag[0] == "B" or tag[2:] != before[2:]:
        spans.append((*place, label))
    else:
        spans[-1] = (spans[-1][0], place[1], label)


def _unescaped(words: Sequence[str], tags: Sequence[str]) -> Iterable[tuple[str, str]]:
    """`&`, `gt`, `;` are one sign that was escaped on the page."""
    at = 0
    while at < len(words):
        if words[at] == "&" and tuple(words[at + 2 : at + 3]) == (";",):
            sign = _ENTITIES.get(words[at + 1])
            if sign:
                yield sign, tags[at]
                at += 3
                continue
        yield words[at], tags[at]
        at += 1


def _sticks(word: str, words: Sequence[str], at: int, text: str) -> bool:
    if word in _TO_THE_LEFT or (word[:1] in _APOSTROPHES and word[1:].lower() in _CLITICS):
        return True
    following = words[at + 1].lower() if at + 1 < len(words) else ""
    if word in _APOSTROPHES and following in _CLITICS:
        return True
    return word.lower() in _CLITICS and text[-1:] in _APOSTROPHES


def _leads(word: str, text: str) -> bool:
    elided = len(word) > 1 and word[-1] in _APOSTROPHES and word[-2].isalpha()
    return elided or word in _TO_THE_RIGHT or not text
