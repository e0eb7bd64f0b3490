"""How well facts are found in the project's own corpus: precision, recall and F2 for every kind.

    python -m tests.quality.score dev|test [--lang fr|en] [--kinds a,b] [--change lower|…] [--errors]

A *claim* is a fact that is asserted and speaks of the author or, for kinds that are about others by
nature, of their people (`corpus/METHOD.md`). A claim found is right where the sentence lists one of
the same kind whose words overlap. `--errors` shows sentences, and is refused for the test part.
"""

import argparse
import datetime
import json
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from auditor import kits
from auditor.extract.kit import Tools
from auditor.extract.lexicon import lexicon
from auditor.extract.passage import drafts, findings, passage
from auditor.model.fact import About, Polarity
from auditor.model.profile import Post
from auditor.model.visibility import Sight, Visibility
from auditor.resources.folders import folder
from auditor.resources.read import table
from tests.quality.changes import CHANGES

CORPUS = Path(__file__).parent / "corpus"
REGIONS = {"fr": ("FR", "BE", "CH", "CA"), "en": ("GB", "US", "CA")}
BY_NATURE = frozenset(
    "partner ex_partner relative child_name child_birth_date child_school child_photo colleague manager "
    "client_name supplier third_party_mention third_party_address tagged_by_other mother_maiden_name".split()
)
RESAMPLES = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A line of the corpus."""

    id: str
    lang: str
    of: str
    text: str
    on: datetime.date
    facts: tuple[Mapping[str, str], ...]
    trap: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A kind, and where it stands."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one sentence."""

    sentence: Sentence
    hits: tuple[str, ...]
    wrong: tuple[Claim, ...]
    missed: tuple[Claim, ...]


