"""How well names are found: exact places and labels, counted over a corpus."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditor.extract.nlp import language, likeness, pipe, shipped
from training.ner.gold import Gold

LABELS = ("PER", "LOC", "ORG")


@dataclass(frozen=True, slots=True)
class Score:
    """Names found rightly, names found, names there are."""

    right: int
    found: int
    there: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / max(self.found, 1)

    @property
    def recall(self) -> float:
        """Share of what there is that was found."""
        return self.right / max(self.there, 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / max(self.found + self.there, 1)


Spans = Iterable[Sequence[Any]]

DOUBT = 4
"""Finds that a kind of find is lent from its label, so that few finds claim little (own choice)."""


def calibrate(model: Path, golds: Sequence[Gold]) -> dict[str, float]:
    """Write into the model how often each kind of find is right; return it."""
    nlp, marks = shipped(model)
    right, there = Counter[str](), Counter[str]()
    for gold in golds:
        for span in nlp(marks.on(language().make_doc(gold.text))).ents:
            hit = (span.start_char, span.end_char, span.label_) in gold.spans
            for kind in (likeness(span), span.label_):
                there[kind] += 1
                right[kind] += hit
    shares = {
        kind: round((right[kind] + DOUBT * right[kind[:3]] / there[kind[:3]]) / (count + DOUBT), 2)
        for kind, count in sorted(there.items())
        if " " in kind
    }
    meta = json.loads((model / "meta.json").read_text(encoding="utf-8"))
    text = json.dumps(meta | {"performance": shares}, indent=1)
    (model / "meta.json").write_text(text + "\n", encoding="utf-8")
    return shares


def score(golds: Sequence[Gold], model: Path) -> dict[str, Score]:
    """The scores of a model on sentences: in all and by label."""
    return counted([(g.spans, f) for g, f in zip(golds, found(golds, model), strict=True)])


def found(golds: Sequence[Gold], model: Path) -> Iterable[Spans]:
    """What the model finds in each sentence."""
    return pipe((gold.text for gold in golds), model)


def counted(pairs: Sequence[tuple[Spans, Spans]]) -> dict[str, Score]:
    """Count pairs of what there is and what was found."""
    sets = [({tuple(s[:3]) for s in there}, {tuple(s[:3]) for s in got}) for there, got in pairs]
    result = {}
    for label in ("all", *LABELS):
        kept = [tuple({s for s in each if label in {"all", s[2]}} for each in p) for p in sets]
        result[label] = Score(
            right=sum(len(there & got) for there, got in kept),
            found=sum(len(got) for _, got in kept),
            there=sum(len(there) for there, _ in kept),
        )
    return result
