"""The people around: who is named beside whom, and what they are to each other."""

import re
from collections.abc import Iterator

from auditor.extract.birth import is_wish
from auditor.extract.names import Mention
from auditor.extract.reading import Found, Reading
from auditor.model.fact import About
from auditor.model.names import fold

_MINE = r"(?:mon|ma|mes|notre|nos|my|our)"
_BEFORE = re.compile(rf"\b{_MINE}\s(?P<word>(?:[\w’'-]+\s){{0,2}}[\w’'-]+),?\s$", re.IGNORECASE)
_AFTER = re.compile(
    rf"^\s?[,(–—-]\s?{_MINE}\s(?P<word>[\w’'-]+(?:\s[\w’'-]+){{0,2}})", re.IGNORECASE
)


def kin(reading: Reading) -> Iterator[Found]:
    """A relative, partner or friend named with the word of kinship: “ma sœur Julie”."""
    if not reading.own:
        return
    for person in reading.mentions:
        relation = _relation(reading, person)
        if relation is None:
            continue
        kind, about = relation
        yield Found(
            kind=kind,
            value=person.text,
            start=person.start,
            end=person.end,
            about=About(about),
        )


def mention(reading: Reading) -> Iterator[Found]:
    """Another person named in a post: “avec Hélène”."""
    if not reading.own or is_wish(reading.text):
        return
    for person in reading.mentions:
        yield Found(
            kind="third_party_mention",
            value=person.text,
            start=person.start,
            end=person.end,
            about=About.OTHER,
        )


def _relation(reading: Reading, person: Mention) -> tuple[str, str] | None:
    """What the words just before or just after the name say of it."""
    before = _BEFORE.search(reading.text[: person.start])
    after = _AFTER.match(reading.text[person.end :])
    for words in filter(None, (before and before["word"], after and after["word"])):
        parts = fold(words).split()
        tries = [" ".join(parts[:length]) for length in range(len(parts), 0, -1)]
        tries += [" ".join(parts[at:]) for at in range(1, len(parts))]
        for each in tries:
            if each in reading.lexicon.relations:
                relation = reading.lexicon.relations[each]
                return relation.kind, relation.about
    return None
