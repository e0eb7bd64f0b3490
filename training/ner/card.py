"""Writes the card of the model with what was measured: `data/ner/README.md`."""

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path

from training.ner import noise, sentences
from training.ner.gold import Gold
from training.ner.scores import LABELS, Score, score
from training.ner.slots import ORIGINS

PER_ORIGIN = 400
"""Sentences for each origin and language: recall within ± 3 points."""

_TEXT = Path(__file__).with_name("card.md")


def write(model: Path, tests: Mapping[str, Sequence[Gold]], minutes: float) -> None:
    """Measure the model and write its card."""
    size = sum(each.stat().st_size for each in model.rglob("*") if each.name != "README.md")
    text = _TEXT.read_text(encoding="utf-8").format(
        date=datetime.datetime.now(datetime.UTC).date(),
        size=f"{size / 1e6:.1f}",
        minutes=f"{minutes:.0f}",
        scores="\n".join(_scores(model, tests)),
        origins="\n".join(_origins(model)),
    )
    (model / "README.md").write_text(text, encoding="utf-8")


def _scores(model: Path, tests: Mapping[str, Sequence[Gold]]) -> list[str]:
    lines = [_row("test", "sentences", "names", "all P / R / F1", *(f"{x} F1" for x in LABELS))]
    lines.append("|---" * 7 + "|")
    for name, golds in tests.items():
        lines.append(_line(name, golds, score(golds, model)))
        low = [noise.lowered(gold) for gold in golds]
        lines.append(_line(f"{name}, no capitals", low, score(low, model)))
    return lines


def _line(name: str, golds: Sequence[Gold], got: Mapping[str, Score]) -> str:
    whole = got["all"]
    every = f"{whole.precision:.1%} / {whole.recall:.1%} / **{whole.f1:.1%}**".replace("%", "")
    labels = (f"{got[label].f1 * 100:.1f}" for label in LABELS)
    return _row(name, str(len(golds)), str(whole.there), every, *labels)


def _origins(model: Path) -> list[str]:
    lines = [_row("names", "recall, French", "recall, English"), "|---|---|---|"]
    rows = {
        origin: [_recall(model, language, origin) for language in ("fr", "en")]
        for origin in ("french", "english", *ORIGINS)
    }
    lines += [_row(name, *(f"{each * 100:.1f}" for each in got)) for name, got in rows.items()]
    spread = [
        max(got[at] for got in rows.values()) - min(got[at] for got in rows.values())
        for at in range(2)
    ]
    return [*lines, _row("largest difference", *(f"{each * 100:.1f}" for each in spread))]


def _recall(model: Path, language: str, origin: str) -> float:
    golds = sentences.of_origin(language, origin, PER_ORIGIN, seed=7)
    return score(golds, model)["PER"].recall


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
