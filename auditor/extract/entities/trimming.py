"""A model's spans put right: their edges, their lines, what belongs to them on either side."""

import re
from collections.abc import Iterable, Iterator

from auditor.extract.lexicon import Lexicon
from auditor.model.names import fold

Span = tuple[int, int, str]
"""Start, end, and PER, LOC or ORG."""
_EDGES = " \t\r\n\u00a0.,;:!?\"“”«»()[]{}<>*_~#/|•·–—-'’&+=@^`"
_LEADING = re.compile(
    r"(?:mm?|mrs?|ms|mmes?|m[e]?lles?|mx|drs?|pr|prof|docteure?|doctor|professeure?|professor|monsieur|madame|"
    r"mademoiselle|miss|sir|ma[iî]tre|rev|"
    r"president|pr[ée]sidente?|senator|sen|gov|governor|de la|de l['’]|des?|du|d['’]|à|au|aux|chez|at|in|from|and|et|with|avec)"
    r"(?:\.\s{0,2}|\s{1,2}|(?<=['’]))",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:le\s|la\s|les\s|the\s|l['’]\s?)", re.IGNORECASE)
_TRAILING = re.compile(
    r"(?:['’]s|['’]|\s(?:de|du|des|la|le|and|et|of|von|van|der|y|di|da|à|at|in|is|est|a|le|on))$",
    re.I,
)
_INITIAL = re.compile(r"(?:[A-ZÀ-Ý]\.?-?){1,3}$")
_GAP = re.compile(
    r"[ \t]{1,2}|-|[ \t]?[’'][ \t]?|[ \t][A-ZÀ-Ý]\.?[ \t]|[ \t](?:de|van|von|el|al|ben|da|di|la|le)[ \t]"
)
_PLAIN_GAP = re.compile(r"[ \t]{1,2}|-")
_FIRST = re.compile(r"(?<![\w.])(?:[A-ZÀ-Ý]\.?-?[A-ZÀ-Ý]?\.?|Ph\.|Ch\.|Th\.)[ -]?$")
_SURNAME = re.compile(r"(?<![\w-])(?:[A-ZÀ-Ý]{2,20}[- ]){1,3}$")
_NEXT = re.compile(r"[ \t](?:[A-ZÀ-Ý]\.[ \t])?(?P<word>[A-ZÀ-Ý][\w’'-]{1,30})(?![\w])")
_LOWER_TAIL = re.compile(
    r"(?:\s(?!de\b|du\b|van\b|von\b|el\b|al\b|la\b|le\b|da\b|di\b|ben\b)[a-zß-öø-ÿ][\w’'-]*)+$"
)
_LAST_WORD = re.compile(r"[ ](?P<word>[^\W\d_]+)$")
_NO_SURNAMES = frozenset(
    "nee ne dx rdv rendez tel mail fax apt suite service numero date interne patient".split()
)
"""Words of forms that stand behind a name."""
_DIRECTION = re.compile(
    r"(?:(?:North|South|East|West)(?:ern)?|Central|Mainland|Greater)\s", re.IGNORECASE
)
LONGEST = 80
"""Letters of a name; what is longer is a sentence."""


def trimmed(text: str, spans: Iterable[Span], lexicon: Lexicon) -> list[Span]:
    """The spans by line, without titles, punctuation and what a sentence adds; neighbours joined."""
    cut = [
        clean
        for span in spans
        for line in _lines(text, span)
        if (clean := _clean(text, line, lexicon)) is not None
    ]
    return [_widened(text, span, lexicon) for span in _joined(text, cut)]


def _lines(text: str, span: Span) -> Iterator[Span]:
    """A name stands on one line."""
    start, end, label = span
    at = start
    for line in text[start:end].split("\n"):
        yield at, at + len(line), label
        at += len(line) + 1


def _clean(text: str, span: Span, lexicon: Lexicon) -> Span | None:
    start, end, label = span
    before = (-1, -1)
    while before != (start, end) and start < end:
        before = (start, end)
        start, end = _stripped(text, start, end)
        if lexicon.place(text[start:end]) is None:
            lead = _LEADING.match(text, start, end)
            start = lead.end() if lead else start
            tail = _TRAILING.search(text, start, end)
            end = tail.start() if tail else end
    if label == "PER" and text[start : start + 1].isupper():
        end = _named_until(text, start, end)
    start = _articled(text, start, end, label, lexicon)
    return (start, end, label) if start < end <= start + LONGEST else None


def _named_until(text: str, start: int, end: int) -> int:
    """Where a person's name ends: before words in small letters and those of forms."""
    tail = _LOWER_TAIL.search(text, start, end)
    end = tail.start() if tail else end
    while last := _LAST_WORD.search(text, start, end):
        if fold(last["word"]) not in _NO_SURNAMES:
            break
        end = last.start()
    return end


def _articled(text: str, start: int, end: int, label: str, lexicon: Lexicon) -> int:
    """Where the name begins after an article or a direction that is no part of it."""
    words = text[start:end]
    if label == "ORG" or lexicon.place(words) is not None or fold(words) in lexicon.countries:
        return start
    direction = _DIRECTION.match(text, start, end)
    if label == "LOC" and direction and fold(text[direction.end() : end]) in lexicon.countries:
        return direction.end()
    article = _ARTICLE.match(text, start, end)
    return article.end() if article else start


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        if text[end - 1] == "." and _INITIAL.search(text, max(start, end - 3), end):
            break
        end -= 1
    return start, end


def _joined(text: str, spans: Iterable[Span]) -> list[Span]:
    """Spans of one label that only a space, a hyphen or an initial parts are one name."""
    joined: list[Span] = []
    for start, end, label in sorted(spans):
        gap = _GAP if label == "PER" else _PLAIN_GAP
        if joined and joined[-1][2] == label and gap.fullmatch(text, joined[-1][1], start):
            joined[-1] = (joined[-1][0], end, label)
        else:
            joined.append((start, end, label))
    return joined


def _widened(text: str, span: Span, lexicon: Lexicon) -> Span:
    """A person's initials, a surname in capitals before, a known given name behind."""
    start, end, label = span
    if label != "PER":
        return span
    line = text.rfind("\n", 0, start) + 1
    first = _FIRST.search(text, max(line, start - 6), start)
    if first and first.group() not in {"M. ", "M.", "M "}:
        start = first.start()
    if _given(text[start:end], lexicon):
        surname = _SURNAME.search(text, max(line, start - 40), start)
        start = surname.start() if surname and _names(surname.group(), lexicon) else start
    behind = _NEXT.match(text, end)
    if behind and (text[start:end].isupper() or "." in behind.group()):
        word = behind["word"]
        if _given(word, lexicon) or (
            behind.group()[2:3] == "." and fold(word) not in lexicon.ordinary
        ):
            end = behind.end()
    return start, end, label


def _given(words: str, lexicon: Lexicon) -> bool:
    parts = fold(words).split(" ")
    return not words.isupper() and re.split("-", parts[0])[0] in lexicon.given


def _names(words: str, lexicon: Lexicon) -> bool:
    """Could these words in capitals be a surname: none a title or an everyday word?"""
    parts = fold(words).split()
    return not any(
        each in lexicon.ordinary or _LEADING.fullmatch(f"{each} ") or len(each) < 3  # noqa: PLR2004
        for each in parts
    )
