"""Words before names and words for belonging: titles; nations, faiths and parties."""

import re
from collections.abc import Iterator
from functools import cache

from auditor.extract.entities.entity import Entity
from auditor.extract.entities.sight import Sight
from auditor.model.names import fold

_TITLES = {
    "mr": "mr", "mister": "mr", "monsieur": "mr", "m": "mr", "messieurs": "mr", "mm": "mr",
    "mrs": "mrs", "madame": "mrs", "mme": "mrs", "mesdames": "mrs", "mmes": "mrs",
    "ms": "ms", "miss": "miss", "mlle": "miss", "mademoiselle": "miss", "mx": "mx",
    "dr": "dr", "doctor": "dr", "docteur": "dr", "docteure": "dr", "drs": "dr",
    "pr": "prof", "prof": "prof", "professor": "prof", "professeur": "prof", "professeure": "prof",
    "me": "me", "maître": "me", "sir": "sir", "lady": "lady", "lord": "lord", "dame": "dame",
    "rev": "rev", "reverend": "rev", "père": "father", "soeur": "sister", "sœur": "sister", "capt": "captain",
    "captain": "captain", "sgt": "sergeant", "lt": "lieutenant", "col": "colonel", "gen": "general",
    "hon": "hon", "judge": "judge",
}  # fmt: skip
TITLE_WORDS = frozenset(map(fold, _TITLES)) - {"m", "me"}
_SHORT_TITLE = re.compile(r"(?<!\w)M(?:\.|e )")
"""Titles that are also the end of “I'm” and a pronoun: looked for as they are written."""
_TITLE = re.compile(
    r"(?<![\w.'’-])(?P<title>" + "|".join(sorted(_TITLES, key=len, reverse=True)) + r")(?P<dot>\.)?"
    r"(?=(?P<next>\s{1,2}(?:[A-ZÀ-Ý][\w’'-]*|le |la |l['’])))",
    re.IGNORECASE,
)
_ALONE = frozenset("monsieur madame mademoiselle mme mlle".split())
_DOTTED = frozenset("m mr mrs ms dr pr prof rev capt sgt lt col gen hon drs mm mx".split())
_NEEDS_DOT = frozenset("m col gen hon capt rev lt mm".split())
_ROLES = frozenset("père soeur sœur dame judge lady lord sir captain me".split())
_FRENCH = frozenset("le la les de du un une et est avec pour dans par chez au".split())
_BEARER = re.compile(r"(?<![\w-])[^\W\d_]{3,}")
_CAPITAL_ONLY = frozenset(
    "polish pole poles kiwi brit brits jain dane danes finn finns scot scots leaver remainer liberal liberals conservative "
    "conservatives conservateur conservatrice conservateurs conservatrices liberale liberaux liberales republican "
    "democrat orthodox orthodoxe pagan labour unionist new sri south north puerto costa sierra cape hong lib "
    "persian corse centriste royaliste evangelical mongol mongole".split()
)
"""Words that mean something else in small letters: pole, polish, liberal."""
_INITIAL = re.compile(r"[A-ZÀ-Ý][\w’'-]+[ ]$")
"""A name before “M.”: it is an initial then."""
_NATION = re.compile(r"[^\W\d_]+(?:[-’' ][^\W\d_]+){0,3}")


def title(sight: Sight) -> Iterator[Entity]:
    """A title before a name: Mr, Mme, Dr, Maître."""
    if sight.words.isdisjoint(TITLE_WORDS) and not _SHORT_TITLE.search(sight.text):
        return
    for match in _TITLE.finditer(sight.text):
        word = match["title"].lower()
        if not _titled(sight, match, word):
            continue
        dot = match["dot"] is not None and word in _DOTTED
        yield Entity(
            type="title",
            start=match.start(),
            end=match.end() if dot else match.end("title"),
            value=_TITLES[word],
            score=0.9 if word not in _ROLES else 0.6,
            valid=None,
            by="title",
            why="name",
        )


def _titled(sight: Sight, match: re.Match[str], word: str) -> bool:
    """Is it a title here, and not “me”, a metre, “père” or a dame?"""
    shouting = match["title"].isupper() and len(word) > 1
    if match["next"].strip().islower():  # “Monsieur le maire”
        return word in {"monsieur", "madame"}
    if word == "m" and _INITIAL.search(sight.before(match.start(), 30)):
        return False
    if word in _NEEDS_DOT:
        return match["dot"] is not None and match["title"][:1].isupper()
    if word == "me":
        return match["title"] == "Me" and not sight.words.isdisjoint(_FRENCH)
    if word in _ROLES:
        return match["title"][:1].isupper() and not shouting
    return word in _DOTTED or word in _ALONE or match["title"][:1].isupper()


def nationality(sight: Sight) -> Iterator[Entity]:
    """A word for a nation, a faith or a party, with its code: française, Muslim, écologiste."""
    table = nationalities()
    if sight.words.isdisjoint(_firsts()):
        return
    for match in _BEARER.finditer(sight.text):
        folded = fold(match.group())
        if folded == "czech" and sight.after(match.end(), 9) == " Republic":
            continue
        if match.group()[:1].isupper() and _name(sight, match, folded):
            continue
        if folded in _firsts() and not (folded in _CAPITAL_ONLY and match.group().islower()):
            yield from _belonging(sight, match.start(), table)


def _name(sight: Sight, match: re.Match[str], folded: str) -> bool:
    """Is it a country (“en Suisse”) or a given name before a surname (“Christian Petit”)?"""
    if folded in sight.lexicon.countries:
        return True
    return folded in sight.lexicon.given and bool(
        re.match(r" [A-ZÀ-Ý]", sight.after(match.end(), 2))
    )


def _belonging(sight: Sight, start: int, table: dict[str, tuple[str, str]]) -> Iterator[Entity]:
    """The longest words from there that the table knows."""
    longest = _NATION.match(sight.text, start)
    words = longest.group() if longest else ""
    while words and fold(words) not in table:
        words = _cut(words)
    if words:
        code, kind = table[fold(words)]
        yield Entity(
            type="nationality",
            start=start,
            end=start + len(words),
            value=code,
            score=0.7 if words[:1].isupper() else 0.55,
            valid=None,
            by="nationality",
            why=kind,
        )


def _cut(words: str) -> str:
    """The words without their last."""
    shorter = re.sub(r"[-’' ][^\W\d_]+$", "", words)
    return shorter if shorter != words else ""


@cache
def nationalities() -> dict[str, tuple[str, str]]:
    """Code and kind of every word for belonging, by its folded form."""
    from auditor.resources.folders import folder
    from auditor.resources.read import table

    rows = table(folder("data") / "words/nationalities.tsv")
    return {fold(row["word"]): (row["canonical"], row["kind"]) for row in rows}


@cache
def _firsts() -> frozenset[str]:
    """The first words of all of them."""
    return frozenset(re.split(r"[-’' ]", word)[0] for word in nationalities())
