"""French births by given name and decade, made compact: `python -m training.population.decades`.

A given name says when one was born: Kévin is no grandfather. Counts are of INSEE's file of first names,
edition 2022, in hundreds of births, for the names of `data/given_names.tsv`.
"""

from collections import defaultdict

from training.tables import DATA, fold, rows, sources, write

DECADES = tuple(range(1930, 2020, 10))
"""The decades in which people with profiles of their own are born."""
TABLE = DATA / "given_decades.tsv"
FEWEST = 500
"""Births over all these decades; rarer names are drawn by their rate alone (own choice: size)."""


def main() -> None:
    """Write data/given_decades.tsv."""
    known = {row["name"] for row in rows(DATA / "given_names.tsv", delimiter="\t")}
    births: dict[str, dict[int, int]] = defaultdict(lambda: dict.fromkeys(DECADES, 0))
    for row in rows(sources() / "frequencies" / "fr_first_names_births_by_decade.csv.gz"):
        name = fold(row["first_name"])
        if name in known and row["decade"].isdigit() and int(row["decade"]) in DECADES:
            births[name][int(row["decade"])] += int(row["births"])
    lines = [
        (name, *(str(round(count / 100)) for count in counts.values()))
        for name, counts in births.items()
        if sum(counts.values()) >= FEWEST
    ]
    print("given_decades.tsv:", write(TABLE, ("name", *map(str, DECADES)), lines))


if __name__ == "__main__":
    main()
