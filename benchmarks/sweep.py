"""Our sweep beside its peers, on a fake web of 500 sites on loopback, in the same run.

    python -m benchmarks.sweep [RUNS] [TOOLS]

The harness (`shared/bench/collect`: worlds, server, adapters) lies beside the data folder; it is
run in a temporary copy. Peers are made once under $PEERS by its setup.sh; without them ours runs
alone. At the end, what the learned time-out changes: the seconds, and no verdict.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from auditor.collect.sweep import lists
from auditor.collect.sweep.run import sweep
from auditor.collect.sweep.settings import Settings, settings
from auditor.resources.folders import research_data

WORLDS = ("simple", "realistic")
PORT = 18_300
TIMEOUT = 10.0
PEERS = Path(os.environ.get("PEERS", Path.home() / ".cache" / "auditor-peers"))


def harness() -> Path | None:
    """The folder of the harness; None where there is none."""
    data = research_data()
    found = data.parent / "bench" / "collect" if data is not None else None
    return found if found is not None and found.is_dir() else None


def tools() -> str:
    """Ours, and the peers that are installed."""
    peers = [name for name in ("sherlock", "maigret") if (PEERS / f"v-{name}").is_dir()]
    return ",".join(["ours", *peers])


def table(copy: Path, world: str, runs: int, wanted: str) -> None:
    """Run the harness; it prints every run and a table of medians."""
    auditor = Path(sys.executable).with_name("auditor")
    subprocess.run(
        [sys.executable, "run.py", f"world_{world}.json", "--tools", wanted, "--runs", str(runs)],
        cwd=copy,
        env={**os.environ, "AUDITOR": str(auditor), "PEERS": str(PEERS)},
        check=True,
    )


@contextmanager
def playing(copy: Path, world: str) -> Iterator[Path]:
    """The world on loopback, and the folder with its list and the right answers."""
    ports = (str(PORT), str(PORT + 1))
    made = copy / f"defs-{world}"
    name = f"world_{world}.json"
    subprocess.run([sys.executable, "generate.py", name, ports[0], str(made)], cwd=copy, check=True)
    command = [sys.executable, "server.py", name, *ports]
    with subprocess.Popen(command, cwd=copy, stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        server.stdout.readline()
        yield made
        server.terminate()


def verdicts(made: Path, bounds: Settings) -> tuple[dict[str, str], float]:
    """What our sweep says of every site, and after how many seconds the last one was told."""
    sites = lists.read(made / "wmn.json").sites
    handle = f"probe{time.time_ns()}"  # the world forgets nothing of a name it knows
    start = time.perf_counter()
    found = sweep(sites, handle, bounds, local=True, ghost=random.SystemRandom())
    said = {each.site: each.verdict.value for each in found}
    return said, time.perf_counter() - start


def patience(copy: Path, world: str) -> None:
    """Print what the learned time-out saves, and how many verdicts it changes."""
    full = replace(settings().within(TIMEOUT), enough=sys.maxsize)
    with playing(copy, world) as made:
        right = json.loads((made / "truth.json").read_text())
        learned, short = verdicts(made, settings().within(TIMEOUT))
        waited, long = verdicts(made, full)
    other = sum(learned[site] != waited[site] for site in right)
    good = sum(learned[site] == right[site] for site in right)
    print(
        f"{world}: all told after {short:.1f} s, {long:.1f} s with nothing learned; "
        f"verdicts changed: {other}; right: {good} of {len(right)}"
    )


def main(runs: int, wanted: str) -> None:
    """Both worlds: the table beside the peers, then what patience costs."""
    source = harness()
    if source is None:
        print("no harness: set AUDITOR_DATA to a data folder that has ../bench/collect beside it")
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "collect"
        shutil.copytree(source, copy, copy_function=shutil.copyfile)
        copy.chmod(0o700)
        for world in WORLDS:
            table(copy, world, runs, wanted)
        for world in WORLDS:
            patience(copy, world)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main(int(arguments[0]) if arguments else 1, arguments[1] if len(arguments) > 1 else tools())
