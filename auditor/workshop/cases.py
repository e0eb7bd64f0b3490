"""The fictional cases of a session: their mandate, their truth, and what the program makes of them.

Only invented people come into a room: a folder whose mandate does not say ``fictional: true``, or
which tells no truth to play with, is refused.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, partial
from pathlib import Path

from auditor import kits, pipeline
from auditor.collect import mandate as mandates
from auditor.errors import MandateError
from auditor.model.extraction import Extraction
from auditor.model.failure import Failure
from auditor.model.mandate import Mandate
from auditor.model.profile import Page, Profile
from auditor.model.report import Report
from auditor.model.viewer import Viewer
from auditor.model.waterfall import Waterfall
from auditor.pipeline.explained import explained
from auditor.resources import folders
from auditor.store.keep import Memory, Stamp
from auditor.workshop.truth import FILE, Truth, truth

_TITLE = re.compile(r"^#\s+(.+)$", re.MULTILINE)
_LARGEST = 100_000
"""Signs of a README that are looked at for its title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """A case after its audit: the report, what each source shows, and why a pair is judged as it is."""

    report: Report
    shown: Mapping[str, Profile | Page]
    explain: Callable[[Viewer, tuple[str, str]], Waterfall]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A fictional person, whose truth is known."""

    name: str
    folder: Path
    mandate: Mandate
    truth: Truth
    title: str
    """As its README is headed; the folder's name where it has none."""
    audit: Callable[[], Audited]
    """Made when first asked for, and once."""

    @property
    def report(self) -> Report:
        """What the program found, for every viewer."""
        return self.audit().report


def cases(named: Iterable[str], *, now: datetime) -> tuple[Case, ...]:
    """The cases of these names of samples or folders, each once, told apart by their names.

    Raises:
        MandateError: there is no such case, it may not be shown to a room, or none of them joins
            anything.
        PackError: its truth has faults.
    """
    found: dict[str, Case] = {}
    for place in dict.fromkeys(map(_place, named)):
        one = case(place, now=now)
        names = (one.name, *(f"{one.name}-{at}" for at in range(2, len(found) + 2)))
        name = next(each for each in names if each not in found)
        found[name] = replace(one, name=name)
    if not any(map(_joins, (each.truth for each in found.values()))):
        raise nothing(found)
    return tuple(found.values())


def nothing(names: Iterable[str]) -> MandateError:
    """The refusal of cases of which no card can be made."""
    return MandateError(
        "nothing can be played with %(cases)s: its truth joins no two records; choose another case",
        cases=", ".join(names),
    )


def _joins(known: Truth) -> bool:
    """Does it say anything of two records?"""
    return bool(known.joins or known.must_not_join)


def case(folder: Path, *, now: datetime) -> Case:
    """A case from its folder; its audit waits until somebody asks.

    Raises:
        MandateError: it is no case, no fictional one, or it tells no truth.
        PackError: its truth has faults.
    """
    name = folder.resolve().name
    mandate = mandates.load(folder, now.date())
    if not mandate.fictional:
        raise MandateError(
            "%(case)s is not a fictional case (`fictional: true`); a room is shown nobody real",
            case=name,
        )
    if not (folder / FILE).is_file():
        raise MandateError("%(case)s has no truth.yml; a game needs to know what is so", case=name)
    return Case(
        name=name,
        folder=folder,
        mandate=mandate,
        truth=truth(folder),
        title=_title(folder) or name,
        audit=cache(partial(_audited, folder, now)),
    )


def playable() -> tuple[str, ...]:
    """The samples that a room can play, by name."""
    return tuple(each.name for each in _samples() if _joins(truth(each)))


def _samples() -> list[Path]:
    """The samples that tell a truth."""
    return sorted(each.parent for each in folders.folder("samples").glob(f"*/{FILE}"))


def _place(named: str) -> Path:
    """The sample of that name, else the folder.

    Raises:
        MandateError: it is neither.
    """
    sample = next((each for each in _samples() if each.name == named), None)
    if sample is not None:
        return sample
    if (Path(named) / "mandate.yml").is_file():
        return Path(named)
    if Path(named).is_dir():
        raise MandateError(
            "the folder %(name)s is no case: it has no mandate.yml; there are these samples: %(names)s",
            name=Path(named).resolve().name,
            names=", ".join(playable()),
        )
    raise MandateError(
        "no sample and no folder of a case is called %(name)s; there are: %(names)s",
        name=Path(named).name,
        names=", ".join(playable()),
    )


def _title(folder: Path) -> str:
    try:
        text = (folder / "README.md").read_text(encoding="utf-8")[:_LARGEST]
    except (OSError, UnicodeDecodeError):
        return ""
    found = _TITLE.search(text)
    return found[1].strip() if found else ""


class _Remembered(Memory):
    """A memory that still knows, after the audit, what was extracted: pairs are explained from it."""

    extracted: Extraction | None = None

    def extraction(self, stamp: Stamp, make: Callable[[], Extraction]) -> Extraction:
        """Made anew, and held."""
        self.extracted = super().extraction(stamp, make)
        return self.extracted


def _audited(folder: Path, now: datetime) -> Audited:
    mandate, kit = kits.for_case(folder, now.date())
    keep = _Remembered(case=folder)
    report = pipeline.audit(mandate, kit, case=folder, now=now, keep=keep)
    extracted = keep.extracted or Extraction(records=report.records, facts=report.facts)
    return Audited(
        report=report,
        shown=_by_source(keep.shown([each.id for each in mandate.sources])),
        explain=lambda viewer, pair: explained(report.views[viewer], extracted, kit, pair),
    )


def _by_source(items: Iterable[Profile | Page | Failure]) -> Mapping[str, Profile | Page]:
    places: dict[str, Profile | Page] = {}
    for each in items:
        if not isinstance(each, Failure):
            places.setdefault(each.source, each)
    return places
