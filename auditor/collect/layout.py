"""What the official export of a network looks like: its files, columns and labels, in each language.

One file a network, `rules/exports/<network>.yml`: data, so that a renamed file or a French heading is a
line there and not code. Labels are compared folded (case, accents, apostrophes, colons).
"""

from collections.abc import Mapping
from functools import cache, cached_property

import msgspec

from auditor.collect.labels import key
from auditor.errors import PackError
from auditor.resources.folders import folder
from auditor.resources.read import plain

Written = dict[str, tuple[str, ...]]
"""Our name → as it is written."""


class Alone(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a file of the export is told by its content when it comes without the others."""

    as_: str = msgspec.field(name="as")
    """The member it is: a path that its part has."""
    starts: str | None = None
    """The text it starts with."""
    hex: str | None = None
    """The bytes it starts with, where it is no text."""
    keys: tuple[str, ...] = ()
    """Keys that a JSON object, or the first object of a JSON array, has: all of them."""
    columns: tuple[str, ...] = ()
    """Headings that the table has: all of them."""
    holds: str | None = None
    """A text that stands in its first megabyte."""


class Layout(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True
):  # dict: room for what is made of it once
    """One network's export."""

    source: str
    """Where it was seen, and when."""
    holds: tuple[str, ...] = ()
    """Other networks whose data it holds: one Takeout has those of several."""
    parts: Written
    """Part → ends of the paths of its files; ``*`` stands for any text but a slash."""
    common: bool = False
    """Do other archives have files of such names too (``comments.csv``)? Then what is in one has to tell."""
    alone: tuple[Alone, ...] = ()
    html: tuple[str, ...] = ()
    """Ends of paths that only the HTML flavour of the export has."""
    headers: Written = {}
    """Column → its heading."""
    labels: Written = {}
    """Kind of fact → the label of a value."""
    visibility: Written = {}
    """Visibility → as the export states it."""
    words: Written = {}
    """Whatever else a reader looks up: sections, values that mean nothing."""

    @cached_property
    def column(self) -> Mapping[str, str]:
        """Heading, folded → our name of the column."""
        return _turned(self.headers)

    @cached_property
    def label(self) -> Mapping[str, str]:
        """Label, folded → the kind of fact."""
        return _turned(self.labels)

    @cached_property
    def level(self) -> Mapping[str, str]:
        """The export's word, folded → the visibility."""
        return _turned(self.visibility)

    @cached_property
    def word(self) -> Mapping[str, str]:
        """Word, folded → our name."""
        return _turned(self.words)


@cache
def layouts() -> Mapping[str, Layout]:
    """Every export that is read, by network.

    Raises:
        PackError: a layout has a fault.
    """
    return {
        path.stem: layout(path.stem) for path in sorted((folder("rules") / "exports").glob("*.yml"))
    }


@cache
def layout(network: str) -> Layout:
    """The layout of a network's export.

    Raises:
        PackError: missing or faulty.
    """
    path = folder("rules") / "exports" / f"{network}.yml"
    found, _ = plain(path)
    try:
        return msgspec.convert(found, Layout)
    except msgspec.ValidationError as fault:
        raise PackError("%(file)s: %(fault)s", file=path.name, fault=fault) from None


def _turned(written: Written) -> Mapping[str, str]:
    return {key(each): name for name, all_ in written.items() for each in all_}
