"""Which signs follow which in handles: `python -m training.handles`.

No handle of a real person is read. Handles are composed as people are known to compose them, from given
names and surnames as common as they are, from words and towns, with the separators and numbers that
people add; then runs of up to four signs are counted. `data/handles.tsv` is read by `auditor/link/signs.py`.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from auditor.link.signs import ALPHABET, END, ORDER, REST, START
from training.tables import DATA, fold, own, rows

COMPOSED = 300_000
"""Handles composed: beyond that the table hardly changes."""
LEAST = 16
"""Times that a run of four signs is seen; rarer ones are told from the shorter run."""
SEED = 2011

SHAPES = {
    "{given}{-}{surname}": 16, "{initial}{-}{surname}": 9, "{given}{-}{start}": 8, "{given}": 10,
    "{surname}{-}{given}": 4, "{surname}": 3, "{nickname}": 5, "{nickname}{-}{surname}": 3,
    "{given}{-}{word}": 6, "{word}{-}{given}": 4, "{word}{-}{word}": 12, "{word}": 8,
    "{word}{-}{town}": 2, "{given}{-}{town}": 2, "{syllables}": 8,
}  # fmt: skip
"""What handles are made of, and how often: own choice, after the shapes that the literature on user names
tells of (names 45–60 %, words, numbers at the end in one of two; Zafarani and Liu 2013, Perito et al. 2011)."""
SEPARATORS = {"": 60, "_": 17, ".": 15, "-": 8}
NUMBERS = {0: 50, 1: 8, 2: 27, 3: 8, 4: 7}
"""Digits at the end."""
WORDS = ("hobbies", "sports", "instruments", "objects", "jobs", "common_capitalised")

Pool = tuple[Sequence[str], Sequence[float]]


def main() -> None:
    """Write handles.tsv."""
    counts = _counted(composed(random.Random(SEED), COMPOSED))
    lines = ["# made by `python -m training.handles`: which sign follows which in composed handles"]
    lines += ["before\tnext"]
    for before in sorted(counts):
        following = sorted(counts[before].items(), key=lambda each: (-each[1], each[0]))
        # A leading bar keeps the empty run a field of its own.
        lines.append(f"|{before}\t" + " ".join(f"{sign}{count}" for sign, count in following))
    (DATA / "handles.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("handles.tsv:", len(lines) - 2)


def composed(rng: random.Random, count: int) -> Iterator[str]:
    """So many handles, composed at random."""
    pools = _pools()
    shapes = _pool(SHAPES)
    for _ in range(count):
        parts = {name: _draw(rng, pool) for name, pool in pools.items()}
        parts["initial"] = parts["given"][0]
        parts["start"] = parts["surname"][: rng.randint(1, 4)]
        parts["separator"] = _draw(rng, _SEPARATED)
        parts["syllables"] = _invented(rng)
        handle = _draw(rng, shapes)
        if handle == "{word}{-}{word}":
            handle = "{word}{-}" + _draw(rng, pools["word"])
        yield handle.replace("{-}", "{separator}").format_map(parts) + _number(rng)


def _number(rng: random.Random) -> str:
    digits = rng.choices(list(NUMBERS), list(NUMBERS.values()))[0]
    if digits == 4:
        return str(rng.randint(1950, 2015))
    if digits == 2 and rng.random() < 0.6:
        return f"{rng.randint(1950, 2015) % 100:02}"
    return "".join(rng.choices("0123456789", k=digits))


def _invented(rng: random.Random) -> str:
    pair = lambda: rng.choice("bcdfghjklmnprstvxz") + rng.choice("aeiouy")  # noqa: E731
    return "".join(pair() for _ in range(rng.randint(2, 4))) + rng.choice(["", "x", "n", "r", "s"])


def _pools() -> Mapping[str, Pool]:
    given = _named("given_names.tsv")
    nicknames = {row["nickname"]: given.get(row["given"], 1.0) for row in _table("nicknames.tsv")}
    words = [fold(row["word"]) for row in own("handle_words.tsv")]
    # The usual words first: the first is chosen a hundred times as often as the hundredth.
    usual = {word: 1000 / (at + 10) for at, word in enumerate(words)}
    listed = {fold(row["word"]) for name in WORDS for row in _table(f"words/{name}.tsv")}
    rare = {word: 1.0 for word in sorted(listed) if word.isalpha() and word not in usual}
    towns = {
        _plain(row["name"]): float(row["population"])
        for row in _table("places.tsv")
        if float(row["population"]) > 50_000
    }
    return {
        "given": _pool({_plain(name): rate for name, rate in given.items()}),
        "surname": _pool({_plain(name): rate for name, rate in _named("surnames.tsv").items()}),
        "nickname": _pool(nicknames),
        "word": _pool({**usual, **rare}),
        "town": _pool(towns),
    }


def _table(name: str) -> Iterator[dict[str, str]]:
    return rows(DATA / name, delimiter="\t")


def _named(table: str) -> dict[str, float]:
    return {row["name"]: float(row["fr"]) + float(row["us"]) for row in _table(table)}


def _plain(name: str) -> str:
    return "".join(sign for sign in fold(name) if sign.isalnum())


def _pool(weights: Mapping[str, float]) -> Pool:
    return list(weights), list(accumulate(weights.values()))


_SEPARATED = _pool(SEPARATORS)


def _draw(rng: random.Random, pool: Pool) -> str:
    return rng.choices(pool[0], cum_weights=pool[1])[0]


def _counted(handles: Iterator[str]) -> Mapping[str, Counter[str]]:
    """Run of signs → the next → times; runs seen too seldom are left out."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for handle in handles:
        told = START * ORDER + "".join(each for each in handle if each in ALPHABET) + END
        for at in range(ORDER, len(told)):
            for length in range(ORDER + 1):
                counts[told[at - length : at]][told[at]] += 1
    return {before: kept for before, found in counts.items() if (kept := _kept(before, found))}


def _kept(before: str, found: Counter[str]) -> Counter[str]:
    """The counts worth keeping, and under REST what is left to the shorter run (Witten–Bell)."""
    least = LEAST if len(before) == ORDER else 2
    kept = Counter({sign: count for sign, count in found.items() if count >= least})
    return Counter({**kept, REST: found.total() - kept.total() + len(found)}) if kept else kept


if __name__ == "__main__":
    main()
