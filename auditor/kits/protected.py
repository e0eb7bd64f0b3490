"""What the project's recognizers find of protected grounds, as functions from a text to spans; and the text of a file.

Screening reaches no other room: the command takes these from here and hands them in.
"""

import datetime
import re
from collections.abc import Collection, Iterator, Sequence

from auditor import kits
from auditor.extract.kit import Tools
from auditor.extract.lexicon import Lexicon
from auditor.model.names import fold
from auditor.model.profile import Post
from auditor.pipeline import written
from auditor.pipeline.facts import of_posts
from auditor.resources.folders import folder
from auditor.screening.redact import Recognizer, Span
from auditor.screening.redact.grounds import Table, table

_BLOCK = re.compile(r"(?:[^\n]|\n(?![^\S\n]*\n))+")
"""A paragraph: what stands between empty lines."""
NAME = "name"
_PARTICLE = 3
"""Letters of the longest word of a name that is written small: von, van, des."""
_DWELT = frozenset({"home_commune", "home_geotag"})
"""Kinds that a place alone tells: as often a place of work, so a word of dwelling must stand before it."""
_DWELLING = re.compile(
    r"\b(?:habit|r[ée]sid|log(?:e|é|ée)\b|vit\b|vivant|demeur|domicil|adresse|lives?\b|living|address|stay|rent)|\b\d{5}\s*$",
    re.IGNORECASE,
)
_BEFORE = 40
"""Signs before a place among which a word of dwelling counts (own choice: half a line)."""
_DAY = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
"""No answer of ours depends on the day: only where something stands is asked."""


def text_of(data: bytes, name: str, now: datetime.datetime) -> str:
    """The text of a note, a saved page, a PDF or a text document.

    Raises:
        AuditorError: it cannot be read.
    """
    return written.text_of(data, name, networks=kits.networks(), now=now)


def recognizers(language: str, model: str | None) -> Sequence[Recognizer]:
    """The project's recognizers, reading a text as told about others and as written by its subject.

    Raises:
        AuditorError: a data file of the program cannot be used.
    """
    tools, shared = kits.for_text(language, model), table(folder("rules"))
    return (lambda text: _spans(text, tools, shared),)


def _spans(text: str, tools: Tools, shared: Table) -> Iterator[Span]:
    """Where facts of kinds that tell a ground stand; a note is about others, a curriculum about its author."""
    blocks = {f"block-{match.start()}": match for match in _BLOCK.finditer(text)}
    posts = tuple(Post(id=name, text=match.group()) for name, match in blocks.items())
    seen: set[Span] = set()
    for own in (False, True) if posts else ():
        for fact in of_posts(posts, tools, now=_DAY, own=own).facts:
            block, ground = blocks.get(fact.passage), shared.kinds.get(fact.kind)
            if block is None or ground is None or fact.span is None:
                continue
            start, end = (block.start() + each for each in fact.span)
            if ground == NAME and not _is_persons(fact.quote, tools.lexicon, shared.nobodys):
                continue
            if fact.kind in _DWELT and not _DWELLING.search(text[max(start - _BEFORE, 0) : end]):
                continue
            seen.add(Span(start, end, ground))
    yield from sorted(seen)


def _is_persons(name: str, lexicon: Lexicon, nobodys: Collection[str]) -> bool:
    """Is it likely a person's? The model takes products, firms and headings for names: two signs must agree."""
    words = [fold(each) for each in name.split()]
    if not all(each[:1].isupper() for each in name.split() if len(each) > _PARTICLE):
        return False
    if not words or any(each in nobodys for each in (*words, " ".join(words))):
        return False
    if len(words) > 1:
        return True
    return words[0] in lexicon.given and words[0] not in lexicon.ordinary | lexicon.sections.keys()
