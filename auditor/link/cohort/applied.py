"""The house's own weights over a cohort: what each pattern weighs, by the engine for one person."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log2
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.link.cohort import bits, blocking, prepared, readied
from auditor.link.cohort.house import HOUSE, RARITIES
from auditor.link.cohort.levels import Compared, decoded
from auditor.link.compare.identity import COMPARISON, WHOLE
from auditor.link.compare.relations import LEVELS, SILENT
from auditor.link.judge import total
from auditor.link.weights import Tables, Weights

if TYPE_CHECKING:
    import duckdb

_FORMULA = """base + least(place + placed * (place <> 0)::INT, 60) + CASE
WHEN handled = 0 THEN least(name + named * rare, name_cap)
WHEN own THEN least(least(name + named * rare, name_cap) + least(alone + handled, alone_cap), both_cap)
ELSE CASE WHEN NOT told OR (name + named * rare > 0 AND name + named * rare < least(derived + handled, derived_cap))
     THEN least(derived + handled, derived_cap) ELSE least(name + named * rare, name_cap) END
     + least(beyond_cap, greatest(0, beyond - least(derived + handled, derived_cap)))
END"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What the levels of `rules/linking.yml` weigh in a cohort of so many rows."""

    weights: Weights
    model: Sequence[Compared]
    rows: int
    formula = _FORMULA

    @property
    def curve(self) -> str:
        """SQL: the sum as it comes true among so many people, and the prior."""
        among = self.weights.among(self.rows)
        measured = self.rows <= among.calibration.people
        knots = among.calibration.knots if measured else ()
        return f"{_line(knots)} - {log2(self.rows)}"

    def weigh(self, patterns: Sequence[int]) -> Mapping[str, Sequence[object]]:
        """The parts of the formula for each pattern."""
        found = [self._parts(levels(each, self.model)) for each in patterns]
        return {name: [each[name] for each in found] for name in found[0]} if found else {}

    def _parts(self, reached: Mapping[str, str]) -> Mapping[str, object]:
        """Bits of what no frequency of a value stands for, and how those that one does are put together."""
        name = reached.get(COMPARISON)
        own, handle = "own" in reached, self.weights.comparisons[COMPARISON]
        tabled = name is not None and "table" in {handle[name].u, handle[name].tail}
        place = reached.get("place")
        others = [
            self.weights.level(each, level)
            for each, level in reached.items()
            if each in self.weights.comparisons and each not in {COMPARISON, "place"}
        ]
        far = place is not None and self.weights.comparisons["place"][place].u != "table"
        return {
            "base": total(others, self.weights)
            + (self.weights.bits("place", place) if place is not None and far else 0.0),
            "place": _tabled(self.weights, "place", place) if place and not far else 0.0,
            "told": name is not None,
            "name": _tabled(self.weights, COMPARISON, name) if name else 0.0,
            "rare": int(tabled),
            "name_cap": self.weights.name_cap.value,
            "own": own,
            "alone": log2(handle["handle"].m or 1.0),
            "alone_cap": handle["handle"].cap,
            "both_cap": handle["full_and_handle"].cap if name in WHOLE else 60.0,
            "derived": log2(handle["handle_derived"].m or 1.0),
            "derived_cap": handle["handle_derived"].cap,
            "beyond_cap": self.weights.handle_beyond.value,
        }


def _line(knots: Sequence[tuple[float, float]]) -> str:
    """SQL: the straight lines between the knots, and on beyond them bit for bit."""
    if not knots:
        return "summed"
    cases = [f"WHEN summed < {knots[0][0]} THEN {knots[0][1]} + summed - {knots[0][0]}"]
    for (left, low), (right, high) in pairwise(knots):
        slope = (high - low) / (right - left)
        cases.append(f"WHEN summed < {right} THEN {low} + {slope} * (summed - {left})")
    return f"CASE {' '.join(cases)} ELSE {knots[-1][1]} + summed - {knots[-1][0]} END"


def _tabled(weights: Weights, comparison: str, level: str) -> float:
    """Bits of a level before the frequency of its value, without its cap."""
    weight = weights.comparisons[comparison][level]
    if weight.bits is not None:
        return weight.bits
    u = weight.scale if weight.u == "table" else float(weight.u or 1.0)
    return log2((weight.m or 1.0) / u)