def corpus(part: str, lang: str | None = None) -> Iterator[Sentence]:
    """The sentences of a part of the corpus."""
    for path in sorted(CORPUS.glob(f"{part}.{lang or '*'}.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                row = json.loads(line)
                yield Sentence(
                    **{
                        **row,
                        "facts": tuple(row["facts"]),
                        "on": datetime.date.fromisoformat(row["on"]),
                    }
                )


def tools(lang: str, model: str | None = None) -> Tools:
    """The recognizers and the model of names as an audit in that language uses them; ``none``: rules alone."""
    words = lexicon(lambda name: table(folder("data") / name))
    return replace(kits.tools(words, REGIONS[lang]), names=kits.names(model))


def claims(text: str, on: datetime.date, kit: Tools) -> list[Claim]:
    """What the program claims of a sentence that its author wrote, each stretch once a kind."""
    post = Post(
        id="1", text=text, published_on=on, sight=Sight(visibility=Visibility.ANYONE, origin=None)
    )
    each = passage(next(drafts([post], kit, own=True)), kit)
    found = {
        Claim(fact.kind, each.text.written(fact.start), each.text.written(fact.end))
        for fact in findings(each.reading, kit)
        if fact.polarity is Polarity.ASSERTED
        if fact.kind in BY_NATURE or fact.about not in {About.OTHER, About.UNKNOWN}
    }
    return sorted(found, key=lambda claim: (claim.kind, claim.start))


def outcome(sentence: Sentence, change: Callable[[str], str], kit: Tools) -> Outcome:
    """The sentence, read and compared."""
    text = change(sentence.text)
    found = claims(text, sentence.on, kit)
    gold = [_place(fact, text, change) for fact in sentence.facts]
    hits, left = [], list(found)
    missed = []
    for claim in gold:
        match = next(
            (each for each in left if each.kind == claim.kind and _overlap(each, claim)), None
        )
        if match is None:
            missed.append(claim)
        else:
            hits.append(claim.kind)
            # Several findings of one claim are one.
            left = [
                each for each in left if not (each.kind == claim.kind and _overlap(each, claim))
            ]
    return Outcome(sentence=sentence, hits=tuple(hits), wrong=tuple(left), missed=tuple(missed))


def _place(fact: Mapping[str, str], text: str, change: Callable[[str], str]) -> Claim:
    quote = change(fact["quote"])
    start = text.find(quote)
    # A change that also rewrites inside the quote leaves its place unknown: the whole sentence counts.
    return Claim(fact["kind"], *((start, start + len(quote)) if start >= 0 else (0, len(text))))


def _overlap(left: Claim, right: Claim) -> bool:
    return left.start < right.end and right.start < left.end


def figures(outcomes: Iterable[Outcome]) -> dict[str, tuple[int, int, int]]:
    """Per kind: right, wrong, missed."""
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for each in outcomes:
        right.update(each.hits)
        wrong.update(claim.kind for claim in each.wrong)
        missed.update(claim.kind for claim in each.missed)
    return {
        kind: (right[kind], wrong[kind], missed[kind]) for kind in sorted({*right, *wrong, *missed})
    }


def score(right: int, wrong: int, missed: int, beta: float = 2) -> tuple[float, float, float]:
    """Precision, recall, F-beta."""
    precision = right / (right + wrong) if right + wrong else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    weight = beta * beta
    both = weight * precision + recall
    return precision, recall, (1 + weight) * precision * recall / both if both else 0.0


def total(table_: Mapping[str, tuple[int, int, int]]) -> tuple[int, int, int]:
    """All kinds together."""
    right, wrong, missed = (sum(each[at] for each in table_.values()) for at in range(3))
    return right, wrong, missed


def interval(outcomes: Sequence[Outcome], at: int) -> tuple[float, float]:
    """The 95 % interval of a micro figure, by drawing sentences again (bootstrap)."""
    draw = random.Random(1)
    tries = sorted(
        score(*total(figures(draw.choices(outcomes, k=len(outcomes)))))[at]
        for _ in range(RESAMPLES)
    )
    return tries[int(0.025 * RESAMPLES)], tries[int(0.975 * RESAMPLES)]


def outcomes(
    part: str, lang: str | None = None, change: str = "none", model: str | None = None
) -> list[Outcome]:
    """Every sentence of the part, read."""
    kits_by = {each: tools(each, model) for each in ((lang,) if lang else ("fr", "en"))}
    return [outcome(each, CHANGES[change], kits_by[each.lang]) for each in corpus(part, lang)]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("part", help="dev, test, or another part by its name")
    parser.add_argument("--lang", choices=["fr", "en"])
    parser.add_argument("--kinds", default="")
    parser.add_argument("--change", default="none", choices=sorted(CHANGES))
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--model", help="none: rules alone")
    asked = parser.parse_args()
    found = outcomes(asked.part, asked.lang, asked.change, asked.model)
    kinds = frozenset(filter(None, asked.kinds.split(",")))
    if asked.errors and asked.part != "test":
        _errors(found, kinds)
    _table(found, kinds)


def _errors(found: Iterable[Outcome], kinds: frozenset[str]) -> None:
    for each in found:
        wrong = [c for c in each.wrong if not kinds or c.kind in kinds]
        missed = [c for c in each.missed if not kinds or c.kind in kinds]
        if wrong or missed:
            text = each.sentence.text
            print(f"{each.sentence.id} [{each.sentence.trap or '+'}] {text}")
            print("".join(f"    wrong  {c.kind}: {text[c.start : c.end]}\n" for c in wrong), end="")
            print(
                "".join(f"    missed {c.kind}: {text[c.start : c.end]}\n" for c in missed), end=""
            )


def _table(found: Sequence[Outcome], kinds: frozenset[str]) -> None:
    table_ = {kind: each for kind, each in figures(found).items() if not kinds or kind in kinds}
    print(f"{'kind':24} right wrong missed     P     R    F2")
    for kind, each in table_.items():
        print(
            f"{kind:24} {each[0]:5} {each[1]:5} {each[2]:6}"
            + "".join(f" {x:5.2f}" for x in score(*each))
        )
    sums = total(table_)
    print(
        f"{'all':24} {sums[0]:5} {sums[1]:5} {sums[2]:6}"
        + "".join(f" {x:5.2f}" for x in score(*sums))
    )
    if not kinds:
        by_kind: dict[str, float] = defaultdict(float)
        for kind, each in table_.items():
            by_kind[kind] = score(*each)[2]
        lows = [interval(found, at) for at in range(3)]
        print(
            f"{len(found)} sentences; macro F2 {sum(by_kind.values()) / len(by_kind):.2f}; 95 %:",
            *(f"{a:.2f}–{b:.2f}" for a, b in lows),
        )


if __name__ == "__main__":
    main()
