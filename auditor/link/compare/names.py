"""Compare names: order, accents, initials, masks, nicknames; and the handles made of them."""

import re
from itertools import product

from rapidfuzz.distance import JaroWinkler

from auditor.link.compare.forms import Form, forms
from auditor.link.side import Side
from auditor.link.weights import Tables, Weights
from auditor.model.fact import Fact
from auditor.model.link import Level
from auditor.model.names import fold

CLOSE = 0.92
"""Jaro–Winkler from which two spellings may be one name (the usual floor; linkage literature)."""
UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
"""Two spellings of one German letter; the founding case was found by typing ue for ü."""


def name(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """The two sides show the same name."""
    pairs = [
        _compared(one, other, weights, tables)
        for one, other in product(forms(left, tables), forms(right, tables))
    ]
    if not pairs:
        return None
    best = max(pairs, key=lambda level: level.bits)
    if best.bits < 0 and not (_likely(left, tables) and _likely(right, tables)):
        return None  # “Night Owl” contradicts no name: it is none
    if best.bits > weights.name_cap.value:
        return Level(
            comparison=best.comparison,
            level=best.level,
            bits=weights.name_cap.value,
            left=best.left,
            right=best.right,
        )
    return best


def _likely(side: Side, tables: Tables) -> bool:
    """Does one of the forms hold a given name or a surname that people bear?"""
    return any(
        len(each.given) == 1
        or each.given in tables.given
        or each.given.split("-")[0] in tables.given
        or each.surname in tables.surnames
        for each in forms(side, tables)
    )


def _compared(one: Form, other: Form, weights: Weights, tables: Tables) -> Level:
    given, surname = _given(one, other, tables), _surname(one, other)
    chosen, share = _chosen(given, surname, one, other, tables)
    return weights.level("name", chosen, share=share, left=one.fact.id, right=other.fact.id)


def _chosen(given: str, surname: str, one: Form, other: Form, tables: Tables) -> tuple[str, float]:
    """The level of a pair of forms and the share of people who would show the same."""
    first = (
        tables.given_share(min(one.given, other.given, key=len)) if one.given and other.given else 1
    )
    last = (
        tables.surname_share(min(one.surname, other.surname, key=len))
        if one.surname and other.surname
        else 1
    )
    levels = {
        ("same", "same"): ("full", first * last),
        ("nickname", "same"): ("nickname", first * last),
        ("same", "initial"): ("initial", first * last),
        ("nickname", "initial"): ("initial", first * last),
        ("initial", "same"): ("initial_surname", first * last),
        ("initial", "initial"): ("initials", first * last),
        ("same", "missing"): ("given_only", first),
        ("nickname", "missing"): ("given_only", first),
        ("missing", "same"): ("surname_only", last),
        ("same", "close"): ("close", first),
        ("same", "differs"): ("surname_differs", 1.0),
        ("differs", "same"): ("given_differs", 1.0),
    }
    if given == surname == "differs" and _swapped(one, other):
        return "swapped", tables.given_share(one.given) * tables.surname_share(one.surname)
    return levels.get((given, surname), ("conflict", 1.0))


def _given(one: Form, other: Form, tables: Tables) -> str:
    left, right = one.given, other.given
    if not left or not right:
        return "missing"
    if spelt_alike(left, right):
        return "same"
    if len(left) == 1 or len(right) == 1:
        return "initial" if left[0] == right[0] else "differs"
    meant = tables.nicknames.get(left, frozenset({left}))
    if meant & tables.nicknames.get(right, frozenset({right})):
        return "nickname"
    return "differs"


def _surname(one: Form, other: Form) -> str:
    left, right = one.surname, other.surname
    if not left or not right:
        return "missing"
    if spelt_alike(left, right) or _one_of_two(left, right):
        return "same"
    if len(left) == 1 or len(right) == 1:
        return "initial" if left[0] == right[0] else "differs"
    close = JaroWinkler.similarity(left, right) >= CLOSE
    return "close" if close else "differs"


def _one_of_two(left: str, right: str) -> bool:
    """Is one surname a part of the other's double name?"""
    parts, others = left.split(), right.split()
    if len(parts) == len(others):
        return False
    shorter, longer = sorted((parts, others), key=len)
    return set(shorter) <= set(longer) and len(shorter[-1]) > 1


def spelt_alike(left: str, right: str) -> bool:
    """Equal, or equal once ü is written u on both sides or ue on one."""
    if left == right:
        return True
    return {left, *_opened(left)} & {right, *_opened(right)} != set() or _plain(left) == _plain(
        right
    )


def _opened(word: str) -> set[str]:
    return {word.replace(double, single) for double, single in UMLAUTS if double in word}


def _plain(word: str) -> str:
    return re.sub(r"[\s-]", "", word)


def _swapped(one: Form, other: Form) -> bool:
    return (
        one.whole
        and spelt_alike(one.given, other.surname)
        and spelt_alike(one.surname, other.given)
    )


def handle(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """The two sides use the same handle, or nearly."""
    found: list[Level] = []
    for one, other in product(left.of("username"), right.of("username")):
        level = _handles(one, other, (*forms(left, tables), *forms(right, tables)), weights)
        if level is not None:
            found.append(level)
    return max(found, key=lambda level: level.bits, default=None)


def _handles(one: Fact, other: Fact, names: tuple[Form, ...], weights: Weights) -> Level | None:
    left, right = skeleton(one.value), skeleton(other.value)
    if left == right:
        if any(_derives(left, each) for each in names):
            return weights.level("handle", "derived", left=one.id, right=other.id)
        share = 2 ** -(weights.handle_bits_per_sign.value * len(left))
        return weights.level("handle", "rare", share=share, left=one.id, right=other.id)
    if len(left) > 4 and JaroWinkler.similarity(left, right) >= CLOSE:  # noqa: PLR2004
        return weights.level("handle", "close", left=one.id, right=other.id)
    return None


def skeleton(handle: str) -> str:
    """The handle without separators: ``loic_tr`` → ``loictr``."""
    return re.sub(r"[^a-z0-9]", "", fold(handle))


def _derives(handle: str, each: Form) -> bool:
    """Could the handle be made of the name: given name and the start of the surname, or turned?"""
    letters = re.sub(r"\d+$", "", handle)
    given, surname = each.given.replace("-", ""), each.surname.replace(" ", "")
    for first, second in ((given, surname), (surname, given)):
        for cut in (first, first[:1]):
            if cut and letters.startswith(cut):
                rest = letters[len(cut) :]
                if rest == "" and len(cut) > 1:
                    return True
                if (
                    rest
                    and second
                    and (
                        second.startswith(rest)
                        or (rest.startswith(second[:1]) and len(second) == 1)
                    )
                ):
                    return True
    return False
