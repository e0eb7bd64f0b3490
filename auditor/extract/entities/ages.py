"""Ages in figures, in French and English."""

import re
from collections.abc import Iterator

from auditor.extract.entities.entity import Entity
from auditor.extract.entities.sight import Sight

_YEARS = re.compile(
    r"(?<![\w.,/€$£-])(?P<years>\d{1,3})[ -]?(?:years?|yrs?)(?:[ -]old(?:er)?|['’]? of age)(?![\w])"
    r"|(?<![\w.,/€$£-])(?P<yo>\d{1,3})\s?(?:y\.?/?o\.?|yo)(?![\w])"
    r"|(?<![\w.,/€$£-])(?P<months>\d{1,2})[ -]months?[ -]old(?![\w])"
    r"|(?<![\w.,/€$£-])(?P<ans>\d{1,3})\s?(?:ans|piges|balais|printemps)(?!\w|\s(?:de\s(?!m[oô]n|ce|ma|cette|vie)|d['’](?!âge)"
    r"|après|plus tard|plus tôt|avant|ferme|d[ée]j[aà] que))"
    r"|\b(?:âg[ée]e?s?|ag[ée]e?s?) (?:de )?(?P<mois>\d{1,2})\s?mois(?!\w)"
    r"|\b(?:aged?|turn(?:ed|ing|s)?|âge)\s?[:=]?\s?(?:of )?(?P<aged>\d{1,3})(?![\w.,:/%$€-]\d|\w|\s?(?:%|€|\$))",
    re.IGNORECASE,
)
_AM = re.compile(
    r"\b(?:I['’]?m|I am|I was|he['’]s|she['’]s|he is|she is|is now|(?:when|since|at the time|after) (?:he|she|I|they) (?:was|were"
    r"|is))\s(?:only |just |already )?(?P<am>\d{1,3})(?!\w|[.,:/%]\d|\s?[%€$£°])"
    r"(?=\s?(?:[.,;!?)]|$|and\b|but\b|now\b|so\b|with\b|years|from|\n|male|female|man|woman|f\b|m\b))",
    re.IGNORECASE,
)
_SEXED = re.compile(
    r"(?<![\w.,/€$£-])(?P<sexed>1[3-9]|[2-9]\d)\s?(?:[/ ]\s?)?[FMH](?![\w'’.-]|\s?\d)"
    r"|(?<![\w.,/€$£-])[FMH]\s?/?\s?(?P<sexed2>1[3-9]|[2-9]\d)(?![\w.,:/%$€-])",
    re.IGNORECASE,
)
_READ: tuple[tuple[frozenset[str], re.Pattern[str]], ...] = (
    (
        frozenset(
            "year years yr yrs yo y month months ans piges balais printemps mois age aged agee agees ages turn turned "
            "turning turns".split()
        ),
        _YEARS,
    ),
    (frozenset("i he she they is".split()), _AM),
    (frozenset("fmh"), _SEXED),
)
"""The words that a text must hold one of before a pattern is tried on it."""
_LASTED = re.compile(
    r"(?:\b(?:il y a|y a|depuis|pendant|dans|après|apres|for|durant|sous|chaque|tous les|over|les|ces|en|garantie?|bail de|sur"
    r"|quelque|p[ée]riode de|dur[ée]e de|premi[eè]res?|derni[eè]res?|prochaines?)"
    r"(?: (?:plus|moins|environ|près) de| environ| over)?)\s$",
    re.IGNORECASE,
)
_MORE = re.compile(r"^\s(?:que|qu['’]|d['’]exp|d['’]anc|plus|de (?:mariage|carri))", re.IGNORECASE)
OLDEST = 115
"""Years; nobody is older (own choice above the oldest known, 122, to spare other numbers)."""


def age(sight: Sight) -> Iterator[Entity]:
    """An age in figures: 34 ans, 34 years old, aged 34, 34F."""
    for words, pattern in _READ:
        if not sight.words.isdisjoint(words):
            for match in pattern.finditer(sight.text):
                yield from _aged(sight, match)


def _aged(sight: Sight, match: re.Match[str]) -> Iterator[Entity]:
    which = match.lastgroup or ""
    number = int(match[which])
    sexed = which.startswith("sexed")
    if not 0 < number <= OLDEST or (sexed and not _upper(match.group())):
        return
    if which == "ans" and _figurative(sight, match):
        return
    yield Entity(
        type="age",
        start=match.start() + _lead(match.group(), which),
        end=match.end(),
        value=f"{number}{'m' if which in {'months', 'mois'} else ''}",
        score=0.5 if sexed else 0.75 if which in {"am", "aged"} else 0.85,
        valid=None,
        by="age",
        why=which,
    )


def _figurative(sight: Sight, match: re.Match[str]) -> bool:
    """Years that pass rather than years of age."""
    before, after = sight.before(match.start(), 24), sight.after(match.end(), 12)
    return bool(_LASTED.search(before) or _MORE.search(after))


def _upper(written: str) -> bool:
    return any(char in "FMH" for char in written)


def _lead(written: str, which: str) -> int:
    """The letters before the number that only point to it: “I'm ”, “aged ”."""
    if which not in {"am", "aged", "mois"}:
        return 0
    found = re.search(r"\d", written)
    return found.start() if found else 0
