"""The rules about a log, the places they hold in and the names of what may be noted (`rules/screening/`)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from auditor.errors import PackError
from auditor.model.screening_rule import Place, PlaceCard, ScreeningRule
from auditor.resources.read import load
from auditor.screening.expression import parse
from auditor.screening.noted import named

LANGUAGES = ("en", "fr")


@dataclass(frozen=True, slots=True, kw_only=True)
class Jurisdiction:
    """What a log is held against."""

    place: Place
    card: PlaceCard
    rules: tuple[ScreeningRule, ...]
    ground: Callable[[str], tuple[str, bool] | None]
    """Which protected ground a noted field names, and whether its words had to be read for it."""


def jurisdiction(folder: Path, place: Place, free: Callable[[str], Iterable[str]]) -> Jurisdiction:
    """The law of a place; `free` tells the grounds that free words speak of.

    Raises:
        PackError: a file of the program cannot be used.
    """
    known = load(folder / "fields.yml", _Fields)
    return Jurisdiction(
        place=place,
        card=places(folder)[place],
        rules=rules(folder),
        ground=named(known.names(), known.professional, free),
    )


def rules(folder: Path) -> tuple[ScreeningRule, ...]:
    """The rules of `folder`/laws, by code.

    Raises:
        PackError: with every fault of every file.
    """
    found, faults = [], []
    known = {pack for each in places(folder).values() for pack in each.packs}
    for path in sorted((folder / "laws").glob("*.yml")):
        try:
            rule = load(path, ScreeningRule)
            faults += [f"{path.name}: {what}" for what in _flaws(rule, known)]
            found.append(rule)
        except PackError as fault:
            faults.append(str(fault))
    codes = [each.code for each in found]
    faults += [f"{code}: taken twice" for code in sorted({c for c in codes if codes.count(c) > 1})]
    if faults:
        raise PackError("%(faults)s", faults="\n".join(faults))
    return tuple(sorted(found, key=lambda each: each.code))


def _flaws(rule: ScreeningRule, packs: set[str]) -> Iterator[str]:
    try:
        if not parse(rule.check).names:
            yield "check: names nothing of a log"
    except PackError as fault:
        yield str(fault)
    for name in ("title", "why", "do"):
        if set(getattr(rule, name)) != set(LANGUAGES):
            yield f"{name}: say it in {' and '.join(LANGUAGES)}"
    if odd := sorted(set(rule.laws) - packs):
        yield f"laws: no place has the pack {', '.join(odd)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Places:
    places: Mapping[str, PlaceCard]


@cache
def places(folder: Path) -> Mapping[Place, PlaceCard]:
    """What each place is made of.

    Raises:
        PackError: the file cannot be used, or lacks a place.
    """
    found = load(folder / "places.yml", _Places).places
    if odd := sorted(set(found) ^ {each.value for each in Place}):
        raise PackError("places.yml: %(names)s: missing or not known", names=", ".join(odd))
    return {each: found[each.value] for each in Place}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fields:
    grounds: Mapping[str, tuple[str, ...]]
    professional: tuple[str, ...]

    def names(self) -> dict[str, str]:
        """What may be noted → the protected ground that it names."""
        written = {each: ground for ground, words in self.grounds.items() for each in words}
        return {ground: ground for ground in self.grounds} | written
