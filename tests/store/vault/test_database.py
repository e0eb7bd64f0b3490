"""store/vault/database.py: opened the one safe way, or refused."""

import stat

import apsw
import pytest

from auditor.errors import VaultError
from auditor.store.vault import database
from auditor.store.vault.database import MIGRATIONS, migrate

KEY = b"k" * 32


@pytest.fixture
def folder(tmp_path):
    database.create(tmp_path, KEY).close()
    return tmp_path


def test_a_database_is_opened_hardened(folder):
    connection = database.connect(folder, KEY)
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "temp_store": 2,
        "auto_vacuum": 1,
        "locking_mode": "exclusive",
        "trusted_schema": 0,
        "user_version": len(MIGRATIONS),
        "cipher": "aegis",
    }
    assert {name: connection.pragma(name) for name in wanted} == wanted
    connection.execute("INSERT INTO meta VALUES ('a', 'b')")
    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()}
    assert modes == {"vault.db": 0o600, "vault.db-wal": 0o600}
    connection.close()
    assert [each.name for each in folder.iterdir()] == ["vault.db"]


def test_another_key_is_refused(folder):
    with pytest.raises(VaultError, match="damaged or belongs to another vault"):
        database.connect(folder, b"x" * 32)
    database.connect(folder, KEY).close()


def test_an_older_vault_is_brought_up_to_date(folder):
    connection = database.connect(folder, KEY)
    connection.execute("INSERT INTO meta VALUES ('kept', 1)")
    steps = (*MIGRATIONS, "CREATE TABLE sweeps(site TEXT)", "ALTER TABLE sweeps ADD verdict TEXT")
    migrate(connection, steps)
    assert connection.pragma("user_version") == len(steps)
    assert list(connection.execute("SELECT site, verdict FROM sweeps")) == []
    assert list(connection.execute("SELECT value FROM meta")) == [(1,)]
    migrate(connection, steps)
    connection.close()
    with pytest.raises(VaultError, match="newer version of auditor"):
        database.connect(folder, KEY)


def test_a_step_that_fails_changes_nothing(folder):
    connection = database.connect(folder, KEY)
    steps = (*MIGRATIONS, "CREATE TABLE sweeps(site TEXT)", "CREATE TABLE meta(again)")
    with pytest.raises(apsw.SQLError):
        migrate(connection, steps)
    assert connection.pragma("user_version") == len(MIGRATIONS)
    assert not list(connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'sweeps'"))
    connection.close()


def test_every_page_of_a_vault_is_in_use(folder):
    connection = database.connect(folder, KEY)
    with connection:
        connection.executemany(
            "INSERT INTO facts VALUES (?, ?)", ((each, b"x" * 300) for each in range(5_000))
        )
    with connection:
        connection.execute("DELETE FROM facts WHERE place % 7")
    assert connection.pragma("freelist_count") == 0
    assert database.is_whole(connection)
    connection.close()


def test_a_second_process_waits_and_then_refuses(folder, monkeypatch):
    monkeypatch.setattr(database, "PATIENCE", 50)
    first = database.connect(folder, KEY)
    with pytest.raises(VaultError, match="another auditor command is at work"):
        database.connect(folder, KEY)
    first.close()
    database.connect(folder, KEY).close()
