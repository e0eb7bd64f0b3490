"""What is asked for: which person, in which language, in the manner of which years, how hard."""

import random
from dataclasses import dataclass
from datetime import date

from auditor.errors import OutputError

LANGUAGES = ("fr", "en", "fr-CA")
STYLES = ("2008", "today")
HARDEST = 4
LARGEST = 2**32 - 1
"""The largest seed: a number that is read aloud and typed again without a mistake."""
_SHOWN = 20
_NOW = {"2008": date(2008, 12, 1), "today": date(2025, 12, 2)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """The arguments that a made person follows from, all of it and nothing else."""

    seed: int
    language: str = "fr"
    style: str = "2008"
    hardness: int = 1

    @property
    def now(self) -> date:
        """The day on which the pages were saved: fixed, so that a person never changes."""
        return _NOW[self.style]

    def chance(self, what: str) -> random.Random:
        """A stream of its own for each part, so that a change to one leaves the others alone.

        Hardness is no part of it: the same seed is the same person, told less.
        """
        return random.Random(f"{self.seed}/{self.language}/{self.style}/{what}")  # noqa: S311 (no secret)


def order(seed: int, language: str, style: str, hardness: int) -> Order:
    """The order, its parameters checked.

    Raises:
        OutputError: no person can be made of these.
    """
    if not 0 <= seed <= LARGEST:
        raise OutputError("the seed is a whole number from 0 to %(most)s", most=LARGEST)
    if language not in LANGUAGES:
        raise OutputError(
            "people can be made in fr, en or fr-CA, not in “%(given)s”", given=_short(language)
        )
    if style not in STYLES:
        raise OutputError("the style is 2008 or today, not “%(given)s”", given=_short(style))
    if not 0 <= hardness <= HARDEST:
        raise OutputError("the hardness is a whole number from 0 to %(most)s", most=HARDEST)
    return Order(seed=seed, language=language, style=style, hardness=hardness)


def _short(given: str) -> str:
    """What was typed, as far as a line has room for it."""
    return repr(given[:_SHOWN])[1:-1]
