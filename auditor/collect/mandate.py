"""The mandate: a file that the subject writes, refused with every fault it has."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import yaml

from auditor.collect.net.address import parts
from auditor.collect.net.answer import FetchRefusedError
from auditor.errors import MandateError
from auditor.model.mandate import Mandate, Source
from auditor.model.text import Text, say
from auditor.resources.read import Fault, check, plain

FILE = "mandate.yml"
VERSION = 1
"""Of the form of the file: its key ``auditor``."""
LANGUAGES = ("fr", "en")
_ACCOUNT = re.compile(r"[^\s:#]+:\S+")
_ID = re.compile(r"[^\s#]+")

Place = tuple[str | int, ...]
"""The keys and positions that lead to a part of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Flaw:
    """Something the form allows and the mandate may not have."""

    place: Place
    what: Text


def load(case: Path, today: date) -> Mandate:
    """The mandate of a case, in force on the day.

    Raises:
        MandateError: no case, no mandate, faults in it, or a day outside its dates.
    """
    if not case.is_dir():
        raise MandateError("%(case)s is no folder; give the folder of a case", case=case.name)
    path = case / FILE
    if not path.exists():
        raise MandateError(
            "%(case)s has no mandate.yml; write one with `auditor mandate new`",
            case=case.resolve().name,
        )
    data, node = plain(path, MandateError)
    if not isinstance(data, dict):
        raise MandateError("%(file)s:1: the mandate is empty or a list; see `auditor mandate new`", file=FILE)
    mandate, faults = check(_reshaped(data), Mandate, file=FILE, node=node)
    flaws = list(_version(data))
    if mandate is not None:
        flaws += _flaws(mandate, case)
    if faults or flaws:
        raise _refused(faults, flaws, node)
    assert mandate is not None  # noqa: S101 (no fault: it was made)
    _in_force(mandate, today)
    return mandate


def _in_force(mandate: Mandate, today: date) -> None:
    if today > mandate.expires_on:
        raise MandateError(
            "the mandate ended on %(end)s and today is %(today)s; ask the subject again, then renew signed_on and expires_on",
            end=mandate.expires_on,
            today=today,
        )
    if today < mandate.signed_on:
        raise MandateError(
            "the mandate begins on %(start)s and today is %(today)s; wait until then, or correct signed_on",
            start=mandate.signed_on,
            today=today,
        )


def _reshaped(written: Mapping[str, Any]) -> dict[str, Any]:
    """The written form in the shape of the model; what has no such shape is left to its check."""
    data = {key: value for key, value in written.items() if key != "auditor"}
    if isinstance(data.get("sources"), list):
        data["sources"] = [_source(each) if isinstance(each, dict) else each for each in data["sources"]]
    return {key: value for key, value in data.items() if value is not None}


def _source(written: Mapping[str, Any]) -> dict[str, Any]:
    data = dict(written)
    data.setdefault("id", _name(data))
    seen_by = data.get("seen_by")
    if isinstance(seen_by, str):
        data["seen_by"] = {"default": seen_by}
    elif isinstance(seen_by, dict):
        fields = {key: value for key, value in seen_by.items() if key != "default"}
        data["seen_by"] = {"default": seen_by.get("default"), "fields": fields}
    return data


def _name(data: Mapping[str, Any]) -> str:
    """The file's stem, or the host of an address."""
    if isinstance(data.get("path"), str):
        return PurePosixPath(data["path"]).stem
    try:
        return parts(str(data.get("url"))).hostname or ""
    except FetchRefusedError:
        return "-"


def _version(data: Mapping[str, Any]) -> Iterator[_Flaw]:
    if data.get("auditor") != VERSION or isinstance(data.get("auditor"), bool):
        yield _Flaw(place=("auditor",), what=say("write auditor: 1 (the version of this form)"))


def _flaws(mandate: Mandate, case: Path) -> Iterator[_Flaw]:
    if not mandate.subject.name.strip():
        yield _Flaw(place=("subject", "name"), what=say("the subject has no name; write one"))
    if mandate.language not in LANGUAGES:
        yield _Flaw(place=("language",), what=say("the language is fr or en"))
    if not set(mandate.subject.languages) <= set(LANGUAGES):
        place = ("subject", "languages")
        yield _Flaw(place=place, what=say("the languages that can be read are fr and en"))
    if mandate.expires_on <= mandate.signed_on:
        yield _Flaw(place=("expires_on",), what=say("expires_on must be later than signed_on"))
    for at, account in enumerate(mandate.accounts):
        if not _ACCOUNT.fullmatch(account.id):
            yield _Flaw(place=("accounts", at, "id"), what=_ACCOUNT_FORM)
        if account.url is not None and (what := _bad_url(account.url)) is not None:
            yield _Flaw(place=("accounts", at, "url"), what=what)
    ids: set[str] = set()
    for at, source in enumerate(mandate.sources):
        for key, what in _source_flaws(source, case, ids):
            yield _Flaw(place=("sources", at, key), what=what)
        ids.add(source.id)


_ACCOUNT_FORM = say("an account is written network:handle")


def _source_flaws(source: Source, case: Path, ids: set[str]) -> Iterator[tuple[str, Text]]:
    if (source.path is None) == (source.url is None):
        yield "path", say("a source has either a path or a url")
    elif not _ID.fullmatch(source.id):
        yield "id", say("an id has no blank and no #; give the source another id")
    elif source.id in ids:
        yield "id", say("another source has this id; give each an id of its own")
    if source.path is not None and (what := _bad_path(source.path, case)) is not None:
        yield "path", what
    if source.url is not None and (what := _bad_url(source.url)) is not None:
        yield "url", what
    owner = source.owner
    if owner is not None and owner != "other" and not _ACCOUNT.fullmatch(owner):
        yield "owner", say("an owner is `other`, or an account written network:handle")


def _bad_path(path: str, case: Path) -> Text | None:
    windows = PureWindowsPath(path)
    if path.startswith("/") or windows.drive or windows.root or ".." in windows.parts:
        return say("the path leaves the folder of the case; write it from that folder on")
    if not path.strip() or "\0" in path:
        return say("the path is empty or not valid")
    if not is_inside(case / path, case):
        return say("the path is a link out of the folder of the case; copy the file into it")
    return None


def is_inside(path: Path, case: Path) -> bool:
    """Does the path stay in the case's folder when its links are followed?"""
    try:
        return path.resolve().is_relative_to(case.resolve())
    except (OSError, RuntimeError, ValueError):
        return False


def _bad_url(url: str) -> Text | None:
    try:
        parts(url)
    except FetchRefusedError as refused:
        return refused.reason
    return None


def _refused(faults: list[Fault], flaws: list[_Flaw], node: yaml.Node | None) -> MandateError:
    """One flaw is said in the reader's language; several are listed."""
    if len(flaws) == 1 and not faults:
        line, what = _line(node, flaws[0].place), flaws[0].what
        return MandateError(f"%(file)s:%(line)s: {what.id}", file=FILE, line=line, **dict(what.details))
    lines = [
        *(Fault(file=FILE, line=_line(node, flaw.place), what=_said(flaw)) for flaw in flaws),
        *(_as_written(fault) for fault in faults),
    ]
    return MandateError("%(faults)s", faults="\n".join(map(str, sorted(lines, key=_position))))


def _said(flaw: _Flaw) -> str:
    return f"{'.'.join(map(str, flaw.place))}: {flaw.what}"
