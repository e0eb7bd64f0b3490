"""Which facts a long inventory shows: those that carry a finding or a join, then some of every kind."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from auditor.model.fact import Fact
from auditor.model.link import Judgement, Link
from auditor.model.report import Report, View

SHOWN = 200
"""Facts shown beside those that carry something; the others are counted. A page stays below 3 MB."""
CARRIERS = 2000
"""Facts that carry something and are shown, at most."""


def carrying(report: Report) -> frozenset[str]:
    """The facts that a finding, a join of the walk or a remedy rests on, in any view."""
    return frozenset(each for view in report.views.values() for each in _of_view(view))


def chosen(
    shelves: Mapping[str, Sequence[Fact]], carrying: frozenset[str]
) -> dict[str, tuple[Fact, ...]]:
    """Of each kind, the facts that are shown, in their order."""
    found = {
        kind: [each for each in facts if each.id in carrying] for kind, facts in shelves.items()
    }
    first = _even({kind: len(facts) for kind, facts in found.items()}, CARRIERS)
    rest = {kind: len(facts) - len(found[kind]) for kind, facts in shelves.items()}
    then = _even(rest, SHOWN)
    return {
        kind: tuple(_taken(facts, carrying, first[kind], then[kind]))
        for kind, facts in shelves.items()
    }


def _taken(
    facts: Iterable[Fact], carrying: frozenset[str], first: int, then: int
) -> Iterator[Fact]:
    left = {True: first, False: then}
    for each in sorted(facts, key=lambda each: each.id not in carrying):
        if left[each.id in carrying]:
            left[each.id in carrying] -= 1
            yield each


def _even(wanted: Mapping[str, int], room: int) -> dict[str, int]:
    """How many each is given: small wants in full, the others alike."""
    given: dict[str, int] = {}
    for left, kind in zip(
        range(len(wanted), 0, -1), sorted(wanted, key=lambda each: wanted[each]), strict=True
    ):
        given[kind] = min(wanted[kind], room // left)
        room -= given[kind]
    return given


def _of_view(view: View) -> Iterator[str]:
    for finding in view.findings:
        yield from finding.facts
    walk = view.portrait
    for step in walk.steps if walk else ():
        yield from (*step.by, *step.adds)
    for link in (*view.links, *(walk.links if walk else ())):
        yield from _sides(link)
    for remedy in view.remedies:
        yield from (edit.fact for edit in remedy.edits)


def _sides(link: Link) -> Iterator[str]:
    if link.judgement is Judgement.SAME:
        for level in link.levels:
            yield from (each for each in (level.left, level.right) if isinstance(each, str))
