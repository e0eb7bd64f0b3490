"""How much CPU it takes to tell who is who among the profiles one viewer sees, and to group many pairs.

    python -m benchmarks.linking [profiles]

One person's footprint and its look-alikes: profiles of a few people on several networks, made by hand
rules below (nobody real). The budgets are those of the project: 40 profiles in 0.3 CPU seconds,
500,000 weighed pairs grouped in 6.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator
from itertools import combinations

from auditor import kits
from auditor.link.cluster import cluster
from auditor.link.correlate import correlate
from auditor.link.profiles import side
from auditor.link.side import Side

PROFILES = 40
BUDGET = 0.3
"""CPU seconds for 40 profiles."""
PAIRS = 500_000
PAIRS_BUDGET = 6.0
RUNS = 5
GIVEN = "Loïc Maëlle Rachel Inès Gwenaëlle Paul Nora Hugo".split()
SURNAMES = "Tréhardel Castelbourg Quellec Okwuosa Marchand Durand".split()
TOWNS = "Nantes Lyon Lille Leeds Brest".split()
NETWORKS = "photos amis pro forum tok insta".split()


def rows(count: int, chance: random.Random) -> Iterator[dict[str, str]]:
    """Profiles of people with three accounts each, none of which shows everything."""
    for number in range(count):
        person, at = divmod(number, 3)
        own = random.Random(person)
        given, surname = own.choice(GIVEN), own.choice(SURNAMES)
        handle = f"{given[:4]}_{surname[:3]}".lower() if own.random() < 0.5 else f"zorb{person}"
        shown = {
            "handle": handle,
            "town": own.choice(TOWNS),
            "birth_year": str(own.randint(1960, 2005)),
            "phone": f"+3363998{person:04d}",
            "employer": "Atelier Quai Sud",
            "job": "dessinateur",
            "companions": ";".join(own.sample(GIVEN, 3)),
            "groups": "les volets clos",
        }
        name = f"{given} {surname}" if chance.random() < 0.6 else f"{given} {surname[0]}."
        yield {
            "id": f"s{person}-{at}",
            "network": NETWORKS[at],
            "name": name,
            **{column: value for column, value in shown.items() if chance.random() < 0.5},
        }


def sides(count: int) -> dict[str, Side]:
    """The profiles as the link room compares them, nothing of them worked out yet."""
    made = (side(row) for row in rows(count, random.Random(4)))
    return {each.records[0].id: each for each in made}


def weighed(count: int, chance: random.Random) -> dict[tuple[int, int], float]:
    """Weighed pairs of small groups, one in five of which holds something against."""
    found: dict[tuple[int, int], float] = {}
    begin = 0
    while len(found) < count:
        names = range(begin, begin + chance.choice([2, 2, 2, 2, 3, 3, 4, 5, 7]))
        begin = names.stop
        hard = chance.random() < 0.2
        for pair in combinations(names, 2):
            found[pair] = chance.uniform(-8, 8) if hard else chance.uniform(1, 20)
    return found


def cpu(call: Callable[[], object], runs: int) -> float:
    """The least CPU seconds of some runs."""
    found = []
    for _ in range(runs):
        start = time.process_time()
        call()
        found.append(time.process_time() - start)
    return min(found)


def main(count: int = PROFILES) -> None:
    """Print both figures beside their budgets."""
    kit = kits.linking(kits._words())
    fresh = [sides(count) for _ in range(RUNS)]
    linked = cpu(lambda: cluster(fresh.pop(), kit), RUNS)
    print(f"{count} profiles linked: {linked:.3f} CPU s (40: at most {BUDGET})")
    pairs = weighed(PAIRS, random.Random(1))
    grouped = cpu(lambda: correlate(pairs), 1)
    print(f"{len(pairs)} pairs grouped: {grouped:.2f} CPU s (at most {PAIRS_BUDGET})")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
