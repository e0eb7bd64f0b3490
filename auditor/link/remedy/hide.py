"""Sides as edits would leave them."""

from collections.abc import Set

from auditor.link.side import Scene, Side
from auditor.model.fact import Fact

PLACES = frozenset({"geotag", "home_commune"})
"""Kinds that give a scene its place (`link.scenes`)."""


def without(side: Side, gone: Set[str]) -> Side:
    """The side as if the facts of these ids had been hidden, in scenes too; the same words elsewhere stay."""
    if not gone:
        return side
    hidden = [fact for fact in side.facts if fact.id in gone]
    return Side(
        records=side.records,
        facts=tuple(fact for fact in side.facts if fact.id not in gone),
        scenes=tuple(scene for each in side.scenes if (scene := _hidden(each, hidden, gone))),
    )


def rests_on(side: Side) -> frozenset[str]:
    """The ids of all facts that a change of the side could touch, those of its scenes included."""
    companions = (fact for scene in side.scenes for fact in scene.companions.values())
    return frozenset([*(fact.id for fact in side.facts), *companions])


def _hidden(scene: Scene, hidden: list[Fact], gone: Set[str]) -> Scene | None:
    """A scene loses the companions and the places that the facts name; an empty one is gone."""
    companions = {name: each for name, each in scene.companions.items() if each not in gone}
    places = scene.places - {
        fact.value for fact in hidden if fact.kind in PLACES and fact.passage == scene.passage
    }
    if not companions and not places:
        return None
    return Scene(passage=scene.passage, companions=companions, places=places, month=scene.month)
