"""Search in a crowd: how often the person behind a pseudonym is found among N people, and how sure it is.

    python -m benchmarks.crowd 10000 100000 1000000 --queries 400

The crowd is made (`training/population`), one named profile for each person of it; the profiles searched
for show no surname. Half of them belong to people of the crowd, half to people left out of it. Figures: of
those present, how many are found when of those claimed 90, 95 and 99 % are right; and whether a claim of
p comes true p times (expected calibration error, ten bins of equal width).
"""

import argparse
import math
import resource
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from auditor import kits
from auditor.extract.lexicon import lexicon
from auditor.link.calibration import Calibration
from auditor.link.compare.bearing import is_pseudonymous
from auditor.link.crowd.index import Index, index
from auditor.link.crowd.search import Chances, search
from auditor.link.judge import Kit
from auditor.link.profiles import side
from auditor.resources.folders import folder
from auditor.resources.read import load, table
from training.population.make import population
from training.population.table import rows

Row = Mapping[str, object]
SEEDS, FITTED = range(9_000, 9_100), range(8_000, 8_100)
"""Populations the figures are of, and those the claims are fitted on."""
FEWEST = 40
"""Answers that a step of the fitted curve rests on, at least."""
BATCH = 400_000
"""Profiles made at a time: some 120,000 people, 0.7 GB."""
BINS = 10
AIMS = (0.90, 0.95, 0.99)


class Packed:
    """Rows as packed bytes: a million of them in some 400 MB."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        import msgspec

        self._coder, self._decoder = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder()
        self._held: list[bytes] = []

    def __len__(self) -> int:
        """How many rows are held."""
        return len(self._held)

    def add(self, row: Row) -> None:
        """Hold one more row."""
        self._held.append(self._coder.encode(dict(row)))

    def at(self, places: Sequence[int]) -> Sequence[Row]:
        """The rows in these places."""
        return [self._decoder.decode(self._held[each]) for each in places]

    def every(self) -> Iterator[Row]:
        """All of them, in order."""
        yield from map(self._decoder.decode, self._held)


@dataclass(frozen=True, kw_only=True)
class Crowd:
    """Who is searched, and for whom."""

    people: Packed
    present: list[Row]
    absent: list[Row]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One search: the claim of the best candidate, and whether it is right."""

    claimed: float
    right: bool
    present: bool
    seconds: float


def crowd(size: int, queries: int, kit: Kit, seeds: Iterable[int] = SEEDS) -> Crowd:
    """So many people with one named profile each, and pseudonymous profiles of some and of others."""
    made = Crowd(people=Packed(), present=[], absent=[])
    for seed in seeds:
        missing = size - len(made.people)
        if missing <= 0 and len(made.absent) >= queries:
            return made
        count = min(BATCH, max(4_000, 5 * max(missing, 4 * queries)))
        for person in _people(seed, count):
            _place(person, made, (size, queries), kit)
    raise SystemExit("too few seeds for so large a crowd")


def _people(seed: int, count: int) -> Iterator[list[Row]]:
    """The profiles of each person of one population, under an id that is the person's."""
    held: dict[str, list[Row]] = {}
    for row in rows(population(seed, count)):
        person = f"{seed}-{row['person']}"
        held.setdefault(person, []).append({**row, "id": person, "person": person})
    yield from held.values()


def _place(person: list[Row], made: Crowd, aims: tuple[int, int], kit: Kit) -> None:
    size, queries = aims
    named = [row for row in person if " " in str(row.get("name", "")) or row.get("surname")]
    wanted = min(len(made.absent), len(made.present)) < queries  # to read a side takes its time
    hidden = [row for row in person if wanted and is_pseudonymous(side(row), kit.tables)]
    if named and hidden and len(made.absent) < queries and len(made.absent) <= len(made.present):
        made.absent.append(hidden[0])
    elif named and len(made.people) < size:
        made.people.add(max(named, key=len))
        if hidden and len(made.present) < queries:
            made.present.append(hidden[0])


def asked(made: Crowd, held: Index, kit: Kit, chances: Chances) -> list[Asked]:
    """Search for each, and look whether the best candidate is the person."""
    return [
        _asked(row, present, held, kit, chances)
        for present, wanted in ((True, made.present), (False, made.absent))
        for row in wanted
    ]


