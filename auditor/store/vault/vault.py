"""A vault at work: what each stage of an audit made, kept under its stamp in the encrypted database."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from typing import Any

from msgspec import msgpack

from auditor.model.extraction import Extraction
from auditor.model.fact import Fact
from auditor.model.failure import Failure
from auditor.model.link import HumanJudgement
from auditor.model.profile import Page, Profile
from auditor.model.record import Record
from auditor.model.report import View
from auditor.model.viewer import Viewer
from auditor.store.judgements import Decision, decided
from auditor.store.keep import Read, Reused, Stamp
from auditor.store.rows import POST, Row, gathered, items, rows
from auditor.store.vault.ledger import Ledger
from auditor.store.vault.trail import Count, Verb

BATCH = 4_000
"""Rows of one transaction: what a crash makes an import do again, and about 2 MB."""


@dataclass(slots=True, kw_only=True)
class Vault(Ledger):
    """An open vault; it answers to `keep.Keep`."""

    reused: Reused = field(default_factory=Reused)

    def judgements(self) -> tuple[HumanJudgement, ...]:
        """Those kept here; what people write since is taken in when the case is opened."""
        return decided(self.decisions())

    def decisions(self) -> tuple[Decision, ...]:
        """The judgements kept here, with date and note."""
        found = self.ask("SELECT body FROM judgements ORDER BY lower, upper")
        return tuple(msgpack.decode(body, type=Decision) for (body,) in found)

    def decide(self, made: Iterable[Decision]) -> None:
        """Keep judgements; a later one on the same pair takes the place of the earlier."""
        bodies = [(*each.pair, msgpack.encode(each)) for each in made]
        with self.transaction():
            self.database.executemany("INSERT OR REPLACE INTO judgements VALUES (?, ?, ?)", bodies)
            self.act(Verb.JUDGED, {Count.JUDGEMENTS: len(bodies)})

    def retain(self, sources: Sequence[str]) -> None:
        """Forget what any other source showed. Results of past audits stay: they are what was found then."""
        known = [source for (source,) in self.ask("SELECT source FROM imports")]
        gone = [each for each in known if each not in sources]
        if gone:
            with self.transaction():
                rows = sum(self.forget(each) for each in gone)
                self.act(Verb.PURGED, {Count.SOURCES: len(gone), Count.ROWS: rows})
            self.forget_pages()
            self.reused.dropped = len(gone)

    def forget(self, source: str) -> int:
        """Delete what a source showed, in a transaction; how many rows went."""
        of_it = "rows WHERE import IN (SELECT id FROM imports WHERE source = ?)"
        gone = self.delete(of_it, source)
        self.delete("imports WHERE source = ?", source)
        return gone

    def imported(self, source: str, stamp: Stamp, read: Read) -> None:
        """Read the source unless all of it is kept; what an interrupted import wrote is not written again."""
        number, known = self._import(source, stamp())
        if known is None:
            self.reused.sources += 1
            return
        written_ = 0
        for batch in _batches(rows(read())):
            fresh = list(enumerate(batch, start=written_))[max(known - written_, 0) :]
            written_ += len(batch)
            if fresh:
                self._add(number, fresh, written_)
        with self.transaction():
            self.database.execute(
                "DELETE FROM rows WHERE import = ? AND place >= ?", (number, written_)
            )
            self.database.execute(
                "UPDATE imports SET rows = ?, complete = 1 WHERE id = ?", (written_, number)
            )
            self.act(Verb.IMPORTED, {Count.ROWS: written_})

    def _import(self, source: str, stamp: str) -> tuple[int, int | None]:
        """The number of the source, and how many of its rows are kept under this stamp; None: all."""
        with self.transaction():
            self.database.execute(
                "INSERT INTO imports(source, stamp, rows, complete) VALUES (?, ?, 0, 0) ON CONFLICT(source)"
                " DO UPDATE SET stamp = excluded.stamp, rows = 0, complete = 0 WHERE stamp != excluded.stamp",
                (source, stamp),
            )
            wanted = "SELECT id, rows, complete FROM imports WHERE source = ?"
            ((number, known, complete),) = self.ask(wanted, source)
        return number, None if complete else known

    def _add(self, number: int, fresh: Iterable[tuple[int, Row]], upto: int) -> None:
        with self.transaction():
            self.database.executemany(
                "INSERT OR REPLACE INTO rows VALUES (?, ?, ?, ?)",
                ((number, place, kind, body) for place, (kind, body) in fresh),
            )
            self.database.execute("UPDATE imports SET rows = ? WHERE id = ?", (upto, number))

    def shown(
        self, sources: Sequence[str], *, posts: bool = True
    ) -> list[Profile | Page | Failure]:
        """What the sources show, in their order; without `posts`, profiles come bare."""
        wanted = (
            "SELECT kind, body FROM rows JOIN imports ON id = import"
            " WHERE source = ? AND kind != ? ORDER BY place"
        )
        without = "" if posts else POST
        found = (row for each in sources for row in self.ask(wanted, each, without))
        return list(gathered(items(found)))

    def extraction(self, stamp: Stamp, make: Callable[[], Extraction]) -> Extraction:
        """The facts and records kept under this stamp, else those made now, kept from now on."""
        if self.note("extraction") == stamp():
            self.reused.extraction = True
            return Extraction(
                records=tuple(self._decoded("records", Record)),
                facts=tuple(self._decoded("facts", Fact)),
            )
        made = make()
        with self.transaction():
            self._replace("records", made.records)
            self._replace("facts", made.facts)
            self.database.execute("DELETE FROM views")
            self.set_note("extraction", stamp())
            self.act(
                Verb.EXTRACTED,
                {Count.RECORDS: len(made.records), Count.FACTS: len(made.facts)},
            )
        return made

    def _decoded(self, table: str, type_: type[Any]) -> Iterator[Any]:
        decode = msgpack.Decoder(type_).decode
        return (decode(body) for (body,) in self.ask(f"SELECT body FROM {table} ORDER BY place"))  # noqa: S608

    def _replace(self, table: str, made: Iterable[object]) -> None:
        encode = msgpack.Encoder().encode
        self.database.execute(f"DELETE FROM {table}")  # noqa: S608
        bodies = ((place, encode(each)) for place, each in enumerate(made))
        self.database.executemany(f"INSERT INTO {table} VALUES (?, ?)", bodies)  # noqa: S608

    def view(self, viewer: Viewer, stamp: Stamp, make: Callable[[], View]) -> View:
        """The view kept under this stamp, else the one made now, kept from now on."""
        wanted = "SELECT body FROM views WHERE viewer = ? AND stamp = ?"
        for (body,) in self.ask(wanted, viewer.value, stamp()):
            self.reused.views += 1
            return msgpack.decode(body, type=View)
        made = make()
        with self.transaction():
            self.database.execute(
                "INSERT OR REPLACE INTO views VALUES (?, ?, ?)",
                (viewer.value, stamp(), msgpack.encode(made)),
            )
        return made

    def finished(
        self, made_at: datetime, counts: Mapping[str, int], result: Callable[[], bytes]
    ) -> None:
        """Note the audit; its result is kept unless all of it was here before."""
        with self.transaction():
            if not self._is_known(counts):
                self.database.execute(
                    "INSERT INTO results(made_at, body) VALUES (?, ?)",
                    (made_at.isoformat(), zlib.compress(result())),
                )
            found = {Count(name): count for name, count in counts.items()}
            self.act(Verb.AUDITED, {**found, Count.REUSED: self.reused.sources})

    def earlier(self, counts: Mapping[str, int], day: date | None = None) -> bytes | None:
        """The last result that day or before; with no day, the last one that is not what this audit tells."""
        found = [number for number, at in self.dated() if day is None or at.date() <= day]
        if day is None and self._is_known(counts):
            found = found[:-1]
        return self.result(found[-1]) if found else None

    def _is_known(self, counts: Mapping[str, int]) -> bool:
        """Was all of the audit at work here before?"""
        return self.reused.extraction and self.reused.views == counts["views"]

    def results(self) -> Iterator[tuple[datetime, bytes]]:
        """The results of past audits, the oldest first, each as `audit --format json` gives it."""
        for made_at, body in self.ask("SELECT made_at, body FROM results ORDER BY id"):
            yield datetime.fromisoformat(made_at), zlib.decompress(body)

    def dated(self) -> tuple[tuple[int, datetime], ...]:
        """When each result was made, the oldest first, under the number that fetches it."""
        found = self.ask("SELECT id, made_at FROM results ORDER BY id")
        return tuple((number, datetime.fromisoformat(made_at)) for number, made_at in found)

    def result(self, number: int) -> bytes:
        """One result, as `audit --format json` gives it."""
        ((body,),) = self.ask("SELECT body FROM results WHERE id = ?", number)
        return zlib.decompress(body)


def _batches(found: Iterable[Row]) -> Iterator[list[Row]]:
    rest = iter(found)
    while batch := list(islice(rest, BATCH)):
        yield batch
