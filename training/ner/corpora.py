"""Readers of the published corpora, all into sentences with PER, LOC and ORG."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.ner.gold import Gold, Span, of_pieces, of_tokens
from training.tables import sources

LABELS = {
    **dict.fromkeys(("PER", "person"), "PER"),
    **dict.fromkeys(("LOC", "location"), "LOC"),
    **dict.fromkeys(("ORG", "corporation", "group", "CORP", "GRP"), "ORG"),
}
"""Their labels as ours; products, works and events are no names here."""

LONGEST = 40
"""Words after which a newspaper column without sentence marks is cut."""

_TITLES = "M MM Mme Mmes Mlle Dr Mr Mrs Ms".split()
_NOTHING = re.compile("")
_BEFORE = {
    "PER": re.compile(rf"(?:{'|'.join(_TITLES)})\.? +(?=\w)"),
    "LOC": re.compile(r"\d+(?: bis| ter)?[.,]? *(?=\w)"),
}
_HYPHENS = ("¬", "­")


def read(name: str) -> list[Gold]:
    """The sentences of a corpus by its file name in `nlp/`."""
    path = sources() / "nlp" / name
    reader = _READERS.get(name.partition(".")[0], _columns)
    return [gold for gold in reader(path) if gold.text.strip()]


def split_newseye(name: str) -> list[list[Gold]]:
    """The sentences of each newspaper page of a NewsEye file."""
    return [list(_page(page)) for page in _pages(sources() / "nlp" / name)]


def without_handles(golds: Iterable[Gold]) -> list[Gold]:
    """The same sentences where an @account is no name: a rule finds accounts."""
    return [Gold(g.text, tuple(s for s in g.spans if not _handle(g.text, s))) for g in golds]


def _handle(text: str, span: Span) -> bool:
    return text[span[0] : span[1]].startswith("@") or text[: span[0]].endswith("@")


def _columns(path: Path) -> Iterator[Gold]:
    """CoNLL: a word and its tag a line, a blank line between sentences."""
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        rows = [line.split() for line in block.splitlines() if not line.startswith("# id")]
        rows = [row for row in rows if len(row) > 1]
        yield of_tokens([row[0] for row in rows], [row[-1] for row in rows], LABELS)


def _universal(path: Path) -> Iterator[Gold]:
    """Universal NER: numbered words under the text they were cut from."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        text, at, pieces = "", 0, []
        for line in block.splitlines():
            if line.startswith("# text = "):
                text = line.removeprefix("# text = ")
            elif line[:1].isdigit():
                _, word, tag, *_ = line.split("\t")
                start = text.find(word, at)
                if start >= 0:
                    pieces.append((start, start + len(word), word, tag))
                    at = start + len(word)
        ends = [*(piece[0] for piece in pieces[1:]), len(text)]
        yield of_pieces(
            [(w, t, text[e:n]) for (_, e, w, t), n in zip(pieces, ends, strict=False)], LABELS
        )


def _press(path: Path) -> Iterator[Gold]:
    """Europeana: one column of words without blank lines, cut at full stops."""
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = line.split()
        if len(row) > 1:
            rows.append(row)
        if rows and (line.startswith(". ") or len(rows) >= LONGEST) and line.endswith(" O"):
            yield _untitled(of_tokens([r[0] for r in rows], [r[-1] for r in rows], LABELS))
            rows = []


def _newseye(path: Path) -> Iterator[Gold]:
    for page in _pages(path):
        yield from _page(page)


def _pages(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("# hipe2022:document_id")[1:]


def _page(page: str) -> Iterator[Gold]:
    pieces: list[tuple[str, str, str]] = []
    rows = [line.split("\t") for line in page.splitlines() if not line.startswith("#")]
    rows = [row for row in rows if len(row) > 1]
    for row, following in zip(rows, [*rows[1:], ["", "", ""]], strict=True):
        word, after = _joined(row[0], row[-1], following[0])
        pieces.append((word, row[1], after))
        if "EndOfSentence" in row[-1] or (len(pieces) >= LONGEST and row[1] == "O"):
            yield _untitled(of_pieces(pieces, LABELS))
            pieces = []
    yield _untitled(of_pieces(pieces, LABELS))


def _joined(word: str, notes: str, following: str) -> tuple[str, str]:
    """A word cut at the end of a line is put together again; two words are never one."""
    if word.endswith(_HYPHENS) and "EndOfLine" in notes:
        return word[:-1], ""
    stop = word == "." and len(following) > 1
    words = (word[-1:].isalnum() or stop) and following[:1].isalnum()
    apart = words or "NoSpaceAfter" not in notes or "EndOfLine" in notes
    return word, " " if apart else ""


def _untitled(gold: Gold) -> Gold:
    """The same names without the “M.” and the house numbers that the press corpora count in."""
    spans = []
    for start, end, label in gold.spans:
        cut = _BEFORE.get(label, _NOTHING).match(gold.text, start, end)
        if gold.text[start:end].rstrip(".") not in _TITLES:
            spans.append((cut.end() if cut else start, end, label))
    return Gold(gold.text, tuple(spans))


_READERS = {
    "uner_en": _universal,
    "enp_fr": _press,
    "newseye_fr": _newseye,
}
