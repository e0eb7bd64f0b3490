"""What became of each thing between two audits of one person."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from auditor.model.fact import Fact
from auditor.model.record import Record
from auditor.model.report import SourceStatus

T = TypeVar("T")


class Became(StrEnum):
    """How a thing of one audit stands to the other audit."""

    SAME = "same"
    VISIBILITY = "visibility"
    """In both, for others to see."""
    APPEARED = "appeared"
    DISAPPEARED = "disappeared"
    UNCOMPARED = "uncompared"
    """In one alone, and the other could not read, or not wholly read, the source it stands in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Generic[T]):
    """A thing before and after; one side is None where only one audit has it."""

    became: Became
    before: T | None
    after: T | None
    with_source: bool = False
    """It came or went because the mandate names its source anew, or no more."""

    @property
    def either(self) -> T:
        """The thing as it is now, else as it was."""
        found = self.before if self.after is None else self.after
        assert found is not None  # noqa: S101 - a change is of something
        return found


def mirrored(change: Change[T]) -> Change[T]:
    """The same change, the two audits having changed places."""
    turned = {Became.APPEARED: Became.DISAPPEARED, Became.DISAPPEARED: Became.APPEARED}
    return Change(
        became=turned.get(change.became, change.became),
        before=change.after,
        after=change.before,
        with_source=change.with_source,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Everything that two audits collected: each source, record and fact of both in one change."""

    sources: tuple[Change[SourceStatus], ...]
    records: tuple[Change[Record], ...]
    facts: tuple[Change[Fact], ...]

    def are(self, became: Became) -> "Changes":
        """Those alone that became so."""
        return Changes(
            sources=tuple(each for each in self.sources if each.became is became),
            records=tuple(each for each in self.records if each.became is became),
            facts=tuple(each for each in self.facts if each.became is became),
        )
