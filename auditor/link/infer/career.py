"""Two accounts of one person that tell different years at the same employer."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from auditor.link.infer.made import made
from auditor.model.fact import Fact
from auditor.model.names import fold

Stint = tuple[int, int | None]
"""The first year and the last; None where it goes on or is not told."""

_YEARS = re.compile(
    r"(?:since|depuis)\s+(?P<since>(?:19|20)\d\d)|(?P<low>(?:19|20)\d\d)\s*(?:[-–—/]|to\b|until\b|à\b)\s*(?P<high>(?:19|20)\d\d)?",
    re.IGNORECASE,
)


def infer(facts: Sequence[Fact], confidence: float) -> Iterator[Fact]:
    """One conflict for each employer about which two sources disagree."""
    for told in _by_employer(facts).values():
        pair = next(_conflicts(told), None)
        if pair is not None:
            said = sorted(f"{each.quote} ({each.source})" for each in pair)
            yield made(pair, "career_conflict", " ↔ ".join(said), confidence)


def _conflicts(told: Mapping[str, Mapping[Stint, Fact]]) -> Iterator[tuple[Fact, Fact]]:
    """Two sources none of whose stints agree: whoever left and came back may tell both."""
    for left, right in combinations(sorted(told), 2):
        pairs = [(one, other) for one in told[left] for other in told[right]]
        if pairs and not any(_agree(*each) for each in pairs):
            yield told[left][pairs[0][0]], told[right][pairs[0][1]]


def _agree(left: Stint, right: Stint) -> bool:
    ends = {left[1], right[1]} - {None}
    return left[0] == right[0] and len(ends) < 2  # noqa: PLR2004


def _by_employer(facts: Sequence[Fact]) -> dict[str, dict[str, dict[Stint, Fact]]]:
    """Employer → source → stint → the fact that tells it."""
    found: dict[str, dict[str, dict[Stint, Fact]]] = {}
    claims = [fact for fact in facts if fact.kind == "career_claim"]
    for fact in sorted(facts, key=lambda each: each.id):
        stint = _stint(fact, claims) if fact.kind == "employer" else None
        if stint is not None:
            of = found.setdefault(fold(fact.value), {})
            of.setdefault(fact.source, {}).setdefault(stint, fact)
    return found


def _stint(fact: Fact, claims: Sequence[Fact]) -> Stint | None:
    """The years that a field states, or the claim that names the employer."""
    if fact.period is not None:
        low, high = fact.period.low.year, fact.period.high
        return low, None if high == datetime.date.max else high.year
    for claim in claims:
        if claim.passage == fact.passage and claim.source == fact.source:
            years = _YEARS.search(claim.quote) if fold(fact.value) in fold(claim.quote) else None
            if years:
                first, last = years["since"] or years["low"], years["high"]
                return int(first), int(last) if last else None
    return None
