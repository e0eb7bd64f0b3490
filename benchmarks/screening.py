"""How long a large log takes to check, and how much memory: ``python -m benchmarks.screening [ROWS]``.

Beside it, in the same run, what a person would do otherwise: load the same table with the spreadsheet
library that reads cell by cell (openpyxl), where it is installed, and check nothing.
"""

import csv
import importlib.util
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from auditor.model.screening_rule import Table
from auditor.screening.columns import columns

WORDS = {
    "stage": ["sourcing", "shortlist", "interview", "conditional_offer", "hired", ""],
    "source": [
        "professional_network",
        "personal_network",
        "search_engine",
        "candidate_supplied",
        "vendor",
    ],
    "legal_basis": ["legitimate interest", "consent", "none", ""],
    "fields_noted": ["diplôme;langues", "santé", "none", "", "permis"],
    "criteria": ["diplôme=exigé;langues=clients", "none", ""],
    "necessity_note": ["needed for the post", "no", ""],
}
YES = ["yes", "no", "oui", "non", ""]


def row(number: int, draw: random.Random) -> list[str]:
    """A row of a log as several recruiters would keep it over years."""
    day = f"{draw.randint(1, 28):02}/{draw.randint(1, 12):02}/{draw.randint(2019, 2026)}"
    given = {
        "look": str(number), "candidate": f"C-{number // 3}", "post": f"P-{draw.randint(1, 300)}",
        "looked_by": f"R-{draw.randint(1, 40)}", "looked_at": day, "url_hash": f"{draw.getrandbits(64):016x}",
        "identity_confidence": draw.choice(["", "0.9", "95 %", "1"]), "notice_version": "3", "tool": "",
    }  # fmt: skip
    dated = [day, "non", "", day]
    return [
        given.get(name) if name in given
        else draw.choice(WORDS[name]) if name in WORDS
        else draw.choice(dated) if each.kind.value == "day"
        else draw.choice(YES)
        for name, each in columns(Table.LOOKS).items()
    ]  # fmt: skip


def write(folder: Path, rows: int) -> list[Path]:
    """The same log as a table and as a workbook."""
    from xlsxwriter import Workbook

    draw = random.Random(15)
    head = list(columns(Table.LOOKS))
    there = [row(number, draw) for number in range(1, rows + 1)]
    with (folder / "log.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *there])
    with Workbook(folder / "log.xlsx", {"constant_memory": True}) as book:
        sheet = book.add_worksheet("looks")
        for number, cells in enumerate([head, *there]):
            sheet.write_row(number, 0, cells)
    return [folder / "log.csv", folder / "log.xlsx"]


def timed(asked: list[str]) -> tuple[float, float, int]:
    """Seconds, megabytes and exit code of a process of its own."""
    script = (
        "import resource, subprocess, sys, time; began = time.perf_counter();"
        "code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode;"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000, code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *asked], capture_output=True, text=True, check=True
    )
    _, cpu, memory, code = done.stdout.split()
    return float(cpu), float(memory), int(code)


def main() -> None:
    """Print CPU seconds and memory."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for path in write(folder, rows):
            for form in ("json", "html"):
                to = folder / f"out.{form}"
                check = [sys.executable, "-m", "auditor", "screening", "check", str(path)]
                more = ["--place", "FR", "--format", form, "--to", str(to), "--quiet"]
                cpu, memory, code = timed([*check, *more])
                size = to.stat().st_size / 1000
                print(
                    f"{rows:,} rows, {path.suffix} to {form}: {cpu:.1f} CPU s, {memory:.0f} MB, exit {code}, {size:,.0f} kB"
                )
        if importlib.util.find_spec("openpyxl"):
            read = (
                "import openpyxl, sys; book = openpyxl.load_workbook(sys.argv[1], read_only=True);"
                "list(book['looks'].iter_rows(values_only=True))"
            )
            cpu, memory, _ = timed([sys.executable, "-c", read, str(folder / "log.xlsx")])
            print(
                f"{rows:,} rows, .xlsx read by openpyxl, nothing checked: {cpu:.1f} CPU s, {memory:.0f} MB"
            )


if __name__ == "__main__":
    main()