def _asked(row: Row, present: bool, held: Index, kit: Kit, chances: Chances) -> Asked:
    start = time.process_time()
    answer = search(row, held, kit, chances)
    took = time.process_time() - start
    best = answer.candidates[0] if answer.candidates else None
    return Asked(
        claimed=best.probability if best else 0.0,
        right=best is not None and best.id == row["person"],
        present=present,
        seconds=took,
    )


def recall_at(found: Sequence[Asked], aim: float) -> float:
    """Of those present, how many are rightly claimed at the lowest claim that keeps the precision."""
    ranked = sorted(found, key=lambda each: -each.claimed)
    present = sum(each.present for each in found)
    best = right = 0
    for at, each in enumerate(ranked, 1):
        right += each.right
        if right / at >= aim:
            best = right
    return best / max(1, present)


def calibration(found: Sequence[Asked]) -> tuple[float, list[tuple[float, float, int]]]:
    """The expected calibration error, and for each bin what was claimed, what was true, and how many."""
    bins: dict[int, list[Asked]] = {}
    for each in found:
        bins.setdefault(min(BINS - 1, int(each.claimed * BINS)), []).append(each)
    told = [
        (
            float(np.mean([one.claimed for one in held])),
            float(np.mean([one.right for one in held])),
            len(held),
        )
        for _, held in sorted(bins.items())
    ]
    error = sum(abs(claimed - true) * many for claimed, true, many in told) / max(1, len(found))
    return error, told


def fit(sizes: Sequence[int], queries: int, kit: Kit, chances: Chances) -> Calibration:
    """The curve from what answers claim to how often they come true (isotonic regression)."""
    from scipy.optimize import isotonic_regression

    raw = replace(chances, answers=Calibration())
    found: list[Asked] = []
    for size in sizes:
        made = crowd(size, queries, kit, FITTED)
        found += asked(made, index(made.people, made.people.every(), kit.tables), kit, raw)
    claims = np.array([min(1 - 1e-9, max(1e-9, each.claimed)) for each in found])
    odds, right = np.log2(claims / (1 - claims)), np.array([each.right for each in found])
    order = np.argsort(odds)
    steps = isotonic_regression(right[order].astype(float)).blocks
    knots = [
        (round(float(odds[order][low:high].mean()), 2), round(_odds(right[order][low:high]), 2))
        for low, high in _wide(steps)
    ]
    return Calibration(
        knots=tuple(knots), source=f"generator v1, {len(found)} answers among {sizes}"
    )


def _wide(steps: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Steps of enough answers each, the too narrow ones taken together."""
    low = 0
    for high in map(int, steps[1:]):
        if high - low >= FEWEST or high == steps[-1]:
            yield low, high
            low = high


def _odds(right: "np.typing.NDArray[np.bool_]") -> float:
    """log2 of the odds, with half an answer of either kind added (Jeffreys)."""
    return math.log2((right.sum() + 0.5) / (len(right) - right.sum() + 0.5))


def report(size: int, queries: int, kit: Kit, chances: Chances) -> None:
    """Make one crowd, search it, print its line."""
    made = crowd(size, queries, kit)
    start = time.process_time()
    held = index(made.people, made.people.every(), kit.tables)
    indexed = time.process_time() - start
    found = asked(made, held, kit, chances)
    error, bins = calibration(found)
    recalls = " / ".join(f"{recall_at(found, aim):.3f}" for aim in AIMS)
    first = sum(each.right for each in found) / len(made.present)
    seconds = sorted(each.seconds for each in found)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(
        f"{size:>9} candidates: first {first:.3f}; recall at 90 / 95 / 99 % {recalls}; ECE {error:.3f}; "
        f"indexed in {indexed:.0f} CPU s; a query {np.median(seconds):.2f} s, 95 % under "
        f"{seconds[math.floor(0.95 * len(seconds))]:.2f} s; {peak:.1f} GB"
    )
    for claimed, true, many in bins:
        print(f"           claimed {claimed:.2f}, true {true:.2f} ({many})")


def main() -> None:
    """Search crowds of the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="+")
    parser.add_argument("--queries", type=int, default=400, help="of those present; as many absent")
    parser.add_argument("--fit", action="store_true", help="print the curve of claims instead")
    given = parser.parse_args()
    kit = kits.linking(lexicon(lambda name: table(folder("data") / name)))
    chances = load(folder("rules") / "crowd.yml", Chances)
    if given.fit:
        print(fit(given.sizes, given.queries, kit, chances))
        return
    for size in given.sizes:
        report(size, given.queries, kit, chances)


if __name__ == "__main__":
    main()
