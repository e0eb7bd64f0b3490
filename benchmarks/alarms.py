"""How often facts are found in ordinary text: hits per 1,000 posts, and a sample to be judged by reading.

    python -m benchmarks.alarms [--sample 200] [--kinds a,b] [--posts 20000]

Reads `wnut_raw_tweets.txt.gz` and the French UD corpora of the data folder. Light kinds (a name, a
place, an address of a page) are no disclosures and are counted apart.
"""

import argparse
import datetime
import gzip
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from auditor.resources.folders import research_data
from tests.quality.score import Claim, claims, tools

LIGHT = frozenset(
    "third_party_mention geotag bio_crosslink tagged_by_other public_comment first_name".split()
)
ON = datetime.date(2017, 1, 15)


def tweets(data: Path) -> Iterator[tuple[str, str]]:
    """The raw posts, in English for the most part."""
    with gzip.open(data / "nlp" / "wnut_raw_tweets.txt.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield "en", line.strip()


def french(data: Path) -> Iterator[tuple[str, str]]:
    """The sentences of the French UD corpora: news, encyclopedia, spoken stories."""
    for name in ("ud_paris.train", "ud_sequoia.train", "ud_gsd.dev"):
        text = (data / "nlp" / name).read_text(encoding="utf-8")
        for match in re.finditer(r"^# text = (.+)$", text, re.MULTILINE):
            yield name, match[1]


@dataclass(slots=True)
class Alarms:
    """What was found in one corpus."""

    posts: int = 0
    flagged: int = 0
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, found: list[Claim]) -> None:
        """One more post, with what was found in it."""
        self.posts += 1
        self.flagged += any(each.kind not in LIGHT for each in found)
        self.counts.update(each.kind for each in found)

    def __str__(self) -> str:
        """Hits per 1,000, then kinds; light ones have a star."""
        kinds = (
            f"{kind} {n}{'*' if kind in LIGHT else ''}" for kind, n in self.counts.most_common()
        )
        rate = 1000 * self.flagged / self.posts
        return f"{self.posts} posts, {rate:.1f} per 1,000 flagged\n    {', '.join(kinds)}"


def read(data: Path, most: int, kinds: frozenset[str]) -> tuple[dict[str, Alarms], list[str]]:
    """What is found in each corpus, and every hit that counts as a line."""
    kits = {"en": tools("en"), "fr": tools("fr")}
    made: dict[str, Alarms] = {}
    hits: list[str] = []
    for part in (tweets, french):
        for corpus, text in islice(part(data), most):
            found = claims(text, ON, kits.get(corpus, kits["fr"]))
            asked = [each for each in found if not kinds or each.kind in kinds]
            made.setdefault(corpus, Alarms()).add(asked)
            heavy = (each for each in asked if each.kind not in LIGHT)
            hits += [f"{corpus}\t{c.kind}\t{text[c.start : c.end]}\t{text}" for c in heavy]
    return made, hits


def main() -> None:
    """Print hits per 1,000, per corpus and kind, then a sample."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--kinds", default="")
    parser.add_argument("--posts", type=int, default=10**9, help="of each of the two parts")
    asked = parser.parse_args()
    data = research_data()
    if data is None:
        raise SystemExit("no data folder: set AUDITOR_DATA to its place")
    start = time.process_time()
    made, hits = read(data, asked.posts, frozenset(filter(None, asked.kinds.split(","))))
    for corpus, each in made.items():
        print(f"{corpus}: {each}")
    posts = sum(each.posts for each in made.values())
    print(f"{posts / (time.process_time() - start):.0f} posts per CPU second")
    for line in random.Random(7).sample(hits, min(asked.sample, len(hits))):
        print(line)


if __name__ == "__main__":
    main()
