"""The tables of `docs/weights.md`: every level, its number, what was measured, its source."""

import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from auditor.link.weights import Weight
from benchmarks.weights.measure import Rates

BEGIN, END = "<!-- {name}: made by {by} -->", "<!-- end of {name} -->"

Found = Mapping[str, Mapping[str, Rates]]
"""Comparison → level → rates."""


def table(
    weights: Mapping[str, Mapping[str, Weight]], found: Found, sets: Mapping[str, Found]
) -> str:
    """One line a level: weight, true rate and chance rate of the generator, true rates of named data."""
    head = ("level", "weight", "generator: one person", "generator: two", "bits", *sets, "source")
    lines = [head, ("---",) * len(head)]
    for comparison, levels in weights.items():
        for level, weight in levels.items():
            rates = found.get(comparison, {}).get(level)
            named = (each.get(comparison, {}).get(level) for each in sets.values())
            lines.append(
                (
                    f"{comparison} {level}",
                    _weight(weight),
                    *_rates(rates),
                    *(f"{each.true:.3f}" if each else "" for each in named),
                    weight.source.replace("|", "/"),
                )
            )
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _weight(weight: Weight) -> str:
    if weight.bits is not None:
        return f"{weight.bits:g} bits"
    if weight.u == "table":
        return f"m {weight.m:g}, u by value"
    return f"m {weight.m:g}, u {float(weight.u or 0):.2g}"


def _rates(rates: Rates | None) -> Iterator[str]:
    """Rates with how many pairs they rest on."""
    if rates is None:
        yield from ("", "", "")
        return
    yield f"{rates.true:.3g} ({rates.seen_true})" if rates.seen_true else "0"
    yield f"{rates.chance:.2g} ({rates.seen_chance})" if rates.seen_chance else "0"
    both = rates.true and rates.chance
    yield f"{math.log2(rates.true / rates.chance):.1f}" if both else ""


def put(page: Path, name: str, by: str, body: str) -> None:
    """Replace the part of a page that a script makes; it is put at the end where there is none."""
    text = page.read_text(encoding="utf-8")
    begin, end = BEGIN.format(name=name, by=by), END.format(name=name)
    part = f"{begin}\n{body}\n{end}"
    if begin in text:
        text = re.sub(
            f"{re.escape(begin)}.*?{re.escape(end)}", lambda _: part, text, flags=re.DOTALL
        )
    else:
        text = f"{text.rstrip()}\n\n{part}\n"
    page.write_text(text, encoding="utf-8")
