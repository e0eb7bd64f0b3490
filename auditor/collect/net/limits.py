"""How much, how long and how often is fetched (`rules/net.yml`)."""

import dataclasses
from pathlib import Path

from auditor.resources.folders import folder
from auditor.resources.limits import numbers


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The bounds of a fetch; seconds and bytes."""

    whole_call: float
    """One page, from the first name asked for to the last byte: robots.txt and redirects count, polite
    waits do not."""
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


_WHOLE = frozenset(("largest_body", "largest_robots", "redirects"))


def limits(path: Path | None = None) -> Limits:
    """The limits we ship, or those of a file written like ours.

    Raises:
        PackError: the file lacks one, or has one that is not known.
    """
    names = [each.name for each in dataclasses.fields(Limits)]
    values = numbers(path or folder("rules") / "net.yml", names)
    return Limits(**{name: int(v) if name in _WHOLE else v for name, v in values.items()})  # type: ignore[arg-type]
