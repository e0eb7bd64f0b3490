"""Writing style: does it tell two people apart who do not write in the same manner anyway?

python -m benchmarks.style MAILS SPEECHES

MAILS and SPEECHES are the folders `data` and `data/speeches` of the two packages that `benchmarks.authored` names. A
text becomes the frequencies of its runs of two to four signs, with every word masked that is not usual; those become
deviations from writings of many hands (tweets, web pages, encyclopedia), and two texts are as alike as their
deviations point the same way. A threshold that 5 % of the strangers pass who write to one list is then tried on the
others, and after it the strictest of the three: an audit has two accounts, and no way to set a threshold of its own for
the manner they are written in.
"""

import re
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from auditor.resources.folders import folder, research_data
from benchmarks.authored import WORDS, Author, are_near, changelogs, mails, speeches

Grid = NDArray[np.float64]
Units = Callable[[str], Iterator[str]]
BINS = 1_024
"""Of the hash (2,048 and 4,096 were tried: docs/decisions/0020)."""
PASS = 0.05
"""The share of strangers on one list that the threshold lets pass."""
NEAREST = 10
"""Of the writings that a likeness is set against."""
_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|\s+|[^\w\s]|_")
_NOISE = re.compile(r"https?\S*|@\S+|#\S+|\bRT\b")
_LENGTHS = (2, 3, 4)


