"""When a rule is broken, in a closed grammar: names, words, numbers, ``and or not in`` and comparisons.

Three-valued (Kleene 1952): what rests on a cell that is empty is neither true nor false, unless the
rest decides it alone. Nothing but this grammar is understood, and nothing is ever run.
"""

import ast
import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from auditor.errors import PackError
from auditor.screening.names import NAMES, Unit

Truth = bool | None
"""None: it cannot be told."""
Test = Callable[[Unit], Truth]
_ORDER: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.In: lambda left, right: left in right,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A condition that can be asked of a row."""

    test: Test
    names: tuple[str, ...]

    def unknown(self, unit: Unit) -> Iterator[str]:
        """The names that cannot be told for the row."""
        return (each for each in self.names if NAMES[each].of(unit) is None)


def parse(text: str) -> Check:
    """The condition that a text writes down.

    Raises:
        PackError: it is no condition of this grammar.
    """
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise _refused() from None
    found = {each.id for each in ast.walk(tree) if isinstance(each, ast.Name)}
    return Check(test=_test(tree), names=tuple(sorted(found & NAMES.keys())))


def _test(node: ast.expr) -> Test:
    match node:
        case ast.BoolOp(op=ast.And()):
            return _all([_test(each) for each in node.values])
        case ast.BoolOp(op=ast.Or()):
            return _any([_test(each) for each in node.values])
        case ast.UnaryOp(op=ast.Not()):
            return _not(_test(node.operand))
        case ast.Compare():
            return _compare(node)
        case ast.Name() if node.id in NAMES:
            return _is_so(NAMES[node.id].of)
    raise _refused()


def _is_so(value: Callable[[Unit], Any]) -> Test:
    def test(unit: Unit) -> Truth:
        found = value(unit)
        return None if found is None else bool(found)

    return test


def _not(part: Test) -> Test:
    def test(unit: Unit) -> Truth:
        found = part(unit)
        return None if found is None else not found

    return test


def _all(parts: list[Test]) -> Test:
    def test(unit: Unit) -> Truth:
        so: Truth = True
        for part in parts:
            found = part(unit)
            if found is False:
                return False
            so = so and found
        return so

    return test


def _any(parts: list[Test]) -> Test:
    return _not(_all([_not(each) for each in parts]))


def _compare(node: ast.Compare) -> Test:
    """A chain of comparisons; each of its ends is a name, a number or words."""
    ends = [node.left, *node.comparators]
    links = [
        _link(_value(left), _ordered(each), _value(right))
        for left, each, right in zip(ends, node.ops, ends[1:], strict=False)
    ]
    return links[0] if len(links) == 1 else _all(links)


def _ordered(sign: ast.cmpop) -> Callable[[Any, Any], bool]:
    if type(sign) not in _ORDER:
        raise _refused()
    return _ORDER[type(sign)]


def _link(
    left: Callable[[Unit], Any],
    holds: Callable[[Any, Any], bool],
    right: Callable[[Unit], Any],
) -> Test:
    def test(unit: Unit) -> Truth:
        one, other = left(unit), right(unit)
        return None if one is None or other is None else holds(one, other)

    return test


def _value(node: ast.expr) -> Callable[[Unit], Any]:
    """What an end of a comparison stands for; a name that is none of ours is a word."""
    match node:
        case ast.Name() if node.id in NAMES:
            return NAMES[node.id].of
        case ast.Name():
            word = node.id
            return lambda _: word
        case ast.Constant(value=int() | float() | str()):
            number = node.value
            return lambda _: number
        case ast.Tuple() if all(isinstance(each, ast.Name) for each in node.elts):
            words = frozenset(each.id for each in node.elts if isinstance(each, ast.Name))
            return lambda _: words
    raise _refused()


def _refused() -> PackError:
    return PackError(
        "a check of a screening rule is not understood; use its names, and, or, not, in and comparisons"
    )
