"""Fit the calibration curve, and say how far probabilities come true on people it has never seen.

    python -m benchmarks.calibration [--profiles 24000] [--queries 350] [--write]

Pairs are those the program itself compares: for each of so many profiles drawn from the population, all
that share a key with it (`link/block.py`), weighed by `link/judge.py`. The curve maps a sum of bits to
log2 of how much likelier it is for one person than for two, isotonic; so it holds for any number of
people, their number being the prior. It is tried on populations of another seed and another size.
"""

import argparse
import math
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import isotonic_regression

from auditor.link import block
from auditor.link.calibration import Calibration
from auditor.link.judge import Kit, judge, probability
from auditor.model.link import Band
from auditor.resources.folders import folder
from benchmarks.plot import reliability
from benchmarks.weights.__main__ import crowd, kit
from benchmarks.weights.measure import Crowd
from benchmarks.weights.page import put

Floats = NDArray[np.float64]

SOURCE = "generator v1, 2026-11-26"
DOCS = Path(__file__).parents[1] / "docs"
PEOPLE = 1_000_000
"""People among whom the curve is used. Counted among thousands; to a million its last slope is carried on."""
FIT_SEED = 211
HELD_OUT = ((317, 12_000),)
"""Seed and size of the populations that the curve is tried on."""
TIES = frozenset({"declared", "trail"})
"""Comparisons that friends and relatives reach, of whom everybody has as many in a village as in a country:
among a few thousand people they look a thousand times likelier than among millions, so they are left out."""
FEWEST = 120
"""Pairs that a step of the curve rests on, at least, and of the rarer kind a tenth of that."""
BINS = 12


@dataclass(frozen=True, kw_only=True)
class Scored:
    """Pairs compared: their sum of bits, whether they are one person, and how many pairs there were in all."""

    bits: Floats
    same: NDArray[np.bool_]
    true: int
    false: int

    @property
    def odds(self) -> float:
        """log2 of the odds that any two of these profiles are one person's."""
        return math.log2(self.true / self.false)


def score(people: Crowd, queries: int, used: Kit) -> Scored:
    """Every pair that the program would compare, for the first so many profiles."""
    under: dict[str, list[int]] = defaultdict(list)
    keys = [set(block.keys(side, used.tables)) for side in people.sides]
    for each, held in enumerate(keys):
        for key in held:
            under[key].append(each)
    bits, same = [], []
    for each in range(queries):
        for other in _candidates(each, keys, under):
            verdict = judge(people.sides[each], people.sides[other], used)
            if any(level.comparison in TIES for level in verdict.levels):
                continue
            bits.append(verdict.evidence)
            same.append(not people.strangers((each, other)))
    mine = _sizes(people)
    true = sum(mine[people.people[each]] - 1 for each in range(queries))
    return Scored(
        bits=np.array(bits),
        same=np.array(same),
        true=true,
        false=queries * (len(people.sides) - 1) - true,
    )


def _candidates(each: int, keys: Sequence[set[str]], under: dict[str, list[int]]) -> list[int]:
    groups = (under[key] for key in keys[each])
    found = {other for group in groups if len(group) <= block.CROWDED for other in group}
    return sorted(found - {each})


def _sizes(people: Crowd) -> dict[str, int]:
    sizes: dict[str, int] = defaultdict(int)
    for person in people.people:
        sizes[person] += 1
    return sizes


def fit(scored: Scored) -> Calibration:
    """The monotone curve through how often each sum of bits is one person, prior odds taken off."""
    # What speaks against is left as it is: no one is asked to believe it less.
    order = np.argsort(scored.bits, kind="stable")
    order = order[scored.bits[order] > 0]
    bits, same = scored.bits[order], scored.same[order].astype(np.float64)
    blocks = isotonic_regression(same).blocks
    knots: list[tuple[float, float]] = []
    for low, high in _wide_enough(blocks, same):
        true = same[low:high].sum()
        # Half a pair on each side: no step is ever certain.
        worth = math.log2((true + 0.5) / (high - low - true + 0.5)) - scored.odds
        if not knots or worth > knots[-1][1] + 0.05:
            knots.append((round(float(bits[low:high].mean()), 2), round(worth, 2)))
    return Calibration(knots=tuple(knots), people=PEOPLE, source=f"{SOURCE}, {len(bits)} pairs")


def _wide_enough(blocks: NDArray[np.intp], same: Floats) -> Iterable[tuple[int, int]]:
    """Blocks of equal rate, those that rest on too few pairs taken together with the next.

    The last ones hold hardly a stranger: how sure they are cannot be counted, so they make no step.
    """
    start = 0
    for end in map(int, blocks[1:]):
        size, true = end - start, same[start:end].sum()
        if size >= FEWEST and min(true, size - true) >= FEWEST / 10:
            yield start, end
            start = end


