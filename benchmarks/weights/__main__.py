"""Estimate m and u of every level, and say them: `rules/linking.yml`, `docs/weights.md`.

    python -m benchmarks.weights [--profiles 60000] [--seed 101] [--only place,work] [--write]

Without `--write` the rates are printed and nothing is changed.
"""

import argparse
import time
from pathlib import Path

from auditor import kits
from auditor.extract.lexicon import lexicon
from auditor.link.judge import Kit
from auditor.link.profiles import side
from auditor.resources.folders import folder, research_data
from auditor.resources.read import table as read_table
from benchmarks.weights import named
from benchmarks.weights.measure import Crowd, Rates, measure
from benchmarks.weights.page import put, table
from benchmarks.weights.rewrite import measured, rewritten, save
from training.population.make import population
from training.population.table import rows

SOURCE = "generator v1, 2026-11-26"
PAGE = Path(__file__).parents[2] / "docs" / "weights.md"
OF_NAMED = ("identity", "birth")
"""Comparisons for which named data are a second witness."""


def kit() -> Kit:
    """The comparisons, weights and tables that the program ships."""
    return kits.linking(lexicon(lambda name: read_table(folder("data") / name)))


def crowd(profiles: int, seed: int) -> Crowd:
    """A generated population as sides."""
    made = list(rows(population(seed, profiles)))
    return Crowd(sides=[side(row) for row in made], people=[str(row["person"]) for row in made])


def main() -> None:
    """Measure, print, and write where asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--profiles", type=int, default=60_000)
    parser.add_argument("--seed", type=int, default=101)
    parser.add_argument("--only", default="")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    start, used = time.process_time(), kit()
    wanted = [each for each in used.comparisons if each in (asked.only or each).split(",")]
    people = crowd(asked.profiles, asked.seed)
    found = {each: _told(measure(people, each, used), each, used) for each in wanted}
    if asked.write:
        _write(found, used)
    print(f"{time.process_time() - start:.0f} CPU s")


def _told(rates: dict[str, Rates], comparison: str, used: Kit) -> dict[str, Rates]:
    for level, each in rates.items():
        weight = used.weights.comparisons[comparison][level]
        new = measured(weight, comparison, each)
        print(
            f"{comparison:12} {level:18} {each.true:.4f} ({each.seen_true}) {each.chance:.3g} "
            f"({each.seen_chance}) now m={weight.m} u={weight.u} bits={weight.bits} → {new or 'kept'}"
        )
    return rates


def _write(found: dict[str, dict[str, Rates]], used: Kit) -> None:
    path = folder("rules") / "linking.yml"
    text = path.read_text(encoding="utf-8")
    save(path, rewritten(text, found, used.weights.comparisons, SOURCE))
    data = research_data()
    sets = {
        name: {each: measure(named.crowd(data, name), each, used) for each in OF_NAMED}
        for name in (named.SETS if data else ())
    }
    put(
        PAGE,
        "weights",
        "python -m benchmarks.weights",
        table(kit().weights.comparisons, found, sets),
    )


if __name__ == "__main__":
    main()
