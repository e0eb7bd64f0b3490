"""The words the model knows, from the shipped tables: `words.tsv` of its folder."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from auditor.extract.nlp import language, plain
from auditor.resources.read import table
from training.ner import lists
from training.ner.pools import LISTS
from training.tables import DATA

USUAL = 100.0
"""Per million: from here on a name is a usual one (own choice)."""
LARGE, MIDDLING = 500_000, 30_000
"""Inhabitants: sizes of towns told apart (own choice)."""
LONGEST_PHRASE = 4

_ORDINARY = {"common_capitalised": "o", "organisations": "k", "relations": "r", "jobs": "j"}
"""Tables of ordinary words, and the letter of each."""

_HEADER = "# made by `python -m training.ner` from the tables of data/: class, tab, words"


def write(path: Path) -> int:
    """Write the classes and their words; return how many words there are."""
    letters = defaultdict(set)
    for word, letter in _letters():
        letters[word].add(letter)
    classes = defaultdict(list)
    for word, each in sorted(letters.items()):
        classes["".join(sorted(each))].append(word)
    lines = [f"{name}\t{'|'.join(words)}" for name, words in sorted(classes.items())]
    path.write_text("\n".join([_HEADER, *lines]) + "\n", encoding="utf-8")
    return len(letters)


def _letters() -> Iterator[tuple[str, str]]:
    """Each word with what it may be; the largest town of a name counts."""
    for name, letters in (("given_names", "Gg"), ("surnames", "Ss")):
        for row in _table(name):
            yield from _named(letters[_rate(row) < USUAL], [row["name"]])
    for row in (row for name in LISTS for row in lists.rows(name)):
        names = row["names"].split("|")
        parts = [part for name in names for part in name.split("-") if len(part) > 1]
        yield from _named("g" if row["part"] == "given" else "s", [*names, *parts])
    yield from sorted(_sizes().items())
    yield from _named("C", (row[each] for row in _table("countries") for each in ("fr", "en")))
    yield from _named("K", _organisations())
    for name, letter in _ORDINARY.items():
        rows = _table(f"words/{name}")
        yield from ((plain(row["word"]), letter) for row in rows if " " not in row["word"])


def _table(name: str) -> list[dict[str, str]]:
    return table(DATA / f"{name}.tsv")


def _named(letter: str, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    yield from ((words, letter) for words in map(_words, names) if words)


def _organisations() -> Iterator[str]:
    for row in lists.rows("organisations.tsv"):
        yield from row["names"].split("|")


def _rate(row: dict[str, str]) -> float:
    return max(float(row["fr"] or 0), float(row["us"] or 0))


def _sizes() -> dict[str, str]:
    largest: dict[str, int] = {}
    for row in table(DATA / "places.tsv"):
        for name in (row["name"], *row["alternates"].split("|")):
            words = _words(name)
            if len(words) > 1:
                largest[words] = max(largest.get(words, 0), int(row["population"]))
    return {
        name: "P" if count >= LARGE else "Q" if count >= MIDDLING else "R"
        for name, count in largest.items()
    }


def _words(name: str) -> str:
    """The name as the tokens of a text, without hyphens; empty where it is too long."""
    if "|" in name:
        return ""
    words = [plain(token.text) for token in language().make_doc(name) if token.text != "-"]
    return " ".join(words) if len(words) <= LONGEST_PHRASE else ""
