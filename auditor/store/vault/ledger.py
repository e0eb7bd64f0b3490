"""The database and the trail of an open vault: what is changed is written down in the same transaction."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import apsw
from msgspec import msgpack

from auditor import __version__
from auditor.errors import VaultError
from auditor.store.vault import trail
from auditor.store.vault.database import reading
from auditor.store.vault.key import Key
from auditor.store.vault.trail import Count, Entry, Head, Verb

TABLES = {
    "imports": Count.SOURCES,
    "rows": Count.ROWS,
    "records": Count.RECORDS,
    "facts": Count.FACTS,
    "views": Count.VIEWS,
    "results": Count.RESULTS,
    "judgements": Count.JUDGEMENTS,
}
"""Table → what its rows count as."""


@dataclass(slots=True, kw_only=True)
class Ledger:
    """What a vault is made of, open; nobody else has it open meanwhile."""

    case: Path
    folder: Path
    key: Key
    database: apsw.Connection
    head: Head
    size: int
    """Bytes of the trail that hold."""
    now: datetime

    def note(self, name: str) -> Any:
        """A single value kept under a name; None where there is none."""
        found = list(self.ask("SELECT value FROM meta WHERE name = ?", name))
        return found[0][0] if found else None

    def set_note(self, name: str, value: str | int | None) -> None:
        """Keep a single value; to be called in a transaction."""
        self.database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def count(self, what: str, *values: str) -> int:
        """How many rows a table has, all of them or where something holds."""
        ((found,),) = self.ask(f"SELECT count(*) FROM {what}", *values)  # noqa: S608
        return int(found)

    def delete(self, what: str, *values: str | int) -> int:
        """Delete from a table, all of it or where something holds; how many rows went."""
        self.database.execute(f"DELETE FROM {what}", values)  # noqa: S608
        return int(self.database.changes())

    def forget_pages(self) -> None:
        """After rows were deleted: nothing of them stays in the log of the database either."""
        with reading():
            self.database.pragma("wal_checkpoint(truncate)")

    def act(self, verb: Verb, counts: Mapping[Count, int] | None = None) -> None:
        """Write down what is done; to be called in the transaction that does it."""
        entry = Entry(number=0, at=self.now, verb=verb, counts=counts or {}, version=__version__)
        entry = trail.sealed(entry, self.head, self.key.of("trail"))
        try:
            self.size = trail.append(self.folder, entry, self.size)
        except OSError as failure:
            raise VaultError(
                "%(file)s cannot be written (%(type)s); free some space and run again",
                file=trail.FILE,
                type=type(failure).__name__,
            ) from None
        self.head = Head(number=entry.number, mac=entry.mac)
        self.keep_head()

    def keep_head(self) -> None:
        """Let the database know the last link of the trail; to be called in a transaction."""
        self.set_note("head", msgpack.encode(self.head).hex())

    def kept_head(self) -> Head:
        """The last link that the database knows."""
        written = self.note("head")
        return msgpack.decode(bytes.fromhex(written), type=Head) if written else Head()

    def ask(self, wanted: str, *values: Any) -> Iterator[Any]:
        """What the database answers, row by row."""
        with reading():
            yield from self.database.execute(wanted, values)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what is done in it, or nothing."""
        with reading(), self.database:
            yield
