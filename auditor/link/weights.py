"""The weights of `rules/linking.yml` and the frequency tables they lean on."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from auditor.link.calibration import Calibration
from auditor.link.signs import Signs, Starts
from auditor.model.link import Band, Feature, Level
from auditor.model.names import fold
from auditor.model.place import Place, Region, place_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A number that says where it comes from."""

    value: float
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ages:
    """The ages at which a kind of school is attended."""

    low: int
    high: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """One level: m and u, or bits outright."""

    source: str
    m: float | None = None
    u: float | str | None = None
    """A number, or ``table``: the frequency of the value."""
    tail: str | None = None
    """``table``: u is multiplied by the frequency of the part that agrees."""
    bits: float | None = None
    cap: float | None = None
    scale: float = 1.0
    identifier: bool = False
    conflict: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Everything of `linking.yml`."""

    population: Named
    bands: Mapping[str, Named]
    dependence: Named
    name_cap: Named
    rare_keys: Named
    rare_key_bits: Named
    handle_beyond: Named
    """Bits that a handle made of the name may add to it."""
    school_ages: Mapping[str, Ages]
    comparisons: Mapping[str, Mapping[str, Weight]]
    inference: Mapping[str, Named]
    """How far each step of inference is trusted where all it rests on is true."""
    context: tuple[str, ...]
    """Comparisons that say the same thing twice: the largest counts, the others at `dependence`."""
    costs: Mapping[str, Named]
    """What being wrong costs, counted in missed joins."""
    matters: Mapping[str, tuple[str, ...]]
    """Kinds of facts that make a matter *grave* or one of *justice*."""
    suggestive: tuple[str, ...] = ()
    """Comparisons that may make a pair worth a look and never a join."""
    languages: Mapping[str, Named] = field(default_factory=dict)
    """Language of writing → the share of accounts that use it."""
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Lists of words that tell nobody apart, folded."""
    calibration: Calibration = field(default_factory=Calibration)
    """What a sum of bits is worth (`rules/calibration.yml`)."""

    @property
    def prior(self) -> float:
        """log2 of the odds that two records of the population are one person."""
        return -math.log2(self.population.value)

    def among(self, people: int) -> "Weights":
        """The same weights where so many people are considered: a cohort, a crowd, a town."""
        source = "the people considered"
        return replace(self, population=Named(value=max(1, people), source=source))

    def worth(self, evidence: float) -> float:
        """A sum of bits as it comes true; among more people than were measured, as it is."""
        measured = self.population.value <= self.calibration.people
        return self.calibration.evidence(evidence) if measured else evidence

    def needed(self, matter: str = "ordinary") -> float:
        """The probability from which joining costs less than leaving apart."""
        wrong = self.costs[matter].value
        return wrong / (wrong + self.costs["missed"].value)

    def band(self, probability: float) -> Band | None:
        """How sure, in words; None below *possible*."""
        for name in (Band.NEAR_CERTAIN, Band.PROBABLE, Band.POSSIBLE):
            if probability >= self.bands[name.replace("-", "_")].value:
                return name
        return None

    def bits(self, comparison: str, name: str, share: float = 1.0) -> float:
        """log2(m/u) of a level; `share` is the frequency of the value where u is a table's."""
        weight = self.comparisons[comparison][name]
        if weight.bits is not None:
            bits = weight.bits
        else:
            u = share * weight.scale if weight.u == "table" else float(weight.u or 1.0)
            if weight.tail == "table":
                u *= share
            bits = math.log2((weight.m or 1.0) / max(u, 1e-12))
        return bits if weight.cap is None else min(bits, weight.cap)

    def level(
        self,
        comparison: str,
        name: str,
        *,
        share: float = 1.0,
        left: str | Feature | None = None,
        right: str | Feature | None = None,
    ) -> Level:
        """The level with its bits; `share` is the frequency of the value where u is a table's."""
        weight = self.comparisons[comparison][name]
        return Level(
            comparison=comparison,
            level=name,
            bits=round(self.bits(comparison, name, share), 2),
            left=left,
            right=right,
            identifier=weight.identifier,
            conflict=weight.conflict,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Frequencies (0 to 1) and word lists, by folded word."""

    given: Mapping[str, float]
    surnames: Mapping[str, float]
    given_floor: float
    surname_floor: float
    given_letters: Mapping[str, float]
    """First letter → how many people's given name begins with it."""
    surname_letters: Mapping[str, float]
    nicknames: Mapping[str, frozenset[str]]
    """A given name → the names it may stand for, itself included."""
    places: Mapping[str, Place] = field(default_factory=dict)
    jobs: Mapping[str, str] = field(default_factory=dict)
    instruments: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    """Words that stand in the names of many firms, clubs and schools."""
    ordinary: frozenset[str] = frozenset()
    """Words that are often capitalised and name nothing rare."""
    regions: Mapping[str, Region] = field(default_factory=dict)
    given_starts: Starts = field(default_factory=Starts)
    surname_starts: Starts = field(default_factory=Starts)
    signs: Signs = field(default_factory=Signs)
    """How surprising a handle is."""

    def given_share(self, name: str) -> float:
        """How many people bear the given name; an initial counts all names that begin so."""
        return _share(name, self.given, self.given_letters, self.given_floor)

    def surname_share(self, name: str) -> float:
        """How many people bear the surname; an initial counts all that begin so."""
        return _share(name, self.surnames, self.surname_letters, self.surname_floor)

    def place(self, name: str) -> Place | None:
        """The town of that name."""
        return self.places.get(place_key(name))


def letters(table: Mapping[str, float]) -> dict[str, float]:
    """First letter → how many people bear a name of the table that begins with it."""
    found: dict[str, float] = {}
    for name, share in table.items():
        found[name[:1]] = found.get(name[:1], 0.0) + share
    return found


def _share(
    name: str, table: Mapping[str, float], initials: Mapping[str, float], floor: float
) -> float:
    folded = fold(name).rstrip(".*")
    if len(folded) == 1:
        return initials.get(folded, floor)
    first = folded.split(" ")[0].split("-")[0]
    return max(table.get(folded, table.get(first, floor)), floor)
