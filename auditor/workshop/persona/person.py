"""One made person, and the forms in which pages write a name."""

from dataclasses import dataclass
from datetime import date

from auditor.model.names import fold, slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who does not exist."""

    id: str
    """What the story calls them: ``subject``, ``friend1``, ``namesake`` …"""
    first: str
    last: str
    female: bool
    born: date
    town: str = ""
    job: str = ""
    employer: str = ""

    @property
    def name(self) -> str:
        """*Loïc Tréhardel*."""
        return f"{self.first} {self.last}"

    @property
    def short(self) -> str:
        """*Loïc T.*."""
        return f"{self.first} {self.last[0]}."

    @property
    def initialled(self) -> str:
        """*L. Tréhardel*."""
        return f"{self.first[0]}. {self.last}"

    @property
    def listed(self) -> str:
        """*TRÉHARDEL Loïc*, as results lists write it."""
        return f"{self.last.upper()} {self.first}"

    def age(self, on: date) -> int:
        """Whole years on a day."""
        return on.year - self.born.year - ((on.month, on.day) < (self.born.month, self.born.day))


@dataclass(frozen=True, slots=True, kw_only=True)
class Handles:
    """What a person is called where names are not asked for."""

    main: str
    variant: str
    """The main one, changed as one does where it was taken."""
    alias: str
    """One that says nothing of the name."""


def letters(text: str) -> str:
    """Only the signs that a handle may have."""
    return "".join(char for char in fold(text) if char.isalnum())


def host(name: str) -> str:
    """A host of an invented firm: *Atelier des Trois-Ormes* → ``atelier-des-trois-ormes.example``."""
    return f"{slug(name)}.example"
