"""assess/examples.py"""

from auditor.assess.examples import broken
from auditor.model.rule import Example, Examples, Need
from auditor.model.visibility import Visibility

NEED = Need(kind="employer", visible_to=Visibility.MEMBERS)
SEEN = Example(kind="employer")
HIDDEN = Example(kind="employer", visibility=Visibility.CONTACTS)


def test_examples_that_hold_say_nothing(rule, vocabulary):
    made = rule(NEED, examples=Examples(fires=((SEEN,),), silent=((HIDDEN,), ())))
    assert list(broken(made, vocabulary, 0.3)) == []


def test_each_example_that_does_not_hold_is_named(rule, vocabulary):
    made = rule(NEED, examples=Examples(fires=((SEEN,), (HIDDEN,)), silent=((SEEN,),)))
    assert list(map(str, broken(made, vocabulary, 0.3))) == [
        "fraud.made: example 2 of fires does not hold",
        "fraud.made: example 1 of silent does not hold",
    ]
