"""What is told of pairs: joins made, pairs that might be one, and pairs that something keeps apart."""

from collections.abc import Iterable, Iterator, Mapping

from auditor.link.apart import Pair
from auditor.link.compare.identity import BEARS, COMPARISON
from auditor.link.judge import Verdict
from auditor.link.wholes import RIVAL, Wholes
from auditor.model.link import Band, Judgement, Level, Link
from auditor.model.text import Text


def links(state: Wholes, judged: Mapping[Pair, Judgement]) -> Iterator[Link]:
    """A link for each pair that is joined, judged, possible, or of one name and contradicting."""
    verdicts = state.pairs.verdicts
    for pair in sorted({*verdicts, *state.merges}):
        found = _link_of(state, pair, judged.get(pair))
        if found is not None:
            yield found


def _link_of(state: Wholes, pair: Pair, human: Judgement | None) -> Link | None:
    homes, alone = state.homes(pair), state.pairs.verdicts[pair]
    if pair in state.merges:
        return _link(pair, state.merges[pair], Judgement.SAME, human=human)
    if homes[0] == homes[1]:
        return _within(pair, human, alone)
    if human is not None or alone.band or _contradicts(alone):
        return _kept_apart(state, pair, human, alone)
    return None


def _within(pair: Pair, human: Judgement | None, alone: Verdict) -> Link | None:
    """Two records of one whole that no join goes through."""
    if human is None and alone.judgement is not Judgement.SAME:
        return None
    return _link(pair, alone, human or Judgement.SAME, human=human)


def _kept_apart(state: Wholes, pair: Pair, human: Judgement | None, alone: Verdict) -> Link:
    """A pair in two identities: unsure where the wholes allow it, else different."""
    homes = state.homes(pair)
    whole, why = state.verdict(homes), state.apart(homes)
    told = whole if whole.bits <= alone.bits else alone
    forbidden = why is not None or whole.contradicted or state.against(homes) == float("-inf")
    if human is not None or forbidden or whole.band is None:
        return _link(pair, told, human or Judgement.DIFFERENT, why=why, human=human)
    rivalled = whole.judgement is Judgement.SAME and state.rivalled(homes)
    return _link(pair, told, Judgement.UNSURE, why=RIVAL if rivalled else None)


def _contradicts(verdict: Verdict) -> bool:
    """A namesake: the names agree and something else forbids the join."""
    return _alike(verdict.levels) and any(each.bits < 0 for each in verdict.levels)


def _alike(levels: Iterable[Level]) -> bool:
    return any(each.comparison == COMPARISON and each.level in BEARS for each in levels)


def _link(
    pair: Pair,
    verdict: Verdict,
    judgement: Judgement,
    *,
    why: Text | None = None,
    human: Judgement | None = None,
) -> Link:
    band = verdict.band
    if judgement is Judgement.UNSURE and band is Band.NEAR_CERTAIN:
        band = Band.PROBABLE
    return Link(
        id=f"{pair[0]}~{pair[1]}",
        left=pair[0],
        right=pair[1],
        levels=verdict.levels,
        bits=verdict.bits,
        probability=verdict.probability,
        judgement=judgement,
        band=band,
        why=why or verdict.why,
        human=human is not None,
    )
