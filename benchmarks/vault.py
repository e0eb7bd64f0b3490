"""What keeping costs: the encrypted vault beside plain SQLite, importing with it and without, auditing twice.

    python -m benchmarks.vault store [FACTS]            # 1,000,000 facts of 200 bytes, encrypted and plain
    python -m benchmarks.vault open                     # opening a vault, beside the passphrase's own cost
    python -m benchmarks.vault import FOLDER [NETWORK]  # rows of an export into the vault, and without one
    python -m benchmarks.vault again CASE               # a first and a second audit of an unchanged case

CPU seconds are user and system time of a process of its own, memory is its peak.
"""

import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from auditor.collect.sources import Access

PASSPHRASE = "only for this benchmark"
NOW = datetime(2026, 11, 25, tzinfo=UTC)
BODY = 200


def timed(work: Callable[[], object]) -> float:
    """CPU seconds of some work in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def store(count: int) -> None:
    """Insert, group and read facts three times: the vault's database, the same engine without a key, the library's."""
    bodies = [os.urandom(BODY) for _ in range(1_000)]
    rows = [(each, bodies[each % 1_000]) for each in range(count)]
    print(f"{count:,} facts of {BODY} B, CPU s     insert   group   ratio")
    for _ in range(3):
        first = 0.0
        for name, opened in STORES.items():
            with (
                tempfile.TemporaryDirectory() as folder,
                closing(opened(Path(folder))) as connection,
            ):
                spent = (
                    timed(lambda at=connection: _insert(at, rows)),
                    timed(lambda at=connection: _group(at)),
                )
            first = first or spent[0]
            print(f"{name:30} {spent[0]:9.2f} {spent[1]:7.2f} {spent[0] / first:7.2f}")


def _insert(connection: Any, rows: list[tuple[int, bytes]]) -> None:
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO facts VALUES (?, ?)", rows)
    connection.execute("COMMIT")


def _group(connection: Any) -> None:
    list(connection.execute("SELECT substr(body, 1, 1), count(*) FROM facts GROUP BY 1"))


def vault(folder: Path) -> Any:
    """The database of a vault."""
    from auditor.store.vault import database

    return database.create(folder, os.urandom(32))


def same(folder: Path) -> Any:
    """The same engine, without a key."""
    import apsw

    return _plain(apsw.Connection(str(folder / "plain.db")))


def library(folder: Path) -> Any:
    """SQLite as Python's library brings it."""
    return _plain(sqlite3.connect(folder / "plain.db", isolation_level=None))


def _plain(connection: Any) -> Any:
    """The vault's settings, but no key."""
    from auditor.store.vault.database import CACHE_KIB

    settings = "locking_mode=exclusive journal_mode=wal synchronous=full secure_delete=on temp_store=memory"
    for each in (*settings.split(), f"cache_size=-{CACHE_KIB}"):
        list(connection.execute(f"PRAGMA {each}"))
    connection.execute("CREATE TABLE facts(place INTEGER PRIMARY KEY, body BLOB NOT NULL)")
    return connection


STORES = {"vault": vault, "same engine, no key": same, "Python's sqlite3": library}


def opening() -> None:
    """Open a vault ten times; the passphrase's cost apart."""
    from auditor.store.vault import door, key

    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder)
        door.create(case, PASSPHRASE, now=NOW)
        file = key.read(case / door.FOLDER)
        kdf, all_ = [], []
        for _ in range(10):
            kdf.append(timed(lambda: key.unwrap(file, PASSPHRASE)))
            all_.append(timed(lambda: _opened(case)))
    print(
        f"passphrase {min(kdf):.3f} CPU s, opening {min(all_):.3f}, beyond {min(all_) - min(kdf):.3f}"
    )


def _opened(case: Path) -> None:
    from auditor.store.vault import door

    with door.opened(case, PASSPHRASE, now=NOW):
        pass


def imports(folder: Path, network: str) -> None:
    """Rows of an export: read alone, and read into a vault, each in a process of its own."""
    size = sum(
        each.stat().st_size for each in ([folder] if folder.is_file() else folder.rglob("*"))
    )
    for way in ("without", "vault"):
        out = _child("one_import", str(folder.resolve()), network, way)
        speed = size / 1e6 / out["cpu"]
        print(
            f"{way:8} {out['rows']:9,} posts {out['cpu']:6.2f} CPU s {speed:6.1f} MB/CPU s; peak"
            f" {out['peak']:6.1f} MB while importing, {out['opening']:.1f} MB before"
        )


