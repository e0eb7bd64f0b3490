"""What reading official exports costs: our readers on generated exports, with every text checked.

    python -m benchmarks.exports make FOLDER [POSTS]   # write the exports (200,000 posts unless given)
    python -m benchmarks.exports read FOLDER [FORMAT…] # read each: folder, zip, French, cut

One process a reading. *Posts* is the whole way from the bytes to the posts that are handed on, profile and sights included; the sum
over all texts must be the generator's. CPU seconds are user and system time without the interpreter's start, memory is the peak.
Peers and floors: the harness that the generator comes with takes our numbers as one more column.
"""

import json
import os
import resource
import subprocess
import sys
import zlib
from datetime import UTC, datetime
from pathlib import Path

SUM = 2**64
SHARED = Path(os.environ.get("AUDITOR_DATA", Path(__file__).parents[2] / "shared/data")).parent


def make(folder: Path, posts: int = 200_000) -> None:
    """Write the exports with all their variants."""
    generator = SHARED / "bench/exports/gen_exports.py"
    if not generator.is_file():
        raise SystemExit(f"no generator at {generator}: set AUDITOR_DATA to run this benchmark")
    command = [generator, folder, "--posts", posts, "--variants", "zip,fr,trunc"]
    subprocess.run([sys.executable, *map(str, command)], check=True)


def read(folder: Path, *formats: str) -> None:
    """Read every variant of every format, each in a process of its own."""
    truth = json.loads((folder / "truth.json").read_text())
    print(
        f"{'format':26}{'MB':>8}{'posts':>9}{'texts':>7}{'CPU s':>8}{'MB/CPU s':>10}{'peak MB':>9}  failures"
    )
    for name, path, wanted in _variants(folder, truth, formats):
        run = [sys.executable, "-m", "benchmarks.exports", "one", str(path)]
        found = json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
        size = wanted["bytes"] * (0.7 if name.startswith("cut ") else 1) / 1e6
        right = found["sum"] == wanted["text_sum"] and found["posts"] == wanted["items"]
        texts = "–" if name.startswith("cut ") else "all" if right else "WRONG"
        print(
            f"{name:26}{size:8.0f}{found['posts']:9,}{texts:>7}{found['cpu']:8.2f}"
            f"{size / found['cpu']:10.0f}{found['peak']:9.0f}  {found['failures']}",
            flush=True,
        )


def _variants(folder: Path, truth: dict, formats: tuple[str, ...]):
    for each in formats or tuple(name for name in truth if "/" not in name):
        yield each, folder / each, truth[each]
        for name, path in (
            (f"zip {each}", folder / "zip" / f"{each}.zip"),
            (f"fr {each}", folder / "fr" / each),
            (f"cut {each}", folder / "trunc" / each),
        ):
            if path.exists():
                yield (
                    name,
                    path,
                    truth.get(f"fr/{each}", truth[each]) if name.startswith("fr ") else truth[each],
                )


def one(path: Path) -> None:
    """Read one export and print what it came to."""
    from auditor.collect.archive import folder
    from auditor.collect.cards import cards
    from auditor.collect.readers import read_archive, read_path
    from auditor.collect.reading import Context
    from auditor.model.failure import Failure
    from auditor.model.mandate import Source
    from auditor.resources.folders import folder as ours

    known = cards(ours("rules") / "networks")
    now = datetime.now(tz=UTC)
    context = Context(
        source=Source(id="s", path=path.name), network=None, networks=known, observed_at=now
    )
    before = _cpu()
    posts = total = failures = 0
    for item in read_archive(folder(path), context) if path.is_dir() else read_path(path, context):
        if isinstance(item, Failure):
            failures += 1
            continue
        for post in item.posts:
            if post.id.startswith("post-"):
                posts += 1
                total = (total + zlib.crc32(post.text.encode())) % SUM
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        json.dumps(
            {
                "posts": posts,
                "sum": total,
                "failures": failures,
                "cpu": _cpu() - before,
                "peak": peak,
            }
        )
    )


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    command, folder, *rest = sys.argv[1:] or ["", ""]
    if command == "make":
        make(Path(folder), *map(int, rest))
    elif command == "read":
        read(Path(folder), *rest)
    elif command == "one":
        one(Path(folder))
    else:
        raise SystemExit(__doc__)
