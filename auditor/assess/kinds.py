"""The vocabulary of fact kinds: `rules/facts.yml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from auditor.errors import PackError
from auditor.model.rule import Kind
from auditor.resources.read import load

FILE = "facts.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What the file holds: every kind of fact that rules, recognizers and reports speak of."""

    kinds: tuple[Kind, ...]


def kinds(folder: Path) -> Mapping[str, Kind]:
    """Every kind by its id, in the order of the file.

    Raises:
        PackError: the file cannot be used, or a kind stands in it twice.
    """
    listed = load(folder / FILE, Vocabulary).kinds
    ids = [kind.id for kind in listed]
    repeated = sorted({each for each in ids if ids.count(each) > 1})
    if repeated:
        raise PackError(
            "%(file)s: these kinds stand twice: %(kinds)s; keep one of each",
            file=FILE,
            kinds=", ".join(repeated),
        )
    return {kind.id: kind for kind in listed}
