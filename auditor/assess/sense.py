"""Does what a rule asks for make sense? A condition that cannot hold, or that another already holds."""

from collections.abc import Iterator, Sequence

from auditor.model.rule import Need

Place = tuple[str | int, ...]

MOST = 60
"""Conditions of one rule: the largest of ours has 12, and every pair of a list is compared."""
DEEPEST = 6
"""How far conditions stand in one another: ours go three deep."""


def senseless(need: Need, place: Place) -> Iterator[tuple[Place, str]]:
    """Every place of a rule's conditions that says nothing, with how to mend it."""
    if not _is_readable(need):
        yield place, f"over {MOST} conditions, or {DEEPEST} deep; make several rules of it"
        return
    if not _asks_for_a_fact(need):
        yield place, "fires without any fact; ask for one beside `none`"
    yield from _inside(need, place, ())


def _is_readable(need: Need) -> bool:
    """Few enough conditions for a person to read, and for every pair to be compared?"""
    level, count, deep = [need], 0, 0
    while level:
        count, deep = count + len(level), deep + 1
        if count > MOST or deep > DEEPEST:
            return False
        level = [each for one in level for each in (*one.all, *one.any, *one.none)]
    return True


def holds(given: Need, asked: Need) -> bool:
    """Does `asked` hold wherever `given` does? Where that is not plain, no."""
    if asked.none or given.none:
        return asked == given
    if given.any:
        return all(holds(each, asked) for each in given.any)
    if asked.all:
        return all(holds(given, each) for each in asked.all)
    if asked.any and any(holds(given, each) for each in asked.any):
        return True
    if given.all:
        return any(holds(each, asked) for each in given.all)
    return given.kind == asked.kind and given.count >= asked.count and _reaches(given, asked)


def _reaches(given: Need, asked: Need) -> bool:
    if asked.visible_to is None or given.visible_to is None:
        return asked.visible_to is None
    return given.visible_to.reaches(asked.visible_to)


def _inside(need: Need, place: Place, beside: Sequence[Need]) -> Iterator[tuple[Place, str]]:
    """`beside`: conditions that hold wherever this one is asked."""
    for at, each in enumerate(need.none):
        if any(holds(one, each) for one in beside):
            yield (
                (*place, "none", at),
                "is asked for beside it, and both never hold; take it out",
            )
    yield from _swallowed(need.all, (*place, "all"), "holds wherever another of `all` does")
    yield from _swallowed(need.any, (*place, "any"), "never adds to another of `any`")
    for at, each in enumerate(need.all):
        others = (*need.all[:at], *need.all[at + 1 :])
        yield from _inside(each, (*place, "all", at), (*beside, *others))
    for at, each in enumerate(need.any):
        yield from _inside(each, (*place, "any", at), beside)
    for at, each in enumerate(need.none):
        yield from _inside(each, (*place, "none", at), ())


def _swallowed(needs: Sequence[Need], place: Place, what: str) -> Iterator[tuple[Place, str]]:
    """Conditions of one list that another one makes idle; of two that are alike, the second."""
    wide = place[-1] == "all"
    for at, each in enumerate(needs):
        for by, other in enumerate(needs):
            idle = holds(other, each) if wide else holds(each, other)
            both = holds(each, other) and holds(other, each)
            if by != at and idle and not (both and at < by):
                yield (*place, at), f"{what}; take one of them out"
                break


def _asks_for_a_fact(need: Need) -> bool:
    if need.none:
        return False
    if need.any:
        return all(map(_asks_for_a_fact, need.any))
    return not need.all or any(map(_asks_for_a_fact, need.all))
