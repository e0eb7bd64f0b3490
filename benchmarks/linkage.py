"""The classic sets of record linkage: our cohort engine beside Splink 5 and recordlinkage, in one run.

    python -m benchmarks.linkage fake_1000 historical_50k febrl4 synth_100k    # also synth_10k, synth_1m

Reads the sets and the peers' scripts beside AUDITOR_DATA (``../bench/link``). LINK_PEERS names a Python in
which the peers are installed (splink pandas pyarrow psutil recordlinkage scikit-learn); without it only our
column is measured. LINK_BENCH is where sets and results go (default ``~/.cache/auditor-bench/link``).
Weights are learned from each set itself, without its truth; a pair holds from odds of one to one on.
CPU seconds are user and system time of a process of its own, memory is its peak. Pairs per second are those
whose comparisons were all made by the engine (from keys of rows to patterns of levels), per CPU second of that.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from auditor.resources.folders import research_data

TODAY = date(2026, 11, 26)
_DAY = "substr(date_of_birth, 1, 4) || '-' || substr(date_of_birth, 5, 2) || '-' || substr(date_of_birth, 7, 2)"
_SYNTH = {
    "given_name": "first_name",
    "surname": "surname",
    "birth_date": "dob",
    "town": "city",
    "email": "email",
    "phone": "phone",
}
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "fake_1000": {key: value for key, value in _SYNTH.items() if key != "phone"},
    "historical_50k": {
        "given_name": "first_name",
        "surname": "surname",
        "birth_date": "dob",
        "birth_place": "birth_place",
        "postcode": "postcode_fake",
        "job": "occupation",
    },
    # The number of social security is what a file knows its person by, as a network does by a handle.
    "febrl4": {
        "given_name": "given_name",
        "surname": "surname",
        "birth_date": _DAY,
        "town": "suburb",
        "region": "state",
        "postcode": "postcode",
        "handle": "soc_sec_id",
        "network": "source",
    },
    "synth_10k": _SYNTH,
    "synth_100k": _SYNTH,
    "synth_1m": _SYNTH,
}
"""Set → column of a profile row → what of the set stands there."""
SIZES = {"synth_10k": 10_000, "synth_100k": 100_000, "synth_1m": 1_000_000}
CHANCES = (0.05, 0.2, 0.8, 0.95)
"""Chances from which a pair holds, tried beside the headline's .5."""


def main(sets: list[str]) -> None:
    """Measure each set and print one table."""
    root = Path(os.environ.get("LINK_BENCH", Path.home() / ".cache/auditor-bench/link"))
    rows = []
    for name in sets or ["fake_1000", "historical_50k", "febrl4", "synth_100k"]:
        source = _set(root, name)
        ours = measured(source, name)
        peers = list(_peers(root, name))
        (root / "results" / f"auditor__{name}.json").write_text(json.dumps(ours, indent=1))
        rows += [ours, *peers]
    _print(rows)


def _set(root: Path, name: str) -> Path:
    """The set with its truth, made where it is not there."""
    path = root / "canonical" / f"{name}.parquet"
    if not path.exists():
        made = ["gen_synth.py", str(SIZES[name])] if name in SIZES else ["prep.py"]
        _peer(root, *made)
    (root / "results").mkdir(exist_ok=True)
    return path


def measured(source: Path, name: str) -> dict[str, Any]:
    """Our column: timed at the headline chance; the best of other chances beside it."""
    start = time.perf_counter()
    found, usage = _child(source, name, 0.5)
    result = {
        "tool": "auditor",
        "dataset": name,
        "wall_s": round(time.perf_counter() - start, 1),
        "cpu_s": round(usage.ru_utime + usage.ru_stime, 1),
        "peak_rss_mb": round(usage.ru_maxrss / 1024, 1),
        "load1": os.getloadavg()[0],
        **found,
    }
    if name != "synth_1m":
        tried = {chance: _child(source, name, chance)[0]["metrics"] for chance in CHANCES}
        tried[0.5] = found["metrics"]
        best = max(tried, key=lambda chance: tried[chance]["f1"])
        result |= {"best_thr": best, "best_f1": tried[best]["f1"], "at_95": tried[0.95]["f1"]}
    return result


def _child(source: Path, name: str, chance: float) -> tuple[dict[str, Any], Any]:
    """One run in a process of its own: what it printed, and what it used."""
    with tempfile.TemporaryFile("w+") as printed:
        asked = ["--one", str(source), name, str(chance)]
        command = [sys.executable, "-m", "benchmarks.linkage", *asked]
        process = subprocess.Popen(command, stdout=printed)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{name}: the run failed")
        printed.seek(0)
        return json.loads(printed.read().splitlines()[-1]), usage


def one(source: Path, name: str, chance: float) -> None:
    """Link one set and print how well."""
    from dataclasses import asdict, replace
    from math import log2

    from auditor import kits
    from auditor.link.cohort import order, run

    with tempfile.TemporaryDirectory() as folder:
        rows, to = Path(folder) / "rows.parquet", Path(folder) / "people.parquet"
        _mapped(source, name, rows)
        kit = kits.cohort()
        asked = order.ordered(
            [rows], to, kit, today=TODAY, weights=order.WeightsName.LEARNED, threads=2
        )
        asked = replace(asked, least=log2(chance / (1 - chance)))
        opened = order.opened(order.EngineName.DUCKDB)
        meter = Meter()
        summary = run.link(asked, kit.tables, partial(_metered, opened, meter), lambda *_: None)
        metrics = _metrics(source, to)
    found = {"pairs_scored": summary.pairs, "pairs_per_cpu_s": round(meter.pairs / meter.spent)}
    print(json.dumps({**found, "summary": asdict(summary), "metrics": metrics}))


