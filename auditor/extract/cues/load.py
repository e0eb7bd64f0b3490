"""The files of `rules/recognizers/` and `rules/stance.yml`, checked and made ready."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from auditor.errors import PackError
from auditor.extract.cues.phrase import Lists, Phrase, phrase
from auditor.extract.cues.recognizer import CueRecognizer, Written
from auditor.extract.plain import plain
from auditor.resources.read import load as read

FOLDER = "recognizers"
STANCE = "stance.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stance:
    lists: Mapping[str, str]
    signs: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """Words that tell how a thing is said, and the lists that cues may name."""

    lists: Lists
    signs: Mapping[str, tuple[Phrase, ...]]
    """negated, wished, joked, quoted, advert, past, future → their cues."""
    people: frozenset[str]
    """Words after “my” that mean somebody else: my neighbour, mon voisin."""


def signs(rules: Path, usual: Mapping[str, float] | None = None) -> Signs:
    """The signs of `stance.yml`; `usual` tells by which of its words a cue is best looked up.

    Raises:
        PackError: the file or one of its cues cannot be used.
    """
    found = read(rules / STANCE, _Stance)
    lists = Lists(found.lists, usual)
    return Signs(
        lists=lists,
        signs={
            name: _phrases(each, lists, STANCE, looked_up=False)
            for name, each in found.signs.items()
        },
        people=frozenset(plain(found.lists["companions"]).split("|")),
    )


def recognizers(rules: Path, lists: Lists) -> tuple[CueRecognizer, ...]:
    """Every recognizer of the folder, in the order of their names.

    Raises:
        PackError: a file or a cue cannot be used, or a name stands twice.
    """
    files = sorted((rules / FOLDER).rglob("*.yml"))
    found = tuple(_ready(read(each, Written), each, lists) for each in files)
    names = [each.written.id for each in found]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise PackError("two recognizers are called %(name)s; rename one", name=twice[0])
    return found


def _ready(written: Written, path: Path, lists: Lists) -> CueRecognizer:
    if written.id != path.stem:
        raise PackError(
            "%(file)s: the id is not the name of the file; write id: %(stem)s",
            file=path.name,
            stem=path.stem,
        )
    return CueRecognizer(
        written=written,
        cues=_phrases((cue for each in written.cues.values() for cue in each), lists, path.name),
        unless=_phrases(written.unless, lists, path.name, looked_up=False),
        when=_phrases(written.when, lists, path.name, looked_up=False),
    )


def _phrases(
    cues: Iterable[str], lists: Lists, file: str, *, looked_up: bool = True
) -> tuple[Phrase, ...]:
    return tuple(phrase(each, lists, file, looked_up=looked_up) for each in cues)
