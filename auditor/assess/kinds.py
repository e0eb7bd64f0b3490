"""The vocabulary of fact kinds: `rules/facts.yml`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from auditor.assess.review import LANGUAGES
from auditor.errors import PackError
from auditor.model.rule import Kind, Sensitivity
from auditor.resources.read import Fault, check, line_of, plain

FILE = "facts.yml"
ARTICLES = (None, 9, 10)
"""Articles of the GDPR that protect a kind beyond others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What the file holds: every kind of fact that rules, recognizers and reports speak of."""

    kinds: tuple[Kind, ...]


def kinds(folder: Path) -> Mapping[str, Kind]:
    """Every kind by its id, in the order of the file.

    Raises:
        PackError: the file cannot be used, a kind stands in it twice or contradicts itself.
    """
    data, node = plain(folder / FILE)
    found, faults = check(data, Vocabulary, file=FILE, node=node)
    if found is None or (faults := list(_faults(found.kinds, node))):
        raise PackError("%(faults)s", faults="\n".join(map(str, faults)))
    ids = [kind.id for kind in found.kinds]
    _refuse_repeats(ids)
    return dict(zip(ids, found.kinds, strict=True))


def _refuse_repeats(ids: Sequence[str]) -> None:
    repeated = sorted({each for each in ids if ids.count(each) > 1})
    if repeated:
        raise PackError(
            "%(file)s: these kinds stand twice: %(kinds)s; keep one of each",
            file=FILE,
            kinds=", ".join(repeated),
        )


def _faults(listed: Sequence[Kind], node: yaml.Node | None) -> Iterator[Fault]:
    for at, kind in enumerate(listed):
        for what in _flaws(kind):
            line = line_of(node, ("kinds", at))
            yield Fault(file=FILE, line=line, what=f"{kind.id}: {what}")


def _flaws(kind: Kind) -> Iterator[str]:
    """What can still be wrong with a kind whose shape is right."""
    for language in LANGUAGES:
        if not kind.name.get(language, "").strip():
            yield f"no name in {language}; write it"
    for name, listed in (("origin", kind.origin), ("harms", kind.harms)):
        if not listed or len(set(listed)) < len(listed):
            yield f"{name}: name one at least, and each once"
    if kind.article not in ARTICLES:
        yield "article: 9, 10 or left out"
    if (kind.sensitivity is Sensitivity.SPECIAL) is (kind.article is None):
        yield "sensitivity: special goes with article 9 or 10, and with nothing else"
