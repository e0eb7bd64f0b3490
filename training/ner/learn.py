"""Trains the model: hash embeddings, a small convolution, transitions; one process, fixed seeds."""

import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditor.extract.nlp import Marks, language
from training.ner import mixture
from training.ner.gold import Gold
from training.ner.scores import LABELS

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span
    from spacy.training import Example

_DESCRIPTION = "Persons, places and organisations in French and English posts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What can be turned."""

    rounds: int = 5
    width: int = 96
    depth: int = 4
    hidden: int = 64
    upper: bool = True
    attrs: tuple[str, ...] = ("NORM", "PREFIX", "SUFFIX", "SHAPE", "LEMMA")
    rows: tuple[int, ...] = (5000, 1000, 2500, 2500, 500)
    dropout: float = 0.15
    rate: float = 0.0015
    marks: bool = True
    unmarked: float = 0.35
    """Share of sentences learnt without the classes of words: names not in a table are names too."""
    unknown: float = 0.15
    """Share of single words that lose their class."""
    smallest: int = 200
    largest: int = 1_200
    """Words in a batch, first and last."""
    seed: int = 1


def learn(setting: Setting, parts: mixture.Parts, words: Path) -> "Language":
    """The trained pipeline, its weights averaged."""
    from thinc.api import fix_random_seed

    fix_random_seed(setting.seed)
    nlp, marks = blank(setting), Marks(words)
    rng = random.Random(setting.seed)
    first = list(
        examples(mixture.one_round(parts, 0, setting.seed)[:2_000], nlp, marks, rng, setting)
    )
    nlp.initialize(lambda: first)
    optimizer = _optimizer(setting, parts)
    for number in range(setting.rounds):
        started = time.process_time()
        golds = mixture.one_round(parts, number, setting.seed)
        losses: dict[str, float] = {}
        for batch in _batches(golds, setting, number):
            nlp.update(
                list(examples(batch, nlp, marks, rng, setting)),
                sgd=optimizer,
                losses=losses,
                drop=setting.dropout,
            )
            optimizer.step_schedules()
        print(
            f"round {number + 1}: loss {losses['ner']:.0f}, {time.process_time() - started:.0f} CPU s",
            flush=True,
        )
    nlp.use_params(optimizer.averages).__enter__()
    return nlp


def blank(setting: Setting) -> "Language":
    """The untrained pipeline, with the program's own tokenizer."""
    import spacy

    nlp = spacy.blank("xx", vocab=language().vocab)
    nlp.tokenizer = language().tokenizer
    nlp.add_pipe("ner", config={"model": _architecture(setting)})
    for label in LABELS:
        nlp.get_pipe("ner").add_label(label)  # type: ignore[attr-defined]
    return nlp


def _architecture(setting: Setting) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": setting.hidden,
        "maxout_pieces": 2,
        "use_upper": setting.upper,
        "nO": None,
        "tok2vec": {
            "@architectures": "spacy.Tok2Vec.v2",
            "embed": {
                "@architectures": "spacy.MultiHashEmbed.v2",
                "width": setting.width,
                "attrs": list(setting.attrs),
                "rows": list(setting.rows),
                "include_static_vectors": False,
            },
            "encode": {
                "@architectures": "spacy.MaxoutWindowEncoder.v2",
                "width": setting.width,
                "window_size": 1,
                "maxout_pieces": 3,
                "depth": setting.depth,
            },
        },
    }


def _optimizer(setting: Setting, parts: mixture.Parts) -> Any:
    from thinc.api import Adam, warmup_linear

    size = len(mixture.one_round(parts, 0, setting.seed)) * 14
    steps = int(setting.rounds * size / (0.5 * (setting.smallest + 3 * setting.largest) / 2))
    rates: Any = warmup_linear(setting.rate, 100, max(steps, 200))
    return Adam(
        rates,
        L2=0.01,
        grad_clip=1.0,
        use_averages=True,
        L2_is_weight_decay=True,
    )


def _batches(golds: Sequence[Gold], setting: Setting, number: int) -> Iterator[list[Gold]]:
    """Batches that grow from round to round."""
    share = (number + 1) / setting.rounds
    size = setting.smallest + (setting.largest - setting.smallest) * min(1.0, share * 1.5)
    batch: list[Gold] = []
    count = 0
    for gold in golds:
        batch.append(gold)
        count += len(gold.text.split())
        if count >= size:
            yield batch
            batch, count = [], 0
    if batch:
        yield batch


def examples(
    golds: Sequence[Gold], nlp: "Language", marks: Marks, rng: random.Random, setting: Setting
) -> Iterator["Example"]:
    """Sentences as the trainer wants them; one whose names do not end where words end is left out."""
    from spacy.training import Example

    for gold in golds:
        doc = nlp.make_doc(gold.text)
        spans = _spans(doc, gold)
        if len(doc) and len(spans) == len(gold.spans):
            if setting.marks:
                _forget(marks.on(doc), rng, setting)
            reference = doc.copy()
            reference.set_ents(spans)
            yield Example(doc, reference)


def _spans(doc: "Doc", gold: Gold) -> "list[Span]":
    found = (doc.char_span(start, end, label=label) for start, end, label in gold.spans)
    return [span for span in found if span is not None]


def _forget(doc: "Doc", rng: random.Random, setting: Setting) -> None:
    share = 1.0 if rng.random() < setting.unmarked else setting.unknown
    for token in doc:
        if rng.random() < share:
            token.lemma_ = "-"


def pack(nlp: "Language", folder: Path) -> None:
    """Write the model with nothing in it that it does not need: no word it was trained on."""
    nlp.meta.update(name="names", version="1.0.0", description=_DESCRIPTION, license="see README")
    nlp.to_disk(folder)
    kept = json.dumps(sorted(LABELS))
    (folder / "vocab" / "strings.json").write_text(kept, encoding="utf-8")
    (folder / "vocab" / "lookups.bin").unlink(missing_ok=True)
