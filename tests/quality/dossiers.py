"""What is found of twelve invented persons: facts of their sheets recovered, and facts that no sheet has.

    python -m tests.quality.dossiers [--wrong]

A fact of the sheet is recovered where a claim of its kind is found in one of its posts. A claim in a
post that its sheet gives no fact of that kind for is wrong, save the kinds that sheets need not list.
"""

import argparse
import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from tests.quality.score import CORPUS, claims, tools

UNLISTED = frozenset(
    "first_name third_party_mention geotag favourite activity belonging bio_crosslink".split()
)
"""Kinds that a sheet may leave out (`METHOD.md`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What became of one dossier."""

    id: str
    facts: int
    recovered: tuple[str, ...]
    missed: tuple[str, ...]
    wrong: tuple[tuple[str, str], ...]
    """Kind and words."""


def dossiers() -> Iterator[Mapping[str, Any]]:
    """Every dossier, as its file has it."""
    for path in sorted((CORPUS / "dossiers").glob("*.yml")):
        yield yaml.safe_load(path.read_text(encoding="utf-8"))


def compared(dossier: Mapping[str, Any]) -> Sheet:
    """The dossier, read post by post."""
    kit = tools(dossier["language"])
    found: set[tuple[str, str]] = set()
    words: dict[tuple[str, str], str] = {}
    for post in dossier["posts"]:
        if post["by"] != "owner":
            continue
        day = datetime.date.fromisoformat(str(post["on"]))
        for claim in claims(post["text"], day, kit):
            found.add((claim.kind, post["id"]))
            words[claim.kind, post["id"]] = post["text"][claim.start : claim.end]
    listed = {(fact["kind"], post) for fact in dossier["facts"] for post in fact["posts"]}
    hits = [
        bool({(fact["kind"], post) for post in fact["posts"]} & found) for fact in dossier["facts"]
    ]
    return Sheet(
        id=dossier["id"],
        facts=len(hits),
        recovered=tuple(f["kind"] for f, hit in zip(dossier["facts"], hits, strict=True) if hit),
        missed=tuple(f["kind"] for f, hit in zip(dossier["facts"], hits, strict=True) if not hit),
        wrong=tuple(
            (kind, words[kind, post])
            for kind, post in sorted(found - listed)
            if kind not in UNLISTED
        ),
    )


def main() -> None:
    """Print a line a dossier, and the sums."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--wrong", action="store_true", help="kinds missed and found wrongly")
    asked = parser.parse_args()
    made = [compared(each) for each in dossiers()]
    for each in made:
        print(f"{each.id}: {len(each.recovered)} of {each.facts} facts, {len(each.wrong)} wrong")
    facts, right = sum(each.facts for each in made), sum(len(each.recovered) for each in made)
    print(
        f"all: {right} of {facts} ({right / facts:.0%}), {sum(len(each.wrong) for each in made)} wrong"
    )
    if asked.wrong:
        print("missed:", Counter(kind for each in made for kind in each.missed).most_common())
        print("wrong:", Counter(kind for each in made for kind, _ in each.wrong).most_common())


if __name__ == "__main__":
    main()
