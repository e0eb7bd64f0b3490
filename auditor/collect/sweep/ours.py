"""Our own list (`rules/sites.yml`): each site with where its answers are documented, and since when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from auditor.collect.sweep.site import ACCOUNT, Side, Site
from auditor.errors import PackError
from auditor.model.text import Text, say
from auditor.resources.read import load

FORM = "auditor"
FILE = "sites.yml"
LICENCE = "Apache-2.0"
AUTHORS = "The Auditor contributors"


class Barrier(StrEnum):
    """Why no program can check a site."""

    LOGIN = "login"
    NUMBER = "number"
    ROBOTS = "robots"
    PROGRAMS = "programs"
    CLOSED = "closed"
    UNSETTLED = "unsettled"


_BARRED: dict[Barrier, Text] = {
    Barrier.LOGIN: say("its profiles are shown to logged-in members; open it yourself"),
    Barrier.NUMBER: say("its profiles stand under a number, not a handle; search there yourself"),
    Barrier.ROBOTS: say("its robots.txt forbids programs to read profiles; open it yourself"),
    Barrier.PROGRAMS: say("it keeps programs out; open it yourself"),
    Barrier.CLOSED: say("it is closed; what is left of it is for you to look at"),
    Barrier.UNSETTLED: say(
        "how it shows that there is no account is not settled; open it yourself"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How a site shows one of the two answers."""

    status: int
    text: str | None = None
    """Beside the status; the handle in it is written ``{account}``."""
    whole: bool = False
    """The text is the whole body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One site as the file has it."""

    name: str
    url: str
    source: str
    checked_on: date | None = None
    """When the source was read; None: from memory, still to be checked."""
    network: str | None = None
    """The card of `rules/networks/`."""
    probe: str | None = None
    pattern: str | None = None
    found: Shown | None = None
    missing: Shown | None = None
    barrier: Barrier | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    sites: tuple[Entry, ...]


def written(path: Path) -> list[Site | None]:
    """The sites of a file in our form.

    Raises:
        PackError: the file has faults.
    """
    found = entries(path)
    if odd := next(_odd(found), None):
        raise PackError(
            "%(file)s: %(name)s needs {account} in its address, and either found and missing "
            "or a barrier",
            file=path.name,
            name=odd.name,
        )
    return [_site(each) for each in found]


def entries(path: Path) -> tuple[Entry, ...]:
    """The entries of a file in our form, as they are written."""
    return load(path, _File).sites


def _odd(found: tuple[Entry, ...]) -> Iterator[Entry]:
    for each in found:
        is_whole = each.found is not None and each.missing is not None
        is_asked = ACCOUNT in (each.probe or each.url)
        if is_whole is (each.barrier is not None) or (each.barrier is None and not is_asked):
            yield each


def _site(entry: Entry) -> Site:
    return Site(
        name=entry.name,
        url=entry.url,
        probe=entry.probe,
        present=_side(entry.found),
        absent=_side(entry.missing),
        pattern=entry.pattern,
        barred=_BARRED[entry.barrier] if entry.barrier is not None else None,
    )


def _side(shown: Shown | None) -> tuple[Side, ...]:
    if shown is None:
        return ()
    texts = (shown.text,) if shown.text else ()
    return (Side(statuses=frozenset((shown.status,)), texts=texts, whole=shown.whole),)
