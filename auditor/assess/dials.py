"""Five read-outs from 0 to 100: employer, fraud, safety, people around, linkability.

A dial is 100·(1 - Π(1 - w·c)) over the findings of its rules: w is the weight of the severity, c
the confidence of the finding. More evidence never lowers c, so it never lowers a dial. A rule that
fires on two identities of the subject is one risk: the surer of the two counts.
"""

import math
from collections.abc import Iterable, Mapping

from auditor.assess.match import evidence
from auditor.assess.scale import Scale
from auditor.model.fact import Fact
from auditor.model.finding import Dial, Finding
from auditor.model.rule import Rule

NAMES = ("employer", "fraud", "safety", "people", "linkability")


def dials(
    findings: Iterable[Finding],
    facts: Mapping[str, Fact],
    rules: Mapping[str, Rule],
    *,
    scale: Scale,
    declared: frozenset[str] = frozenset(),
) -> Mapping[str, Dial]:
    """The five dials, from the findings of one view and, by id, the facts and rules these name."""
    left: dict[str, dict[str, float]] = {name: {} for name in NAMES}
    for finding in findings:
        rule = rules[finding.rule]
        named = [facts[each] for each in finding.facts]
        held = evidence(rule.needs, named, declared)
        sure = held.confidence if held else 0.0
        rest = 1 - scale.weights[finding.severity].value * sure
        left[rule.dial][rule.id] = min(rest, left[rule.dial].get(rule.id, 1.0))
    return {name: _dial(math.prod(rests.values()), scale) for name, rests in left.items()}


def _dial(rest: float, scale: Scale) -> Dial:
    # Rounded twice: the noise of a product's last digits must not tip a half.
    value = round(round(100 * (1 - rest), 6))
    return Dial(value=value, grade=scale.grade(value))
