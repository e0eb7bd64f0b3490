"""Bare names: how well and how fast they are told apart, beside rapidfuzz and, where it stands, nomenklatura.

python -m benchmarks.names [PYTHON WITH NOMENKLATURA]

Pairs: 264 labelled pairs of persons of OpenSanctions' name bench (adversarial variants in several scripts),
read from AUDITOR_DATA and never shipped. AUC, and thousands of pairs per CPU second.
"""

import csv
import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial

from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

from auditor import kits
from auditor.extract.lexicon import lexicon
from auditor.link.compare.identity import identity
from auditor.link.compare.names import names_score
from auditor.link.compare.screen import keys, survivors
from auditor.link.profiles import side
from auditor.link.weights import Tables, Weights
from auditor.resources import read
from auditor.resources.folders import folder, research_data

Scorer = Callable[[str, str], float]
PEER = """
import json, sys, time
from followthemoney import EntityProxy
from nomenklatura.matching import get_algorithm, ScoringConfig
def person(name, at):
    data = {"id": f"x{at}", "schema": "Person", "properties": {"name": [name]}, "datasets": ["x"]}
    return EntityProxy.from_dict(data, cleaned=False)
# Analyses are cached by id, so no two entities may share one.
pairs = [(person(one, f"{at}-1"), person(other, f"{at}-2")) for at, (one, other) in enumerate(json.load(sys.stdin))]
logic = get_algorithm("logic-v2")
config = logic.default_config() if hasattr(logic, "default_config") else ScoringConfig.defaults()
logic.compare(person("A B", "a"), person("C D", "b"), config)  # loads what it needs
start = time.process_time()
scores = [logic.compare(one, other, config).score for one, other in pairs]
print(json.dumps([scores, time.process_time() - start]))
"""


def auc(scores: Sequence[float], same: Sequence[bool]) -> float:
    """How often a true pair scores above a false one; ties count half."""
    yes = [score for score, one in zip(scores, same, strict=True) if one]
    no = [score for score, one in zip(scores, same, strict=True) if not one]
    won = sum((here > there) + (here == there) / 2 for here in yes for there in no)
    return won / (len(yes) * len(no))


def scorers(tables: Tables) -> dict[str, Scorer]:
    """Ours and rapidfuzz's, each on names as they come (rapidfuzz's in lower case)."""
    peers = {
        "rapidfuzz WRatio": fuzz.WRatio,
        "rapidfuzz token_set_ratio": fuzz.token_set_ratio,
        "rapidfuzz JaroWinkler": JaroWinkler.similarity,
    }
    lowered = {
        name: lambda one, other, scorer=scorer: scorer(one.casefold(), other.casefold())
        for name, scorer in peers.items()
    }
    return {"auditor names_score": partial(names_score, tables=tables), **lowered}


def tell_apart(tables: Tables, peer: str | None) -> None:
    """Print the AUC of each scorer, and its speed."""
    data = research_data()
    if data is None:
        raise SystemExit("no data folder: set AUDITOR_DATA to its place")
    with (data / "linkage/raw/name_pairs.csv").open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row["schema"] == "Person"]
    pairs = [(row["name1"], row["name2"]) for row in rows]
    same = [row["is_match"] == "true" for row in rows]
    print(f"{len(pairs)} pairs of persons, {sum(same)} true")
    for name, scorer in scorers(tables).items():
        scores, spent = timed(lambda scorer=scorer: [scorer(one, other) for one, other in pairs])
        told(name, auc(scores, same), len(pairs) / spent)
    passed = [bool(list(survivors(keys([one]), keys([other])))) for one, other in pairs]
    kept = [
        sum(each for each, one in zip(passed, same, strict=True) if one is is_)
        for is_ in (True, False)
    ]
    print(
        f"{'screening keeps':28} {kept[0]} of {sum(same)} true, {kept[1]} of {len(same) - sum(same)} false"
    )
    if peer is not None:
        command = [peer, "-c", PEER]
        answer = subprocess.run(
            command, input=json.dumps(pairs), capture_output=True, text=True, check=True
        )
        scores, spent = json.loads(answer.stdout)
        told("nomenklatura logic-v2", auc(scores, same), len(pairs) / spent)


def told(name: str, area: float, speed: float) -> None:
    """Print one line."""
    print(f"{name:28} AUC {area:.4f}   {speed / 1e3:8.1f} k pairs/CPU s")


def timed(run: Callable[[], list[float]], times: int = 3) -> tuple[list[float], float]:
    """The answer, and the median of CPU seconds."""
    spent, found = [], []
    for _ in range(times):
        start = time.process_time()
        found = run()
        spent.append(time.process_time() - start)
    return found, max(statistics.median(spent), 1e-9)


def apart(tables: Tables) -> None:
    """Print what the joint comparison of two sides costs where their names differ."""
    weights = read.load(folder("rules") / "linking.yml", Weights)
    called = [
        "Loïc Tréhardel",
        "Nora Quellec",
        "Hélène Aubrac-Milot",
        "José Piñeda",
        "Inès Castelbourg",
    ]
    sides = [side({"id": each, "name": each}) for each in called]
    pairs = [(one, other) for one in sides for other in sides if one is not other] * 500
    _, spent = timed(lambda: [bool(identity(one, other, weights, tables)) for one, other in pairs])
    print(f"identity of two sides whose names differ: {spent / len(pairs) * 1e6:.1f} CPU µs a pair")


def screening(tables: Tables, left: int = 1_000, right: int = 20_000) -> None:
    """Print how fast many names are screened, beside plain cdist of the same names in the same run."""
    rng = random.Random(13)
    given = rng.choices(list(tables.given), list(tables.given.values()), k=left + right)
    surnames = rng.choices(list(tables.surnames), list(tables.surnames.values()), k=left + right)
    names = [f"{one} {other}" for one, other in zip(given, surnames, strict=True)]
    here, there = names[:left], names[left:]
    runs = {
        "cdist JaroWinkler": lambda: process.cdist(here, there, scorer=JaroWinkler.similarity),
        "cdist ratio": lambda: process.cdist(here, there, scorer=fuzz.ratio, dtype="uint8"),
        "screen (keys and survivors)": lambda: sum(1 for _ in survivors(keys(here), keys(there))),
    }
    speeds = {}
    for name, run in runs.items():
        start = time.process_time()
        run()
        speeds[name] = left * right / (time.process_time() - start) / 1e6
    for name, speed in speeds.items():
        shares = "   ".join(f"{speed / speeds[each]:.2f} of {each}" for each in list(runs)[:2])
        print(f"{name:28} {speed:6.1f} M pairs/CPU s   {shares}")


def main(peer: str | None = None) -> None:
    """Print all."""
    tables = kits.frequencies.tables(lexicon(lambda name: read.table(folder("data") / name)))
    tell_apart(tables, peer)
    screening(tables)
    apart(tables)


if __name__ == "__main__":
    main(*sys.argv[1:2])
