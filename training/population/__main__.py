"""Write a population: `python -m training.population 100000 --seed 7 --to profiles.parquet`."""

import argparse
import resource
import time
from pathlib import Path

from training.population.make import population
from training.population.table import write


def main() -> None:
    """Make the table, write it, say what it cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("profiles", type=int)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--to", type=Path, required=True, help="a .parquet or .csv file")
    asked = parser.parse_args()
    start = time.process_time()
    write(population(asked.seed, asked.profiles), asked.to)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{asked.profiles} profiles: {time.process_time() - start:.1f} CPU s, {peak:.0f} MB")


if __name__ == "__main__":
    main()
