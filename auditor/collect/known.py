"""Which network's export an archive or a lone file is, told by what is in it."""

import csv
import io
from collections.abc import Container, Iterable
from dataclasses import dataclass
from itertools import islice

from auditor.collect import stream
from auditor.collect.archive import Archive
from auditor.collect.encodings import START, encoding_of
from auditor.collect.labels import key
from auditor.collect.layout import Alone, Layout, layouts
from auditor.collect.unreadable import UnreadableError

_HEADER_WITHIN = 12
"""Records before which the header of a table stands: the longest preamble met has two."""
_NONE = 0
_MOST_ASKED = 8
"""Files of one name whose content is looked at: an archive of one account has one, or its parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lone:
    """A file of an export that came without the others."""

    network: str
    member: str
    """The member of the export that it is."""


def networks() -> Iterable[str]:
    """The networks whose exports are read."""
    return layouts().keys()


def readable() -> frozenset[str]:
    """The networks whose data some export that is read holds."""
    return frozenset(each for name, one in layouts().items() for each in (name, *one.holds))


def of_archive(archive: Archive) -> str | None:
    """The network whose export it is: the one most of whose files are there.

    Where two have as many, the content of the files decides; where it does not, neither is taken.
    Where it says that both are there, the first is taken; `beside` names the other.
    """
    scores = {name: _score(archive, each) for name, each in layouts().items()}
    best = max(scores.values(), default=_NONE)
    if best == _NONE:
        return None
    tied = [name for name, score in scores.items() if score == best]
    if len(tied) > 1:
        tied = [name for name in tied if _tells(archive, layouts()[name])]
    return tied[0] if tied else None


def beside(archive: Archive, network: str) -> list[str]:
    """The other networks of which it holds a file, told by its content."""
    own = {name for ends in layouts()[network].parts.values() for name in archive.ending(*ends)}
    return [
        name
        for name, layout in layouts().items()
        if name != network and _tells(archive, layout, but=own)
    ]


def is_html(archive: Archive, network: str) -> bool:
    """Is it the flavour of the export that is made for reading, without the data?"""
    layout = layouts()[network]
    return archive.has(*layout.html) and not any(
        archive.has(*ends) for ends in layout.parts.values()
    )


def lone(start: bytes) -> Lone | None:
    """The file of an export that begins so; `start` is its first megabyte, or all of it."""
    if not start.strip():
        return None
    found = _Start(start)
    return next(
        (
            Lone(network=name, member=sign.as_)
            for name, layout in layouts().items()
            for sign in layout.alone
            if found.has(sign)
        ),
        None,
    )


def _score(archive: Archive, layout: Layout) -> int:
    """How many parts are there, with the pages of the HTML flavour; none that others may have too."""
    parts = sum(archive.has(*ends) for ends in layout.parts.values())
    score = parts + sum(archive.has(each) for each in layout.html)
    return score if not layout.common or (score and _tells(archive, layout)) else _NONE


def _tells(archive: Archive, layout: Layout, but: Container[str] = ()) -> bool:
    """Does a file's content say so too?"""
    for sign in layout.alone:
        names = (name for name in archive.ending(sign.as_) if name not in but)
        for name in islice(names, _MOST_ASKED):
            try:
                with archive.stream(name) as file:
                    if _Start(file.read(stream.WHOLE)).has(sign):
                        return True
            except UnreadableError:
                continue
    return False


class _Start:
    """The start of a file, taken apart no further than is asked."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._text = data.removeprefix(b"\xef\xbb\xbf").lstrip()
        self._keys: frozenset[str] | None = None
        self._rows: list[frozenset[str]] | None = None

    def has(self, sign: Alone) -> bool:
        """Is everything there that the sign names?"""
        text = self._text
        if sign.starts is not None and not text.startswith(sign.starts.encode()):
            return False
        if sign.hex is not None and not self._data.startswith(bytes.fromhex(sign.hex)):
            return False
        if sign.holds is not None and sign.holds.encode() not in self._data:
            return False
        if sign.keys and not (text[:1] in {b"{", b"["} and set(sign.keys) <= self.keys()):
            return False
        return not sign.columns or (
            text[:1] not in {b"{", b"[", b"<"} and self._heads({key(each) for each in sign.columns})
        )

    def keys(self) -> frozenset[str]:
        """Keys of the document's object, or of the first object of its array."""
        if self._keys is None:
            self._keys = frozenset(stream.keys(self._data))
        return self._keys

    def _heads(self, wanted: Iterable[str]) -> bool:
        if self._rows is None:
            self._rows = _first_rows(self._data)
        return any(set(wanted) <= row for row in self._rows)


def _first_rows(data: bytes) -> list[frozenset[str]]:
    start = data[:START]
    encoding = encoding_of(start)
    if encoding is None:
        return []
    text = start.decode(encoding, errors="replace")
    rows: list[frozenset[str]] = []
    try:
        for record in csv.reader(io.StringIO(text, newline="")):
            rows.append(frozenset(map(key, record)))
            if len(rows) >= _HEADER_WITHIN:
                break
    except csv.Error:
        pass
    return rows
