"""Made persons through the whole audit: are records joined as a careful reader would, and decoys left alone?

    python -m benchmarks.personas 200            # over all languages, styles and levels of hardness
    python -m benchmarks.personas 60 --views     # every viewer's view, as `auditor audit` makes them
    python -m benchmarks.personas 30 --misses    # and every wrong pair, with the command that makes its case

Pairs are counted as `tests/samples/test_truth.py` counts them, in the view of a friend of a friend: among the records that the truth
speaks of, those found in one identity against those that the truth's `same` joins close over. `decoys` counts pairs of
`must_not_join` that stand in one identity, `opened` the *unresolved* joins that the engine makes all the same, `held` the
missed pairs that it shows as *unsure*: put before a human, not joined.
"""

import argparse
import tempfile
import time
import traceback
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from itertools import combinations, product
from pathlib import Path
from typing import Any

import yaml

from auditor import kits, pipeline
from auditor.model.link import Judgement
from auditor.model.names import slug
from auditor.model.viewer import Viewer
from auditor.workshop.persona import LANGUAGES, STYLES, Order, invent

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
HARDNESS = range(5)
_kits: dict[str, pipeline.Kit] = {}
"""Tools and tables by language: read once a process."""
Pair = frozenset[str]


@dataclass(kw_only=True)
class Count:
    """What came of one person, or of many."""

    persons: int = 0
    crashed: int = 0
    failures: int = 0
    right: int = 0
    found: int = 0
    wanted: int = 0
    decoys: int = 0
    apart: int = 0
    opened: int = 0
    held: int = 0
    unresolved: int = 0
    facts: int = 0
    told: int = 0
    seconds: float = 0.0
    notes: list[str] = field(default_factory=list)

    def add(self, other: "Count") -> None:
        """Sum."""
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)


def orders(number: int) -> list[Order]:
    """So many orders, turning through every language, style and hardness."""
    kinds = list(product(HARDNESS, STYLES, LANGUAGES))
    made = [(at, *kinds[at % len(kinds)]) for at in range(number)]
    return [
        Order(seed=seed, language=lang, style=style, hardness=hard)
        for seed, hard, style, lang in made
    ]


def measure(order: Order, viewers: Sequence[Viewer] = (Viewer.FRIEND_OF_FRIEND,)) -> Count:
    """One person: made, audited for these viewers, held against the truth."""
    started = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder)
        for path, data in invent(order).items():
            (case / path).parent.mkdir(parents=True, exist_ok=True)
            (case / path).write_bytes(data)
        try:
            mandate, kit = kits.for_case(case, NOW.date())
            once = _kits.setdefault(mandate.language, kit)
            kit = replace(kit, tools=once.tools, link=once.link)
            report = pipeline.audit(mandate, kit, case=case, now=NOW, viewers=viewers)
        except Exception:
            return Count(
                persons=1, crashed=1, notes=[f"{_command(order)}\n{traceback.format_exc()}"]
            )
        truth = yaml.safe_load((case / "truth.yml").read_text(encoding="utf-8"))
    count = held(report, truth, _command(order))
    count.seconds = time.process_time() - started
    return count


def held(report: Any, truth: dict[str, Any], command: str) -> Count:
    """The answer for a friend of a friend against the truth."""
    view = report.views[Viewer.FRIEND_OF_FRIEND]
    groups = [set(one.records) for one in view.identities]
    wanted = set(_pairs(closure(truth)))
    told = {
        record(join[side]) for join in truth["joins"] for side in ("left", "right") if side in join
    }
    decoys = {record(each["record"]) for each in truth["decoys"]}
    found = {pair for pair in _pairs(groups) if pair <= told and not pair <= decoys}
    false = [
        each
        for each in truth["must_not_join"]
        if _together(groups, record(each["left"]), record(each["right"]))
    ]
    open_ = [each for each in truth["joins"] if each["kind"] == "unresolved"]
    opened = [
        each for each in open_ if _together(groups, record(each["left"]), record(each["right"]))
    ]
    unsure = {
        frozenset((each.left, each.right))
        for each in view.links
        if each.judgement is Judgement.UNSURE
    }
    known = {(each.source, each.kind) for each in report.facts} | {
        (each.source, each.kind) for each in view.made
    }
    return Count(
        persons=1,
        failures=len(report.failures),
        right=len(found & wanted),
        found=len(found),
        wanted=len(wanted),
        decoys=len(false),
        apart=len(truth["must_not_join"]),
        opened=len(opened),
        held=len((wanted - found) & unsure),
        unresolved=len(open_),
        facts=sum((each["source"], each["kind"]) in known for each in truth["facts"]),
        told=len(truth["facts"]),
        notes=list(_notes(command, report, found, wanted, false)),
    )


