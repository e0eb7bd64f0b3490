"""Redaction of protected grounds, measured: how much of what tells a ground is masked, and what else is.

From the project's folder:

.venv/bin/python -m benchmarks.grounds dev|held [--lexicons] [--show]

A labelled span is found where at least half of its signs are masked, under its ground (recall) or under any
(any); a mask is right where it lies over a span of one of its grounds (precision), or over any span (any). `--lexicons`
leaves the project's recognizers out. `--show` prints what was missed and what was masked wrongly, of the dev half alone:
nobody who mends the lexicons reads the held half. How the set was made: tests/data/screening/README.md.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from auditor.resources.folders import folder
from auditor.screening.redact import Grounds, Mask, load, masks
from auditor.screening.redact.mask import Recognizer

DATA = Path(__file__).parents[1] / "tests" / "data" / "screening"
LANGUAGES = ("fr", "en")
HALF = 0.5
PAGE = 3_000
"""Signs of a page."""
PAGES = 4
"""Pages that are timed."""
ALL = "all"


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled stretch of a passage."""

    start: int
    end: int
    ground: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A labelled passage; `hard`: it holds nothing, and looks as if it did."""

    text: str
    spans: tuple[Span, ...]
    hard: bool


@dataclass(slots=True)
class Score:
    """Counts, per ground and over all."""

    spans: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    found_any: Counter[str] = field(default_factory=Counter)
    masks: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    right_any: Counter[str] = field(default_factory=Counter)
    hard: int = 0
    hard_masked: int = 0

    def share(self, part: Counter[str], whole: Counter[str], ground: str = ALL) -> float:
        """How much of the whole the part is; 1 where there is nothing."""
        return part[ground] / whole[ground] if whole[ground] else 1.0

    @property
    def recall(self) -> float:
        """Spans found under their ground."""
        return self.share(self.found, self.spans)

    @property
    def recall_any(self) -> float:
        """Spans found under any ground."""
        return self.share(self.found_any, self.spans)

    @property
    def precision(self) -> float:
        """Masks that lie over a span of their ground."""
        return self.share(self.right, self.masks)

    @property
    def precision_any(self) -> float:
        """Masks that lie over any span."""
        return self.share(self.right_any, self.masks)


def passages(half: str, language: str) -> Iterator[Passage]:
    """The labelled passages of a half."""
    lines = (DATA / f"grounds.{half}.{language}.jsonl").read_text("utf-8").splitlines()
    for each in map(json.loads, lines):
        spans = tuple(Span(one["start"], one["end"], one["ground"]) for one in each["spans"])
        yield Passage(each["text"], spans, each["hard"])


@cache
def grounds() -> Grounds:
    """The lexicons."""
    return load(folder("rules"), folder("data"))


def recognizers(language: str) -> Sequence[Recognizer]:
    """The project's own, as the command hands them in."""
    from auditor.kits import protected

    return protected.recognizers(language, None)


def measured(
    half: str, language: str, more: Sequence[Recognizer] = (), *, show: bool = False
) -> Score:
    """Every passage of a half, masked and held against its labels."""
    score = Score()
    for passage in passages(half, language):
        found = masks(passage.text, grounds(), more)
        _count(passage, found, score)
        if show and half == "dev":
            _show(passage, found)
    return score


def page_ms(half: str, language: str, more: Sequence[Recognizer] = ()) -> float:
    """Milliseconds that a page of such passages takes, everything loaded."""
    text = "\n\n".join(each.text for each in passages(half, language))[: PAGES * PAGE]
    masks(text[:PAGE], grounds(), more)
    begun = time.perf_counter()
    masks(text, grounds(), more)
    return 1000 * (time.perf_counter() - begun) * PAGE / len(text)


def _count(passage: Passage, found: Sequence[Mask], score: Score) -> None:
    for span in passage.spans:
        for ground in (span.ground, ALL):
            score.spans[ground] += 1
            score.found[ground] += _is_found(span, (e for e in found if span.ground in e.grounds))
            score.found_any[ground] += _is_found(span, found)
    for mask in found:
        over = {span.ground for span in passage.spans if _shared(span, mask)}
        for ground in mask.grounds:
            for key in (ground, ALL):
                score.masks[key] += 1
                score.right[key] += ground in over
                score.right_any[key] += bool(over)
    score.hard += passage.hard
    score.hard_masked += passage.hard and bool(found)


def _is_found(span: Span, found: Iterable[Mask]) -> bool:
    return sum(_shared(span, each) for each in found) >= HALF * (span.end - span.start)


def _shared(span: Span, mask: Mask) -> int:
    return max(min(span.end, mask.end) - max(span.start, mask.start), 0)


def _show(passage: Passage, found: Sequence[Mask]) -> None:
    missed = [
        f"{each.ground}={passage.text[each.start : each.end]!r}"
        for each in passage.spans
        if not _is_found(each, (e for e in found if each.ground in e.grounds))
    ]
    wrong = [
        f"{','.join(each.grounds)}={passage.text[each.start : each.end]!r}"
        for each in found
        if not any(_shared(span, each) and span.ground in each.grounds for span in passage.spans)
    ]
    if missed or wrong:
        print(f"{passage.text!r}\n    missed {missed}\n    wrong  {wrong}")


def table(scores: Mapping[str, Score]) -> str:
    """The figures as a table."""
    lines = ["| ground | lang | spans | recall | any | masks | precision | any |", "|---" * 8 + "|"]
    for ground in (*sorted({key for each in scores.values() for key in each.spans} - {ALL}), ALL):
        for language, score in scores.items():
            recall = score.share(score.found, score.spans, ground)
            recall_any = score.share(score.found_any, score.spans, ground)
            right = score.share(score.right, score.masks, ground)
            right_any = score.share(score.right_any, score.masks, ground)
            lines.append(
                f"| {ground} | {language} | {score.spans[ground]} | {recall:.2f} | {recall_any:.2f} "
                f"| {score.masks[ground]} | {right:.2f} | {right_any:.2f} |"
            )
    return "\n".join(lines)


def main() -> None:
    """Print the figures of one half."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("half", choices=("dev", "held"))
    parser.add_argument("--lexicons", action="store_true")
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    scores = {}
    for language in LANGUAGES:
        more = () if asked.lexicons else recognizers(language)
        scores[language] = measured(asked.half, language, more, show=asked.show)
    print(table(scores))
    for language, score in scores.items():
        print(
            f"{language}: hard negatives with a mask {score.hard_masked}/{score.hard}; "
            f"{page_ms(asked.half, language, () if asked.lexicons else recognizers(language)):.0f} ms "
            f"a page of {PAGE} signs, everything loaded"
        )


if __name__ == "__main__":
    main()
