"""Every rule over every identity, the gravest finding first."""

from collections.abc import Iterable, Mapping, Sequence

from auditor.assess.match import counts, fired, sheaf
from auditor.model.fact import Fact
from auditor.model.finding import Finding
from auditor.model.mandate import Declared
from auditor.model.rule import Kind, Rule


def findings(
    rules: Iterable[Rule],
    facts_by_identity: Mapping[str, Sequence[Fact]],
    *,
    declared: frozenset[str],
    kinds: Mapping[str, Kind],
    floor: float,
) -> tuple[Finding, ...]:
    """What the rules find, by falling severity and then by code."""
    asked = tuple(rules)
    found: list[Finding] = []
    for identity, facts in facts_by_identity.items():
        counted = sheaf((fact for fact in facts if counts(fact, kinds, floor)), declared)
        answers = (fired(rule, counted, identity) for rule in asked)
        found.extend(finding for finding in answers if finding is not None)
    return tuple(sorted(found, key=lambda each: (-each.severity, each.code, each.identity)))


def declared_kinds(declared: Declared) -> frozenset[str]:
    """The kinds of fact the subject states in the mandate: they count for every viewer."""
    stated = {
        "sms_2fa": declared.sms_2fa,
        "breached_email": bool(declared.breached_email),
        "recovery_hint": bool(declared.recovery_hint),
    }
    return frozenset(kind for kind, given in stated.items() if given)