def error(claims: Floats, same: NDArray[np.bool_], low: float, high: float) -> tuple[float, int]:
    """Expected calibration error: how far bins of claims are from what came true, and of how many pairs."""
    rows = [row for row in bins(claims, same, low, high) if row[2]]
    pairs = sum(row[2] for row in rows)
    return (sum(abs(row[0] - row[1]) * row[2] for row in rows) / pairs if pairs else 0.0), pairs


def bins(
    claims: Floats, same: NDArray[np.bool_], low: float, high: float
) -> list[tuple[float, float, int]]:
    """Of equal bins between two claims: the mean claim, the share that came true, the pairs."""
    edges = np.linspace(low, high, BINS + 1)
    place = np.clip(np.digitize(claims, edges) - 1, 0, BINS - 1)
    inside = (claims >= low) & (claims <= high)
    found = []
    for each in range(BINS):
        here = inside & (place == each)
        count = int(here.sum())
        means = (float(claims[here].mean()), float(same[here].mean())) if count else (0.0, 0.0)
        found.append((*means, count))
    return found


def claims(scored: Scored, curve: Calibration) -> Floats:
    """The probability of each pair, the prior being that of its own population."""
    return np.array([probability(scored.odds + curve.evidence(each)) for each in scored.bits])


def main() -> None:
    """Fit, try, print, and write the curve, the page and the picture where asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--profiles", type=int, default=24_000)
    parser.add_argument("--queries", type=int, default=350)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    start, used = time.process_time(), kit()
    curve = fit(score(crowd(asked.profiles, FIT_SEED), asked.queries, used))
    print("knots:", curve.knots, flush=True)
    tried = [(size, score(crowd(size, seed), asked.queries, used)) for seed, size in HELD_OUT]
    told = report(tried, curve, used)
    print(told)
    if asked.write:
        _write(curve, told, tried)
    print(f"{time.process_time() - start:.0f} CPU s")


def report(tried: Sequence[tuple[int, Scored]], curve: Calibration, used: Kit) -> str:
    """The table of errors, before and after, and how often each band is right."""
    lines = ["| population | pairs compared | measured | before | after |", "|---|---|---|---|---|"]
    for size, scored in tried:
        before, after = claims(scored, Calibration()), claims(scored, curve)
        for name, low, high in (("all claims", 0.0, 1.0), ("claims of .05 to .95", 0.05, 0.95)):
            both = [error(each, scored.same, low, high) for each in (before, after)]
            cells = " | ".join(f"{ece:.3f} ({pairs})" for ece, pairs in both)
            lines.append(f"| {size} | {len(scored.bits)} | ECE, {name} | {cells} |")
        for name, low, high in (("claims of .5 to .9", 0.5, 0.9), *_bands(used)):
            cells = " | ".join(_true(each, scored.same, low, high) for each in (before, after))
            lines.append(f"| {size} | | {name}: claimed → true | {cells} |")
    return "\n".join(lines)


def _bands(used: Kit) -> list[tuple[str, float, float]]:
    """Each band's word, and the probabilities it stands for."""
    edges = [used.weights.bands[each.replace("-", "_")].value for each in Band] + [1.0]
    return [(f"*{band}*", edges[at], edges[at + 1]) for at, band in enumerate(Band)]


def _true(claims_: Floats, same: NDArray[np.bool_], low: float, high: float) -> str:
    here = (claims_ >= low) & ((claims_ < high) | (high == 1.0))
    if not here.any():
        return "none"
    return f"{claims_[here].mean():.3f} → {same[here].mean():.3f} ({int(here.sum())})"


def _write(curve: Calibration, told: str, tried: Sequence[tuple[int, Scored]]) -> None:
    knots = "\n".join(f"  - [{bits}, {worth}]" for bits, worth in curve.knots)
    path = folder("rules") / "calibration.yml"
    head = path.read_text(encoding="utf-8").partition("knots:")[0]
    path.write_text(
        f'{head}knots:\n{knots}\npeople: {curve.people:.0f}\nsource: "{curve.source}"\n',
        encoding="utf-8",
    )
    put(DOCS / "weights.md", "calibration", "python -m benchmarks.calibration", told)
    _, scored = tried[-1]
    drawn = [bins(claims(scored, each), scored.same, 0, 1) for each in (Calibration(), curve)]
    (DOCS / "calibration.svg").write_text(reliability(*drawn), encoding="utf-8")


if __name__ == "__main__":
    main()
