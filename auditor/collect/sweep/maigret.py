"""Lists in Maigret's form (`data.json`, MIT): texts of presence and absence, and engines that sites share."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from auditor.collect.sweep.entry import (
    NO_GUEST,
    NOT_WORKING,
    each_site,
    protected,
    strings,
    text,
    words,
)
from auditor.collect.sweep.site import ACCOUNT, GONE, OK, SENT_ON, Side, Site
from auditor.model.text import Text

LICENCE = "MIT"
AUTHORS = "Soxoj (Maigret)"
_PLACE = "{username}"
_HANDLE = "username"
_BY_URL = "response_url"
_KINDS = frozenset(("message", "status_code", _BY_URL))


def is_one(data: Any) -> bool:
    """Is the content such a list?"""
    return isinstance(data, dict) and isinstance(data.get("sites"), dict)


def read(data: Mapping[str, Any]) -> tuple[list[Site | None], str, str]:
    """The sites; those that ask for other things than handles are left out."""
    engines = data.get("engines")
    known = engines if isinstance(engines, dict) else {}

    def site(name: str, entry: Mapping[str, Any]) -> Site | None:
        return _site(name, {**_engine(known, entry), **entry})

    entries = ((name, each) for name, each in data["sites"].items() if isinstance(each, dict))
    return each_site(entries, site), LICENCE, AUTHORS


def _engine(engines: Mapping[str, Any], entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the site has of its engine."""
    found = engines.get(str(entry.get("engine")))
    shared = found.get("site", found) if isinstance(found, dict) else {}
    return shared if isinstance(shared, dict) else {}


def _site(name: str, entry: Mapping[str, Any]) -> Site | None:
    if entry.get("type", _HANDLE) != _HANDLE:
        return None
    kind = entry["checkType"]
    if kind not in _KINDS:
        raise ValueError
    url = _filled(entry["url"], entry)
    payload = entry.get("requestPayload")
    return Site(
        name=name,
        url=url,
        probe=_asked(entry, url),
        method=str(entry.get("requestMethod") or "GET").upper().replace("HEAD", "GET"),
        headers=strings(entry.get("headers")),
        body=json.dumps(payload).replace(_PLACE, ACCOUNT) if payload else None,
        present=(Side(statuses=OK, texts=words(entry.get("presenseStrs"))),),
        absent=tuple(_absent(kind, entry)),
        follows=kind != _BY_URL,
        pattern=text(entry, "regexCheck"),
        marks=strings(entry.get("errors")),
        barred=_barred(entry),
    )


def _absent(kind: str, entry: Mapping[str, Any]) -> list[Side]:
    sides = [Side(statuses=SENT_ON if kind == _BY_URL else GONE)]
    said = words(entry.get("absenceStrs"))
    return [*sides, Side(texts=said)] if said else sides


def _asked(entry: Mapping[str, Any], url: str) -> str:
    probe = text(entry, "urlProbe")
    asked = _filled(probe, entry) if probe else url
    wanted = strings(entry.get("getParams"))
    if not wanted:
        return asked
    return f"{asked}{'&' if '?' in asked else '?'}{urlencode(wanted)}"


def _filled(template: str, entry: Mapping[str, Any]) -> str:
    for key in ("urlMain", "urlSubpath"):
        template = template.replace(f"{{{key}}}", text(entry, key) or "")
    return template.replace(_PLACE, ACCOUNT)


def _barred(entry: Mapping[str, Any]) -> Text | None:
    if entry.get("disabled"):
        return NOT_WORKING
    if entry.get("protection"):
        return protected(words(entry["protection"]))
    return NO_GUEST if entry.get("activation") else None
