"""What the form of a mandate allows and a mandate may not have, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from auditor.collect.net.address import parts
from auditor.collect.net.answer import FetchRefusedError
from auditor.model.mandate import Mandate, Source
from auditor.model.text import Text, say
from auditor.store import consent, judgements, progress, proof_key, vault

LANGUAGES = ("fr", "en")
"""Of reports, and of what can be read."""
_ACCOUNT = re.compile(r"[^\s:#]+:\S+")
FILE = "mandate.yml"
_PROGRAMS = frozenset(
    {FILE, vault.FOLDER, consent.FILE, judgements.FILE, proof_key.FILE, progress.FILE}
)
_ID = re.compile(r"[^\s#]+")

Place = tuple[str | int, ...]
"""The keys and positions that lead to a part of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """One flaw, how to mend it included."""

    place: Place
    what: Text


def flaws(mandate: Mandate, case: Path) -> Iterator[Flaw]:
    """Every flaw of a mandate that is well formed."""
    yield from _of_subject(mandate)
    for at, account in enumerate(mandate.accounts):
        if not _ACCOUNT.fullmatch(account.id):
            what = say("an account is written network:handle")
            yield Flaw(place=("accounts", at, "id"), what=what)
        if account.url is not None and (bad := _bad_url(account.url)) is not None:
            yield Flaw(place=("accounts", at, "url"), what=bad)
    ids: set[str] = set()
    for at, source in enumerate(mandate.sources):
        for key, what in (*_of_source(source, ids), *_of_place(source, case)):
            yield Flaw(place=("sources", at, key), what=what)
        ids.add(source.id)


def is_inside(path: Path, case: Path) -> bool:
    """Does the path stay in the case's folder when its links are followed?"""
    try:
        return path.resolve().is_relative_to(case.resolve())
    except (OSError, RuntimeError, ValueError):
        return False


def _of_subject(mandate: Mandate) -> Iterator[Flaw]:
    if not mandate.subject.name.strip():
        yield Flaw(place=("subject", "name"), what=say("the subject has no name; write one"))
    if mandate.language not in LANGUAGES:
        yield Flaw(place=("language",), what=say("the language is fr or en"))
    if not set(mandate.subject.languages) <= set(LANGUAGES):
        what = say("the languages that can be read are fr and en")
        yield Flaw(place=("subject", "languages"), what=what)
    if mandate.expires_on <= mandate.signed_on:
        what = say("expires_on must be later than signed_on")
        yield Flaw(place=("expires_on",), what=what)


def _of_source(source: Source, ids: set[str]) -> Iterator[tuple[str, Text]]:
    if not _ID.fullmatch(source.id):
        yield "id", say("an id has no blank and no #; give the source another id")
    elif source.id in ids:
        yield "id", say("another source has this id; give each an id of its own")
    owner = source.owner
    if owner is not None and owner != "other" and not _ACCOUNT.fullmatch(owner):
        yield "owner", say("an owner is `other`, or an account written network:handle")


def _of_place(source: Source, case: Path) -> Iterator[tuple[str, Text]]:
    if (source.path is None) == (source.url is None):
        yield "path", say("a source has either a path or a url")
    if source.path is not None and (bad := _bad_path(source.path, case)) is not None:
        yield "path", bad
    if source.url is not None and (bad := _bad_url(source.url)) is not None:
        yield "url", bad


def _bad_path(path: str, case: Path) -> Text | None:
    windows = PureWindowsPath(path)
    if not path.strip() or "\0" in path:
        return say("the path is empty or not valid")
    if windows.drive or windows.root or ".." in windows.parts:
        return say("the path leaves the folder of the case; write it from that folder on")
    if not is_inside(case / path, case):
        return say("the path is a link out of the folder of the case; copy the file into it")
    if is_programs(case / path, case):
        return say(
            "the path is of the case itself, not of a source; name the file or its own folder"
        )
    return None


def is_programs(path: Path, case: Path) -> bool:
    """Is it the case's folder, or what the program and the mandate keep there?"""
    try:
        inside = path.resolve().relative_to(case.resolve())
    except (OSError, ValueError):
        return False
    return not inside.parts or inside.parts[0] in _PROGRAMS


def _bad_url(url: str) -> Text | None:
    try:
        parts(url)
    except FetchRefusedError as refused:
        return refused.reason
    return None
