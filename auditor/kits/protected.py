"""What the project's recognizers find of protected grounds, as functions from a text to spans; and the text of a file.

Screening reaches no other room: the command takes these from here and hands them in.
"""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence

from auditor import kits
from auditor.extract.gather import extract
from auditor.extract.kit import Tools
from auditor.extract.lexicon import Lexicon
from auditor.model.names import fold
from auditor.model.profile import Page, Post, Profile
from auditor.model.visibility import UNKNOWN_SIGHT
from auditor.pipeline import written
from auditor.resources.folders import folder
from auditor.screening.redact import Recognizer, Span
from auditor.screening.redact.grounds import table

_BLOCK = re.compile(r"(?:[^\n]|\n(?![^\S\n]*\n))+")
"""A paragraph: what stands between empty lines."""
NAME = "name"
_NOBODYS = frozenset(
    "university hall uk oil school college bank hsbc street road university universite saint".split()
)
"""Words of organisations and places that the model takes for parts of a name (met on the dev half)."""
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
    tools, grounds = kits.for_text(language, model), table(folder("rules")).kinds
    return (lambda text: _spans(text, tools, grounds),)


def _spans(text: str, tools: Tools, grounds: Mapping[str, str]) -> Iterator[Span]:
    """Where facts of kinds that tell a ground stand; a note is about others, a curriculum about its author."""
    blocks = {f"block-{match.start()}": match for match in _BLOCK.finditer(text)}
    posts = tuple(Post(id=name, text=match.group()) for name, match in blocks.items())
    seen: set[Span] = set()
    for place in (_told(posts), _spoken(posts)) if posts else ():
        for fact in extract([place], tools, now=_DAY.date()).facts:
            block, ground = blocks.get(fact.passage), grounds.get(fact.kind)
            if block is None or ground is None or fact.span is None:
                continue
            if ground != NAME or _is_persons(fact.quote, tools.lexicon):
                start, end = (block.start() + each for each in fact.span)
                seen.add(Span(start, end, ground))
    yield from sorted(seen)


def _is_persons(name: str, lexicon: Lexicon) -> bool:
    """Is it likely a person's? A word alone, told by the model, is as often a product or a street."""
    words = [fold(each) for each in name.split()]
    known = [each for each in words if each in lexicon.given]
    return bool(known) if len(words) == 1 else not _NOBODYS.intersection(words)


def _told(posts: tuple[Post, ...]) -> Page:
    return Page(
        source="text",
        network=None,
        url=None,
        collector="text",
        observed_at=_DAY,
        sight=UNKNOWN_SIGHT,
        posts=posts,
    )


def _spoken(posts: tuple[Post, ...]) -> Profile:
    return Profile(
        source="text",
        account=None,
        network=None,
        url=None,
        collector="text",
        observed_at=_DAY,
        sight=UNKNOWN_SIGHT,
        posts=posts,
    )
