"""The numbers of the crowd: populations, births by name and decade, how sure each share is (`rules/fit.yml`)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from auditor.link.weights import Named, Tables, Weights
from auditor.model.fact import Period

_YEAR, _DECADE = 365.25, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How many people bear a name, in a country: the shares of given names and of surnames."""

    given: Mapping[str, float] = field(default_factory=dict)
    surnames: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """How many people a firm, a school or a club has, seen from one of them; and the part in one's town."""

    people: float
    local: float
    spread: float
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Everything of `fit.yml`."""

    populations: Mapping[str, Named]
    """ISO code of the country → the people who live there."""
    born: Mapping[int, int]
    """Decade → births in France: what the counts of a given name are shares of."""
    lived: Named
    """Years over which the living were born, about evenly."""
    within: Named
    """How often the range is to hold the truth."""
    groups: Mapping[str, Group]
    """Kind of fact → the people who share it."""
    spreads: Mapping[str, Named]
    """What is counted → how far its share is off, usually: bits, one standard deviation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """The numbers, and the tables they go with."""

    numbers: Numbers
    tables: Tables
    weights: Weights
    home: str | None = None
    """ISO code of the country whose people are counted where no town is told."""
    births: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    """Given name → decade → births in France."""
    abroad: Callable[[], Names] = Names
    """The names of the United States first; read when first asked for."""

    def of_births(self, period: Period | None) -> float:
        """The share of the living who were born on one of the days; of all days, without a period."""
        if period is None:
            return 1.0
        days = (period.high - period.low).days + 1
        return min(1.0, days / (self.numbers.lived.value * _YEAR))

    def given_share(self, name: str, period: Period | None) -> float | None:
        """The share of people born in the period who bear the given name; None where births are not told.

        Of France, from the births of each decade the period touches; INSEE's counts begin in 1930 here.
        """
        counts = self.births.get(name)
        if counts is None:
            return None
        years = {each: _years(each, period) for each in self.numbers.born}
        all_ = sum(years.values())
        if not all_:
            return None
        borne = sum(years[each] * counts.get(each, 0) / born for each, born in self._born())
        return borne / all_ or None

    def _born(self) -> tuple[tuple[int, int], ...]:
        return tuple(self.numbers.born.items())


def _years(decade: int, period: Period | None) -> int:
    """Years of the decade that the period touches; all of them without a period."""
    if period is None:
        return _DECADE
    first, last = max(decade, period.low.year), min(decade + _DECADE - 1, period.high.year)
    return max(0, last - first + 1)
