"""Blogger, as Google Takeout keeps it: the published posts of a blog's feed, read as a stream.

Drafts and what is in the bin are nobody's to see, comments are other people's: neither is handed on.
A feed that declares a document type (and with it entities) is not Blogger’s, and is not read.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from auditor.collect.dates import instant
from auditor.collect.exports.markup import plain
from auditor.collect.exports.statement import Statement
from auditor.collect.jsontext import refused
from auditor.collect.stream import Readable
from auditor.collect.unreadable import UnreadableError
from auditor.model.profile import Item, Post
from auditor.model.text import say

NETWORK = "blogger"
_WINDOW = 256 * 1024
_LARGEST = 2_000_000
"""Characters of one text, as many as the readers of pages take."""
_DEEPEST = 30
_MOST = 100_000
"""Entries of one blog: ten a day for thirty years would be as many."""
_KIND = "http://schemas.google.com/g/2005#kind"
_PIECES = frozenset(
    "title content published blogger:type blogger:status app:draft category".split()
)


def items(export: Statement, numbers: Iterator[int]) -> Iterator[Item]:
    """The blog with its published posts; nothing where the export holds none."""
    yield from export.items(_posts(export, numbers), alone=False)


def _posts(export: Statement, numbers: Iterator[int]) -> Iterator[Post]:
    seen = export.sight("posts")
    for name in export.members("blogs"):
        try:
            with export.archive.stream(name) as file:
                for each in entries(file):
                    text = "\n".join(filter(None, (plain(each["title"]), plain(each["content"]))))
                    if text and _is_public(each):
                        published_on, at = instant(each["published"])
                        yield Post(
                            id=f"post-{next(numbers)}",
                            text=text,
                            sight=seen,
                            published_on=published_on,
                            at=at,
                        )
        except UnreadableError as fault:
            export.fault(fault)


def _is_public(entry: dict[str, str]) -> bool:
    """A published post or page: of the form since 2018, or of the one before."""
    kind = (entry["blogger:type"] or entry["category"].rpartition("#")[2]).casefold()
    status = entry["blogger:status"].casefold() or "live"
    return kind in {"post", "page"} and status == "live" and entry["app:draft"] != "yes"


def entries(file: Readable) -> Iterator[dict[str, str]]:
    """The entries of an Atom feed: what Blogger says of each, empty where it does not.

    Raises:
        UnreadableError: no XML, cut or damaged further on, or with entities of its own.
    """
    reader = _Reader()
    try:
        while more := file.read(_WINDOW):
            reader.feed(more)
            yield from reader.take()
        reader.parser.Parse(b"", True)
    except expat.ExpatError:
        yield from reader.take()
        raise refused(say("the feed is cut or damaged")) from None
    yield from reader.take()


@dataclass(slots=True)
class _Reader:
    """What stands open in the feed, and the entries that are whole."""

    parser: expat.XMLParserType = field(default_factory=expat.ParserCreate)
    open_: list[str] = field(default_factory=list)
    entry: dict[str, list[str]] | None = None
    size: int = 0
    fed: int = 0
    count: int = 0
    done: list[dict[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = _refuse

    def feed(self, more: bytes) -> None:
        """Parse some bytes more; a tag without end would be kept for ever."""
        self.fed += len(more)
        self.parser.Parse(more, False)
        if self.fed - self.parser.CurrentByteIndex > _LARGEST:
            raise refused(say("the feed has another form than was expected"))

    def take(self) -> list[dict[str, str]]:
        """The entries that became whole."""
        done, self.done = self.done, []
        return done

    def _start(self, name: str, given: dict[str, str]) -> None:
        self.open_.append(name)
        if len(self.open_) > _DEEPEST:
            raise refused(say("the feed has another form than was expected"))
        if name == "entry":
            self.entry, self.size = {each: [] for each in _PIECES}, 0
            self.count += 1
            if self.count > _MOST:
                raise UnreadableError(
                    say("posts beyond %(count)s are left out", count=_MOST),
                    say("give the archive in parts"),
                )
        if name == "category" and self.entry is not None and given.get("scheme") == _KIND:
            self.entry["category"].append(given.get("term", ""))

    def _end(self, name: str) -> None:
        self.open_.pop()
        if name == "entry" and self.entry is not None:
            self.done.append({key: "".join(each).strip() for key, each in self.entry.items()})
            self.entry = None

    def _text(self, text: str) -> None:
        name = self.open_[-1] if self.open_ else ""
        parent = self.open_[-2] if len(self.open_) > 1 else ""
        if self.entry is not None and name in _PIECES and parent in {"entry", "app:control"}:
            self.size += len(text)
            if self.size > _LARGEST:
                raise refused(say("%(count)s items larger than 1 MB are left out", count=1))
            self.entry[name].append(text)


def _refuse(*_: object) -> NoReturn:
    raise refused(say("the feed has another form than was expected"))
