"""What is known of pictures and documents as a kind (`rules/media.yml`)."""

from dataclasses import dataclass
from functools import cache

from auditor.model.names import fold
from auditor.resources.folders import folder
from auditor.resources.read import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number that says where it comes from."""

    value: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """When two difference hashes are of one picture."""

    same_within: Number
    least_contrast: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Everything of `media.yml`."""

    picture_hash: Alike
    captions: tuple[str, ...]
    """What cameras write where a caption would stand."""
    names: tuple[str, ...]
    """What programs write where a person's name would stand."""
    companies: tuple[str, ...]
    """What programs write where a firm would stand."""


@cache
def table() -> Table:
    """The table.

    Raises:
        PackError: the file is missing or has faults.
    """
    return load(folder("rules") / "media.yml", Table)


def caption(text: str) -> str:
    """A text that somebody wrote; empty for what a camera writes on its own."""
    return _unless(text, table().captions)


def name(text: str) -> str:
    """A name that somebody gave; empty for what a program writes on its own."""
    return _unless(text, table().names)


def company(text: str) -> str:
    """A firm that somebody named; empty for what a program writes on its own."""
    return _unless(text, table().companies)


def _unless(text: str, known: tuple[str, ...]) -> str:
    text = "\n".join(" ".join(line.split()) for line in text.strip("\x00 \n").split("\n")).strip()
    return "" if fold(text) in {fold(each) for each in known} else text