def usual() -> frozenset[str]:
    """The words that stand five times or more in ten thousand."""
    lines = (folder("data") / "words/usual.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(line.split("\t")[0] for line in lines if not line.startswith("#"))


USUAL = usual()


def tokens(text: str, *, masked: bool) -> Iterator[str]:
    """Words, signs and blanks; what is not usual becomes one sign."""
    for found in _TOKEN.finditer(text.replace("’", "'")):
        token = found[0]
        if token[0].isalpha() and masked:
            known = all(each in USUAL for each in token.lower().split("'"))
            yield token.lower() if known else "x"
        elif token[0].isdigit():
            yield "0"
        else:
            yield " " if token.isspace() else token


def runs(text: str, *, masked: bool) -> Iterator[str]:
    """Every run of two to four signs."""
    signs = "".join(tokens(text, masked=masked))
    for length in _LENGTHS:
        yield from (signs[at : at + length] for at in range(len(signs) - length + 1))


FEATURES: dict[str, Units] = {
    "runs, masked": lambda text: runs(text, masked=True),
    "runs, as written": lambda text: runs(text, masked=False),
    "usual words, signs": lambda text: (each for each in tokens(text, masked=True) if each != " "),
}


def profile(text: str, units: Units) -> Grid:
    """How often each bin of the hash is met."""
    counts = np.zeros(BINS)
    for unit, count in Counter(units(text)).items():
        counts[zlib.crc32(unit.encode("utf-8", "replace")) % BINS] += count
    return np.asarray(counts / max(counts.sum(), 1))


def writings() -> Iterator[str]:
    """A thousand words each of tweets, of pages of the web, of an encyclopedia and of dated tweets: up to forty."""
    data = research_data()
    if data is None:
        raise SystemExit("no data folder: set AUDITOR_DATA to its place")
    for name, column in (
        ("wnut.train", 0),
        ("uner_en.dev", 1),
        ("wikigold.txt", 0),
        ("btc.train", 0),
    ):
        lines = (data / "nlp" / name).read_text(encoding="utf-8").splitlines()
        rows = [re.split(r"[\t ]", line) for line in lines if line and not line.startswith("#")]
        text = " ".join(row[column] for row in rows if len(row) > column)
        words = _NOISE.sub(" ", re.sub(r" ([.,!?;:)%…]|n't|'\w+)", r"\1", text)).split()
        starts = range(0, len(words) - WORDS, WORDS)[:40]
        yield from (" ".join(words[at : at + WORDS]) for at in starts)


def grid(texts: Sequence[str], units: Units) -> Grid:
    """One profile a row."""
    return np.array([profile(text, units) for text in texts])


class Measure:
    """Deviations from the writings of many hands, and how alike two texts' are."""

    def __init__(self, units: Units, texts: Sequence[str]) -> None:
        self.units = units
        known = grid(texts, units)
        self.middle, self.spread = known.mean(0), known.std(0) + 2e-5
        self.known = self._points(known)

    def _points(self, profiles: Grid) -> Grid:
        away = np.clip((profiles - self.middle) / self.spread, -3, 3)
        return np.asarray(away / np.linalg.norm(away, axis=1, keepdims=True))

    def points(self, texts: Sequence[str]) -> Grid:
        """The direction in which each text deviates."""
        return self._points(grid(texts, self.units))

    def alike(self, authors: Sequence[Author], beside: str) -> Grid:
        """Left by right: how alike, as it is or set against the nearest of others' writings."""
        left = self.points([each.left for each in authors])
        right = self.points([each.right for each in authors])
        if beside == "nothing":
            return np.asarray(left @ right.T)
        own = (left, right) if beside == "own kind" else ()
        scores = np.zeros((len(authors), len(authors)))
        for here, there in np.ndindex(scores.shape):
            others = [np.delete(each, [here, there], axis=0) for each in own]
            scores[here, there] = _against(
                left[here], right[there], np.vstack([self.known, *others])
            )
        return scores


def _against(left: Grid, right: Grid, others: Grid) -> float:
    """How far a likeness stands out of those with the nearest others (adaptive normalisation of scores)."""
    likeness, out = float(left @ right), []
    for side in (left, right):
        nearest = np.sort(others @ side)[-NEAREST:]
        out.append((likeness - nearest.mean()) / (nearest.std() + 0.02))
    return float(np.mean(out))


def split(scores: Grid, authors: Sequence[Author]) -> tuple[Grid, Grid]:
    """Scores of one hand; scores of strangers in one circle."""
    pairs = [
        scores[at, to]
        for at, to in np.ndindex(scores.shape)
        if at != to and are_near(authors[at], authors[to])
    ]
    return np.diag(scores), np.array(pairs)


def auc(same: Grid, strangers: Grid) -> float:
    """How often one hand scores above strangers; ties count half."""
    above = (same[:, None] > strangers).mean() + (same[:, None] == strangers).mean() / 2
    return float(above)


def main(arguments: Sequence[str]) -> None:
    """Print, for each way of measuring, what the threshold of the lists lets pass elsewhere."""
    sets: dict[str, list[Author]] = {
        "mails": mails(Path(arguments[0])),
        "speeches": speeches(Path(arguments[1])),
        "changelogs": changelogs(Path("/usr/share/doc")),
    }
    texts = list(writings())
    print(f"{len(texts)} writings of many hands, {WORDS} words a side\n")
    print("| what is counted | set against | texts | authors | strangers | AUC ", end="")
    print("| m | u | bits | m, strictest | u | bits |" + "\n" + "|---" * 12 + "|")
    for named, units in FEATURES.items():
        measure = Measure(units, texts)
        for beside in ("nothing", "other kinds", "own kind"):
            _print(sets, measure, named, beside)


def _print(sets: dict[str, list[Author]], measure: Measure, named: str, beside: str) -> None:
    told = {name: split(measure.alike(authors, beside), authors) for name, authors in sets.items()}
    bars = [np.quantile(strangers, 1 - PASS) for _, strangers in told.values()]
    for name, (same, strangers) in told.items():
        cells = [named, beside, name, len(same), len(strangers), f"{auc(same, strangers):.2f}"]
        # The bar of the lists; then the one that the strangers of no set pass more often.
        for bar in (bars[0], max(bars)):
            m, u = (same >= bar).mean(), (strangers >= bar).mean()
            cells += [f"{m:.2f}", f"{u:.2f}", f"{np.log2(m / u):.1f}" if m and u else "–"]
        print(f"| {' | '.join(map(str, cells))} |")


if __name__ == "__main__":
    main(sys.argv[1:])
