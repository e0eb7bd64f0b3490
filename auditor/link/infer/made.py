"""How a fact is made of others."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditor.link.weights import Tables, Weights
from auditor.model.fact import Fact, Period, Voice
from auditor.model.visibility import Visibility


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What inferring leans on beside the facts."""

    sure: float
    """How sure an inference can be at most."""
    weights: Weights
    tables: Tables

    def factor(self, step: str) -> float:
        """How far a step is trusted where all it rests on is true (`rules/linking.yml`)."""
        return self.weights.inference[step].value


def made(
    sources: Sequence[Fact],
    kind: str,
    value: str,
    confidence: float,
    period: Period | None = None,
    *,
    factor: float = 1.0,
    quote: str | None = None,
) -> Fact:
    """A fact that rests on others: as visible as the least visible of them, no surer than the least sure."""
    ids = tuple(sorted(fact.id for fact in sources))
    key = hashlib.blake2b("\x1f".join((kind, value, *ids)).encode(), digest_size=5).hexdigest()
    first = sources[0]
    return Fact(
        id=f"made-{key}",
        record=first.record,
        kind=kind,
        value=value,
        quote=" + ".join(fact.quote for fact in sources) if quote is None else quote,
        source=first.source,
        passage="inferred",
        visibility=least([fact.visibility for fact in sources]),
        visibility_from=first.visibility_from,
        recognizer="inferred",
        confidence=round(factor * min(confidence, *(fact.confidence for fact in sources)), 4),
        said_by=Voice.OTHER,
        period=period,
        inferred_from=ids,
    )


def years(span: Period) -> str:
    """The years of a span of days: one, or the first and the last."""
    return "–".join(map(str, sorted({span.low.year, span.high.year})))


def common(periods: Sequence[Period]) -> Period | None:
    """The days in all of them; None where there are none."""
    found: Period | None = periods[0]
    for each in periods[1:]:
        found = found.within(each) if found else None
    return found


def least(levels: Iterable[Visibility]) -> Visibility:
    """The least public of several visibilities; unknown is the least of all."""
    return min(levels, key=lambda each: -1 if each.level is None else each.level)
