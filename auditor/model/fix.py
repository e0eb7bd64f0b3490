"""What would help most: something to take back, and what is gone with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.model.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """One thing to take back, wherever it stands, and what that is worth once those before it are done."""

    facts: tuple[str, ...]
    """Ids of the facts to take back."""
    effort: str
    """easy, medium or hard: of the hardest of them."""
    closes: tuple[str, ...]
    """Rules that no stranger's view fires any more, the gravest first: as far as joins stand, for nothing is
    joined again. Pages that are untied from one start may hang together still, and with another account."""
    weakens: tuple[str, ...]
    """Rules that fire in fewer views, or on weaker evidence."""
    viewer: Viewer
    """For whom it changes most."""
    dials: Mapping[str, tuple[int, int]]
    """The dials of that viewer's that fall: before and after."""
