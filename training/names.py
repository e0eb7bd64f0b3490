"""Names, how common they are and how they are shortened: `python -m training.names`.

Rates are per million: of French births (given names since 1900, surnames 1931–2000) and of the
United States' population of 1990. A name missing from a table is not unique: `frequencies.yml`
gives the rate it may be as common as.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from training.tables import DATA, fold, own, rows, sources, write

FEWEST_FRENCH_GIVEN = 300
"""Births; a given name rarer than that, and unknown in the US list, is left out."""
FEWEST_FRENCH_SURNAME = 400
"""Births of 1931–2000; a surname rarer than that, and rare in the US, is left out."""
LEAST_US_SURNAME = 20.0
"""Per million, in the US census of 1990."""
FLOOR_US_GIVEN = 5.0
"""Per million: the US list stops at 0.001 per cent of one sex, about half the population."""

_ACCENTED_SHARE = 0.14
"""From this share of births on, the accented spelling is the usual one: the register lost many."""
_SEXES = {"female": "F", "male": "M"}
_WITHHELD = "_PRENOMS_RARES"


def main() -> None:
    """Write given_names.tsv, surnames.tsv, nicknames.tsv and frequencies.yml."""
    folder = sources() / "frequencies"
    print("given_names.tsv:", _given_names(folder))
    print("surnames.tsv:", _surnames(folder))
    print("nicknames.tsv:", _nicknames(folder))
    (DATA / "frequencies.yml").write_text(_floors(folder), encoding="utf-8")


@cache
def french_births(folder: Path) -> Counter[tuple[str, str]]:
    """Count French births by spelling and sex."""
    births: Counter[tuple[str, str]] = Counter()
    for row in rows(folder / "fr_first_names_births_by_decade.csv.gz"):
        births[row["first_name"], row["sex"]] += int(row["births"])
    return births


@cache
def us_shares(folder: Path) -> dict[tuple[str, str], float]:
    """Give, per million of the US population, the bearers of a name by sex; half is of each sex."""
    return {
        (fold(row["name"]), sex): float(row["percent"]) * 10_000 / 2
        for label, sex in _SEXES.items()
        for row in rows(folder / f"us_{label}_first_1990.csv.gz")
    }


def _given_names(folder: Path) -> int:
    births: Counter[tuple[str, str]] = Counter()
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for (spelling, sex), count in french_births(folder).items():
        births[fold(spelling), sex] += count
        spellings[fold(spelling)][spelling] += count
    total = sum(births.values())
    us = us_shares(folder)
    shown = _displays(spellings)
    spellings.pop(fold(_WITHHELD), None)
    lines = []
    for name in sorted({*spellings, *(name for name, _ in us)}):
        women, men = births[name, "F"], births[name, "M"]
        american = [us.get((name, sex), 0.0) for sex in "FM"]
        if women + men < FEWEST_FRENCH_GIVEN and not any(american):
            continue
        counted = (women, men) if women + men >= FEWEST_FRENCH_GIVEN else tuple(american)
        lines.append(
            (
                name,
                shown.get(name, _capitalised(name)),
                _rate((women + men) / total * 1e6),
                _rate(sum(american)),
                f"{counted[0] / sum(counted):.2f}",
            )
        )
    return write(DATA / "given_names.tsv", ("name", "display", "fr", "us", "sex_f"), lines)


def _rate(per_million: float) -> str:
    return f"{per_million:.2f}".rstrip("0").rstrip(".")


def _displays(spellings: dict[str, Counter[str]]) -> dict[str, str]:
    """Say how each name is usually written; the parts of a double name are written alike."""
    simple = {name: _usual(counts) for name, counts in spellings.items()}
    simple |= {fold(line["display"]): line["display"] for line in own("accents.tsv")}
    return {
        name: "-".join(simple.get(part, _capitalised(part)) for part in name.split("-"))
        if "-" in name and display.isascii()
        else display
        for name, display in simple.items()
    }


def _usual(counts: Counter[str]) -> str:
    accented = [each for each in counts.items() if not each[0].isascii()]
    spelling, count = max(accented or counts.items(), key=lambda each: (each[1], each[0]))
    if accented and count < _ACCENTED_SHARE * counts.total():
        plain = [each for each in counts.items() if each[0].isascii()]
        spelling, _ = max(plain, key=lambda each: (each[1], each[0]))
    return _capitalised(spelling)


def _capitalised(name: str) -> str:
    return "-".join(part[:1].upper() + part[1:].lower() for part in name.split("-"))


def _surnames(folder: Path) -> int:
    births: Counter[str] = Counter()
    for row in rows(folder / "fr_surnames_births_1931_2000.csv.gz"):
        births[fold(row["surname"])] += int(row["births"])
    total = births.total()
    us = {
        fold(row["name"]): float(row["percent"]) * 10_000
        for row in rows(folder / "us_surnames_1990.csv.gz")
    }
    lines = [
        (name, _rate(births[name] / total * 1e6), _rate(us.get(name, 0.0)))
        for name in {*births, *us}
        if births[name] >= FEWEST_FRENCH_SURNAME or us.get(name, 0.0) >= LEAST_US_SURNAME
    ]
    return write(DATA / "surnames.tsv", ("name", "fr", "us"), lines)


def _nicknames(folder: Path) -> int:
    lines = {(*pair, "en") for pair in _english_pairs(folder)}
    lines |= {
        (fold(line["given"]), fold(line["nickname"]), "fr") for line in own("nicknames_fr.tsv")
    }
    return write(
        DATA / "nicknames.tsv",
        ("given", "nickname", "language"),
        [line for line in lines if line[0] != line[1]],
    )


def _english_pairs(folder: Path) -> Iterator[tuple[str, str]]:
    """Keep pairs of a common name whose short form sounds like it or is traditional."""
    common = {name for name, _ in us_shares(folder)}
    traditional = {(line["given"], line["nickname"]) for line in own("nicknames_en_kept.tsv")}
    for row in rows(folder / "en_nicknames.csv"):
        given, nickname = row["name1"], row["name2"]
        if given not in common or not nickname.isalpha() or len(nickname) == 1:
            continue
        if _alike(given, nickname) or (given, nickname) in traditional:
            yield given, nickname


def _alike(given: str, nickname: str) -> bool:
    thirds = (given[start : start + 3] for start in range(len(given) - 2))
    return given[0] == nickname[0] or any(third in nickname for third in thirds)


def _floors(folder: Path) -> str:
    """Say what a name that is absent may still be: as common as the rarest one kept."""
    given = sum(french_births(folder).values())
    surnames = sum(
        int(row["births"]) for row in rows(folder / "fr_surnames_births_1931_2000.csv.gz")
    )
    return f"""\
# Made by `python -m training.names`. Rates are per million. `floor` is for a name that is absent from
# the table or stands there with 0: it may be as common as that, so never take it for rarer.
given_names:
  fr:
    floor: {FEWEST_FRENCH_GIVEN / given * 1e6:.2f}
    total: {given}
    unit: births
    years: 1900–2022
    source: INSEE, file of first names, edition 2022
    licence: Licence Ouverte
  us:
    floor: {FLOOR_US_GIVEN:.2f}
    total: null
    unit: population, both sexes
    years: "1990"
    source: US Census Bureau, 1990
    licence: public domain
surnames:
  fr:
    floor: {FEWEST_FRENCH_SURNAME / surnames * 1e6:.2f}
    total: {surnames}
    unit: births
    years: 1931–2000
    source: INSEE, file of surnames, edition 2008
    licence: Licence Ouverte
  us:
    floor: {LEAST_US_SURNAME:.2f}
    total: null
    unit: population
    years: "1990"
    source: US Census Bureau, 1990
    licence: public domain
"""


if __name__ == "__main__":
    main()
