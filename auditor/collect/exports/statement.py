"""What an official export states of an account: gathered part by part, handed on as a profile.

A reader of an export opens its parts by their names in `rules/exports/<network>.yml`, tells fields and
links, and gives its posts as an iterator: they are handed on in batches, so that a long one is never
held at once. A part that is missing is silent; one that cannot be read is a failure, and the rest goes on.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from typing import Any

from auditor.collect import jsontext, stream
from auditor.collect.accounts import account_of
from auditor.collect.archive import Archive
from auditor.collect.exports import table
from auditor.collect.exports.handed import MOST, Faults, part
from auditor.collect.exports.mojibake import Repair
from auditor.collect.labels import key
from auditor.collect.layout import Layout, layout
from auditor.collect.reading import Context
from auditor.collect.sight import sight
from auditor.collect.unreadable import UnreadableError, failed
from auditor.model.profile import Batch, Field, Item, Post, Profile
from auditor.model.text import Text, say
from auditor.model.visibility import Sight, Visibility

LONGEST_LABEL = 60
Dates = tuple[date | None, date | None]


@dataclass(slots=True, kw_only=True)
class Statement:
    """One export, as far as it was read."""

    network: str
    archive: Archive
    context: Context
    url: str | None = None
    handle: str | None = None
    parts: set[str] = field(default_factory=set)
    """Parts that were there."""
    shown: Visibility | None = None
    """Who sees the account's posts, where the export states it."""
    layout: Layout = field(init=False)
    _fields: dict[Field, None] = field(default_factory=dict)
    _links: dict[str, None] = field(default_factory=dict)
    _faults: Faults = field(init=False)
    _sights: dict[tuple[str, Visibility | None], Sight] = field(default_factory=dict)
    _stated: dict[str, Visibility] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.layout = layout(self.network)
        self._faults = Faults(self.context.source.id)
        card = self.context.network or self.context.networks.get(self.network)
        self.context = replace(self.context, network=card)

    # What the export holds

    def members(self, part: str) -> list[str]:
        """The files of a part; a failure where two exports stand in one archive."""
        try:
            found = self.archive.matching(*self.layout.parts[part])
        except UnreadableError as fault:
            self.parts.add(part)
            self.fault(fault)
            return []
        if found:
            self.parts.add(part)
        return found

    def document(self, part: str, *, mojibake: bool = False) -> Any:
        """The JSON of a part that is one file; None where it is missing or cannot be read."""
        return next(self.documents(part, mojibake=mojibake), None)

    def documents(self, part: str, *, mojibake: bool = False) -> Iterator[Any]:
        """The JSON of each file of a part, held whole: for parts that are never long.

        `mojibake`: the network writes its text byte by byte; each file is repaired by itself.
        """
        for name in self.members(part):
            try:
                data = self.archive.read(name)
                found = jsontext.parse(stream.bare(data))
            except UnreadableError as fault:
                self.fault(fault)
                continue
            yield self._mended(found, name) if mojibake else found

    def elements(self, part: str, of: Any = Any, under: Iterable[str] = ()) -> Iterator[list[Any]]:
        """The elements of the arrays of a part's files, some at a time, at flat memory.

        `under` names the keys the array may stand under, where the file is not the array itself.
        """
        for name in self.members(part):
            yield from self.streamed(name, of, under)

    def streamed(self, name: str, of: Any = Any, under: Iterable[str] = ()) -> Iterator[list[Any]]:
        """The elements of the array of one file; what cannot be read becomes a failure."""
        try:
            with self.archive.stream(name) as file:
                start = file.read(stream.WHOLE)
                array = stream.opened(start, file) or stream.opened(start, file, *under)
                if array is None:
                    raise jsontext.refused(say("the JSON has another form than was expected"))
                for batch in stream.elements(array, of):
                    if isinstance(batch, UnreadableError):
                        self.fault(batch)
                    else:
                        yield batch
        except UnreadableError as fault:
            self.fault(fault)

    def rows(self, part: str) -> Iterator[table.Row]:
        """The rows of a part's tables, columns by our names; a failure where one cannot be read."""
        for name in self.members(part):
            try:
                with self.archive.stream(name) as file:
                    yield from table.rows(file, self.layout.column, self.short(name))
            except UnreadableError as fault:
                self.fault(fault)

    def doubt(self, repair: Repair, name: str) -> None:
        """Say how many texts of a file may have broken letters, and were left as they are."""
        if repair.odd:
            self.fail(
                say(
                    "%(file)s: %(count)s texts may have broken letters, and are left as written",
                    file=self.short(name),
                    count=repair.odd,
                ),
                say("look them up on the network itself"),
            )

    def _mended(self, found: Any, name: str) -> Any:
        repair = Repair()
        found = repair.value(found)
        self.doubt(repair, name)
        return found

    @staticmethod
    def short(name: str) -> str:
        """The name of a member as a failure may show it."""
        return name.replace("\\", "/").rpartition("/")[2]

    # What it says

    def sight(self, name: str, stated: Visibility | None = None) -> Sight:
        """Who sees a field or `posts`: as stated (`UNKNOWN`: not understood), else by the network's card."""
        known = self._sights.get((name, stated))
        if known is None:
            card = None if stated is Visibility.UNKNOWN else self.context.network
            known = sight(name, replace(self.context, network=card), stated)
            self._sights[name, stated] = known
        return known

    def stated(self, word: str | None) -> Visibility | None:
        """The visibility that a word of the export states; None without one, `UNKNOWN` if not understood."""
        word = (word or "").strip()
        if word and word not in self._stated:
            self._stated[word] = Visibility(self.layout.level.get(key(word), Visibility.UNKNOWN))
        return self._stated.get(word)

    def tell(
        self,
        kind: str,
        text: object,
        *,
        stated: Visibility | None = None,
        dates: Dates | None = None,
    ) -> None:
        """Add a field, unless it is empty or already there."""
        said = " ".join(str(text).split()) if isinstance(text, str | int | float) else ""
        if said:
            self._fields[
                Field(
                    name=kind,
                    text=said,
                    sight=self.sight(kind, stated),
                    period=dates if dates != (None, None) else None,
                )
            ] = None

    def tell_labelled(self, label: str, text: object, *, stated: Visibility | None = None) -> None:
        """Add a value under the kind that its label means; a label that is not known is kept."""
        name = self.layout.label.get(key(label))
        self.tell(name or f"label:{label.strip()[:LONGEST_LABEL]}", text, stated=stated)

    def link(self, url: str | None) -> None:
        """Add an address that the owner declares as theirs."""
        if url:
            self._links[url] = None

    def fault(self, fault: UnreadableError) -> None:
        """Keep why a part could not be read."""
        self._faults.add(fault.failure(self.context.source.id))

    def fail(self, reason: Text, mend: Text) -> None:
        """Keep a failure of the export."""
        self._faults.add(failed(self.context.source.id, reason, mend))

    # What is handed on

    def items(self, posts: Iterable[Post] = (), *, alone: bool = True) -> Iterator[Item]:
        """The profile, its posts in batches, the failures last; empty is one too, where it is `alone`."""
        posts = iter(posts)
        waiting = islice(posts, MOST)
        first = part(waiting)
        if self._fields or self._links or self.handle or first:
            yield self._profile(first)
        elif alone and not self._faults:
            self.fail(
                say("the export was recognised, but nothing in it could be read"),
                say("ask the network for the export again, with everything in it"),
            )
        while more := part(waiting):
            yield Batch(source=self.context.source.id, posts=more)
        if next(posts, None) is not None:
            self.fail(
                say("posts beyond %(count)s are left out", count=MOST),
                say("give the archive in parts"),
            )
        yield from self._faults

    def _profile(self, posts: tuple[Post, ...]) -> Profile:
        account, handle = account_of(self.context, self.url)
        handle = self.handle or handle
        if handle:
            self.tell("username", handle)
            account = account or f"{self.network}:{handle}"
        card = self.context.network
        return Profile(
            source=self.context.source.id,
            account=account,
            network=card.id if card else self.context.source.network or self.network,
            url=self.url,
            collector=f"exports.{self.network}",
            observed_at=self.context.observed_at,
            sight=self.sight("posts", self.shown),
            fields=tuple(self._fields),
            posts=posts,
            links=tuple(
                Field(name="bio_crosslink", text=url, sight=self.sight("bio_crosslink"))
                for url in self._links
            ),
        )
