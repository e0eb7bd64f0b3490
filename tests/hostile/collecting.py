"""One case collected in a process of its own, as `auditor audit` collects it: rows to standard output.

python -m tests.hostile.collecting CASE
"""

import resource
import sys
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from auditor.collect.apart.bounds import bounds
from auditor.collect.apart.process import Apart
from auditor.collect.cards import cards
from auditor.collect.mandate import load
from auditor.collect.sources import collect
from auditor.resources.folders import folder
from auditor.store.rows import Row, row


class Collected(msgspec.Struct):
    """What came of it, and the largest memory of the two processes together, in MB."""

    rows: list[Row]
    memory: float


def main() -> None:
    """Collect, and say it all."""
    case = Path(sys.argv[1])
    networks, now = cards(folder("rules") / "networks", case), datetime.now(tz=UTC)
    with Apart(networks, bounds()) as apart:
        found = collect(load(case, now.date()), case, networks=networks, now=now, apart=apart)
        rows = [row(item) for each in found for item in each.read()]
    memory = (_own() + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024
    sys.stdout.buffer.write(msgspec.msgpack.encode(Collected(rows=rows, memory=memory)))


def _own() -> int:
    """kB at the most since this program began: what `getrusage` says is also that of who started it."""
    status = Path("/proc/self/status")
    for line in status.read_text("ascii", "replace").splitlines() if status.exists() else ():
        if line.startswith("VmHWM:"):
            return int(line.split()[1])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main()