def _notes(
    command: str, report: Any, found: set[Pair], wanted: set[Pair], false: list[dict[str, str]]
) -> Iterator[str]:
    there = {each.id for each in report.records}
    for pair in sorted(map(sorted, wanted - found)):
        missing = [each for each in pair if each not in there]
        yield f"missed {' + '.join(pair)} | {command}" + (
            f" | no record {', '.join(missing)}" if missing else ""
        )
    for pair in sorted(map(sorted, found - wanted)):
        yield f"false  {' + '.join(pair)} | {command}"
    for each in false:
        yield f"DECOY  {each['left']} + {each['right']} | {command}"
    for each in report.failures:
        yield f"failed {each.source} {each.stage} {each.reason} | {command}"


def closure(truth: dict[str, Any]) -> list[set[str]]:
    """The groups that the *same* joins make."""
    groups: list[set[str]] = []
    for join in truth["joins"]:
        if join["kind"] == "same":
            pair = {record(join["left"]), record(join["right"])}
            touched = [each for each in groups if each & pair]
            groups = [each for each in groups if not each & pair] + [pair.union(*touched)]
    return groups


def record(name: str) -> str:
    """The id of a record that the truth names as the page writes it."""
    source, _, written = name.partition("#")
    return f"{source}#{written if written == 'owner' else slug(written)}"


def _pairs(groups: Iterable[set[str]]) -> Iterator[Pair]:
    return (frozenset(pair) for group in groups for pair in combinations(sorted(group), 2))


def _together(groups: Iterable[set[str]], left: str, right: str) -> bool:
    return any(_in(group, left) and _in(group, right) for group in groups)


def _in(group: set[str], name: str) -> bool:
    """Rows of a list carry their number: ``p5#loic-trehardel-3``."""
    return any(
        each == name or (each.startswith(f"{name}-") and each[len(name) + 1 :].isdigit())
        for each in group
    )


def _command(order: Order) -> str:
    return f"--seed {order.seed} --lang {order.language} --style {order.style} --hardness {order.hardness}"


def line(name: str, one: Count) -> str:
    """A row of the table."""
    precision = one.right / one.found if one.found else 1.0
    recall = one.right / one.wanted if one.wanted else 1.0
    facts = one.facts / one.told if one.told else 1.0
    each = one.seconds / max(1, one.persons - one.crashed)
    return (
        f"{name:12} {one.persons:4} {one.crashed:5} {one.failures:6} {one.wanted:6} {precision:9.3f} {recall:6.3f} "
        f"{one.decoys:4}/{one.apart:<6} {one.opened:4}/{one.unresolved:<4} {one.held:5} {facts:6.3f} {each:7.2f}"
    )


HEAD = "group        made crash failed  pairs precision recall decoys/apart opened/of   held  facts  cpu s"


def main() -> None:
    """Make, audit, count, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--views", action="store_true", help="make every viewer's view, not one")
    asked = parser.parse_args()
    viewers = tuple(Viewer) if asked.views else (Viewer.FRIEND_OF_FRIEND,)
    sums: dict[str, Count] = defaultdict(Count)
    wanted = orders(asked.number)
    with ProcessPoolExecutor(asked.processes) as pool:
        for order, count in zip(
            wanted, pool.map(partial(measure, viewers=viewers), wanted), strict=True
        ):
            for name in (f"hardness {order.hardness}", order.language, order.style, "all"):
                sums[name].add(count)
    print(HEAD)
    for name in sorted(sums, key=lambda each: (each == "all", each)):
        print(line(name, sums[name]))
    shown = (
        sums["all"].notes
        if asked.misses
        else [each for each in sums["all"].notes if "Traceback" in each]
    )
    print(*shown, sep="\n")


if __name__ == "__main__":
    main()
