"""How small, how sure and how fast remedies are, on identities of the generated population.

    python -m benchmarks.remedy [CASES] [--profiles 60000] [--seed 11] [--brute 12] [--of 10]

A case is a person of the population whom the engine joins: a profile without the whole name is the
start, the profiles that show the name are to be kept apart from it, and profiles of the person's
household and neighbours fill up ten. Each remedy is applied and the ten are clustered again. Brute
force tries every cheaper set where no more than so many edits can be made. Times are CPU milliseconds
of one case once its ten profiles are linked, as they are in an audit; the solver's import is not counted.
"""

import argparse
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, islice

from auditor import kits
from auditor.extract.lexicon import lexicon
from auditor.link.cluster import cluster
from auditor.link.judge import Kit
from auditor.link.profiles import side
from auditor.link.remedy.cores import facts
from auditor.link.remedy.find import Case, sought
from auditor.link.remedy.hide import without
from auditor.link.remedy.hit import cost
from auditor.link.remedy.memory import remembering
from auditor.link.remedy.search import Search
from auditor.link.remedy.wholes import Tie, holds, tie
from auditor.link.side import Side
from auditor.resources.folders import folder
from auditor.resources.read import table
from training.population.make import population
from training.population.table import rows

TEN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Ten profiles, the one to start from, and those that show the name."""

    start: str
    ends: frozenset[str]
    mine: frozenset[str]
    all: Mapping[str, Side]


def linking() -> Kit:
    """The comparisons and weights that the program ships."""
    return kits.linking(lexicon(lambda name: table(folder("data") / name)))


def asked(profiles: int, seed: int, kit: Kit, size: int = TEN) -> Iterator[Asked]:
    """Cases of `size` profiles, the people of most profiles first."""
    people: dict[int, list[Mapping[str, object]]] = {}
    for row in rows(population(seed, profiles)):
        people.setdefault(int(str(row["person"])[1:]), []).append(row)
    for person in sorted(people, key=lambda each: (-len(people[each]), each)):
        near = (row for each in range(1, TEN) for row in people.get(person + each, ()))
        around = [*people[person], *near][:size]
        found = _case({one.records[0].id: one for one in map(side, around)}, kit)
        if found is not None:
            yield found


def _case(sides: Mapping[str, Side], kit: Kit) -> Asked | None:
    """The largest identity that holds a profile with the whole name and one without."""
    for group in sorted(cluster(sides, kit).groups, key=lambda each: (-len(each), min(each))):
        named = frozenset(each for each in group if sides[each].of("full_name"))
        bare = sorted(group - named)
        if named and bare:
            return Asked(start=bare[0], ends=named, mine=group, all=sides)
    return None


def linked(each: Asked, kit: Kit) -> Kit:
    """A kit that remembers how the ten were judged."""
    memory = remembering(kit)
    cluster(each.all, memory)
    return memory


def search(each: Asked, memory: Kit) -> Search:
    """The search for what keeps the name from the start; all ten are judged again."""
    mine = {name: each.all[name] for name in sorted(each.mine)}
    own = frozenset(one.records[0].source for one in mine.values())
    said = [fact for one in mine.values() for fact in one.facts]

    def rejudge(gone: frozenset[str]) -> Tie:
        return tie(each.start, after(each, gone, found), memory)

    case = Case(start=each.start, sides=mine, facts=said, own=own, kinds={}, rejudge=rejudge)
    found = sought(case, each.ends, memory)
    return found


def after(each: Asked, gone: frozenset[str], found: Search) -> Mapping[str, Side]:
    """The ten without these facts; untouched ones as they were."""
    return {**each.all, **found.editable.pairs.all(gone)}


@dataclass(slots=True)
class Figures:
    """What all cases give together."""

    exact: list[float] = field(default_factory=list)
    greedy: list[float] = field(default_factory=list)
    records: list[int] = field(default_factory=list)
    sizes: Counter[int] = field(default_factory=Counter)
    tally: Counter[str] = field(default_factory=Counter)

    def add(self, each: Asked, kit: Kit, most: int) -> None:
        """One case more."""
        memory = linked(each, kit)
        start = time.process_time()
        found = search(each, memory)
        answer = found.smallest(alone=True)
        self.exact.append(1000 * (time.process_time() - start))
        self.records.append(len(each.mine))
        memory = linked(each, kit)
        start = time.process_time()
        greedy = search(each, memory).first(alone=True)
        self.greedy.append(1000 * (time.process_time() - start))
        if answer is None or greedy is None:
            self.tally["none"] += 1
            return
        self.sizes[len(answer.edits)] += 1
        self.tally["proved"] += answer.proved
        self.tally["broken"] += not holds(again(each, facts(answer.edits), kit), each.ends)
        self.tally["greedy optimal"] += greedy.cost <= answer.cost
        _brute(each, found, answer.cost, most, kit, self.tally)

    def __str__(self) -> str:
        lines = [
            f"{len(self.exact)} cases, identities of {statistics.mean(self.records):.1f} profiles each",
            f"edits in a set: {dict(sorted(self.sizes.items()))}; {dict(self.tally)}",
        ]
        for name, values in (("exact", sorted(self.exact)), ("greedy", sorted(self.greedy))):
            p95 = values[len(values) * 95 // 100]
            median = statistics.median(values)
            lines.append(
                f"{name:7} median {median:6.1f}  p95 {p95:6.1f}  max {values[-1]:6.1f} CPU ms"
            )
        return "\n".join(lines)


def measure(count: int, profiles: int, seed: int, most: int, size: int) -> Figures:
    """The figures of so many cases."""
    kit, figures = linking(), Figures()
    for each in islice(asked(profiles, seed, kit, size), count):
        figures.add(each, kit, most)
    return figures


def again(each: Asked, gone: frozenset[str], kit: Kit) -> Tie:
    """The engine on the ten profiles once more, with nothing remembered."""
    return tie(each.start, {name: without(one, gone) for name, one in each.all.items()}, kit)


def _brute(  # noqa: PLR0917
    each: Asked, found: Search, least: float, most: int, kit: Kit, tally: Counter[str]
) -> None:
    """Is there a cheaper set? Every one is tried where no more than `most` edits can be made."""
    every = sorted(set(found.editable.choices.values()), key=lambda one: one.key)
    if len(every) > most:
        return
    tally["brute force"] += 1
    sets = (one for size in range(len(every) + 1) for one in combinations(every, size))
    cheaper = (facts(one) for one in sets if cost(one) < least)
    memory = remembering(kit)
    better = any(
        not holds(tie(each.start, after(each, gone, found), memory), each.ends)
        for gone in cheaper
        if not found.stands(gone)
    )
    tally["equal to brute force"] += not better


def main() -> None:
    """Read the sizes and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=int, nargs="?", default=200)
    parser.add_argument("--profiles", type=int, default=60_000)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--of", type=int, default=TEN, help="profiles of a case")
    parser.add_argument("--brute", type=int, default=12)
    told = parser.parse_args()
    import scipy.optimize  # noqa: F401 - so that the first case does not pay for it

    print(measure(told.cases, told.profiles, told.seed, told.brute, told.of))


if __name__ == "__main__":
    main()
