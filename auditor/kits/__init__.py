"""Which parts, tables and models serve a case. Nothing is read before it is asked for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar, cast

from auditor import plugins
from auditor.assess import advice
from auditor.assess.kinds import kinds
from auditor.assess.load import load, own
from auditor.assess.scale import scale
from auditor.collect import mandate as mandates
from auditor.collect.cards import cards
from auditor.collect.media.table import table as media
from auditor.extract.cues.find import Cues
from auditor.extract.kit import Tools
from auditor.extract.lexicon import Lexicon, lexicon
from auditor.extract.reading import Names
from auditor.kits import frequencies
from auditor.link import judge
from auditor.link.calibration import Calibration
from auditor.link.efforts import Efforts
from auditor.link.weights import Weights
from auditor.model.mandate import Mandate
from auditor.model.network import Network
from auditor.pipeline import Kit
from auditor.resources import read
from auditor.resources.folders import folder
from auditor.resources.program import fingerprint
from auditor.store.consent import refuse_withdrawn
from auditor.store.digest import digest

T = TypeVar("T")

_REGIONS = {"fr": ("FR", "BE", "CH", "CA"), "en": ("GB", "US", "CA")}
"""Countries whose local way to write phone numbers is read, per language of the mandate."""


def for_case(case: Path, today: date, model: str | None = None) -> tuple[Mandate, Kit]:
    """The mandate of a case and the parts to audit it with.

    Raises:
        AuditorError: the mandate is refused or its consent withdrawn, or a data file of the program cannot be used.
    """
    mandate = mandates.load(case, today)
    refuse_withdrawn(case, mandate)
    languages = dict.fromkeys((mandate.language, *mandate.subject.languages))
    regions = tuple(dict.fromkeys(each for one in languages for each in _REGIONS.get(one, ())))
    known = kinds(folder("rules"))
    rules = load(folder("rules"), known, beside=own(case))
    return mandate, Kit(
        networks=cards(folder("rules") / "networks", case),
        tools=cache(lambda: replace(tools(_words(), regions), names=names(model))),
        link=cache(lambda: linking(_words())),
        rules=rules,
        kinds=known,
        scale=scale(folder("rules")),
        print=cache(lambda: digest(fingerprint(), regions, model, rules)),
        advice=advice.load(folder("rules"), known),
        place=lambda town: _words().place(town),
    )


def tools(words: Lexicon, regions: tuple[str, ...]) -> Tools:
    """The recognizers, ours and others', and the words they know."""
    from auditor.extract.recognizers import RECOGNIZERS, WANTED

    return Tools(
        recognizers=named(RECOGNIZERS, "auditor.recognizers"),
        confidence=confidence(),
        wanted=WANTED,
        lexicon=words,
        cues=cues,
        regions=regions,
        same_picture=media().picture_hash.same_within.value,
    )


@cache
def cues() -> Cues:
    """The recognizers written as cues, ours and their signs of how a thing is said."""
    from auditor.extract.cues.load import recognizers, signs

    table = read.table(folder("data") / "words" / "usual.tsv")
    known = signs(folder("rules"), {row["word"]: float(row["per_10000"]) for row in table})
    return Cues(recognizers=recognizers(folder("rules"), known.lists), signs=known)


def names(model: str | None) -> Names | None:
    """What finds names in text: the model shipped, an installed pipeline by its name, or nothing.

    None where it is asked for (``none``), not installed or not shipped: rules alone are used then.
    """
    from importlib.util import find_spec

    from auditor.extract import nlp

    ours = folder("data") / "ner"
    if model is None and ours.is_dir():
        return lambda texts: map(_light, nlp.pipe(texts, ours))
    if model not in {None, "none"} and find_spec(model.replace("-", "_")):
        return lambda texts: map(_light, nlp.pipe_by(model, texts))
    return None


def _light(found: Iterable[tuple[int, int, str, float | None]]) -> Sequence[tuple[int, int, str]]:
    return [each[:3] for each in found]


def for_text(language: str, model: str | None) -> Tools:
    """What a text of no case is read with; the forms of both languages, the reader's first.

    Raises:
        AuditorError: a data file of the program cannot be used.
    """
    order = sorted(_REGIONS, key=lambda each: each != language)
    regions = tuple(dict.fromkeys(each for one in order for each in _REGIONS[one]))
    return replace(tools(_words(), regions), names=names(model))


def networks() -> Mapping[str, Network]:
    """The cards of every network the program knows."""
    return cards(folder("rules") / "networks")


def reads(kit: Tools) -> Mapping[str, Mapping[str, str]]:
    """What each recognizer answers, by its name; one of another package, by its docstring."""
    others = {
        name: {"en": (each.__doc__ or name).splitlines()[0]}
        for name, each in kit.recognizers.items()
    }
    ours = {name: each.reads for name, each in listed().items() if each.reads}
    return others | ours | {each.written.id: each.written.reads for each in kit.cues().recognizers}


@cache
def _words() -> Lexicon:
    return lexicon(lambda name: read.table(folder("data") / name))


def linking(words: Lexicon) -> judge.Kit:
    """The comparisons, ours and others', their weights, and how common names are."""
    from auditor.link.comparisons import COMPARISONS

    weights = replace(
        read.load(folder("rules") / "linking.yml", Weights),
        calibration=read.load(folder("rules") / "calibration.yml", Calibration),
    )
    known = frequencies.tables(words)
    return judge.Kit(
        comparisons=named(COMPARISONS, "auditor.comparisons"),
        weights=weights,
        tables=known,
        efforts=read.load(folder("rules") / "remedies.yml", Efforts),
        fit=frequencies.fitting(known, weights),
    )


def cohort() -> judge.Kit:
    """Weights and tables for profiles that are no case of one person."""
    return linking(_words())


def named(ours: Mapping[str, T], group: str) -> Mapping[str, T]:
    """Our parts and those that other packages offer under an entry-point group."""
    return {**ours, **cast("Mapping[str, T]", plugins.named(group))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A recognizer in Python: how far it is trusted, what it finds, what it answers."""

    value: float
    source: str
    kinds: tuple[str, ...] = ()
    reads: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Confidences:
    confidence: Mapping[str, Listed]


@cache
def listed() -> Mapping[str, Listed]:
    """The recognizers in Python, and whatever else notes facts, by name."""
    return read.load(folder("rules") / "recognizers.yml", _Confidences).confidence


def confidence() -> Mapping[str, float]:
    """How far each recognizer is trusted (`rules/recognizers.yml`)."""
    return {name: each.value for name, each in listed().items()}
