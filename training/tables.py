"""Reading the sources and writing the tables of `data/`."""

import csv
import gzip
import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The checkout."""

DATA = ROOT / "data"
"""Where the tables go."""

OWN_LISTS = Path(__file__).resolve().parent / "lists"
"""What we wrote by hand: exonyms, accents, nicknames."""

_LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
    | {"’": "'", "‘": "'"}
)


def sources() -> Path:
    """Return the folder of published files: AUDITOR_DATA, or the one beside the checkout."""
    return Path(os.environ.get("AUDITOR_DATA", ROOT.parent / "shared" / "data"))


def fold(text: str) -> str:
    """Write a name without accents or capitals, so that two spellings of it meet.

    >>> fold("Gwenaëlle"), fold("Jean-Noël"), fold("Cœur")
    ('gwenaelle', 'jean-noel', 'coeur')
    """
    flat = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    return " ".join(flat.encode("ascii", "ignore").decode("ascii").lower().split())


def rows(path: Path, delimiter: str = ",") -> Iterator[dict[str, str]]:
    """Yield the lines of a table with a header, gzipped or not, without its comments."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    kept = (line for line in text.splitlines() if not line.startswith("#"))
    yield from csv.DictReader(kept, delimiter=delimiter)


def own(name: str) -> list[dict[str, str]]:
    """Read one of the lists written by hand."""
    return list(rows(OWN_LISTS / name, delimiter="\t"))


def write(path: Path, header: Sequence[str], lines: Iterable[Sequence[str]]) -> int:
    """Write a table with its header, sorted by its first columns; return its number of lines."""
    body = sorted({tuple(line) for line in lines})
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "\n".join("\t".join(line) for line in [tuple(header), *body])
    path.write_text(text + "\n", encoding="utf-8")
    return len(body)