@dataclass(slots=True)
class Meter:
    """Pairs compared, and the CPU seconds it took."""

    pairs: int = 0
    spent: float = 0.0


def _metered(opened: Any, meter: Meter, con: Any, task: Any) -> Any:
    """The engine, whose comparing is counted."""
    engine = opened(con, task)
    compare = engine.compare

    def counted(pairs: str, to: Path) -> None:
        start = time.process_time()
        compare(pairs, to)
        meter.spent += time.process_time() - start
        meter.pairs += con.execute(f"SELECT count(*) FROM read_parquet('{to}')").fetchall()[0][0]

    engine.compare = counted
    return engine


def _mapped(source: Path, name: str, to: Path) -> None:
    """The set as rows of profiles; everybody in it consents to being linked."""
    import duckdb

    columns = ", ".join(f"{value} AS {key}" for key, value in COLUMNS[name].items())
    duckdb.sql(
        f"COPY (SELECT unique_id::VARCHAR AS id, {columns}, '{TODAY}' AS consent_on FROM '{source}') "
        f"TO '{to}' (FORMAT parquet)"
    )


def _metrics(source: Path, to: Path) -> dict[str, float]:
    """Pairwise and B-cubed precision, recall and F1, from how clusters and truth overlap."""
    import duckdb

    (found,) = duckdb.sql(f"""
        WITH both_ AS (SELECT cluster, cluster_true::VARCHAR AS truth FROM '{to}' JOIN '{source}' ON id = unique_id::VARCHAR),
        cells AS (SELECT cluster, truth, count(*) AS n FROM both_ GROUP BY ALL),
        told AS (SELECT *, sum(n) OVER (PARTITION BY cluster) AS c, sum(n) OVER (PARTITION BY truth) AS t FROM cells)
        SELECT (SELECT sum(n * (n - 1) / 2) FROM cells),
            (SELECT sum(n * (n - 1) / 2) FROM (SELECT count(*) AS n FROM both_ GROUP BY cluster)),
            (SELECT sum(n * (n - 1) / 2) FROM (SELECT count(*) AS n FROM both_ GROUP BY truth)),
            (SELECT sum(n * n / c) / sum(n) FROM told), (SELECT sum(n * n / t) / sum(n) FROM told)
    """).fetchall()
    right, given, true, precision, recall = (float(each) for each in found)
    return {
        "precision": round(right / given, 5) if given else 1.0,
        "recall": round(right / true, 5),
        "f1": round(2 * right / (given + true), 5),
        "b3_f1": round(2 * precision * recall / (precision + recall), 5),
    }


def _peers(root: Path, name: str) -> Iterator[dict[str, Any]]:
    """Splink with its notebooks' settings, and recordlinkage on the set it has a script for."""
    if "LINK_PEERS" not in os.environ:
        return
    _peer(root, "run_splink.py", name, "duckdb", "2")
    yield json.loads((root / "results" / f"splink5-duckdb__{name}.json").read_text())
    if name == "febrl4":
        _peer(root, "run_recordlinkage.py")
        yield json.loads((root / "results" / f"recordlinkage-ecm__{name}.json").read_text())


def _peer(root: Path, *arguments: str) -> None:
    """Run one of the peers' scripts, in a copy: they write beside themselves."""
    data = research_data()
    if data is None or "LINK_PEERS" not in os.environ:
        raise SystemExit("set AUDITOR_DATA, and LINK_PEERS to a Python with the peers")
    scripts = data.parent / "bench" / "link"
    subprocess.run(
        [os.environ["LINK_PEERS"], "-B", str(scripts / arguments[0]), *arguments[1:]],
        env={**os.environ, "LINK_BENCH": str(root)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )


def _print(rows: list[dict[str, Any]]) -> None:
    print(
        "set             tool               pairs       P      R     F1     B3   .95  best@    CPU s  ratio     MB  pairs/s"
    )
    ours = 1.0
    for row in rows:
        metrics = row["metrics"]
        if row["tool"] == "auditor":
            ours = row["cpu_s"]
        at_95 = row.get("at_95", metrics["f1"] if row["tool"] != "auditor" else float("nan"))
        print(
            f"{row['dataset']:15} {row['tool']:17} {row.get('blocked_pairs', row.get('pairs_scored', 0)):>9,} "
            f"{metrics['precision']:.4f} {metrics['recall']:.4f} {metrics['f1']:.4f} {metrics['b3_f1']:.4f} "
            f"{at_95:.3f} {row.get('best_f1', float('nan')):.3f}@{row.get('best_thr', '-'):<5} "
            f"{row['cpu_s']:6.1f} {row['cpu_s'] / ours:6.2f} {row['peak_rss_mb']:6.0f} "
            f"{row.get('pairs_per_cpu_s', 0) or '-':>8}"
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(Path(sys.argv[2]), sys.argv[3], float(sys.argv[4]))
    else:
        main(sys.argv[1:])
