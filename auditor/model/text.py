"""A sentence that is still to be said in the reader's language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """An English message id with named places, and what stands in them.

    Babel collects the ids (keyword ``say``); `report.words` translates and fills them in.
    """

    id: str
    details: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        """The English sentence."""
        return self.id % dict(self.details) if self.details else self.id


def say(message: str, /, **details: object) -> Text:
    """A sentence to be said later: ``say("no row of %(file)s can be read", file=name)``."""
    return Text(message, tuple((key, str(value)) for key, value in details.items()))
