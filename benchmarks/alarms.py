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
from pathlib import Path

from auditor.resources.folders import research_data
from tests.quality.score import claims, tools

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


def main() -> None:
    """Print hits per 1,000, per corpus and kind, then a sample."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--kinds", default="")
    parser.add_argument("--posts", type=int, default=10**9)
    asked = parser.parse_args()
    kinds = frozenset(filter(None, asked.kinds.split(",")))
    data = research_data()
    if data is None:
        raise SystemExit("no data folder: set AUDITOR_DATA to its place")
    kits = {"en": tools("en"), "fr": tools("fr")}
    hits: list[str] = []
    counts: dict[str, Counter[str]] = {}
    posts: Counter[str] = Counter()
    flagged: Counter[str] = Counter()
    start = time.process_time()
    for part in (tweets, french):
        for at, (corpus, text) in enumerate(part(data)):
            if at >= asked.posts:
                break
            posts[corpus] += 1
            found = [
                c
                for c in claims(text, ON, kits.get(corpus, kits["fr"]))
                if not kinds or c.kind in kinds
            ]
            heavy = [c for c in found if c.kind not in LIGHT]
            flagged[corpus] += bool(heavy)
            counts.setdefault(corpus, Counter()).update(c.kind for c in found)
            hits += [f"{corpus}\t{c.kind}\t{text[c.start : c.end]}\t{text}" for c in heavy]
    for corpus, each in counts.items():
        print(
            f"{corpus}: {posts[corpus]} posts, {1000 * flagged[corpus] / posts[corpus]:.1f} per 1,000 flagged"
        )
        print(
            "   ",
            ", ".join(
                f"{kind} {n}{'*' if kind in LIGHT else ''}" for kind, n in each.most_common()
            ),
        )
    print(f"{sum(posts.values()) / (time.process_time() - start):.0f} posts per CPU second")
    for line in random.Random(7).sample(hits, min(asked.sample, len(hits))):
        print(line)


if __name__ == "__main__":
    main()
