"""One side of a comparison: a record, or all records already judged to be one person."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from auditor.model.fact import About, Fact, Polarity
from auditor.model.record import Record, Role

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A passage in which a person is shown: with whom, where, when."""

    passage: str
    companions: Mapping[str, str]
    """Given name, folded, of the others named there and of the owner who shows them → the fact that
    names them."""
    places: frozenset[str]
    month: str | None
    """``2008-06``; None when the passage is not dated."""


@dataclass(frozen=True, kw_only=True)
class Side:
    """Records taken together, with their facts."""

    records: tuple[Record, ...]
    facts: tuple[Fact, ...]
    scenes: tuple[Scene, ...] = ()
    around: tuple[Fact, ...] = ()
    """Names that the posts of an account hold beside its owner's: of people, and of what may be a place."""

    @cached_property
    def asserted(self) -> Sequence[Fact]:
        """The facts that are claimed, whoever they are about; what is denied is no evidence."""
        return [
            fact
            for fact in self.facts
            if fact.polarity is Polarity.ASSERTED and fact.confidence > 0
        ]

    @cached_property
    def by_kind(self) -> Mapping[str, Sequence[Fact]]:
        """The asserted facts of each kind about the person; another's are no evidence."""
        kinds: dict[str, list[Fact]] = {}
        for fact in self.asserted:
            if fact.about is About.SUBJECT:
                kinds.setdefault(fact.kind, []).append(fact)
        return kinds

    @cached_property
    def cache(self) -> dict[object, object]:
        """What readers have worked out for this side (`once`)."""
        return {}

    @cached_property
    def _asked(self) -> dict[tuple[str, ...], Sequence[Fact]]:
        return {}

    def of(self, *kinds: str) -> Sequence[Fact]:
        """The facts of these kinds, the surest first."""
        known = self._asked.get(kinds)
        if known is None:
            found = [fact for kind in kinds for fact in self.by_kind.get(kind, ())]
            known = self._asked[kinds] = sorted(found, key=lambda fact: -fact.confidence)
        return known

    @property
    def owners(self) -> Iterable[Record]:
        """The records that hold an account."""
        return (record for record in self.records if record.role is Role.OWNER)

    def with_(self, other: "Side") -> "Side":
        """Both sides as one."""
        return Side(
            records=self.records + other.records,
            facts=self.facts + other.facts,
            scenes=self.scenes + other.scenes,
            around=self.around + other.around,
        )


def once(read: Callable[Concatenate[Side, P], T]) -> Callable[Concatenate[Side, P], T]:
    """A reader that works out its answer once for each side: neither sides nor weights and tables change."""

    @wraps(read)
    def known(side: Side, /, *args: P.args, **named: P.kwargs) -> T:
        if read not in side.cache:
            side.cache[read] = read(side, *args, **named)
        return cast("T", side.cache[read])

    return known
