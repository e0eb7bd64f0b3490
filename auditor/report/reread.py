"""A JSON result read again, as far as two of them can be compared: the report it was made from, in part.

Only what a comparison needs is looked at, so that results of other versions can be read too: keys
this version does not know are passed over. What is not looked at (links, portraits) stays empty.
"""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from auditor.errors import ResultError
from auditor.model.fact import Fact
from auditor.model.finding import Dial, Finding
from auditor.model.identity import Identity
from auditor.model.mandate import Account, Mandate, Purpose, Subject
from auditor.model.record import Record
from auditor.model.report import Report, SourceStatus, Status, View
from auditor.model.viewer import Viewer
from auditor.model.visibility import Visibility

LARGEST = 64_000_000
"""Bytes of a result that is read: as much as of any other document (some 80 000 facts)."""
_PLACE = re.compile(r" - at (?:`key` in )?`(\$[\w.\[\]]*)`$")
"""Where msgspec found a fault: keys of ours alone; the rest of what it says may quote the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mandate:
    subject: str
    purpose: Purpose
    language: str
    signed_on: datetime.date
    expires_on: datetime.date
    aliases: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    fictional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    id: str
    status: Status
    records: int
    seen_by: Visibility
    path: str | None = None
    url: str | None = None
    network: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    identities: tuple[Identity, ...]
    findings: tuple[Finding, ...]
    dials: Mapping[str, Dial]
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Result:
    auditor: str
    made_at: datetime.datetime
    language: str
    mandate: _Mandate
    sources: tuple[_Source, ...]
    records: tuple[Record, ...]
    facts: tuple[Fact, ...]
    views: Mapping[Viewer, _View]
    without_protected: bool = False


def reread(data: bytes, *, file: str) -> Report:
    """The report that a JSON result tells of: sources, records, facts; per viewer identities, findings, dials.

    Raises:
        ResultError: it is too large, no JSON, no result of an audit, or one with every name masked.
    """
    if len(data) > LARGEST:
        raise ResultError("%(file)s is larger than 64 MB; that is no result", file=file)
    try:
        found = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=_Result)
    except (msgspec.DecodeError, RecursionError, ValueError) as fault:
        raise _refused(fault, file) from None
    # An id of a record begins with its source's and a #, unless every id was masked.
    if found.records and not any("#" in each.id for each in found.records):
        raise ResultError(
            "%(file)s was made with --redact all, which masks what comparing needs; "
            "make it with --redact others",
            file=file,
        )
    return _report(found)


def content(path: Path) -> bytes:
    """The bytes of a result's file, and one more where it is too large.

    Raises:
        ResultError: it is missing, no file, or closed to us.
    """
    try:
        if path.exists() and not path.is_file():
            raise ResultError("%(file)s is not a file", file=path.name)
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as fault:
        raise ResultError(
            "%(file)s cannot be read (%(type)s); check the path and its permissions",
            file=path.name,
            type=type(fault).__name__,
        ) from None


def _refused(fault: Exception, file: str) -> ResultError:
    if not isinstance(fault, msgspec.ValidationError):
        return ResultError(
            "%(file)s is not JSON, or it is cut (%(type)s); make it with `auditor audit --format json`",
            file=file,
            type=type(fault).__name__,
        )
    place = _PLACE.search(str(fault))
    return ResultError(
        "%(file)s is no result that this version reads (at %(place)s); "
        "make it with `auditor audit --format json`",
        file=file,
        place=place[1] if place else "$",
    )


def _report(found: _Result) -> Report:
    return Report(
        version=found.auditor,
        made_at=found.made_at,
        language=found.language,
        mandate=_mandate(found.mandate),
        sources=tuple(map(_source, found.sources)),
        failures=(),
        records=found.records,
        facts=found.facts,
        views={viewer: _view(viewer, each) for viewer, each in found.views.items()},
        without_protected=found.without_protected,
    )


def _mandate(found: _Mandate) -> Mandate:
    return Mandate(
        subject=Subject(name=found.subject, aliases=found.aliases),
        purpose=found.purpose,
        language=found.language,
        signed_on=found.signed_on,
        expires_on=found.expires_on,
        fictional=found.fictional,
        accounts=tuple(Account(id=each) for each in found.accounts),
    )


def _source(found: _Source) -> SourceStatus:
    return SourceStatus(
        id=found.id,
        place=found.path or found.url or "",
        network=found.network,
        status=found.status,
        records=found.records,
        seen_by=found.seen_by,
    )


def _view(viewer: Viewer, found: _View) -> View:
    return View(
        viewer=viewer,
        facts=(),
        made=found.facts,
        identities=found.identities,
        links=(),
        absences=(),
        namesakes=(),
        impersonations=(),
        portrait=None,
        remedies=(),
        findings=found.findings,
        dials=found.dials,
    )
