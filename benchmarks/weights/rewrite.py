"""Write measured m and u into `rules/linking.yml`, in the place of judgement, line by line."""

import math
import re
from collections.abc import Mapping
from pathlib import Path

from auditor.link.weights import Weight
from benchmarks.weights.measure import Rates

Measured = Mapping[str, Mapping[str, Rates]]
"""Comparison → level → rates."""

FEWEST_TRUE, FEWEST_CHANCE = 40, 20
"""Pairs that must have been seen at a level for its rate to be believed: within a quarter or so."""
KEPT = {
    "account": "says what it is",
    "declared": "where links lead is chosen in the generator",
    "contact": "numbers and boxes are few there, and shared as it is chosen",
    "identity": "u is the frequency of the name or handle; a contradiction of names is judged by what a wrong join costs",
    "taste": "friends there share no tastes",
    "language": "spoken of only where it is rare, so strangers who are both spoken of agree",
}
"""Comparisons that the generator cannot measure, and why."""
REPLACED = re.compile(r"judgement|generator v")


def measured(weight: Weight, comparison: str, rates: Rates) -> dict[str, float] | None:
    """The m and u that take the place of a weight's; None where data cannot say better.

    Where judgement and generator differ in sign they do not speak of the same thing: judgement stays.
    """
    believed = rates.seen_true >= FEWEST_TRUE and rates.seen_chance >= FEWEST_CHANCE
    if comparison in KEPT or weight.identifier or weight.conflict or not believed:
        return None
    if weight.u == "table":
        return {"m": _round(min(rates.fair, 1.0))}
    if (math.log2(rates.true / rates.chance) > 0) is not (judged(weight) > 0):
        return None
    return {"m": _round(rates.true), "u": _round(rates.chance)}


def judged(weight: Weight) -> float:
    """The bits of a weight whose u is a number."""
    if weight.bits is not None:
        return weight.bits
    return math.log2((weight.m or 1.0) / float(weight.u or 1.0))


def rewritten(
    text: str, found: Measured, weights: Mapping[str, Mapping[str, Weight]], source: str
) -> str:
    """The text of the file with the levels that were measured; everything else as it is."""
    lines, comparison, inside = [], "", False
    for line in text.splitlines():
        inside = line == "comparisons:" or (inside and line.startswith(" "))
        head = re.match(r"  (\w+):$", line)
        level = re.match(r"    (\w+): \{", line)
        if inside and head:
            comparison = head[1]
        elif inside and level and level[1] in found.get(comparison, {}):
            rates = found[comparison][level[1]]
            lines.append(_line(line, weights[comparison][level[1]], comparison, rates, source))
            continue
        lines.append(line)
    return "\n".join(lines) + "\n"


def _line(line: str, weight: Weight, comparison: str, rates: Rates, source: str) -> str:
    values = measured(weight, comparison, rates)
    if values is None or not REPLACED.search(weight.source):
        return line
    told = "; ".join(filter(None, (_kept(weight.source), source)))
    body = re.sub(r'source: (?:"(?:[^"\\]|\\.)*"|[^,}]+)', f'source: "{told}"', line)
    body = re.sub(r"\bbits: [-\d.e]+", "m: 0, u: 0", body)
    for name, value in values.items():
        body = re.sub(rf"\b{name}: [-\d.e]+", f"{name}: {value:.4g}", body)
    return body


def _kept(source: str) -> str:
    """What the source says beside that it is judgement, or measured before."""
    parts = [part.strip() for part in re.split(r"[;:] ?(?=judgement|generator v)", source)]
    return "; ".join(part for part in parts if part and not REPLACED.match(part))


def _round(value: float) -> float:
    return float(f"{value:.2g}")


def save(path: Path, text: str) -> None:
    """Write the file at once: others read it."""
    fresh = path.with_suffix(".new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)
