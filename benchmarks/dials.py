"""The dials: how far their order hangs on weights set by hand, and the samples side by side.

    python -m benchmarks.dials

Stability: 60 made profiles, each a random set of facts that rules ask for, are ordered by the mean of
their dials; then every weight of a severity is changed by up to a quarter, 200 times, and the orders are
compared (Kendall's tau: 1 is the same order). It says how steady the dials are, not how true.
"""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean, median

import numpy as np

from auditor import kits
from auditor.assess.dials import NAMES, dials
from auditor.assess.findings import findings
from auditor.assess.kinds import kinds
from auditor.assess.load import load
from auditor.assess.scale import Number, Scale, scale
from auditor.model.fact import Fact
from auditor.model.finding import Finding
from auditor.model.rule import Rule
from auditor.model.viewer import Viewer
from auditor.model.visibility import Visibility
from auditor.pipeline import audit
from auditor.resources.folders import folder

SAMPLES = ("marc-l", "ines", "rachel", "maika")
PROFILES, DRAWS, CHANGE = 60, 200, 0.25
VIEWERS = (Viewer.SEARCH, Viewer.RECRUITER, Viewer.FRIEND_OF_FRIEND)


def profiles(rng: np.random.Generator, rules: Sequence[Rule]) -> list[list[Fact]]:
    """Sets of facts of the kinds that rules ask for, each seen by somebody."""
    asked = sorted({each.kind for rule in rules for one in rule.examples.fires for each in one})
    return [
        [_fact(at, str(rng.choice(asked)), rng) for at in range(int(rng.integers(5, 40)))]
        for _ in range(PROFILES)
    ]


def _fact(at: int, kind: str, rng: np.random.Generator) -> Fact:
    level = rng.choice([each.value for each in Visibility if each is not Visibility.UNKNOWN])
    return Fact(
        id=f"f{at}",
        record="made#owner",
        kind=kind,
        value=str(rng.integers(4)),
        quote="x",
        source="made",
        passage="field",
        visibility=Visibility(str(level)),
        visibility_from=None,
        recognizer="made",
        confidence=float(rng.uniform(0.4, 1.0)),
    )


def means(
    made: Sequence[tuple[Sequence[Finding], Mapping[str, Fact]]],
    rules: Mapping[str, Rule],
    asked: Scale,
) -> list[float]:
    """The mean of the five dials of each profile."""
    return [
        mean(each.value for each in dials(found, facts, rules, scale=asked).values())
        for found, facts in made
    ]


def shaken(asked: Scale, rng: np.random.Generator) -> Scale:
    """The same with each weight changed by up to a quarter."""
    weights = {
        key: Number(value=each.value * rng.uniform(1 - CHANGE, 1 + CHANGE), source="shaken")
        for key, each in asked.weights.items()
    }
    return replace(asked, weights=weights)


def stability(seed: int) -> tuple[float, float]:
    """Kendall's tau of the order with the weights as they are and with them shaken: median and worst."""
    from scipy.stats import kendalltau

    rng, rules = np.random.default_rng(seed), load(folder("rules"))
    known, shipped = kinds(folder("rules")), scale(folder("rules"))
    made = []
    for facts in profiles(rng, rules):
        found = findings(
            rules, {"i": facts}, declared=frozenset(), kinds=known, floor=shipped.floor.value
        )
        made.append((found, {each.id: each for each in facts}))
    by_id = {rule.id: rule for rule in rules}
    before = means(made, by_id, shipped)
    taus = [
        float(kendalltau(before, means(made, by_id, shaken(shipped, rng))).statistic)
        for _ in range(DRAWS)
    ]
    return median(taus), min(taus)


def side_by_side(name: str) -> list[str]:
    """A sample's dials for each viewer, with how many rules fire, and the three that move each dial most."""
    case = Path(folder("samples")) / name
    now = datetime.now(UTC)
    mandate, kit = kits.for_case(case, now.date())
    report = audit(mandate, kit, case=case, now=now)
    lines = []
    for viewer in VIEWERS:
        view = report.views[viewer]
        told = " ".join(f"{view.dials[each].value:4} {view.dials[each].grade}" for each in NAMES)
        lines.append(f"{name:8} {viewer.value:17} {told}   {len(view.findings):3} findings")
    widest = report.views[Viewer.FRIEND_OF_FRIEND].findings
    for dial in NAMES:
        moved = [each for each in widest if report.rules[each.rule].dial == dial][:3]
        lines.append(f"{'':8} {dial:17} {', '.join(each.code for each in moved) or '–'}")
    return lines


def main() -> None:
    """Print both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=11)
    middle, worst = stability(parser.parse_args().seed)
    print(
        f"order of {PROFILES} profiles, weights ±{CHANGE:.0%}, {DRAWS} draws: tau median {middle:.3f}, worst {worst:.3f}\n"
    )
    print(f"{'':8} {'seen by':17} " + " ".join(f"{each[:6]:>6}" for each in NAMES))
    for name in SAMPLES:
        print("\n".join(side_by_side(name)))


if __name__ == "__main__":
    main()
