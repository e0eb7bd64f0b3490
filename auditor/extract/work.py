"""Where someone works and as what."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from auditor.extract.nlp import matcher, phrases
from auditor.extract.reading import Found, Reading
from auditor.model.fact import Polarity
from auditor.model.names import fold

if TYPE_CHECKING:
    from spacy.matcher import Matcher, PhraseMatcher

_WORKS: dict[str, list[list[dict[str, Any]]]] = {
    "works": [
        [
            {"LOWER": {"IN": ["travaille", "bosse", "travaillais", "bossais", "embauchée", "embauché",
                              "stagiaire", "salariée", "salarié", "work", "works", "working", "worked",
                              "hired", "intern"]}},
            {"LOWER": {"IN": ["maintenant", "toujours", "actuellement", "now", "currently"]}, "OP": "?"},
            {"LOWER": {"IN": ["chez", "pour", "à", "at", "for", "by"]}},
            {"LOWER": {"IN": ["l'", "l’", "le", "la", "the"]}, "OP": "?"},
        ],
        [{"LOWER": {"IN": ["poste", "cdi", "cdd", "job", "stage"]}}, {"LOWER": {"IN": ["chez", "at"]}}],
    ]
}  # fmt: skip
_COMPANY = re.compile(
    r"[A-ZÀ-Ý0-9][\w&’'.-]*(?:\s(?:de|du|des|d['’]|la|et|&|of|and|[A-ZÀ-Ý0-9][\w&’'.-]*))*"
)
_PAST = frozenset("travaillais bossais worked".split())
_NOT = re.compile(r"(?:\b(?:ne|n['’]|pas|plus|not|never|no longer)|n['’]t)\s*(?:\w+\s){0,2}$", re.I)
_SELF_CUE = re.compile(
    r"\b(?:je suis|j['’]étais|moi,?|en tant que|comme|mon métier\s?:?|I['’]?m|I am|as)\s(?:an?\s|une?\s)?$",
    re.IGNORECASE,
)
_BY_TRADE = re.compile(r"^\s(?:de métier|de profession|by trade)\b", re.IGNORECASE)


def employer(reading: Reading) -> Iterator[Found]:
    """An employer named after “je bosse chez”, “I work at”."""
    if not reading.peopled:
        return
    for match in _cues()(reading.doc, as_spans=True):
        company = _COMPANY.match(reading.text, match.end_char + 1) or _COMPANY.match(
            reading.text, match.end_char
        )
        if company is None or _NOT.search(reading.text[: match.start_char]):
            continue
        name = re.sub(r"\s(?:de|du|des|la|et|of|and|&)$", "", company.group()).rstrip(".")
        if reading.mention_at(company.start(), company.end()) and not _head(name, reading):
            continue
        yield Found(
            kind="employer",
            value=name,
            start=company.start(),
            end=company.start() + len(name),
            polarity=Polarity.NEGATED if match[0].lower_ in _PAST else Polarity.ASSERTED,
        )


def job_title(reading: Reading) -> Iterator[Found]:
    """A job: “je suis infirmière”, “dessinateur de métier”, a post beside a name."""
    best: dict[int, tuple[int, int]] = {}
    for match in _jobs(tuple(reading.lexicon.jobs))(reading.doc, as_spans=True):
        start, end = match.start_char, _whole(reading.text, match.end_char)
        if not any(low <= start < high for low, high in best.values()):
            best[start] = (start, max(end, match.end_char))
    for start, end in best.values():
        if _said_of_someone(reading, start, end):
            words = reading.text[start:end]
            yield Found(kind="job_title", value=fold(words), start=start, end=end)


def _said_of_someone(reading: Reading, start: int, end: int) -> bool:
    """In one's own posts a job counts after a cue only; elsewhere when a person is named near."""
    if _SELF_CUE.search(reading.text[:start]) or _BY_TRADE.match(reading.text[end:]):
        return True
    return not reading.own and bool(reading.mentions)


def _whole(text: str, end: int) -> int:
    """A compound goes on after its hyphen: ``dessinateur-projeteur``."""
    rest = re.match(r"-\w+", text[end:])
    return end + rest.end() if rest else end


def _head(name: str, reading: Reading) -> bool:
    return fold(name.split(maxsplit=1)[0]) in reading.lexicon.organisations


@cache
def _cues() -> "Matcher":
    return matcher(_WORKS)


@cache
def _jobs(words: tuple[str, ...]) -> "PhraseMatcher":
    return phrases(words)