def one_import(folder: str, network: str, way: str) -> None:
    """Read one export through the road's own reader; print what it cost."""
    from auditor.model.profile import Batch, Profile

    access = _access(Path(folder), network)
    if way == "vault":
        spent, posts, opening = _into_vault(access)
    else:
        opening, start = _peak(), time.process_time()
        posts = sum(len(each.posts) for each in access.read() if isinstance(each, Profile | Batch))
        spent = time.process_time() - start
    print(json.dumps({"cpu": spent, "peak": _peak(), "opening": opening, "rows": posts}))


def _forget_peak() -> None:
    """Let the kernel count the peak from here on: opening takes 64 MiB for the passphrase, and gives it back."""
    Path("/proc/self/clear_refs").write_text("5")


def _peak() -> float:
    """The peak since then, in MB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def _access(folder: Path, network: str) -> "Access":
    from auditor.collect.cards import cards
    from auditor.collect.sources import collect
    from auditor.model.mandate import Mandate, Purpose, Source, Subject
    from auditor.resources.folders import folder as ours

    mandate = Mandate(
        subject=Subject(name="Zoé"),
        purpose=Purpose.TRAINING,
        language="fr",
        signed_on=NOW.date(),
        expires_on=NOW.date(),
        fictional=True,
        sources=(Source(id="export", path=folder.name, network=network),),
    )
    networks = cards(ours("rules") / "networks")
    (access,) = collect(mandate, folder.parent, networks=networks, now=NOW)
    return access


def _into_vault(access: "Access") -> tuple[float, int, float]:
    """CPU seconds of the import, the posts that are kept, and the peak of memory before: opening is not counted."""
    from auditor.store.vault import door

    with tempfile.TemporaryDirectory() as case:
        door.create(Path(case), PASSPHRASE, now=NOW)
        with door.opened(Path(case), PASSPHRASE, now=NOW) as vault:
            opening = _peak()
            _forget_peak()
            start = time.process_time()
            vault.imported("export", lambda: "stamp", access.read)
            posts = vault.count("rows WHERE kind = 'post'")
        return time.process_time() - start, posts, opening


def again(case: Path) -> None:
    """The whole command twice on an unchanged case with a vault, and once without."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "case"
        shutil.copytree(case, place)
        print(f"without  {_audited(place, folder, vault=False):6.2f} CPU s")
        _command(["vault", "create", str(place)], folder, vault=True)
        first = _audited(place, folder, vault=True)
        second = [_audited(place, folder, vault=True) for _ in range(5)]
        best = sorted(second)[len(second) // 2]
        print(
            f"first    {first:6.2f} CPU s\nagain    {best:6.2f} CPU s, {best / first:.0%} of the first (median of 5)"
        )


def _audited(case: Path, folder: str, *, vault: bool) -> float:
    return _command(
        ["audit", str(case), "--quiet", "--to", f"{folder}/report.html"], folder, vault=vault
    )


def _command(arguments: list[str], folder: str, *, vault: bool) -> float:
    """CPU seconds of one command of the program."""
    secret = Path(folder) / "passphrase"
    secret.write_text(PASSPHRASE)
    with secret.open("rb") as lines:
        number = lines.fileno()
        extra = ["--passphrase-fd", str(number)] if vault else []
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, "-m", "auditor", *arguments, *extra],
            check=False,
            pass_fds=(number,),
            stdout=subprocess.DEVNULL,
        )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _child(function: str, *arguments: str) -> dict[str, float]:
    code = f"from benchmarks.vault import {function}; {function}(*{arguments!r})"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    out = subprocess.run(
        [sys.executable, "-c", code], check=True, env=environment, capture_output=True, text=True
    )
    return json.loads(out.stdout.splitlines()[-1])


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["store", *rest]:
            store(int(rest[0]) if rest else 1_000_000)
        case ["open"]:
            opening()
        case ["import", where, *rest]:
            imports(Path(where), rest[0] if rest else "mastodon")
        case ["again", where]:
            again(Path(where))
        case _:
            print(__doc__)
