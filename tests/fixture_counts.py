"""What is read of each real-format fixture: fields, labels that are not known, posts, people, failures.

    python -m tests.fixture_counts [FOLDER]

FOLDER is the data folder's `fixtures`. Folders that are one export (X, Takeout) are read as one.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from auditor.collect.archive import folder
from auditor.collect.cards import cards
from auditor.collect.guard import guarded
from auditor.collect.readers import read_archive, read_file, read_path
from auditor.model.failure import Failure
from auditor.model.profile import Page, Profile
from auditor.resources.folders import folder as ours
from auditor.resources.folders import research_data
from tests.collect.contexts import context

EXPORTS = ("twitter", "google/dogsheep")
"""Folders that hold one export, unpacked."""
NO_SOURCES = ("remediation", "oembed", "atproto-interop", "README.md")
"""Tables, templates, lists of handles: nothing that a mandate would name."""


def counted(items) -> tuple[int, int, int, int, list[str]]:
    """Fields and declared links, unknown labels, posts, people, and the reasons of failures."""
    found = list(items)
    places = [each for each in found if isinstance(each, Profile | Page)]
    held = (getattr(each, what, ()) for each in places for what in ("fields", "links"))
    fields = [field for each in held for field in each]
    unknown = sum(each.name.startswith("label:") for each in fields)
    posts = sum(len(getattr(each, "posts", ())) for each in found)
    people = sum(len(each.people) for each in places)
    reasons = [str(each.reason) for each in found if isinstance(each, Failure)]
    return len(fields), unknown, posts, people, reasons


def table(fixtures: Path) -> Iterator[tuple[str, tuple[int, int, int, int, list[str]]]]:
    """Each fixture and what is read of it."""
    known = context(networks=cards(ours("rules") / "networks"), shows="profile")
    for name in EXPORTS:
        yield name, counted(guarded(read_archive, folder(fixtures / name), known))
    for path in sorted(each for each in fixtures.rglob("*") if each.is_file()):
        name = path.relative_to(fixtures).as_posix()
        if not any(part in name for part in NO_SOURCES) and not name.startswith(EXPORTS):
            yield name, counted(_read(path, known))


def _read(path: Path, known):
    """A file; of a whole HTTP response, the body."""
    data = path.read_bytes()
    if data.startswith(b"HTTP/"):
        return guarded(read_file, re.split(rb"\r?\n\r?\n", data, maxsplit=1)[-1], known)
    return guarded(read_path, path, known)


def main(fixtures: Path) -> None:
    """Print the table and its sums."""
    rows = list(table(fixtures))
    lines = [f"{'fixture':76} fields unknown posts people  failures"]
    for name, (fields, unknown, posts, people, reasons) in rows:
        told = "; ".join(reasons)
        lines.append(f"{name[:76]:76} {fields:6} {unknown:7} {posts:5} {people:6}  {told}")
    sums = ", ".join(
        f"{sum(row[at] for _, row in rows)} {what}"
        for at, what in enumerate(("fields", "labels unknown", "posts", "people"))
    )
    sys.stdout.write("\n".join([*lines, f"{len(rows)} fixtures: {sums}", ""]))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else (research_data() or Path()) / "fixtures")
