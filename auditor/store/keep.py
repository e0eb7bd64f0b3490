"""The two ways to keep what an audit derives: not at all, or in a vault. The rooms cannot tell which."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from auditor.model.extraction import Extraction
from auditor.model.failure import Failure
from auditor.model.link import HumanJudgement
from auditor.model.profile import Item, Page, Profile
from auditor.model.report import View
from auditor.model.viewer import Viewer
from auditor.store.judgements import decided, written
from auditor.store.rows import gathered

Read = Callable[[], Iterable[Item]]
Stamp = Callable[[], str]
"""Makes a stamp: a digest of all that a part follows from, asked for only where something is kept."""


@dataclass(slots=True, kw_only=True)
class Reused:
    """What an audit did not have to make again."""

    sources: int = 0
    extraction: bool = False
    views: int = 0
    dropped: int = 0
    """Sources that the mandate names no more: what they showed is forgotten."""


class Keep(Protocol):
    """Where the stages of an audit leave what they made, under a stamp of all it follows from.

    Each stage hands in how to make its part; it is made only where the same stamp is not kept.
    """

    @property
    def reused(self) -> Reused:
        """What was found here rather than made."""

    def judgements(self) -> tuple[HumanJudgement, ...]:
        """What people decided about pairs of records."""

    def retain(self, sources: Sequence[str]) -> None:
        """Forget what any other source showed: the mandate names it no more."""

    def imported(self, source: str, stamp: Stamp, read: Read) -> None:
        """Take in what a source shows."""

    def shown(
        self, sources: Sequence[str], *, posts: bool = True
    ) -> list[Profile | Page | Failure]:
        """What the sources show, in their order; without `posts`, profiles come bare."""

    def extraction(self, stamp: Stamp, make: Callable[[], Extraction]) -> Extraction:
        """The facts and records."""

    def view(self, viewer: Viewer, stamp: Stamp, make: Callable[[], View]) -> View:
        """What one viewer could put together."""

    def finished(
        self, made_at: datetime, counts: Mapping[str, int], result: Callable[[], bytes]
    ) -> None:
        """The audit is done: what it counted, and its result, kept where something was made anew."""

    def earlier(self, counts: Mapping[str, int], day: date | None = None) -> bytes | None:
        """The last result kept that day or before; with no day, the last one that is not this audit's.

        Where nothing was made anew, the last one kept tells what this audit tells: it is passed over.
        """


@dataclass(slots=True, kw_only=True)
class Memory:
    """Nothing outlives the audit."""

    case: Path
    reused: Reused = field(default_factory=Reused)
    _shown: dict[str, list[Profile | Page | Failure]] = field(default_factory=dict)

    def judgements(self) -> tuple[HumanJudgement, ...]:
        """Those of `judgements.yml`."""
        return decided(written(self.case))

    def retain(self, sources: Sequence[str]) -> None:
        """Nothing is here yet."""

    def imported(self, source: str, stamp: Stamp, read: Read) -> None:  # noqa: ARG002
        """Hold what the source shows."""
        self._shown[source] = list(gathered(read()))

    def shown(
        self,
        sources: Sequence[str],
        *,
        posts: bool = True,  # noqa: ARG002
    ) -> list[Profile | Page | Failure]:
        """What was read of the sources."""
        return [item for source in sources for item in self._shown[source]]

    def extraction(self, stamp: Stamp, make: Callable[[], Extraction]) -> Extraction:  # noqa: ARG002
        """Made anew."""
        return make()

    def view(self, viewer: Viewer, stamp: Stamp, make: Callable[[], View]) -> View:  # noqa: ARG002
        """Made anew."""
        return make()

    def finished(
        self, made_at: datetime, counts: Mapping[str, int], result: Callable[[], bytes]
    ) -> None:
        """Nothing is kept."""

    def earlier(self, counts: Mapping[str, int], day: date | None = None) -> None:
        """Nothing was kept."""
