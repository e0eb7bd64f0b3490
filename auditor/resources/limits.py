"""Numbers that bound something, from a file that says of each where it comes from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from auditor.errors import PackError
from auditor.resources.read import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _Limit:
    value: float
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    limits: Mapping[str, _Limit]


def numbers(path: Path, names: Iterable[str]) -> dict[str, float]:
    """The limits of a file (``limits: {name: {value, source}}``), exactly those named.

    Raises:
        PackError: the file lacks one, or has one that is not known.
    """
    found = load(path, _Written).limits
    if odd := sorted(set(names) ^ set(found)):
        raise PackError(
            "%(file)s: %(names)s: missing or not known", file=path.name, names=", ".join(odd)
        )
    return {name: each.value for name, each in found.items()}
