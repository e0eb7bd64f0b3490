"""What the plan holds: places, boxes to tick, what each answers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """A risk that a box answers, and where it is told in full."""

    title: str
    severity: int
    word: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One thing to do, to be ticked when it is done."""

    do: str
    against: tuple[Against, ...] = ()
    action: str = ""
    """hide, rename, delete or ask; empty where nothing is taken back."""
    kinds: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    more: int = 0
    setting: str = ""
    """The menu that leads there, where the network's card knows it."""
    whom: str = ""
    """Whom to ask; empty where the subject can do it."""
    effort: str = ""
    unties: tuple[str, ...] = ()
    """Pages that a stranger could then no longer tie to the subject."""
    together: bool = False
    """Does it take other boxes too before they are untied?"""

    @property
    def severity(self) -> int:
        """That of the gravest risk it answers; 0 where it only unties."""
        return max((each.severity for each in self.against), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What to know of an account of one's own: how to keep a copy, how to close it."""

    copy: str = ""
    copy_at: str = ""
    close_at: str = ""
    effort: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place and what is to be done there, the gravest first."""

    name: str
    boxes: tuple[Box, ...]
    account: Account | None = None

    @property
    def severity(self) -> int:
        """That of the gravest risk that is answered there."""
        return max((each.severity for each in self.boxes), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything to be done, the place that mends most first."""

    danger: str
    """What comes before all, where somebody known may be the danger; else empty."""
    places: tuple[Place, ...] = ()
