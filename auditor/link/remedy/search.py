"""The smallest set of edits that breaks a join, by an implicit hitting set.

Choose, apply, judge again: as long as the join stands, the reason why (a core: edits of which one must be
made) is one more constraint, and a set that meets them all is sought again. Sets are chosen greedily until
one breaks the join, then by the integer program: when that finds nothing cheaper, the set is the smallest,
since every constraint is one that any remedy must meet.
"""

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass, field

from auditor.link.apart import Pair
from auditor.link.remedy.choices import Choice
from auditor.link.remedy.cores import Core, Editable, core_of, facts
from auditor.link.remedy.hit import TIE, cheapest, cost, greedy
from auditor.link.remedy.pairs import Chain, likeliest, stands
from auditor.link.remedy.wholes import Tie, groups, holds

ROUNDS = 60
"""Sets tried at most; beyond, the best one found is told and not called the smallest."""

Rejudge = Callable[[frozenset[str]], Tie]
"""Facts hidden → what the engine then ties to the start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A set of edits that breaks the join."""

    edits: frozenset[Choice]
    after: Tie
    proved: bool
    """Is it proved that no cheaper set does?"""

    @property
    def cost(self) -> float:
        """All its efforts together."""
        return cost(self.edits)


@dataclass(slots=True, kw_only=True)
class Search:
    """One join that is to be broken; what was learnt of it serves every further question."""

    start: str
    ends: frozenset[str]
    editable: Editable
    rejudge: Rejudge
    cores: dict[Core, None] = field(default_factory=dict)
    wholes: dict[tuple[Pair, ...], None] = field(default_factory=dict)
    """Two groups, each taken as one, that the engine has tied; with the pairs that hold them together."""
    rounds: int = 0
    guessed: bool = False
    """Was a core taken from what the engine names, without a check?"""

    def smallest(self, *, alone: bool) -> Found | None:
        """The cheapest edits after which the join is below *possible*; None where none are enough.

        `alone`: only edits that the subject can make.
        """
        best: Found | None = None
        for _ in range(ROUNDS):
            known = list(self.cores)
            edits = greedy(known, alone=alone) if best is None else cheapest(known, alone=alone)
            if edits is None:
                return None
            if best is not None and cost(edits) > best.cost - TIE:
                return self._told(best.edits, best.after, proved=not self.guessed)
            after = self._learn(edits)
            best = self._told(edits, after, proved=False) if after is not None else best
        return best or self._cut_down(alone=alone)

    def first(self, *, alone: bool) -> Found | None:
        """The first set that is found to break the join, each edit chosen greedily; None where none is enough."""
        for _ in range(ROUNDS):
            edits = greedy(list(self.cores), alone=alone)
            if edits is None:
                return None
            after = self._learn(edits)
            if after is not None:
                return self._told(edits, after, proved=False)
        return self._cut_down(alone=alone)

    def stands(self, gone: Set[str]) -> bool:
        """Does a chain of pages, each pair judged alone, still tie an end to the start?"""
        return likeliest(self.start, self.ends, gone, self.editable.pairs) is not None

    def _told(self, edits: Iterable[Choice], after: Tie, *, proved: bool) -> Found:
        return Found(edits=frozenset(edits), after=after, proved=proved)

    def _learn(self, edits: frozenset[Choice]) -> Tie | None:
        """What is left once the edits break the join; else None, and at least one core more is known."""
        self.rounds += 1
        gone, fresh = facts(edits), False
        while chain := self._chain(gone):
            found = core_of(chain, gone, self.editable)
            self.cores[found] = None
            fresh, more = True, gone | facts(found)
            if more == gone:
                break
            gone = more
        return None if fresh else self._whole(facts(edits))

    def _chain(self, gone: Set[str]) -> Chain | None:
        """What still ties an end to the start: pages one by one, or groups of them that were tied before."""
        found = likeliest(self.start, self.ends, gone, self.editable.pairs)
        tied = (
            [(each, self.editable.pairs.verdict(each, gone)) for each in one] for one in self.wholes
        )
        return found or next((chain for chain in tied if stands(chain, self.editable.pairs)), None)

    def _whole(self, gone: frozenset[str]) -> Tie | None:
        """Pair by pair the join is broken; is it for the engine too, which judges wholes?"""
        after = self.rejudge(gone)
        if not holds(after, self.ends):
            return after
        whole = groups(self.start, self.ends, after, gone, self.editable.pairs)
        self.wholes[whole] = None
        if not self._chain(gone):
            self.guessed = True
            self.cores[self.editable.behind(after.levels, gone)] = None
            del self.wholes[whole]
        return None

    def _cut_down(self, *, alone: bool) -> Found | None:
        """Everything that any core names, less what can be put back: the dearest first."""
        edits = {each for core in self.cores for each in core if each.own or not alone}
        after = self._broken(edits)
        if after is None:
            return None
        for each in sorted(edits, key=lambda one: (-one.cost, one.key)):
            less = self._broken(edits - {each})
            if less is not None:
                after = less
                edits.discard(each)
        return self._told(edits, after, proved=False)

    def _broken(self, edits: Set[Choice]) -> Tie | None:
        gone = facts(edits)
        if self.stands(gone):
            return None
        after = self.rejudge(gone)
        return None if holds(after, self.ends) else after
