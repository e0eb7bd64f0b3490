"""How usual words are in posts: by which word of a cue it is best looked up.

    python -m training.usual

Counts plain words of the raw tweets of WNUT17 (CC BY 4.0) and of the French UD corpora ParisStories and
Sequoia (CC BY-SA 4.0, LGPL-LR), each in its own language, and keeps those above `LEAST`.
"""

import gzip
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from auditor.extract.plain import plain, words
from auditor.resources.folders import folder, research_data

LEAST = 5
"""Per 10,000 words: rarer ones are all alike for looking up (own choice)."""


def texts(data: Path) -> Iterator[tuple[str, str]]:
    """Language and text of every post and sentence."""
    with gzip.open(data / "wnut_raw_tweets.txt.gz", "rt", encoding="utf-8") as lines:
        yield from (("en", re.sub(r"https?\S+|@\S+", " ", line)) for line in lines)
    for name in ("ud_paris.train", "ud_sequoia.train"):
        text = (data / name).read_text(encoding="utf-8")
        yield from (("fr", match[1]) for match in re.finditer(r"^# text = (.+)$", text, re.M))


def main() -> None:
    """Write `data/words/usual.tsv`."""
    data = research_data()
    if data is None:
        raise SystemExit("no data folder: set AUDITOR_DATA to its place")
    counts: dict[str, Counter[str]] = {"en": Counter(), "fr": Counter()}
    for language, text in texts(data / "nlp"):
        counts[language].update(words(plain(text)))
    shares = {
        word: max(10_000 * each[word] / each.total() for each in counts.values())
        for word in {word for each in counts.values() for word in each}
    }
    usual = sorted((word, share) for word, share in shares.items() if share >= LEAST)
    lines = [
        "# counts of posts and sentences: WNUT17 raw tweets, UD French ParisStories and Sequoia",
        "word\tper_10000",
        *(f"{word}\t{share:.0f}" for word, share in usual),
    ]
    (folder("data") / "words" / "usual.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
