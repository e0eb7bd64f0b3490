"""How a sweep asks (`rules/sweep.yml`)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from auditor.errors import PackError
from auditor.resources.folders import folder
from auditor.resources.read import plain

FILE = "sweep.yml"
_WHOLE = frozenset(
    ("threads", "largest_body", "largest_robots", "redirects", "robots_redirects", "enough")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """By what a page gives away that it is no answer."""

    challenges: tuple[str, ...] = ()
    """Texts of pages that programs get instead."""
    detours: frozenset[str] = frozenset()
    """Words in the addresses of pages that everybody is sent to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The bounds of a sweep; seconds and bytes. What each is for stands in the file."""

    timeout: float
    threads: int
    largest_body: int
    largest_robots: int
    redirects: int
    robots_redirects: int
    breath: float
    longest_wait: float
    interval: float
    enough: int
    factor: float
    shortest: float
    silent_share: float
    signs: Signs

    def within(self, timeout: float | None) -> "Settings":
        """These, with another limit for a call."""
        return self if timeout is None else replace(self, timeout=timeout)


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How handles are made of names: each habit with its share."""

    orders: Mapping[str, float]
    separators: Mapping[str, float]
    years: Mapping[str, float]
    particles: Mapping[str, float]
    compounds: Mapping[str, float]
    most: int
    """Suggestions that are shown."""


def settings(path: Path | None = None) -> Settings:
    """The bounds we ship, or those of a file written like ours.

    Raises:
        PackError: the file lacks one, or has one that is not known.
    """
    data = _read(path)
    try:
        numbers = {name: each["value"] for name, each in data["limits"].items()}
        found = {name: int(v) if name in _WHOLE else float(v) for name, v in numbers.items()}
        signs = Signs(
            challenges=tuple(map(str, data["challenges"]["texts"])),
            detours=frozenset(map(str, data["detours"]["words"])),
        )
        return Settings(signs=signs, **found)  # type: ignore[arg-type]
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise _odd(path, fault) from None


def habits(path: Path | None = None) -> Habits:
    """The habits we ship, or those of a file written like ours.

    Raises:
        PackError: the file lacks one, or has one that is not known.
    """
    try:
        return Habits(**_read(path)["variants"])
    except (KeyError, TypeError) as fault:
        raise _odd(path, fault) from None


def _read(path: Path | None) -> dict[str, Any]:
    data, _ = plain(path or folder("rules") / FILE)
    return data if isinstance(data, dict) else {}


def _odd(path: Path | None, fault: Exception) -> PackError:
    return PackError(
        "%(file)s: a part is missing or not known (%(type)s); compare it with ours",
        file=(path or Path(FILE)).name,
        type=type(fault).__name__,
    )
