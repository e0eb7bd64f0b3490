"""The forms in which a side shows its name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.link.compare.parse import Parts, married, parts
from auditor.link.side import Side, once
from auditor.link.weights import Tables
from auditor.model.fact import Fact

NAMING = ("full_name", "alias", "first_name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A name as shown, folded, cut into given name and surname (either may be an initial or empty)."""

    given: str
    surname: str
    fact: Fact
    parts: Parts
    """The same with every spelling."""

    @property
    def whole(self) -> bool:
        """Are both parts written out?"""
        return len(self.given) > 1 and len(self.surname) > 1


@once
def forms(side: Side, tables: Tables) -> Sequence[Form]:
    """The most complete forms of a side: one that another makes whole is left out."""
    kept: dict[tuple[str, str], Form] = {}
    for each in _all(side, tables):
        kept.setdefault((each.given, each.surname), each)
    whole = [
        one
        for one in kept.values()
        if one.given
        and not any(completes(other, one) for other in kept.values() if other is not one)
    ]
    return tuple(whole)


def _all(side: Side, tables: Tables) -> Iterator[Form]:
    """Every name shown, and with each surname borne before marriage."""
    shown = [form for fact in side.of(*NAMING) for form in _forms(fact, parts(fact.value, tables))]
    yield from shown
    for fact in side.of("maiden_name"):
        for born in parts(fact.value, tables):
            if born.given and born.surname:
                yield from _forms(fact, [born])
            else:
                found = [married(form.parts, fact.value, tables) for form in shown]
                yield from _forms(fact, found)


def _forms(fact: Fact, found: Iterator[Parts] | Sequence[Parts]) -> Iterator[Form]:
    for each in found:
        yield Form(given=each.given, surname=each.surname, fact=fact, parts=each)


def cut(name: str, tables: Tables) -> tuple[str, str]:
    """Given name and surname, folded: ``DESROSIERS Maïka`` → ``maika``, ``desrosiers``."""
    first = next(parts(name, tables))
    return first.given, first.surname


def completes(whole: Form, part: Form) -> bool:
    """Does `whole` say all that `part` says, and more?"""
    return (
        _begins(whole.given, part.given)
        and _begins(whole.surname, part.surname)
        and len(whole.given) + len(whole.surname) > len(part.given) + len(part.surname)
    )


def _begins(whole: str, part: str) -> bool:
    if len(part) == 1 or part.endswith("*"):
        return whole.startswith(part.rstrip("*"))
    return part in {"", whole}
