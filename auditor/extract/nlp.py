"""The only door to spaCy: one light tokenizer and one model of names for French and English.

`blank("fr")` costs two CPU seconds at every start; the language-neutral tokenizer with French
elision agrees with it on 99.4 % of tokens (measured) and serves both languages. The model finds
persons, places and organisations; its words (`words.tsv`) tell it which are known names.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from auditor.model.names import fold

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

_NAMES = frozenset("GgSsPQRCK")
"""Letters of the classes that are names: given, family, town, country, organisation."""

WORDS = "words.tsv"
"""In the model's folder: each class of known words, and the words."""

LABELS = {
    **dict.fromkeys(("PERSON", "PER"), "PER"),
    **dict.fromkeys(("GPE", "LOC", "FAC"), "LOC"),
    "ORG": "ORG",
}
"""What models of others call our three kinds of name."""

LONGEST_PHRASE = 4
"""Words of the longest place name that is looked up."""

_TOGETHER = 64
"""Texts read in one go: more gain no time."""

_REMEMBERED = 50_000
"""Words whose marks are kept at hand, to bound memory on large cases."""

_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")
_ELISION = r"(?:[dhjlmnstcDHJLMNSTC]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu)['’](?=\w)"
_DIGIT = re.compile(r"\d")


class Entity(NamedTuple):
    """A name found in a text: where, PER, LOC or ORG, and how often such a find is right."""

    start: int
    end: int
    label: str
    score: float | None = None
    """Share of finds like it that were exact in posts never trained on; None where nobody counted."""


@cache
def language() -> "Language":
    """The tokenizer, built once."""
    # Products of matrices this small are slower on several threads; numpy reads this when it is
    # imported, so it has to be said before spaCy is.
    for name in _THREADS:
        os.environ.setdefault(name, "1")
    import spacy
    from spacy.util import compile_prefix_regex

    nlp = spacy.blank("xx")
    prefixes = [_ELISION, *(nlp.Defaults.prefixes or ())]
    nlp.tokenizer.prefix_search = compile_prefix_regex(prefixes).search  # type: ignore[union-attr]
    return nlp


def entities(text: str, model: Path) -> list[Entity]:
    """The persons, places and organisations named in a text, from left to right.

    Args:
        text: made safe before (`passages.safe`): endless runs of signs cost the tokenizer much time.
        model: the folder of the model (`data/ner`), read at the first call.
    """
    nlp, marks = shipped(model)
    return _named(nlp(marks.on(language().make_doc(text))), nlp.meta.get("performance", {}))


def pipe(texts: Iterable[str], model: Path) -> Iterator[list[Entity]]:
    """The names of each text, in order."""
    nlp, marks = shipped(model)
    shares = nlp.meta.get("performance", {})  # made anew each time it is asked for
    docs = (marks.on(language().make_doc(text)) for text in texts)
    for doc in nlp.pipe(docs, batch_size=_TOGETHER):
        yield _named(doc, shares)


@cache
def shipped(model: Path) -> "tuple[Language, Marks]":
    """The model of a folder and the words it knows, read once."""
    vocab = language().vocab  # first, for the threads
    import spacy

    from auditor.extract.vectors import quicken

    nlp = spacy.load(model, vocab=vocab, exclude=["tokenizer"])
    quicken(nlp.get_pipe("ner"))
    return nlp, Marks(model / WORDS)


@cache
def load(name: str) -> "Language":
    """A pipeline that the reader has installed: `en_core_web_lg`, `fr_core_news_lg`.

    Raises:
        OSError: no such pipeline is installed.
    """
    language()  # first, for the threads
    import spacy

    return spacy.load(name, exclude=["lemmatizer", "parser", "tagger", "morphologizer"])


def pipe_by(name: str, texts: Iterable[str]) -> Iterator[list[Entity]]:
    """The names that an installed pipeline finds, called as ours are; its other labels are left out."""
    for doc in load(name).pipe(texts, batch_size=_TOGETHER):
        yield _named(doc, {})


def _named(doc: "Doc", shares: Mapping[str, Any]) -> list[Entity]:
    return [
        Entity(span.start_char, span.end_char, LABELS[span.label_], shares.get(likeness(span)))
        for span in doc.ents
        if span.label_ in LABELS
    ]


def likeness(span: "Span") -> str:
    """What finds are counted by: label, capital or not, a known name or not."""
    case = "capital" if span.text[:1].isupper() else "small"
    known = any(_NAMES.intersection(token.lemma_) for token in span)
    return f"{span.label_} {case} {'known' if known else 'new'}"


class Marks:
    """Writes on tokens what the model reads: a folded norm and the class of the word in `words.tsv`.

    The class stands in the lemma, which nothing else uses here.
    """

    def __init__(self, words: Path) -> None:
        self._classes: dict[str, str] = {}
        for line in words.read_text(encoding="utf-8").splitlines():
            if line[:1] != "#":
                name, _, members = line.partition("\t")
                self._classes |= dict.fromkeys(members.split("|"), name)
        self._starts = {word.partition(" ")[0] for word in self._classes if " " in word}
        self._known: dict[int, tuple[str, int, str]] = {}

    def on(self, doc: "Doc") -> "Doc":
        """The same tokens, marked."""
        import numpy as np

        words = [self._word(token.orth, token.text, doc) for token in doc]
        classes = [word[2] for word in words]
        self._phrases([word[0] for word in words], classes)
        add = doc.vocab.strings.add
        rows = [(word[1], add(each)) for word, each in zip(words, classes, strict=True)]
        values: Any = np.array(rows, dtype="uint64").reshape(-1, 2)
        doc.from_array(["NORM", "LEMMA"], values)
        return doc

    def _word(self, orth: int, text: str, doc: "Doc") -> tuple[str, int, str]:
        found = self._known.get(orth)
        if found is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            norm = plain(text)
            found = norm, doc.vocab.strings.add(norm), self._classes.get(norm, "-")
            self._known[orth] = found
        return found

    def _phrases(self, words: list[str], classes: list[str]) -> None:
        """Marks the words of a place named in several: `saint - malo`."""
        kept = [at for at, word in enumerate(words) if word != "-"]
        for at, first in enumerate(kept):
            if words[first] not in self._starts:
                continue
            for end in range(min(at + LONGEST_PHRASE, len(kept)), at + 1, -1):
                phrase = " ".join(words[each] for each in kept[at:end])
                if phrase in self._classes:
                    inside = range(first, kept[end - 1] + 1)
                    for each in inside:
                        classes[each] = f"{self._classes[phrase]}+{classes[each]}"
                    break


def plain(word: str) -> str:
    """A word as the model reads it: folded, numbers, addresses and handles all alike."""
    if word[:1] == "@" and len(word) > 1:
        return "@"
    if word.startswith(("http", "www.")):
        return "http"
    return _DIGIT.sub("0", fold(word))
