"""Compare what people are called: name, handle and mailbox in one, because each is made of the other.

A handle made of the name tells little that the name does not: it adds what it says beyond it. One that is
not made of it is a key of its own, and adds in full. So the three are one comparison with joint levels.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from rapidfuzz.distance import JaroWinkler

from auditor.link.compare import derived, handles
from auditor.link.compare.derived import Shown
from auditor.link.compare.forms import Form, forms
from auditor.link.compare.handles import Handle
from auditor.link.compare.relations import CLOSE, given_names, relate
from auditor.link.side import Side
from auditor.link.weights import Tables, Weights
from auditor.model.link import Level
from auditor.model.names import fold

COMPARISON = "identity"
WHOLE = frozenset({"full", "swapped", "nickname"})
"""Levels at which the whole names agree."""
BEARS = WHOLE | {"full_and_handle"}
"""Levels at which a side bears the other's name."""
SEARCHED = BEARS | {"initial", "initial_surname", "close"}
"""Spellings under which somebody who searches a list would stop and look."""
NEAR_SHARE = 2.0**-7
"""How rare a near handle may count at most: the next free one is what a stranger gets when theirs is taken."""
_NEARLY = 5
"""Letters from which two handles may be nearly one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Handled:
    """One handle of both sides."""

    one: Handle
    other: Handle
    surprise: float
    shown: Shown | None
    """What of a name known on either side it is made of."""


def identity(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """The two sides are called the same: their names, handles and mailboxes taken together."""
    level = named(left, right, weights, tables)
    here, there = handles.handles(left, weights), handles.handles(right, weights)
    if here and there:
        same = _same(here, there, (*forms(left, tables), *forms(right, tables)), tables)
        if same is not None:
            return _together(level, same, weights)
    if (level is not None and level.bits < 0) or not (here or there):
        return level
    near = _near(here, there, weights, tables)
    made = _made(left, right, weights, tables)
    return max(filter(None, (level, near, made)), key=lambda each: each.bits, default=None)


def named(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """What the names alone say: the level at which one side bears the other's name."""
    here, there = forms(left, tables), forms(right, tables)
    best, bits = None, float("-inf")
    for one, other in product(here, there):
        relation = relate(one, other, tables)
        if relation is not None:
            found = weights.bits(COMPARISON, relation.level, relation.share)
            if found > bits:
                best, bits = (relation, one, other), found
    if best is None or (bits < 0 and not (_likely(here) and _likely(there))):
        return None  # “Night Owl” contradicts no name: it is none
    relation, one, other = best
    if bits < 0 and _renamed(one, other, (left, right), tables):
        return None
    level = weights.level(
        COMPARISON, relation.level, share=relation.share, left=one.fact.id, right=other.fact.id
    )
    most = weights.name_cap.value
    return level if level.bits <= most else replace(level, bits=most)


def _renamed(one: Form, other: Form, sides: tuple[Side, Side], tables: Tables) -> bool:
    """Is one shown by the surname it was born with, as it says itself? It may bear another elsewhere."""
    born = {fold(fact.value) for side in sides for fact in side.of("maiden_name")}
    fits = given_names(one, other, tables) in {"same", "nickname", "initial"}
    return fits and not born.isdisjoint({one.surname, other.surname})


def _likely(found: Sequence[Form]) -> bool:
    """Does one of the forms hold a given name or a surname that people bear?"""
    return any(each.parts.likely for each in found)


def _same(
    here: Sequence[Handle], there: Sequence[Handle], known: Sequence[Form], tables: Tables
) -> _Handled | None:
    """The most surprising handle that both sides use; one mailbox is a contact and no second clue."""
    texts = {each.text: each for each in there}
    shared = [
        _Handled(
            one=each,
            other=texts[each.text],
            surprise=handles.surprise(each, tables),
            shown=_shown(each, known, tables),
        )
        for each in here
        if each.text in texts and not (each.mail and each.mail == texts[each.text].mail)
    ]
    return max(shared, key=lambda each: (each.shown is None, each.surprise), default=None)


def _shown(one: Handle, known: Sequence[Form], tables: Tables) -> Shown | None:
    """What the handle shows of the names known, or of a name that it spells by itself."""
    found = [each for form in known if (each := derived.shown(one, form, tables)) is not None]
    return min(found, key=lambda each: each.share, default=None) or derived.spelt(one, tables)


def _together(level: Level | None, same: _Handled, weights: Weights) -> Level:
    """One handle on both sides: what it adds to what the names say."""
    facts = same.one.fact.id, same.other.fact.id
    if same.shown is None:
        alone = weights.level(
            COMPARISON, "handle", share=2.0**-same.surprise, left=facts[0], right=facts[1]
        )
        alone = replace(alone, identifier=alone.bits >= weights.rare_key_bits.value)
        return alone if level is None else _both(level, alone, weights)
    made = weights.level(
        COMPARISON, "handle_derived", share=same.shown.share, left=facts[0], right=facts[1]
    )
    beyond = min(weights.handle_beyond.value, max(0.0, same.surprise - made.bits))
    base = made if level is None or 0 < level.bits < made.bits else level
    return replace(base, bits=round(base.bits + beyond, 2))


def _both(level: Level, alone: Level, weights: Weights) -> Level:
    """A name and a handle that is not made of it: two keys, so both count."""
    bits = level.bits + alone.bits
    if level.conflict or bits <= 0:
        return replace(level, bits=round(bits, 2))
    if level.level not in WHOLE:
        return replace(alone, bits=round(bits, 2))
    cap = weights.comparisons[COMPARISON]["full_and_handle"].cap or bits
    return replace(
        alone,
        level="full_and_handle",
        bits=round(min(bits, cap), 2),
        left=level.left,
        right=level.right,
    )


def _near(
    here: Sequence[Handle], there: Sequence[Handle], weights: Weights, tables: Tables
) -> Level | None:
    """Two handles that are nearly one, or made in the same way of the same name."""
    found = []
    for one, other in product(here, there):
        if one.text != other.text and (share := _nearness(one, other, tables)) is not None:
            found.append((share, one.fact.id, other.fact.id))
    if not found:
        return None
    share, left, right = min(found)
    return weights.level(COMPARISON, "handle_close", share=share, left=left, right=right)


def _nearness(one: Handle, other: Handle, tables: Tables) -> float | None:
    """The share of people whose handle would be as near; None where it is not near."""
    akin = derived.akin(one, other, tables)
    if akin is not None:
        return akin
    if handles.variant(one, other):
        return max(NEAR_SHARE, float(2.0 ** -tables.signs.bits(one.letters)))
    if len(one.letters) < _NEARLY or JaroWinkler.similarity(one.letters, other.letters) < CLOSE:
        return None
    return 2 * NEAR_SHARE


def _made(left: Side, right: Side, weights: Weights, tables: Tables) -> Level | None:
    """One side's handle or mailbox is made of the other side's name."""
    found = []
    for here, there, turned in ((left, right, False), (right, left, True)):
        for one, form in product(handles.handles(here, weights), forms(there, tables)):
            made = derived.shown(one, form, tables)
            if made is not None:
                sides = (form.fact.id, one.fact.id) if turned else (one.fact.id, form.fact.id)
                kind = "mail_derived" if one.mail else "handle_derived"
                found.append(
                    weights.level(COMPARISON, kind, share=made.share, left=sides[0], right=sides[1])
                )
    return max(found, key=lambda each: each.bits, default=None)
