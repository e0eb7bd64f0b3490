"""What `auditor --help` costs beside a bare typer application that does nothing: CPU seconds, in turns.

python -m benchmarks.start [TIMES]
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

BARE = """
import typer
app = typer.Typer(add_completion=False)
@app.command()
def nothing(name: str = "x") -> None:
    "Nothing."
app()
"""


def spent(command: list[str]) -> float:
    """CPU seconds of one run of a command."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[-2:]} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime


def main(times: int = 9) -> None:
    """Print the medians and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "bare.py"
        bare.write_text(BARE)
        commands = {
            "bare typer": [sys.executable, str(bare), "--help"],
            "auditor": [sys.executable, "-m", "auditor", "--help"],
        }
        runs = {name: [] for name in commands}
        for _ in range(times):
            for name, command in commands.items():
                runs[name].append(spent(command))
    medians = {name: statistics.median(each) for name, each in runs.items()}
    for name, each in medians.items():
        print(f"{name:12} {each:.3f} CPU s   {each / medians['bare typer']:.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
