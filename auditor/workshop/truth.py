"""What is so in a fictional case: its `truth.yml`, read by the workshop and by tests, never by the product."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from auditor.errors import PackError
from auditor.model.names import slug
from auditor.model.viewer import Viewer
from auditor.resources.read import Fault, check, line_of, plain

FILE = "truth.yml"


class Join(StrEnum):
    """Five things that look like joins and are not the same."""

    SAME = "same"
    UNRESOLVED = "unresolved"
    INFERENCE = "inference"
    ABSENT = "absent"
    IMPERSONATION = "impersonation"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueSource:
    """A source, and whose it is."""

    id: str
    owner: str
    """``subject``, ``other`` or ``none``."""
    visibility: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueJoin:
    """What a careful reader would say of two records, of a list, or of what follows from several."""

    pattern: str
    kind: Join
    seen_from: Viewer
    """The least viewer who can make it."""
    of: str
    why: str
    left: str = ""
    right: str = ""
    origins: tuple[str, ...] = ()
    """The records that an inference follows from; ``from`` in the file."""
    gives: str = ""
    """What follows: a kind and a value."""
    source: str = ""
    """The list that was searched."""
    considered: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Two records that are not one person."""

    left: str
    right: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFact:
    """A fact that a source tells."""

    kind: str
    value: Any
    source: str
    about: str
    visibility: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoy:
    """A record that is easily taken for the subject's."""

    record: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """The whole file."""

    subject: Mapping[str, Any]
    sources: tuple[TrueSource, ...] = ()
    joins: tuple[TrueJoin, ...] = ()
    must_not_join: tuple[Apart, ...] = ()
    facts: tuple[TrueFact, ...] = ()
    decoys: tuple[Decoy, ...] = ()


def truth(folder: Path) -> Truth:
    """The truth of a case.

    Raises:
        PackError: there is none, or it has faults; all of them are named.
    """
    data, node = plain(folder / FILE, PackError)
    found, faults = check(_renamed(data), Truth, file=FILE, node=node)
    if found is None:
        raise PackError("%(faults)s", faults="\n".join(map(str, faults)))
    wrong = [
        Fault(file=FILE, line=line_of(node, ("joins", at)), what=f"joins.{at}: {what}")
        for at, each in enumerate(found.joins)
        if (what := _lacks(each))
    ]
    if wrong:
        raise PackError("%(faults)s", faults="\n".join(map(str, wrong)))
    return found


def _renamed(data: object) -> object:
    """``from`` is a word of Python and no name of a field."""
    if not isinstance(data, dict) or not isinstance(data.get("joins"), list):
        return data
    joins = [
        {"origins" if key == "from" else key: value for key, value in each.items()}
        if isinstance(each, dict)
        else each
        for each in data["joins"]
    ]
    return {**data, "joins": joins}


def _lacks(join: TrueJoin) -> str:
    """What a join of its kind must say and this one does not."""
    if join.kind is Join.INFERENCE:
        missing = [*(["from"] if not join.origins else []), *(["gives"] if not join.gives else [])]
    elif join.kind is Join.ABSENT:
        missing = [] if join.source else ["source"]
    else:
        missing = [name for name in ("left", "right") if not getattr(join, name)]
    return f"{' and '.join(missing)} missing; add it" if missing else ""


def record_id(named: str) -> str:
    """The id of a record that the truth names as the page writes it: ``p1b#Loïc T.`` → ``p1b#loic-t``."""
    source, _, written = named.partition("#")
    return f"{source}#{written if written == 'owner' else slug(written)}"


def is_named(record: str, named: str) -> bool:
    """Is the record the one of that id, or a row of a list that bears the name (``p1e#loic-trehardel-3``)?"""
    rest = record.removeprefix(named)
    return rest == "" or (record.startswith(f"{named}-") and rest[1:].isdigit())
