"""What a site's robots.txt says about a page, for us and for search engines (RFC 9309)."""

from dataclasses import dataclass
from typing import Any, cast

AGENT = "auditor"
"""The name by which robots.txt may speak to us."""
SEARCH_ENGINE = "Googlebot"
"""The engine that most people search with; a page closed to it counts as not indexed."""
_OK, _MISSING, _BUSY, _BROKEN = 200, 400, 429, 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """The rules of one site; no rules at all where the file is missing."""

    rules: Any = None
    closed: bool = False
    """The site could not say: nothing is read now."""

    def allows(self, address: str) -> bool:
        """May we read the page?"""
        return not self.closed and self._can(address, AGENT)

    def lets_index(self, address: str) -> bool:
        """May search engines read the page?"""
        return not self.closed and self._can(address, SEARCH_ENGINE)

    @property
    def delay(self) -> float:
        """Seconds that the site asks for between two requests of ours."""
        found = self.rules.crawl_delay(AGENT) if self.rules is not None else None
        return max(0.0, cast("float", found or 0.0))

    def _can(self, address: str, agent: str) -> bool:
        return self.rules is None or bool(self.rules.can_fetch(address, agent))


CLOSED = Robots(closed=True)
"""Unreachable, or broken: RFC 9309 has it that everything is then disallowed."""


def read(status: int, body: bytes) -> Robots:
    """The rules of an answer: missing allows all, a site in trouble allows nothing for now."""
    if status >= _BROKEN or status == _BUSY:
        return CLOSED
    if status >= _MISSING or status != _OK:
        return Robots()
    from protego import Protego

    # Protego skips the first group of a file that starts with a byte order mark.
    return Robots(rules=Protego.parse(body.decode("utf-8-sig", errors="replace")))
