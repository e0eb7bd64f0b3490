"""A site that can be asked for an account by its handle, and how it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from auditor.model.text import Text

ACCOUNT = "{account}"
"""Where the handle stands in addresses, bodies and texts."""
OK = frozenset(range(200, 300))
GONE = frozenset((404, 410))
SENT_ON = frozenset(range(300, 400))


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """How a site shows one of the two answers; all that is given must hold, and nothing given never does."""

    statuses: frozenset[int] = frozenset()
    texts: tuple[str, ...] = ()
    """One of them stands in the body."""
    whole: bool = False
    """One of them is the body, but for blanks around it."""
    target: str | None = None
    """Where the site sends its reader."""

    @property
    def is_told(self) -> bool:
        """Does the site show this answer in words, and not by a number that others use too?"""
        return bool(self.texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site, what to ask it and how it answers, as some list has it."""

    name: str
    url: str
    """The page that a person opens, with ``{account}`` for the handle."""
    probe: str | None = None
    """What is asked, where that is not the page."""
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str | None = None
    present: tuple[Side, ...] = ()
    """One of them shows an account."""
    absent: tuple[Side, ...] = ()
    """One of them shows that there is none."""
    follows: bool = False
    """Its answer is looked for where it sends its reader, within the site."""
    pattern: str | None = None
    """A regular expression that its handles match."""
    without: str = ""
    """Signs that it leaves out of handles."""
    marks: Mapping[str, str] = field(default_factory=dict)
    """Texts of its pages that tell that it answers nothing now."""
    barred: Text | None = None
    """Why no program may or can check it; then a person opens the page."""
