"""The lexicons of `rules/screening/grounds/`: each ground's words, what must stand near, what else they mean."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from auditor.errors import PackError
from auditor.resources import read
from auditor.screening.redact.phrase import Phrase, phrase
from auditor.screening.redact.plain import plain

TABLE = "grounds.yml"
FOLDER = "grounds"
KEPT = ""
"""In place of a ground: what these words say is no ground at all."""
_STEM = 3
"""Letters that a word with any ending (``voil*``) has at least."""
_SPELLED = re.compile(r"[a-z]+(?:[ '-][a-z]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weak:
    """Words that tell a ground only beside others, or not beside others."""

    words: tuple[str, ...]
    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file of a ground."""

    id: str
    name: Mapping[str, str]
    source: str
    lists: Mapping[str, str] = field(default_factory=dict)
    fr: tuple[str | Weak, ...] = ()
    en: tuple[str | Weak, ...] = ()
    kept: tuple[str, ...] = ()
    """Words that look like the ground and are none; they win where they say more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Words from a table of `data/`, as a list."""

    table: str
    columns: tuple[str, ...]
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """How far away a word still stands near another."""

    letters: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What all grounds share (`rules/screening/grounds.yml`)."""

    label: Mapping[str, str]
    added: Mapping[str, str]
    """The name of what a person masked by hand."""
    near: Near
    lists: Mapping[str, str]
    tables: Mapping[str, Named]
    kept: tuple[str, ...]
    kinds: Mapping[str, str]
    """Kinds of facts that the project's recognizers find → the ground each tells."""
    nobodys: tuple[str, ...]
    """Words of firms, products and headings that a model of names takes for persons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A phrase of a ground, ready to be searched."""

    ground: str
    phrase: Phrase
    near: str | None = None
    """The pattern of what must stand near; made ready when it is first asked for, as few ever are."""
    unless: str | None = None
    kept: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """Every lexicon, by the words its phrases begin with."""

    table: Table
    names: Mapping[str, Mapping[str, str]]
    """Ground → its name per language; in the order of the files, which is that of a label."""
    by_word: Mapping[str, tuple[Entry, ...]]
    by_stem: Mapping[str, tuple[Entry, ...]]
    labels: re.Pattern[str]
    """A mask that a text already holds."""

    @property
    def stems(self) -> tuple[int, ...]:
        """The lengths that stems have."""
        return tuple(sorted({len(each) for each in self.by_stem}))


def table(rules: Path) -> Table:
    """What all grounds share.

    Raises:
        PackError: it cannot be used.
    """
    return read.load(rules / "screening" / TABLE, Table)


@cache
def load(rules: Path, data: Path) -> Grounds:
    """All lexicons, read once in the life of the program.

    Raises:
        PackError: a file cannot be used.
    """
    shared = table(rules)
    files = sorted((rules / "screening" / FOLDER).glob("*.yml"))
    written = [read.load(path, Written) for path in files]
    lists = {**shared.lists, **{name: _named(each, data) for name, each in shared.tables.items()}}
    entries = [entry for each in written for entry in _entries(each, {**lists, **each.lists})]
    entries.extend(_kept(KEPT, shared.kept, lists, TABLE))
    names = {each.id: each.name for each in written}
    return Grounds(
        table=shared,
        names=names,
        by_word=_looked_up(entries, stems=False),
        by_stem=_looked_up(entries, stems=True),
        labels=_labels(shared, names),
    )


def _entries(written: Written, lists: Mapping[str, str]) -> Iterator[Entry]:
    file = f"{written.id}.yml"
    for asked in (*written.fr, *written.en):
        weak = Weak(words=(asked,)) if isinstance(asked, str) else asked
        near, unless = (_any(each, lists, file) for each in (weak.near, weak.unless))
        for words in weak.words:
            made = phrase(words, lists, file)
            yield Entry(ground=written.id, phrase=made, near=near, unless=unless)
    yield from _kept(written.id, written.kept, lists, file)


def _kept(
    ground: str, written: Iterable[str], lists: Mapping[str, str], file: str
) -> Iterator[Entry]:
    for each in written:
        yield Entry(ground=ground, phrase=phrase(each, lists, file), kept=True)


def _any(written: tuple[str, ...], lists: Mapping[str, str], file: str) -> str | None:
    """One pattern for all the words of which one must, or must not, stand near."""
    if not written:
        return None
    made = "|".join(phrase(each, lists, file).text for each in written)
    return rf"(?<![^\W_])(?:{made})(?![^\W_])"


def _looked_up(entries: Iterable[Entry], *, stems: bool) -> Mapping[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for word in entry.phrase.first:
            if word.endswith("*") is stems:
                found[_stem(word, entry) if stems else word].append(entry)
    return {word: tuple(each) for word, each in found.items()}


def _stem(word: str, entry: Entry) -> str:
    if len(word) <= _STEM:
        raise PackError(
            "%(file)s: the phrase “%(written)s” cannot be read; see the signs at the top of phrase.py",
            file=f"{entry.ground}.yml",
            written=entry.phrase.written,
        )
    return word[:-1]


def _named(asked: Named, data: Path) -> str:
    """The words of a table as the alternatives of a list; what is no plain word stays out."""
    rows = read.table(data / asked.table)
    chosen = (row for row in rows if asked.kind is None or row["kind"] == asked.kind)
    words = dict.fromkeys(plain(row[column]).text for row in chosen for column in asked.columns)
    return "|".join(each for each in words if _SPELLED.fullmatch(each))


def _labels(shared: Table, names: Mapping[str, Mapping[str, str]]) -> re.Pattern[str]:
    """Masks as this program writes them; anything else in brackets is text like the rest."""
    made = []
    for language, label in shared.label.items():
        known = [each[language] for each in (*names.values(), shared.added)]
        one = f"(?:{'|'.join(map(re.escape, known))})"
        made.append(re.escape(label).replace(re.escape("%(grounds)s"), f"{one}(?:, {one}){{0,30}}"))
    return re.compile("|".join(made))
