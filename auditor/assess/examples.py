"""The examples a rule carries, as facts: they test it where it stands."""

from collections.abc import Iterable, Iterator, Mapping

from auditor.assess.match import match
from auditor.model.fact import Fact
from auditor.model.rule import Example, Kind, Rule
from auditor.model.text import Text, say


def facts(example: Iterable[Example]) -> tuple[Fact, ...]:
    """The facts of one example: certain, asserted, about the person."""
    return tuple(
        Fact(
            id=f"example{number}",
            record="example#owner",
            kind=each.kind,
            value=each.value,
            quote=each.value,
            source="example",
            passage="field",
            visibility=each.visibility,
            visibility_from=None,
            recognizer="example",
            confidence=1.0,
        )
        for number, each in enumerate(example, start=1)
    )


def broken(rule: Rule, kinds: Mapping[str, Kind], floor: float) -> Iterator[Text]:
    """Every example the rule does not keep."""
    for name, wanted in (("fires", True), ("silent", False)):
        for number, example in enumerate(getattr(rule.examples, name), start=1):
            found = match(
                rule,
                facts(example),
                identity="example",
                declared=frozenset(),
                kinds=kinds,
                floor=floor,
            )
            if (found is not None) is not wanted:
                yield say(
                    "%(rule)s: example %(number)s of %(name)s does not hold",
                    rule=rule.id,
                    number=number,
                    name=name,
                )
