"""A row of the table, tried: verdict, seconds, memory, and where the canary sang."""

import os
import re
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import msgspec
import yaml

from auditor.model.failure import Failure
from auditor.model.profile import Item
from auditor.store.rows import item
from tests.collect.site import running
from tests.hostile.collecting import Collected
from tests.hostile.rows import SIGNS, SUBJECT, Row

SECONDS = 10.0
MEGABYTES = 512
PATIENCE = 60.0
"""Seconds after which a trial is ended: a machine busy with other work is slow, not wrong."""
_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a command took."""

    code: int
    seconds: float
    cpu: float
    memory: float
    """MB of the command at its largest; where the system does not tell, of that and of who started it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What came of collecting one input."""

    items: tuple[Item, ...]
    code: int
    seconds: float
    cpu: float
    memory: float
    """MB, of the audit and its child together."""
    canary: tuple[str, ...]
    """Where it sang: standard error, a failure, a file."""

    @property
    def reasons(self) -> list[str]:
        """Why something was not read, in English."""
        return [str(each.reason) for each in self.items if isinstance(each, Failure)]

    @property
    def shown(self) -> str:
        """All that was read, as one text."""
        return " ".join(repr(each) for each in self.items if not isinstance(each, Failure))


def tried(row: Row, folder: Path) -> Trial:
    """Collect the case of one input in a process of its own, in a folder that is empty before."""
    with ExitStack() as stack:
        case = cased(row, folder, stack)
        took = ran([sys.executable, "-m", "tests.hostile.collecting", str(case)], folder)
    data = (folder / "out").read_bytes()
    found = msgspec.msgpack.decode(data, type=Collected) if data else Collected([], 0.0)
    items = tuple(map(item, found.rows))
    told = [f"{each.reason} {each.mend}" for each in items if isinstance(each, Failure)]
    return Trial(
        items=items,
        code=took.code,
        seconds=took.seconds,
        cpu=took.cpu,
        memory=found.memory,
        canary=tuple(songs(folder, told)),
    )


def faults(row: Row, trial: Trial) -> list[str]:
    """Everything in which a trial is not as its row has it."""
    found = []
    if trial.code:
        found.append(f"ended with {trial.code}")
    found += [f"the canary sang in {each}" for each in trial.canary]
    if row.refused and not any(re.search(row.refused, each) for each in trial.reasons):
        found.append(f"not refused as expected: {trial.reasons}")
    if not row.refused and trial.reasons and (row.reads or not trial.shown):
        found.append(f"refused: {trial.reasons}")
    if not (row.refused or trial.shown):
        found.append("neither read nor refused")
    found += [f"not read: {each}" for each in row.reads if each not in trial.shown]
    found += [f"shown: {each}" for each in row.hides if each in trial.shown]
    if trial.memory > MEGABYTES:
        found.append(f"{trial.memory:.0f} MB")
    if trial.cpu > SECONDS:
        found.append(f"{trial.cpu:.1f} s of the processor")
    return found


def cased(row: Row, folder: Path, stack: ExitStack, good: bytes | None = None) -> Path:
    """A case of the input alone, or beside a page that is well; its site runs as long as the stack."""
    case = folder / "case"
    case.mkdir(parents=True)
    if row.site is not None:
        source = {"url": row.site(stack.enter_context(running()))}
    else:
        row.make(case / row.file)
        source = {"path": row.file}
    sources = [{"id": "bad", **source, **row.source}]
    if good is not None:
        (case / "good.html").write_bytes(good)
        sources.append({"id": "good", "path": "good.html", "seen_by": "anyone"})
    mandate = {
        "auditor": 1,
        "subject": SUBJECT,
        "purpose": "self-audit",
        "language": "en",
        "signed_on": "2026-01-05",
        "expires_on": "2096-01-05",
        "fictional": True,
        "sources": sources,
    }
    (case / "mandate.yml").write_text(yaml.safe_dump(mandate, allow_unicode=True), "utf-8")
    return case


def ran(command: list[str], folder: Path) -> Measured:
    """Run a command with its home and its temporary files in the folder; what it says is kept there."""
    home = folder / "home"
    home.mkdir()
    kept = {name: str(home) for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_STATE_HOME")}
    start = time.monotonic()
    with (folder / "said").open("wb") as said, (folder / "out").open("wb") as out:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=said,
            cwd=_ROOT,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1", **kept},
        )
        memory = 0.0
        while time.monotonic() - start < PATIENCE:
            memory = max(memory, _memory(process.pid))
            pid, status, used = os.wait4(process.pid, os.WNOHANG)
            if pid:
                process.returncode = os.waitstatus_to_exitcode(status)
                return Measured(
                    code=process.returncode,
                    seconds=time.monotonic() - start,
                    cpu=used.ru_utime + used.ru_stime,
                    memory=memory or used.ru_maxrss / 1024,
                )
            time.sleep(0.01)
        process.kill()
        process.wait()
    return Measured(code=-9, seconds=PATIENCE, cpu=PATIENCE, memory=0.0)


def _memory(pid: int) -> float:
    """MB at the most since the command began; 0 where the system does not tell."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text("ascii", "replace").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), 0.0)


def songs(folder: Path, told: list[str]) -> list[str]:
    """Where the canary sang: standard error, a file of the home, a failure."""
    said = {"standard error": (folder / "said").read_bytes()}
    said |= {
        f"a file: {path.name}": path.read_bytes()
        for path in (folder / "home").rglob("*")
        if path.is_file()
    }
    said |= {f"failure {at}": each.encode("utf-8", "replace") for at, each in enumerate(told)}
    return [place for place, data in said.items() if any(sign.encode() in data for sign in SIGNS)]
