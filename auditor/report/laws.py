"""Which law a letter invokes, and who takes a complaint: `reports/letters/laws.yml`."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from auditor.model.place import Home
from auditor.resources.folders import folder
from auditor.resources.read import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A law, and where its letters are written under it; the last of the list holds everywhere else."""

    id: str
    source: str
    checked_on: datetime.date
    countries: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """Who takes a complaint, and where."""

    countries: tuple[str, ...]
    name: Mapping[str, str]
    regions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Laws:
    """What `reports/letters/laws.yml` holds."""

    laws: tuple[Law, ...]
    authorities: tuple[Authority, ...]
    otherwise: Mapping[str, str]


@cache
def laws() -> Laws:
    """The laws and authorities.

    Raises:
        PackError: the file cannot be used.
    """
    return load(folder("reports") / "letters" / "laws.yml", Laws)


def law(home: Home | None) -> str:
    """Which law is invoked: that of where the subject lives, where a town of the mandate tells."""
    known = laws().laws
    return next((each.id for each in known if home and _there(each, home)), known[-1].id)


def authority(home: Home | None, language: str) -> str:
    """Who takes a complaint there, in words; by the language where that is not known."""
    known = laws()
    found = (each.name[language] for each in known.authorities if home and _there(each, home))
    return next(found, known.otherwise[language])


def is_default(home: Home | None) -> bool:
    """Is it the law that the networks' cards tell the controllers of?"""
    return law(home) == laws().laws[-1].id


def _there(each: Law | Authority, home: Home) -> bool:
    return home.country in each.countries and (not each.regions or home.region in each.regions)
