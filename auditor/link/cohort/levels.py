"""What a comparison is for an engine: a list of conditions, the first that holds is the level."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from auditor.link.cohort.dialect import Dialect

Condition = Callable[[Dialect], str]
RADIX = 16
"""Levels a comparison may have, the missing one among them: a pattern is a number with a digit for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One level as SQL over ``column_l`` and ``column_r``."""

    name: str
    when: Condition | str
    """A condition; the last step needs none."""
    shares: tuple[str, ...] = ()
    """Columns whose ``_bits`` (−log2 of the value's frequency) stand for u here."""
    rarest: bool = False
    """Does the rarer of both sides' values count? The commoner does otherwise."""
    counted: bool = False
    """Is its u counted in another comparison, of which it is the other half?"""

    def sql(self, dialect: Dialect) -> str:
        """The condition in the words of an engine."""
        return self.when if isinstance(self.when, str) else self.when(dialect)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One comparison, its steps strongest first; a pair of which a side says nothing has no level."""

    name: str
    columns: tuple[str, ...]
    """The columns it reads; it is made only where rows fill all of them, and says nothing where the first is empty."""
    steps: tuple[Step, ...]
    tells: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Step → the comparison and level of `rules/linking.yml` it is reported as; none where it has none."""

    @property
    def missing(self) -> str:
        """When it says nothing, as SQL."""
        return f"{self.columns[0]}_l IS NULL OR {self.columns[0]}_r IS NULL"

    def digit(self, step: str) -> int:
        """The digit of a step in a pattern: 0 is missing, the last step 1, the first the largest."""
        names = [each.name for each in self.steps]
        return len(names) - names.index(step)

    def step(self, digit: int) -> Step | None:
        """The step of a digit; None where nothing was said."""
        return self.steps[-digit] if digit else None


def decoded(pattern: int, model: Sequence[Compared]) -> tuple[Step | None, ...]:
    """The steps that a pattern stands for, in the order of the model."""
    found = []
    for each in model:
        pattern, digit = divmod(pattern, RADIX)
        found.append(each.step(digit))
    return tuple(found)


def same(column: str) -> str:
    """Both sides say the same."""
    return f"{column}_l = {column}_r"


def alike(column: str, least: float) -> Condition:
    """The two values are at least so similar (Jaro–Winkler)."""
    return lambda dialect: f"{dialect.alike(f'{column}_l', f'{column}_r')} >= {least}"


def share(column: str) -> Condition:
    """The two lists have a value in common."""
    return lambda dialect: dialect.share(f"{column}_l", f"{column}_r")


def initial(column: str) -> str:
    """One of the sides gives a single letter."""
    return f"(length({column}_l) = 1 OR length({column}_r) = 1)"


def begins(column: str) -> str:
    """One of the sides gives a single letter, with which the other's value begins."""
    return f"{initial(column)} AND left({column}_l, 1) = left({column}_r, 1)"
