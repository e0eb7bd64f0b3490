"""Lists in WhatsMyName's form (`wmn-data.json`, CC BY-SA 4.0): a status and a text for either side."""

from collections.abc import Mapping
from typing import Any

from auditor.collect.sweep.entry import NOT_WORKING, each_site, plain, protected, strings, text
from auditor.collect.sweep.site import Side, Site

_MOST_AUTHORS = 5


def is_one(data: Any) -> bool:
    """Is the content such a list?"""
    return isinstance(data, dict) and isinstance(data.get("sites"), list)


def read(data: Mapping[str, Any]) -> tuple[list[Site | None], str, str]:
    """The sites, the licence and the authors that the list states."""
    entries = (
        (str(each.get("name", "?")), each) for each in data["sites"] if isinstance(each, dict)
    )
    return each_site(entries, _site), _joined(data.get("license")), _joined(data.get("authors"))


def _site(name: str, entry: Mapping[str, Any]) -> Site:
    present = _side(entry["e_code"], entry["e_string"])
    absent = _side(entry["m_code"], entry["m_string"])
    if not absent.texts and absent.statuses == present.statuses:
        absent = Side()  # the same number on both sides and no words: absence is not defined
    body = text(entry, "post_body")
    return Site(
        name=name,
        url=text(entry, "uri_pretty") or entry["uri_check"],
        probe=entry["uri_check"],
        method="POST" if body is not None else "GET",
        headers=strings(entry.get("headers")),
        body=body,
        present=(present,),
        absent=(absent,),
        without=text(entry, "strip_bad_char") or "",
        barred=(
            NOT_WORKING
            if entry.get("valid") is False
            else protected(entry["protection"])
            if entry.get("protection")
            else None
        ),
    )


def _side(status: Any, said: Any) -> Side:
    if not isinstance(status, int) or not isinstance(said, str):
        raise TypeError
    return Side(statuses=frozenset((status,)), texts=(said,) if said else ())


def _joined(value: Any) -> str:
    several = value if isinstance(value, list) else [value] if value else []
    shown = ", ".join(plain(each) for each in several[:_MOST_AUTHORS])
    return f"{shown} +{len(several) - _MOST_AUTHORS}" if len(several) > _MOST_AUTHORS else shown
