"""Which program this is, to the byte: what was derived by another one is not reused."""

from functools import cache
from pathlib import Path

from auditor import __version__, plugins
from auditor.resources.folders import folder

_CODE = Path(__file__).parents[1]
_DATA = ("rules", "data")


@cache
def fingerprint() -> tuple[str, ...]:
    """Version, parts of other packages, and size and time of every file of code, rules and tables."""
    places = (_CODE, *map(folder, _DATA))
    found = sorted(
        f"{file.relative_to(place)} {file.stat().st_size} {file.stat().st_mtime_ns}"
        for place in places
        for file in place.rglob("*")
        if file.suffix in {".py", ".yml", ".tsv"}
    )
    return (__version__, *plugins.versions(), *found)
