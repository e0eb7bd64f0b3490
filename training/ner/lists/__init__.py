"""Lists written by hand: sentences, names by origin, organisations, places."""

from pathlib import Path

from auditor.resources.read import table

FOLDER = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one of our lists."""
    return table(FOLDER / name)


def sentences(name: str) -> list[str]:
    """The own sentences of a file, without its comments."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.replace("\\n", "\n") for line in lines if line and not line.startswith("# ")]
