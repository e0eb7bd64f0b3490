"""Why two records are judged as they are: the sum of bits, and what would change it."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from auditor.link.apart import Pair, ordered
from auditor.link.decide import Matter, matter
from auditor.link.judge import Kit, counted, judge, linked, total, verdict
from auditor.link.side import Side
from auditor.model.identity import Identity
from auditor.model.link import Judgement, Level, Link
from auditor.model.viewer import Viewer
from auditor.model.waterfall import Change, Waterfall

CHANGES = 5
"""Clues told at most whose absence would change the judgement; those that change it most."""


def explain(
    pair: Pair,
    sides: Mapping[str, Side],
    kit: Kit,
    *,
    viewer: Viewer,
    links: Iterable[Link] = (),
    identities: Iterable[Identity] = (),
) -> Waterfall:
    """The judgement of two records as the view made it, or made now where they were never compared."""
    left, right = ordered(pair)
    alone = judge(sides[left], sides[right], kit)
    known = next((each for each in links if {each.left, each.right} == {left, right}), None)
    told = known or linked(left, right, alone)
    at_stake = matter(sides[left], sides[right], weights=kit.weights)
    needed = kit.weights.needed(at_stake.value)
    told = replace(told, levels=_ordered(told.levels, kit))
    return Waterfall(
        viewer=viewer,
        link=told,
        prior=round(kit.weights.prior, 2),
        population=round(kit.weights.population.value),
        counted=tuple(round(each, 2) for each in counted(told.levels, kit.weights)),
        correction=round(_correction(told, kit), 2),
        needed=round(math.log2(needed / (1 - needed)), 2),
        whole=set(told.levels) != set(alone.levels),
        together=any({left, right} <= set(one.records) for one in identities),
        changes=tuple(_changes(told, kit, at_stake)),
    )


def _correction(link: Link, kit: Kit) -> float:
    """What calibration adds to the sum of the levels, or takes from it."""
    evidence = total(link.levels, kit.weights)
    return kit.weights.worth(evidence) - evidence


def _ordered(levels: Sequence[Level], kit: Kit) -> tuple[Level, ...]:
    """What adds most first, what takes most last."""
    weighed = zip(levels, counted(levels, kit.weights), strict=True)
    return tuple(
        level for level, _ in sorted(weighed, key=lambda one: (-one[1], one[0].comparison))
    )


def _changes(link: Link, kit: Kit, at_stake: Matter) -> Iterator[Change]:
    """The clues without any one of which the judgement would be another."""
    if link.human:
        return
    found = []
    for at in range(len(link.levels)):
        rest = link.levels[:at] + link.levels[at + 1 :]
        without = verdict(rest, kit.weights, at_stake=at_stake)
        if without.judgement is not link.judgement:
            found.append(
                Change(level=at, judgement=without.judgement, band=without.band, bits=without.bits)
            )
    towards = link.judgement is not Judgement.SAME
    found.sort(key=lambda each: (-each.bits if towards else each.bits, each.level))
    yield from found[:CHANGES]
