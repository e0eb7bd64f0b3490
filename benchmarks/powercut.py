"""What a power cut can leave of a vault: is everything acknowledged there, once and whole?

    python -m benchmarks.powercut [STATES]     # needs strace; 300 states of each kind by default

A child works on a vault under strace. Its system calls are played back up to a random moment, and the disk
is rebuilt as a cut could have left it: a write is safe once its file was synced; before, each 4 KiB of it
survives or not. Names are safe once their folder was synced. Three kinds of cut:

    killed     nothing is lost that was written (as after kill -9)
    data       unsynced data may be lost, names stay
    names      unsynced names may be lost too
"""

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

OLD, NEW = "quatre mots sans lien", "encore quatre mots sans lien"
NOW = datetime(2026, 11, 25, tzinfo=UTC)
PIECE = 4_096
CALLS = "openat,write,pwrite64,fsync,fdatasync,ftruncate,rename,unlink,unlinkat,linkat"
TOLD = 9
"""The descriptor on which the child says how far it got."""
REKEYED = 1_000


# The work


def work(case: Path) -> None:
    """Imports, judgements, a change of passphrase and a purge; each turn is acknowledged when it returned."""
    from auditor.model.link import Judgement
    from auditor.store.judgements import Decision
    from auditor.store.vault import door
    from auditor.store.vault import vault as vaults
    from auditor.store.vault.purge import purge

    vaults.BATCH = 50
    turn = 0
    for block, passphrase in enumerate((OLD, OLD, NEW, NEW)):
        with door.opened(case, passphrase, now=NOW) as vault:
            for _ in range(8):
                vault.imported(
                    "long", lambda turn=turn: f"stamp {turn}", lambda turn=turn: timeline(turn)
                )
                vault.decide([Decision(left="a", right=f"b{turn}", judgement=Judgement.SAME)])
                os.write(TOLD, b"%d\n" % turn)
                turn += 1
            if block == 2:
                purge(vault, "long")
        if block == 1:
            door.rekey(case, OLD, NEW, now=NOW, keyring=False)
            os.write(TOLD, b"%d\n" % REKEYED)


def timeline(turn: int) -> Iterator[object]:
    """A profile whose posts say of which turn they are."""
    from auditor.model.profile import Batch, Post, Profile
    from auditor.model.visibility import UNKNOWN_SIGHT

    yield Profile(
        source="long",
        account=None,
        network=None,
        url=None,
        collector="benchmark",
        observed_at=NOW,
        sight=UNKNOWN_SIGHT,
    )
    for first in range(0, 120, 40):
        posts = [
            Post(id=f"p{each}", text=f"{turn}: {'mot ' * (each * 7 % 90)}")
            for each in range(first, first + 40)
        ]
        yield Batch(source="long", posts=tuple(posts))


def verdict(case: Path, told: list[int]) -> str:
    """`ok`, or what a person lost."""
    from auditor.errors import AuditorError
    from auditor.store.vault import door, inspect

    turns = [each for each in told if each != REKEYED]
    for passphrase in (NEW,) if REKEYED in told else (OLD, NEW):
        try:
            inspect.check(case, passphrase, now=NOW)
        except AuditorError as error:
            fault = str(error)
            continue
        with door.opened(case, passphrase, now=NOW) as vault:
            return _held(vault, len(turns))
    return fault


def _held(vault: object, acknowledged: int) -> str:
    from auditor.store.rows import gathered

    found = sorted(int(each.right[1:]) for each in vault.decisions())
    if found != list(range(len(found))):
        return "a gap or a double"
    if len(found) < acknowledged:
        return "lost"
    for stamp, rows, complete in list(
        vault.database.execute("SELECT stamp, rows, complete FROM imports")
    ):
        if complete and rows != vault.count("rows"):
            return "doubled rows"
        if complete and vault.shown(["long"]) != list(gathered(timeline(int(stamp.split()[1])))):
            return "torn"
    return "ok"


# The recording


@dataclass(frozen=True, slots=True)
class Call:
    """One system call on a file of the vault."""

    kind: str
    file: str
    place: int | None = None
    data: bytes = b""
    other: str = ""


_BYTES = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FIRST = re.compile(r"(\w+)\((\d+)<([^>]*)>(\(deleted\))?")


def recorded(case: Path) -> list[Call]:
    """The calls of the child's work, in order."""
    trace = case.with_suffix(".trace")
    command = [
        "strace",
        "-f",
        "-y",
        "-xx",
        "-s",
        "10000000",
        "-e",
        f"trace={CALLS}",
        "-o",
        str(trace),
    ]
    child = [
        sys.executable,
        "-c",
        f"import os; os.dup2(os.open(os.devnull, os.O_WRONLY), {TOLD})\n",
    ]
    child[-1] += "from pathlib import Path; from benchmarks.powercut import work\n"
    child[-1] += f"work(Path({str(case)!r}))"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    subprocess.run([*command, *child], check=True, env=environment)
    folder = str(case / "vault")
    lines = (re.sub(r"^\d+\s+", "", line) for line in trace.read_text("utf-8").splitlines())
    found = [call for line in lines if "= -1 " not in line for call in _call(line, folder)]
    trace.unlink()
    return found


def _call(line: str, folder: str) -> Iterator[Call]:
    texts = [bytes.fromhex(each.replace("\\x", "")) for each in _BYTES.findall(line)]
    names = [each.decode(errors="replace") for each in texts[:2]]
    kind = line.partition("(")[0]
    if kind == "linkat" and names[-1].startswith(folder):
        yield Call("link", names[-1])
    elif kind == "openat" and names and names[0].startswith(folder) and "O_CREAT" in line:
        yield Call("create", names[0])
    elif kind == "rename" and names[0].startswith(folder):
        yield Call("rename", names[0], other=names[1])
    elif kind in {"unlink", "unlinkat"} and names[0].startswith(folder):
        yield Call("unlink", names[0])
    elif first := _FIRST.match(line):
        yield from _on_file(first, line, texts, folder)


