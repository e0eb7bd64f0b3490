"""How two written names stand to each other: part by part, then as one level."""

from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler, Levenshtein

from auditor.link.compare.forms import Form
from auditor.link.compare.parse import is_given
from auditor.link.compare.spelling import bare, sound, unvowelled
from auditor.link.weights import Tables

CLOSE = 0.92
"""Jaro–Winkler from which two spellings may be one name (the usual floor; linkage literature)."""
_SLIP = 5
"""Letters from which one wrong letter of a given name may be a slip: ``Lea`` and ``Lia`` are two names."""

LEVELS = {
    ("same", "same"): "full",
    ("nickname", "same"): "nickname",
    ("same", "initial"): "initial",
    ("nickname", "initial"): "initial",
    ("initial", "same"): "initial_surname",
    ("initial", "initial"): "initials",
    ("same", "missing"): "given_only",
    ("nickname", "missing"): "given_only",
    ("missing", "same"): "surname_only",
    ("same", "close"): "close",
    ("nickname", "close"): "close",
    ("close", "same"): "close",
    ("same", "differs"): "surname_differs",
    ("nickname", "differs"): "surname_differs",
    # The surname may be a married one, as where the given name is written out: weighed, not forbidden.
    ("initial", "differs"): "surname_differs",
    ("differs", "same"): "given_differs",
}
"""Given names and surnames → the level; pairs that stand for no level of their own are a conflict."""
SILENT = {
    ("missing", "missing"),
    ("initial", "missing"),
    ("missing", "initial"),
    ("close", "missing"),
}
"""Pairs that say too little either way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """The level of two forms, and the share of people who would show the same."""

    level: str
    share: float


_AGAINST = {
    name: Relation(level=name, share=1.0)
    for name in ("conflict", "surname_differs", "given_differs")
}


def relate(one: Form, other: Form, tables: Tables) -> Relation | None:
    """The level that two forms reach together; None where they say too little."""
    given, surname = given_names(one, other, tables), surnames(one, other)
    if (given, surname) in SILENT:
        return None
    level = LEVELS.get((given, surname))
    if level is None:
        if _swapped(one, other):
            share = max(
                tables.given_share(each.given) * tables.surname_share(each.surname)
                for each in (one, other)
            )
            return Relation(level="swapped", share=share)
        return _AGAINST["conflict"]
    if level in _AGAINST:
        return _AGAINST[level]
    return Relation(level=level, share=_share((given, surname), one, other, tables))


def _share(found: tuple[str, str], one: Form, other: Form, tables: Tables) -> float:
    """How many people would show what both sides show."""
    first = 1.0 if found[0] in {"missing", "close"} else _given_share(one, other, tables)
    last = 1.0 if found[1] in {"missing", "close"} else _surname_share(one, other, tables)
    return first * last


def _given_share(one: Form, other: Form, tables: Tables) -> float:
    shorter = min(one.given, other.given, key=lambda each: len(each.rstrip("*")))
    if shorter.endswith("*"):
        return max(tables.given_starts.share(shorter[:-1]), tables.given_floor)
    # A nickname fits whoever bears one of the names it stands for: “Rom” is no rare name.
    meant = (each for each in tables.nicknames.get(shorter, ()) if each in tables.given)
    return max(tables.given_share(shorter), min(1.0, sum(map(tables.given_share, meant))))


def _surname_share(one: Form, other: Form, tables: Tables) -> float:
    """The share of the rarest word shown on both sides; further initials narrow it down."""
    shorter, longer = sorted((one, other), key=lambda each: len(each.surname))
    if shorter.parts.surnames & longer.parts.surnames:
        return tables.surname_share(shorter.surname)
    share = 1.0
    for word in shorter.surname.split():
        if word.endswith("*"):
            share *= max(tables.surname_starts.share(word[:-1]), tables.surname_floor)
        else:
            share *= tables.surname_share(word)
    return max(share, tables.surname_floor**2)


def given_names(one: Form, other: Form, tables: Tables) -> str:
    """Same, nickname, initial, close, differs or missing."""
    left, right = one.given, other.given
    if not left or not right:
        return "missing"
    if _generations_differ(one, other):
        return "differs"
    if _is_start(left) or _is_start(right):
        return "initial" if _fits(left, right) else "differs"
    if not one.parts.givens.isdisjoint(other.parts.givens):
        return "same"
    return _written_out(left, right, tables)


def _written_out(left: str, right: str, tables: Tables) -> str:
    """Two given names in full that are not spelt alike."""
    if _nickname(left, right, tables):
        return "nickname"
    if _same_bones(left, right):
        return "same"
    return "close" if sound(left) == sound(right) or _slip(left, right, tables) else "differs"


def _same_bones(left: str, right: str) -> bool:
    """Is one written without vowels, as Arabic and Hebrew write it, and the rest equal?"""
    return (unvowelled(left) or unvowelled(right)) and bare(left) == bare(right)


def _generations_differ(one: Form, other: Form) -> bool:
    """Does one name say it is the father's and the other the son's?"""
    here, there = one.parts.generation, other.parts.generation
    return bool(here and there) and here != there


def _nickname(left: str, right: str, tables: Tables) -> bool:
    """Does one stand for the other, or is it one half of a double name?"""
    meant = tables.nicknames.get(left, frozenset({left}))
    if meant & tables.nicknames.get(right, frozenset({right})):
        return True
    return left in right.split("-") or right in left.split("-")


def _slip(left: str, right: str, tables: Tables) -> bool:
    """One wrong letter in a long name, of which at least one spelling is no name of its own."""
    if min(len(left), len(right)) < _SLIP or (is_given(left, tables) and is_given(right, tables)):
        return False
    return Levenshtein.distance(left, right, score_cutoff=1) <= 1


def surnames(one: Form, other: Form) -> str:
    """Same, initial, close, differs or missing."""
    left, right = one.surname, other.surname
    if not left or not right:
        return "missing"
    alike = not one.parts.surnames.isdisjoint(other.parts.surnames)
    if alike and len(left) > 1:
        return "same"
    words, others = left.split(), right.split()
    if any(map(_is_start, words)) or any(map(_is_start, others)):
        return _begun(words, others)
    if _one_of_two(words, others):
        return "same"
    if _same_bones(left, right):
        return "same"
    return "close" if JaroWinkler.similarity(left, right, score_cutoff=CLOSE) else "differs"


def _begun(words: list[str], others: list[str]) -> str:
    """Initials and masks: each word of the shorter name fits one of the longer, in order."""
    shorter, longer = sorted((words, others), key=lambda each: (len(each), len("".join(each))))
    at, whole = 0, False
    for word in shorter:
        while at < len(longer) and not _fits(word, longer[at]):
            at += 1
        if at == len(longer):
            return "differs"
        whole = whole or (word == longer[at] and not _is_start(word))
        at += 1
    return "same" if whole else "initial"


def _is_start(word: str) -> bool:
    """Is it an initial, or the start of a word whose rest is masked?"""
    return len(word) == 1 or word.endswith("*")


def _fits(left: str, right: str) -> bool:
    if left == right:
        return True
    if _is_start(left) and _is_start(right):
        here, there = left.rstrip("*"), right.rstrip("*")
        return here.startswith(there) or there.startswith(here)
    if _is_start(left):
        return right.startswith(left.rstrip("*"))
    return _is_start(right) and left.startswith(right.rstrip("*"))


def _one_of_two(words: list[str], others: list[str]) -> bool:
    """Is one surname a part of the other's double name?"""
    if len(words) == len(others):
        return False
    shorter, longer = sorted((words, others), key=len)
    return set(shorter) <= set(longer) and len(shorter[-1]) > 1


def _swapped(one: Form, other: Form) -> bool:
    return (
        one.whole
        and other.whole
        and not one.parts.givens.isdisjoint(other.parts.surnames)
        and not one.parts.surnames.isdisjoint(other.parts.givens)
    )
