"""The hostile table, tried row by row and printed.

    python -m tests.hostile.table [WORD]

Each input is collected in a process of its own; those of `texts` go the whole road of `auditor audit`.
A word chooses the rows whose name holds it. Ends with 1 where a row is not as it should be.
"""

# ruff: noqa: T201 (it prints a table)

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.hostile import (
    archives,
    documents,
    files,
    networks,
    pages,
    people,
    sites,
    texts,
)
from tests.hostile.auditing import Audited, alone, audited, faults_of
from tests.hostile.measure import faults, tried
from tests.hostile.rows import Row

ROWS: tuple[Row, ...] = (
    *archives.ROWS,
    *documents.ROWS,
    *pages.ROWS,
    *people.ROWS,
    *networks.ROWS,
    *files.ROWS,
    *sites.ROWS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What is printed of a row."""

    seconds: float
    cpu: float
    memory: float
    read: bool
    refused: str
    faults: tuple[str, ...]


def main(word: str = "") -> int:
    """Print the table of the rows that hold the word; 1 where one is wrong."""
    print(f"{'input':48} {'s':>5} {'CPU s':>6} {'MB':>5}  verdict")
    lines = [*map(_collected, chosen(ROWS, word))]
    with tempfile.TemporaryDirectory() as folder:
        usual = alone(Path(folder))
    lines += [_audited(each, usual) for each in chosen(texts.ROWS, word)]
    wrong = sum(bool(each.faults) for each in lines)
    songs = sum("canary" in fault for each in lines for fault in each.faults)
    print(
        f"\n{len(lines)} inputs, {wrong} not as they should be; worst "
        f"{max(each.seconds for each in lines):.1f} s, {max(each.cpu for each in lines):.1f} CPU s, "
        f"{max(each.memory for each in lines):.0f} MB; the canary sang {songs} times"
    )
    return 1 if wrong else 0


def chosen(rows: tuple[Row, ...], word: str) -> list[Row]:
    """The rows whose name holds the word."""
    return [each for each in rows if word in each.name]


def _collected(row: Row) -> Line:
    with tempfile.TemporaryDirectory() as folder:
        trial = tried(row, Path(folder))
    return _printed(
        row.name,
        Line(
            seconds=trial.seconds,
            cpu=trial.cpu,
            memory=trial.memory,
            read=bool(trial.shown),
            refused="; ".join(dict.fromkeys(trial.reasons)),
            faults=tuple(faults(row, trial)),
        ),
    )


def _audited(row: Row, usual: Audited) -> Line:
    with tempfile.TemporaryDirectory() as folder:
        audit = audited(row, Path(folder))
    reasons = [each["reason"] for each in audit.result.get("failures", ())]
    states = {each["id"]: each["status"] for each in audit.result.get("sources", ())}
    return _printed(
        f"audit: {row.name}",
        Line(
            seconds=audit.measured.seconds,
            cpu=audit.measured.cpu,
            memory=audit.measured.memory,
            read=states.get("bad") == "read",
            refused="; ".join(dict.fromkeys(reasons)),
            faults=tuple(faults_of(audit, usual)),
        ),
    )


def _printed(name: str, line: Line) -> Line:
    verdict = " | ".join(filter(None, ("read" if line.read else "", line.refused)))
    figures = f"{line.seconds:5.1f} {line.cpu:6.1f} {line.memory:5.0f}"
    print(f"{name:48} {figures}  {verdict[:100]}", flush=True)
    for each in line.faults:
        print(f"{'':48} !! {each}", flush=True)
    return line


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
