"""How much, how long and how often is fetched (`rules/net.yml`)."""

import dataclasses
from collections.abc import Mapping
from pathlib import Path

from auditor.errors import PackError
from auditor.resources.folders import folder
from auditor.resources.read import load


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The bounds of a fetch; seconds and bytes."""

    whole_call: float
    """One request, from the connection to the last byte."""
    silence: float
    """Without a byte, or without a connection."""
    largest_body: int
    """After unpacking."""
    largest_robots: int
    redirects: int
    interval: float
    """Between two requests to one host."""
    longest_wait: float
    """What a host may ask us to wait (Crawl-delay, Retry-After); beyond, it is left alone."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Limit:
    value: float
    source: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    limits: Mapping[str, _Limit]


_WHOLE = frozenset(("largest_body", "largest_robots", "redirects"))


def limits(path: Path | None = None) -> Limits:
    """The limits we ship, or those of a file written like ours.

    Raises:
        PackError: the file lacks one, or has one that is not known.
    """
    path = path or folder("rules") / "net.yml"
    found = load(path, _Written).limits
    names = {each.name for each in dataclasses.fields(Limits)}
    if odd := sorted(names ^ set(found)):
        raise PackError(
            "%(file)s: %(names)s: missing or not known", file=path.name, names=", ".join(odd)
        )
    values = {name: each.value for name, each in found.items()}
    return Limits(**{name: int(v) if name in _WHOLE else v for name, v in values.items()})  # type: ignore[arg-type]
