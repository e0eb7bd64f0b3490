"""Which single facts, if hidden, would break a join. First version: each fact is tried alone."""

from collections.abc import Iterator, Mapping, Sequence

from auditor.link.cluster import cluster
from auditor.link.judge import Kit
from auditor.link.side import Scene, Side
from auditor.model.fact import Fact
from auditor.model.link import Feature, HumanJudgement, Judgement, Link
from auditor.model.portrait import Edit, Remedy
from auditor.model.record import Record, Role

TRIED = 60
"""Facts tried at most: those that carry the heaviest joins first, so that the search stays short."""


def remedies(
    start: str,
    sides: Mapping[str, Side],
    links: Sequence[Link],
    kit: Kit,
    human: Sequence[HumanJudgement] = (),
) -> tuple[Remedy, ...]:
    """For each fact that carries a join: the records that leave the start's identity without it.

    `sides` are those of one identity, so that each trial joins only these again.
    """
    whole = _with(start, sides, kit, human)
    found: list[Remedy] = []
    for fact in _carriers(sides, links):
        left = _with(start, {name: without(side, fact) for name, side in sides.items()}, kit, human)
        lost = sorted(whole - left - {start})
        if lost:
            found.append(Remedy(edits=(_edit(fact, sides),), breaks=tuple(lost)))
    order = {"easy": 0, "medium": 1, "hard": 2}
    return tuple(
        sorted(
            found,
            key=lambda each: (-len(each.breaks), order[each.edits[0].effort], each.edits[0].fact),
        )
    )


def without(side: Side, fact: Fact) -> Side:
    """The side as if the fact had been hidden, in scenes too; the same words elsewhere stay."""
    return Side(
        records=side.records,
        facts=tuple(each for each in side.facts if each.id != fact.id),
        scenes=tuple(scene for each in side.scenes if (scene := _hidden(each, fact))),
    )


def _hidden(scene: Scene, fact: Fact) -> Scene | None:
    """A scene loses the companion or the place that the fact names; an empty one is gone."""
    companions = {name: each for name, each in scene.companions.items() if each != fact.id}
    places = scene.places
    if fact.kind in {"geotag", "home_commune"} and fact.passage == scene.passage:
        places = places - {fact.value}
    if not companions and not places:
        return None
    return Scene(
        passage=scene.passage,
        companions=companions,
        places=places,
        month=scene.month,
    )


def _with(
    start: str, sides: Mapping[str, Side], kit: Kit, human: Sequence[HumanJudgement]
) -> frozenset[str]:
    groups = cluster(sides, kit, human).groups
    return next((group for group in groups if start in group), frozenset())


def _carriers(sides: Mapping[str, Side], links: Sequence[Link]) -> Iterator[Fact]:
    """The facts that joins rest on, those of the heaviest levels first."""
    facts = {fact.id: fact for side in sides.values() for fact in side.facts}
    weight: dict[str, float] = {}
    for link in links:
        if link.judgement is Judgement.SAME and {link.left, link.right} <= set(sides):
            for level in link.levels:
                for side in (level.left, level.right):
                    if side is not None and not isinstance(side, Feature) and level.bits > 0:
                        weight[side] = max(weight.get(side, 0.0), level.bits)
    heaviest = sorted(weight, key=lambda each: (-weight[each], each))
    yield from (facts[each] for each in heaviest[:TRIED] if each in facts)


def _edit(fact: Fact, sides: Mapping[str, Side]) -> Edit:
    """Whose place it stands in decides who can change it: one's own account, or somebody else's page."""
    record: Record = next(
        record for side in sides.values() for record in side.records if record.id == fact.record
    )
    own = record.role is Role.OWNER
    field = fact.passage == "field"
    return Edit(
        fact=fact.id,
        action="hide" if own else "ask",
        effort=("easy" if field else "medium") if own else "hard",
        by_whom="subject" if own else "other",
    )
