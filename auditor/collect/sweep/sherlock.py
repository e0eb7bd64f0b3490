"""Lists in Sherlock's form (`data.json`, MIT): they say how absence looks, and nothing of presence.

So a page that is simply there counts only once a name that nobody has was answered otherwise.
"""

import json
from collections.abc import Mapping
from typing import Any

from auditor.collect.sweep.entry import each_site, numbers, strings, text, words
from auditor.collect.sweep.site import ACCOUNT, GONE, OK, SENT_ON, Side, Site

_PLACE = "{}"
LICENCE = "MIT"
AUTHORS = "Sherlock Project"
_BY_URL = "response_url"


def is_one(data: Any) -> bool:
    """Is the content such a list?"""
    if not isinstance(data, dict):
        return False
    entries = [each for each in data.values() if isinstance(each, dict)]
    return bool(entries) and any("errorType" in each and "url" in each for each in entries)


def read(data: Mapping[str, Any]) -> tuple[list[Site | None], str, str]:
    """The sites; licence and authors are those of Sherlock's own list, which states none inside."""
    entries = ((name, each) for name, each in data.items() if isinstance(each, dict))
    return each_site(entries, _site), LICENCE, AUTHORS


def _site(name: str, entry: Mapping[str, Any]) -> Site:
    kinds = words(entry["errorType"])
    payload = entry.get("request_payload")
    method = str(entry.get("request_method") or "GET").upper()
    return Site(
        name=name,
        url=_filled(entry["url"]),
        probe=_filled(text(entry, "urlProbe") or entry["url"]),
        method="GET" if method == "HEAD" else method,  # a challenge cannot be seen without a body
        headers=strings(entry.get("headers")),
        body=_filled(json.dumps(payload)) if payload else None,
        present=(Side(statuses=OK),),
        absent=tuple(_absent(each, entry) for each in kinds),
        follows=_BY_URL not in kinds,
        pattern=text(entry, "regexCheck"),
    )


def _absent(kind: str, entry: Mapping[str, Any]) -> Side:
    if kind == "status_code":
        return Side(statuses=numbers(entry.get("errorCode")) or GONE)
    if kind == "message":
        return Side(texts=words(entry["errorMsg"]))
    if kind == _BY_URL:
        target = text(entry, "errorUrl")
        return Side(statuses=SENT_ON, target=_filled(target)) if target else Side()
    raise ValueError


def _filled(template: str) -> str:
    return template.replace(_PLACE, ACCOUNT)
