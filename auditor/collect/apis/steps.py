"""What an answer says of the next question: whose number to ask for, which items, how long to wait."""

import re
from dataclasses import dataclass
from typing import Any

from auditor.collect import jsontext
from auditor.collect.apis.told import node, nodes

MOST_IDS = 1_000
_SIZE = re.compile(r"[?&](?:per_page|limit)=(\d{1,4})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """What is needed to go on; nothing that a person wrote."""

    id: str | None = None
    each: tuple[str, ...] = ()
    backoff: float = 0.0
    """Seconds to wait before anything else is asked (Stack Exchange)."""
    spent: bool = False
    """Is no question left for today?"""
    more: bool = False
    """Does the network hold more posts than it told?"""

    def __or__(self, later: "Steps") -> "Steps":
        """The state after a later answer."""
        return Steps(
            id=self.id or later.id,
            each=self.each or later.each,
            backoff=later.backoff,
            spent=self.spent or later.spent,
            more=self.more or later.more,
        )


def of(answer: bytes, address: str = "") -> Steps:
    """The steps that an answer opens; the address says how long a full page is.

    Raises:
        UnreadableError: it is no sound JSON.
    """
    document = jsontext.parse(answer)
    found = node(document) or next(iter(nodes(document)), {})
    return Steps(
        id=_number(found.get("id")),
        each=_numbers(found.get("submitted")),
        backoff=_seconds(found.get("backoff")),
        spent=found.get("quota_remaining") == 0,
        more=_has_more(document, address),
    )


def _has_more(document: Any, address: str) -> bool:
    """Does it say so itself (Stack Exchange, Bluesky), or is the page full?"""
    found = node(document)
    if found.get("has_more") is True or (found.get("cursor") and found.get("feed")):
        return True
    size = _SIZE.search(address)
    return isinstance(document, list) and size is not None and len(document) >= int(size[1])


def _number(value: Any) -> str | None:
    said = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    return said if said.isascii() and said.isdigit() else None


def _numbers(value: Any) -> tuple[str, ...]:
    listed = value[:MOST_IDS] if isinstance(value, list) else []
    return tuple(said for each in listed if (said := _number(each)))


def _seconds(value: Any) -> float:
    known = isinstance(value, int | float) and not isinstance(value, bool)
    return max(0.0, float(value)) if known else 0.0
