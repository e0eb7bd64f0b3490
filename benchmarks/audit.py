"""Where the time of `auditor audit samples/marc-l` goes, cold, and how much memory it takes.

    python -m benchmarks.audit [CASE] [RUNS]

The whole command is timed as a process of its own; the stages in one further process, each
stage's imports counted with it, as a first run pays them.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path


def whole(case: Path, runs: int) -> None:
    """CPU and wall seconds and peak memory of the command, over some runs."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "auditor", "audit", str(case.resolve()), "--quiet"]
        for _ in range(runs):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            start = time.perf_counter()
            subprocess.run([*command, "--to", f"{folder}/report.html"], check=False)
            wall = time.perf_counter() - start
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            rows.append((wall, cpu, after.ru_maxrss / 1024))
    for at, name in enumerate(("wall s", "CPU s", "peak MB")):
        values = [row[at] for row in rows]
        print(f"{name:8} min {min(values):6.2f}  median {statistics.median(values):6.2f}")


def stages(case: Path) -> None:
    """CPU seconds of each stage in one fresh process."""
    code = f"from pathlib import Path; from benchmarks.audit import measure; measure(Path({str(case)!r}))"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)


def measure(case: Path) -> None:
    """Print the seconds between the callbacks of one audit."""
    marks = [("start", time.process_time())]

    def mark(name: str) -> None:
        marks.append((name, time.process_time()))

    from auditor import kits, pipeline

    mark("imports")
    now = datetime.now(tz=UTC)
    mandate, kit = kits.for_case(case, now.date())
    mark("tables, rules, cards")
    seen: set[str] = set()

    def progress(stage: str, _done: int, _total: int, _posts: int) -> None:
        if stage in {"extract", "search", "report"} and stage not in seen:
            seen.add(stage)
            mark(
                {"extract": "collect", "search": "extract", "report": "link and assess, 7 views"}[
                    stage
                ]
            )

    report = pipeline.audit(mandate, kit, case=case, now=now, progress=progress)
    from auditor.report import html
    from auditor.report.redact import Redaction

    data = html.render(report, language="fr", redact=Redaction.OTHERS)
    mark(f"report, {len(data) // 1024} kB")
    for (_, before), (name, after) in pairwise(marks):
        print(f"{name:28} {after - before:6.2f} CPU s")


if __name__ == "__main__":
    sample = Path(sys.argv[1] if len(sys.argv) > 1 else "samples/marc-l")
    whole(sample, int(sys.argv[2]) if len(sys.argv) > 2 else 5)
    stages(sample)
