"""Lists of sites: ours, and those of others that a user brings, told by their content.

A list of others is read for one sweep: its licence and authors are told, nothing of it is kept or merged.
"""

import codecs
import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from auditor.collect.sweep import maigret, ours, sherlock, whatsmyname
from auditor.collect.sweep.site import Site
from auditor.errors import PackError
from auditor.resources.folders import folder

LARGEST = 32_000_000
"""Bytes: the longest list known has 6,000 sites in 3 MB."""
_MOST_SITES = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteList:
    """Sites, and whose list it is."""

    form: str
    sites: tuple[Site, ...]
    licence: str
    authors: str
    left_out: int
    """Entries that ask for something else than a handle."""
    print: str
    """The SHA-256 of the file."""


Read = tuple[list[Site | None], str, str]
"""Sites (None for what is left out), licence, authors."""
Reader = Callable[[Any], Read]

_READERS: dict[str, tuple[Callable[[Any], bool], Reader]] = {
    "WhatsMyName": (whatsmyname.is_one, whatsmyname.read),
    "Maigret": (maigret.is_one, maigret.read),
    "Sherlock": (sherlock.is_one, sherlock.read),
}


def read(path: Path | None) -> SiteList:
    """The list of a file, or ours.

    Raises:
        PackError: the file cannot be read, or is no list of a form that is known.
    """
    file = path or folder("rules") / ours.FILE
    content = _content(file)
    print_ = hashlib.sha256(content).hexdigest()
    data = _json(file, content)
    if data is None and path is not None and not re.search(rb"(?m)^sites:", content):
        raise _unknown(file)
    if data is None:
        made = (ours.LICENCE, ours.AUTHORS) if path is None else ("", "")
        return _listed(ours.FORM, ours.written(file), *made, print_=print_)
    for form, (is_one, reader) in _READERS.items():
        if is_one(data):
            return _listed(form, *_bounded(file, reader(data)), print_=print_)
    raise _unknown(file)


def _unknown(file: Path) -> PackError:
    return PackError(
        "%(file)s is no list of sites that is known (WhatsMyName, Sherlock, Maigret or ours)",
        file=file.name,
    )


def _bounded(file: Path, read_: Read) -> Read:
    if len(read_[0]) > _MOST_SITES:
        raise PackError("%(file)s is too large to be read; split it", file=file.name)
    return read_


def _listed(
    form: str, found: list[Site | None], licence: str, authors: str, *, print_: str
) -> SiteList:
    sites = [each for each in found if each is not None]
    return SiteList(
        form=form,
        sites=tuple(_told_apart(sites)),
        licence=licence,
        authors=authors,
        left_out=len(found) - len(sites),
        print=print_,
    )


def _told_apart(sites: list[Site]) -> list[Site]:
    """The sites with a name each of its own."""
    seen: dict[str, int] = {}
    named = []
    for site in sites:
        seen[site.name] = count = seen.get(site.name, 0) + 1
        named.append(site if count == 1 else replace(site, name=f"{site.name} ({count})"))
    return named


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as failure:
        raise PackError(
            "%(file)s cannot be read (%(type)s); check the path and its permissions",
            file=path.name,
            type=type(failure).__name__,
        ) from None
    if len(data) > LARGEST:
        raise PackError("%(file)s is too large to be read; split it", file=path.name)
    return data


def _json(path: Path, content: bytes) -> Any:
    """The content where it is JSON; None where it is not."""
    if content.removeprefix(codecs.BOM_UTF8).lstrip()[:1] not in {b"{", b"["}:
        return None
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as failure:
        raise PackError(
            "%(file)s is not valid JSON (%(type)s)", file=path.name, type=type(failure).__name__
        ) from None