def _on_file(first: re.Match[str], line: str, texts: list[bytes], folder: str) -> Iterator[Call]:
    kind, number, name, nameless = first.groups()
    if int(number) == TOLD and kind == "write":
        yield Call("told", "", place=int(texts[0]))
        return
    file = bytes.fromhex(name.replace("\\x", "")).decode(errors="replace")
    if not file.startswith(folder):
        return
    file = f"nameless {file}" if nameless else file
    last = re.search(r", (\d+)\)\s+=", line)
    if kind in {"write", "pwrite64"}:
        yield Call("write", file, int(last[1]) if kind == "pwrite64" and last else None, texts[-1])
    elif kind == "ftruncate" and last:
        yield Call("cut", file, int(last[1]))
    elif kind in {"fsync", "fdatasync"}:
        yield Call("sync", file)


# The playback


@dataclass(slots=True)
class File:
    """What a file holds now, what of it is safe, and what was written since it was synced."""

    now: bytearray = field(default_factory=bytearray)
    safe: bytearray = field(default_factory=bytearray)
    open: list[tuple[int, bytes | None]] = field(default_factory=list)

    def write(self, place: int | None, data: bytes) -> None:
        """Write at a place, or at the end."""
        start = len(self.now) if place is None else place
        _put(self.now, start, data)
        for at in range(0, len(data), PIECE):
            self.open.append((start + at, data[at : at + PIECE]))

    def cut(self, size: int) -> None:
        """Cut or lengthen to a size."""
        self.now = self.now[:size].ljust(size, b"\0")
        self.open.append((size, None))

    def sync(self) -> None:
        """All of it is safe."""
        self.safe, self.open = bytearray(self.now), []

    def left(self, rnd: random.Random, loss: float) -> bytes:
        """What a cut leaves, each open piece lost with that probability."""
        found = bytearray(self.safe)
        for place, data in self.open:
            if rnd.random() < loss:
                continue
            if data is None:
                found = found[:place].ljust(place, b"\0")
            else:
                _put(found, place, data)
        return bytes(found)


def _put(into: bytearray, place: int, data: bytes) -> None:
    if len(into) < place + len(data):
        into.extend(bytes(place + len(data) - len(into)))
    into[place : place + len(data)] = data


class Disk:
    """The folder of the vault while calls are played back on it."""

    def __init__(self, before: dict[str, bytes], folder: str) -> None:
        self.folder = folder
        self.names = {name: File(bytearray(data), bytearray(data)) for name, data in before.items()}
        self.since = [dict(self.names)]
        self.nameless: dict[str, File] = {}
        self.told: list[int] = []

    def play(self, call: Call) -> None:
        """One call."""
        if call.kind == "told":
            self.told.append(call.place or 0)
        elif call.kind == "sync" and call.file == self.folder:
            self.since = [dict(self.names)]
        elif call.kind in {"write", "cut", "sync"}:
            self._change(call)
        else:
            self._rename(call)
            self.since.append(dict(self.names))

    def _change(self, call: Call) -> None:
        known = self.nameless if call.file.startswith("nameless") else self.names
        file = known.setdefault(call.file, File())
        if call.kind == "write":
            file.write(call.place, call.data)
        elif call.kind == "cut":
            file.cut(call.place or 0)
        else:
            file.sync()

    def _rename(self, call: Call) -> None:
        if call.kind == "create":
            self.names.setdefault(call.file, File())
        elif call.kind == "link":
            self.names[call.file] = self.nameless.popitem()[1]
        elif call.kind == "rename":
            self.names[call.other] = self.names.pop(call.file)
        else:
            self.names.pop(call.file, None)

    def left(self, kind: str, rnd: random.Random) -> dict[str, bytes]:
        """The files after a cut of that kind."""
        names = rnd.choice(self.since) if kind == "names" else self.names
        loss = 0.0 if kind == "killed" else rnd.choice((0.0, 0.5, 0.9, 1.0))
        return {name: file.left(rnd, loss) for name, file in names.items()}


def prepared(case: Path) -> dict[str, bytes]:
    """A new vault, its passphrase cheap to try; its files."""
    from auditor.store.vault import door, key

    cheap = key.Cost(memory_kib=64, passes=1, lanes=1)
    door.create(case, OLD, now=NOW)
    opened = key.unwrap(key.read(case / "vault"), OLD)
    key.write(
        case / "vault", key.wrap(opened, OLD, created_on=NOW.date(), keyring=False, cost=cheap)
    )
    return {str(each): each.read_bytes() for each in (case / "vault").iterdir()}


def rebuilt(case: Path, files: dict[str, bytes]) -> None:
    """The folder of the vault with these files."""
    shutil.rmtree(case / "vault")
    (case / "vault").mkdir(mode=0o700)
    for name, data in files.items():
        Path(name).write_bytes(data)
        Path(name).chmod(0o600)


def main(states: int) -> None:
    """Record once, cut the power many times."""
    with tempfile.TemporaryDirectory() as place:
        case = Path(place) / "case"
        case.mkdir()
        before = prepared(case)
        calls = recorded(case)
        print(Counter(call.kind for call in calls))
        for kind in ("killed", "data", "names"):
            rnd, found = random.Random(7), Counter[str]()
            for _ in range(states):
                disk = Disk(before, str(case / "vault"))
                for call in calls[: rnd.randrange(1, len(calls) + 1)]:
                    disk.play(call)
                rebuilt(case, disk.left(kind, rnd))
                found[verdict(case, disk.told)] += 1
            print(f"{kind:8} {dict(found)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
