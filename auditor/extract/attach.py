"""Whose fact it is, when the words do not say: the person of the clause, then of the sentence."""

import re
from collections.abc import Sequence

from auditor.extract.names import Mention
from auditor.extract.reading import Found, Reading
from auditor.extract.stretch import around
from auditor.model.fact import About
from auditor.model.names import fold

_CLAUSE = re.compile(r"[,;:•|()\n–—]|\s-\s")
_SENTENCE = re.compile(r"(?<![\s(][A-ZÀ-Ý])(?<!^[A-ZÀ-Ý])[.!?…](?=\s|$)|\n")
_OTHERS = re.compile(
    r"\b(?:(?:my|our|mon|ma|notre|mes|nos)\s(?P<word>[\w’'-]+)|(?:he|she|they|il|elle|ils|elles)(?=\W))",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?:I|we|je|nous|on)\b|\bj['’]", re.IGNORECASE)

SHARED = frozenset({"home_commune", "group_membership", "criminal_record"})
"""Kinds that a text says of everybody it names when it says them of nobody in particular."""


def persons(found: Found, reading: Reading) -> Sequence[Mention]:
    """The persons a fact belongs to: one, everybody (a shared kind), or nobody."""
    if found.person is not None:
        return (found.person,)
    if len(reading.mentions) == 1:
        return reading.mentions
    sentence = around(_SENTENCE, reading.text, found.start)
    near = [each for each in reading.mentions if sentence[0] <= each.start < sentence[1]]
    clause = around(_CLAUSE, reading.text, found.start)
    same = [each for each in near if clause[0] <= each.start < clause[1]]
    if same:
        return (min(same, key=lambda each: abs(each.start - found.start)),)
    if found.kind in SHARED:
        return near or reading.mentions
    before = [each for each in near if each.start < found.start]
    if before:
        return (before[-1],)
    return tuple(near[:1])


def opened(found: Found, reading: Reading) -> bool:
    """Does somebody's name open the sentence, and no *I* follow: “Tom off to Lisbon”?"""
    low, _ = around(_SENTENCE, reading.text, found.start)
    low += len(reading.text[low:]) - len(reading.text[low:].lstrip())
    first = next((each for each in reading.mentions if each.start == low), None)
    if first is None or reading.text[first.end : first.end + 1] in {",", "!", ":"}:
        return False
    return not _FIRST.search(reading.text, first.end, max(first.end, found.start))


def third_person(found: Found, reading: Reading) -> About | None:
    """Family or another, where the sentence speaks of them and not of *I* before the fact."""
    start, _ = around(_SENTENCE, reading.text, found.start)
    before = reading.text[start : found.end]
    others = list(_OTHERS.finditer(before))
    if not others or _FIRST.search(before, others[-1].end()):
        return None
    word = fold(others[-1]["word"] or "")
    relation = reading.lexicon.relations.get(word)
    if others[-1]["word"] and relation is None:
        return None
    return About(relation.about) if relation is not None else About.OTHER
