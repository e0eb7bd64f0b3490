"""Values of another shape than a type has."""

import pytest
from hypothesis import given
from msgspec import Struct

from auditor.collect.exports.loose import fitted
from tests.collect.exports.shapes_of import shaped


class Inner(Struct):
    name: str | None = None


class Outer(Struct):
    number: int | None = None
    inner: Inner | None = None
    many: list[Inner | str] = []
    named: dict[str, Inner] = {}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"number": 1, "inner": {"name": "a"}}, Outer(number=1, inner=Inner(name="a"))),
        ({"number": "17"}, Outer(number=17)),
        ({"number": "a", "inner": {"name": "b"}}, Outer(inner=Inner(name="b"))),
        ({"number": None, "many": None}, Outer()),
        ({"inner": {"name": 4, "other": []}}, Outer(inner=Inner())),
        ({"many": [{"name": "a"}, 3, "b", {"name": 4}]}, Outer(many=[Inner("a"), "b", Inner()])),
        ({"many": {"name": "a"}, "inner": []}, Outer()),
        ({"named": {"a": {"name": "b"}, "c": 4}}, Outer(named={"a": Inner("b")})),
        ([{"number": 1}], Outer()),
        (None, Outer()),
    ],
)
def test_what_fits_is_taken(value, expected):
    assert fitted(value, Outer) == expected


def test_what_is_of_the_type_is_handed_back():
    found = Outer(number=1)
    assert fitted(found, Outer) is found


@given(shaped("number", "inner", "many", "named", "name"))
def test_no_shape_breaks_it(value):
    assert isinstance(fitted(value, Outer), Outer)
