"""Names of more origins than the tables of births have: `python -m training.ner.foreign`.

Taken from Faker's lists (MIT), which are made for test data; needs `pip install faker==40.54.0`.
"""

import importlib
from collections.abc import Iterator
from typing import Any

from training.ner.lists import FOLDER
from training.tables import write

LOCALES = {
    "dutch": "nl_NL nl_BE",
    "german": "de_DE",
    "indian": "en_IN",
    "irish": "ga_IE",
    "italian": "it_IT",
    "maghrebi": "fr_DZ",
    "nordic": "sv_SE no_NO da_DK fi_FI",
    "pakistani": "en_PK",
    "polish": "pl_PL",
    "portuguese": "pt_PT pt_BR",
    "romanian": "ro_RO",
    "slavic": "hr_HR cs_CZ",
    "spanish": "es_ES es_MX",
    "turkish": "tr_TR",
    "east_african": "sw en_KE",
    "indonesian": "id_ID",
    "chinese": "zh_CN zh_TW",
    "japanese": "ja_JP",
    "vietnamese": "vi_VN",
    "west_african": "yo_NG ha_NG ig_NG en_NG tw_GH",
}
"""Lists in Latin letters, by our name of the origin."""

MOST = 700
"""Names of one part of one list: the long ones would outweigh the rest."""

_GIVEN = ("first_romanized_names", "first_names_female", "first_names_male", "first_names")
_FAMILY = ("last_romanized_names", "unisex_last_names", "last_names")


def main() -> None:
    """Write lists/foreign.tsv."""
    print("foreign.tsv:", write(FOLDER / "foreign.tsv", ("group", "part", "names"), _rows()))


def _rows() -> Iterator[tuple[str, str, str]]:
    for group, locales in LOCALES.items():
        for part, attributes in (("given", _GIVEN), ("family", _FAMILY)):
            names = {name for each in locales.split() for name in _names(each, attributes)}
            yield group, part, "|".join(sorted(names))


def _names(locale: str, attributes: tuple[str, ...]) -> list[str]:
    provider: Any = importlib.import_module(f"faker.providers.person.{locale}").Provider
    lists = [list(getattr(provider, each, ())) for each in attributes]
    names = {_spelt(name) for each in lists for name in each if _latin(name)}
    step = max(1, round(len(names) / MOST))
    return sorted(names)[::step]


def _latin(name: str) -> bool:
    """Is it a name in Latin letters? Some lists fall back on John and Jane Doe."""
    letters = all(char < "Ͱ" or "Ḁ" <= char <= "ỿ" for char in name)
    return letters and name[:1].isalpha() and len(name) > 1 and name not in {"John", "Jane", "Doe"}


def _spelt(name: str) -> str:
    return "-".join(part.capitalize() for part in name.split("-")) if name.isupper() else name


if __name__ == "__main__":
    main()
