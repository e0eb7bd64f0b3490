"""Which program this is, to the byte: what was derived by another one is not reused."""

import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from auditor import __version__, plugins
from auditor.resources.folders import folder

_CODE = Path(__file__).parents[1]
_DATA = ("rules", "data")
_MODEL = "ner"
"""The folder of the trained model: its weights have no ending."""


@cache
def fingerprint() -> tuple[str, ...]:
    """Versions, ours and of what we stand on, and size and time of every file of code, rules and tables."""
    places = (_CODE, *map(folder, _DATA))
    found = sorted(
        f"{file.relative_to(place)} {file.stat().st_size} {file.stat().st_mtime_ns}"
        for place in places
        for file in place.rglob("*")
        if file.suffix in {".py", ".yml", ".tsv", ".json"} or _MODEL in file.parts
    )
    return (__version__, sys.version, *_libraries(), *plugins.versions(), *found)


def _libraries() -> Iterator[str]:
    """The version of each library that the package asks for."""
    try:
        wanted = requires("privacy-auditor") or []
    except PackageNotFoundError:  # run from a checkout that was never installed
        return
    for each in wanted:
        name = re.match(r"[\w.-]+", each)
        if name and "extra ==" not in each:
            yield f"{name[0]} {version(name[0])}"
