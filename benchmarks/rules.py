"""How long many rules take over many facts, beside a loop that reads every fact for every condition.

    python -m benchmarks.rules [--rules 1000] [--facts 20000] [--seed 7]

The rules are the shipped ones, again and again with their levels and counts drawn anew, so that few of
them ask quite the same; the facts are drawn over all kinds of the vocabulary, half of their values in
pairs. Both ways answer the same question in one run and must give the same findings. CPU seconds.
"""

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from auditor.assess.findings import findings
from auditor.assess.kinds import kinds
from auditor.assess.load import load
from auditor.assess.match import counts, evidence
from auditor.assess.scale import scale
from auditor.model.fact import Fact
from auditor.model.rule import Need, Rule
from auditor.model.visibility import Visibility
from auditor.resources.folders import folder

LEVELS = [each for each in Visibility if each is not Visibility.UNKNOWN]


def many(rules: Sequence[Rule], count: int, draw: random.Random) -> Iterator[Rule]:
    """As many rules as asked: the shipped ones as they are, then with other levels and counts."""
    for number in range(count):
        rule = rules[number % len(rules)]
        needs = rule.needs if number < len(rules) else _drawn(rule.needs, draw)
        yield replace(rule, id=f"{rule.id}-{number}", needs=needs)


def _drawn(need: Need, draw: random.Random) -> Need:
    if need.kind is not None:
        return replace(need, visible_to=draw.choice(LEVELS), count=draw.choice((1, 1, 1, 2, 3, 5)))
    inner = {name: tuple(_drawn(each, draw) for each in getattr(need, name)) for name in _INNER}
    return replace(need, **inner)


_INNER = ("all", "any", "none")


def facts(vocabulary: Sequence[str], count: int, draw: random.Random) -> Iterator[Fact]:
    """Facts of one identity, over all kinds alike."""
    for number in range(count):
        value = f"v{draw.randrange(count // 2)}"
        yield Fact(
            id=f"f{number}",
            record="p#owner",
            kind=draw.choice(vocabulary),
            value=value,
            quote=value,
            source="p",
            passage="field",
            visibility=draw.choice(list(Visibility)),
            visibility_from=None,
            recognizer="field",
            confidence=draw.choice((0.5, 0.7, 0.85, 0.95)),
        )


def naive(rule: Rule, all_: Sequence[Fact]) -> bool:
    """Does the rule fire, every condition read over all the facts?"""
    return _holds(rule.needs, all_)


def _holds(need: Need, all_: Sequence[Fact]) -> bool:
    if need.kind is not None:
        fit = [each for each in all_ if each.kind == need.kind]
        return evidence(need, fit, frozenset()) is not None
    if need.none:
        return not any(_holds(each, all_) for each in need.none)
    inner = [_holds(each, all_) for each in need.all or need.any]
    return all(inner) if need.all else any(inner)


def main() -> None:
    """Print both times and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rules", type=int, default=1000)
    parser.add_argument("--facts", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    draw = random.Random(asked.seed)
    vocabulary, floor = kinds(folder("rules")), scale(folder("rules")).floor.value
    rules = list(many(load(folder("rules")), asked.rules, draw))
    seen = list(facts(list(vocabulary), asked.facts, draw))
    begun = time.process_time()
    found = findings(rules, {"i": seen}, declared=frozenset(), kinds=vocabulary, floor=floor)
    ours = time.process_time() - begun
    begun = time.process_time()
    counted = [each for each in seen if counts(each, vocabulary, floor)]
    loop = {rule.id for rule in rules if naive(rule, counted)}
    theirs = time.process_time() - begun
    assert {each.rule for each in found} == loop, "both ways must find the same"
    print(f"{len(rules)} rules, {len(seen)} facts, {len(found)} findings")
    print(f"by kind, each condition once  {ours:7.2f} s")
    print(f"every fact for every condition {theirs:6.2f} s   {theirs / ours:.0f} times as long")


if __name__ == "__main__":
    main()