def levels(pattern: int, model: Sequence[Compared]) -> dict[str, str]:
    """Comparison → level of `rules/linking.yml` that a pattern stands for."""
    steps = {
        each.name: step.name
        for each, step in zip(model, decoded(pattern, model), strict=True)
        if step is not None
    }
    found = dict(_plain(steps, model))
    name = _named(steps)
    if name is not None:
        found[COMPARISON] = name
    if steps.get("handle") == "same":
        found["own"] = "handle"
    return found | dict(_worked(steps))


def _plain(steps: Mapping[str, str], model: Sequence[Compared]) -> Iterator[tuple[str, str]]:
    """Comparisons that are one column each; of two that tell one, the first counts."""
    seen: set[str] = set()
    for each in model:
        told = each.tells.get(steps.get(each.name, ""))
        if told is not None and told[0] not in seen and told[0] != "work":
            seen.add(told[0])
            yield told


def _named(steps: Mapping[str, str]) -> str | None:
    words = {"unlike": "differs"}
    given = words.get(steps.get("given", "missing"), steps.get("given", "missing"))
    surname = words.get(steps.get("surname", "missing"), steps.get("surname", "missing"))
    if given == "crossed":
        return "swapped"
    if (given, surname) in SILENT:
        return None
    level = LEVELS.get((given, surname), "conflict")
    silent = level in {"conflict", "surname_differs", "given_differs"} and "likely" not in steps
    return None if silent else level


def _worked(steps: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    firm, job = steps.get("employer"), steps.get("trades")
    if "same" in {firm, job}:
        both = firm == job
        yield "work", "employer_and_job" if both else "employer" if firm == "same" else "job"
    elif job:
        yield "work", "conflict" if firm else "job_differs"
    elif firm:
        yield "work", "employer_differs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """Weights of the house, frequencies of its tables."""

    weights: Weights
    tables: Tables
    rarities = RARITIES

    def ready(self, con: "duckdb.DuckDBPyConnection", said: frozenset[str], to: Path) -> None:
        """Write the rows of ``rows`` as they are compared."""
        there = prepared.prepare(con, said)
        readied.read(con, said, there, self.weights, self.tables)
        bits.meant(con, self.tables.nicknames)
        blocking.keys(con, there, "people")
        bits.write(con, "people", to)

    def model(self, there: frozenset[str]) -> Sequence[Compared]:
        """The comparisons for which the rows have columns."""
        return [each for each in HOUSE if set(each.columns) <= there]

    def drawn(self, rows: int) -> str | None:
        """Nothing is learned, so nothing is drawn."""
        return None

    def scale(
        self,
        con: "duckdb.DuckDBPyConnection",
        model: Sequence[Compared],
        vectors: str,
        drawn: str,
        rows: int,
    ) -> Weighed:
        """The weights of the house; the prior is that of a cohort of so many rows."""
        return Weighed(weights=self.weights, model=model, rows=rows)

    def apart(self, con: "duckdb.DuckDBPyConnection", pairs: str) -> Sequence[tuple[int, int]]:
        """Pairs that contradict each other in what cannot change, inside what hangs together."""
        described = con.execute("SELECT DISTINCT pattern FROM judged").fetchall()
        there = frozenset(str(each[0]) for each in con.execute("DESCRIBE people").fetchall())
        model = self.model(there)
        barred = [p for (p,) in described if self._conflicts(levels(p, model))]
        if not barred:
            return ()
        found = con.execute(
            f'SELECT "left", "right" FROM {pairs} JOIN parted one ON one.row = "left" '
            'JOIN parted other ON other.row = "right" AND one.part = other.part '
            f"WHERE pattern IN ({', '.join(map(str, barred))})"
        ).fetchall()
        return [(int(left), int(right)) for left, right in found]

    def _conflicts(self, reached: Mapping[str, str]) -> bool:
        return any(
            self.weights.comparisons[each][level].conflict
            for each, level in reached.items()
            if each in self.weights.comparisons
        )

    def told(
        self, patterns: Sequence[int], model: Sequence[Compared]
    ) -> Mapping[int, Sequence[str]]:
        """Pattern → its levels, ``place same_town``."""
        return {
            each: [f"{one} {level}" for one, level in levels(each, model).items() if one != "own"]
            for each in patterns
        }
