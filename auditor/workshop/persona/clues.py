"""What a page shows of somebody, and the page as a source of the case."""

from dataclasses import dataclass, field

from auditor.model.visibility import Visibility


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One thing that a page tells of a person, in the words of the page."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A person as one source shows them: what the link room will read as a record."""

    name: str
    """``owner``, or the name as written."""
    who: str
    """Whose it is: an id of the cast."""
    clues: tuple[Clue, ...]
    sight: Visibility | None = None
    """Where the record is seen less than its page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The network on whose site a page stands."""

    id: str
    host: str
    name: str
    path: str
    """The address of a profile, with ``{handle}``."""
    kind: str = "personal"
    indexed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source of the case, its bytes, and the truth of it."""

    id: str
    files: tuple[tuple[str, str], ...]
    """Path in the case → text."""
    path: str
    """What the mandate lists: a file, or the folder of an export."""
    shows: str | None = "page"
    card: Card | None = None
    owner: str | None = None
    """As the mandate says it: an account, or ``other``."""
    whose: str = "none"
    """The truth of it: ``subject``, ``other`` or ``none``."""
    seen_by: Visibility
    seen_by_fields: tuple[tuple[str, str], ...] = ()
    shown: tuple[Shown, ...] = ()
    absent: int = 0
    """Rows of a list that was searched in vain."""
    facts: tuple[tuple[str, str], ...] = field(default=())
    """Facts of the subject beyond the clues: kind, value."""


def tell(**clues: str | None) -> tuple[Clue, ...]:
    """The clues that are told, in the order written."""
    return tuple(Clue(kind=kind, value=value) for kind, value in clues.items() if value)
