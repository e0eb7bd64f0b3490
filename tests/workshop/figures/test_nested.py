"""Which rules come with which, by what they ask for."""

import pytest

from auditor.model.rule import Need
from auditor.model.visibility import Visibility
from auditor.workshop.figures.nested import nested
from tests.workshop.figures.made import book, rule

V = Visibility


def test_a_rule_that_asks_more_comes_with_the_one_that_asks_less():
    found = nested(book().rules.values())
    assert rule("F-03").id in found[rule("F-04").id]
    assert rule("F-04").id not in found.get(rule("F-03").id, ())


@pytest.mark.parametrize("code", sorted(each.code for each in book().rules.values()))
def test_where_the_narrow_one_fires_the_wide_one_does(code):
    """Tried on the examples that rules carry: whatever they fire on."""
    from auditor.assess.match import satisfied, sheaf
    from tests.workshop.figures.made import _fact

    narrow = rule(code)
    for wide in nested(book().rules.values()).get(narrow.id, ()):
        for example in narrow.examples.fires:
            facts = [
                _fact(str(at), each.kind, f"{each.value} {at}") for at, each in enumerate(example)
            ]
            assert satisfied(book().rules[wide].needs, sheaf(facts))


def need(kind=None, floor=None, **more):
    return Need(kind=kind, visible_to=floor, **more)


@pytest.mark.parametrize(
    ("narrow", "wide", "comes"),
    [
        (need(all=(need("a"), need("b"))), need("a"), True),
        (need("a"), need(any=(need("a"), need("b"))), True),
        (need(any=(need("a"), need("b"))), need("a"), False),
        (need("a", V.INDEXED), need("a", V.MEMBERS), True),
        (need("a", V.MEMBERS), need("a", V.INDEXED), False),
        (need("a", V.MEMBERS), need("a"), True),
        (need("a"), need("a", V.MEMBERS), False),
        (need("a", count=3), need("a", count=2), True),
        (need("a", count=2), need("a", count=3), False),
        (need("a"), need(all=(need("a"), need(none=(need("b"),)))), False),
    ],
)
def test_conditions_within_conditions(narrow, wide, comes):
    from dataclasses import replace

    one, other = (
        replace(rule("F-02"), id=name, needs=needs)
        for name, needs in (("narrow", narrow), ("wide", wide))
    )
    assert ("wide" in nested([one, other]).get("narrow", ())) is comes
