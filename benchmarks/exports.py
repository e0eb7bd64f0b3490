"""What reading official exports costs: our readers on generated exports, with every text checked.

    python -m benchmarks.exports make FOLDER [POSTS]   # write the exports (200,000 posts unless given)
    python -m benchmarks.exports read FOLDER [FORMAT…] # read each: folder, zip, French, cut
    python -m benchmarks.exports rows FOLDER [FORMAT…] # decode only, with the very decoders of the readers

One process a reading. *read* is the whole way from the bytes to the posts that are handed on, profile and sights included; *rows* stops
at the decoded items with their texts as they were meant, which is what the floors of other libraries are measured at. The sum over all
texts must be the generator's. CPU seconds are user and system time without the interpreter's start, memory is the peak. Histories of
Google, which an audit counts, are read whole here. Peers and floors: the harness that the generator comes with.
"""

import json
import resource
import subprocess
import sys
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from auditor.resources.folders import research_data

SUM = 2**64


def make(folder: Path, posts: int = 200_000) -> None:
    """Write the exports with all their variants."""
    data = research_data()
    generator = data.parent / "bench/exports/gen_exports.py" if data else None
    if generator is None or not generator.is_file():
        raise SystemExit("no generator beside the data folder: set AUDITOR_DATA to its place")
    command = [generator, folder, "--posts", posts, "--variants", "zip,fr,trunc"]
    subprocess.run([sys.executable, *map(str, command)], check=True)


def read(folder: Path, *formats: str) -> None:
    """Read every variant of every format, each in a process of its own."""
    truth = json.loads((folder / "truth.json").read_text())
    for name, path, wanted in _variants(folder, truth, formats):
        _show(name, wanted, "one", str(path))


def rows(folder: Path, *formats: str) -> None:
    """Decode every format, each in a process of its own."""
    truth = json.loads((folder / "truth.json").read_text())
    for name in formats or ROWS:
        _show(name, truth[name], "decoded", name, str(folder / name))


def _show(name: str, wanted: dict, *command: str) -> None:
    run = [sys.executable, "-m", "benchmarks.exports", *command]
    found = json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
    cut = name.startswith("cut ")
    size = wanted["bytes"] * (0.7 if cut else 1) / 1e6
    right = found["sum"] == wanted["text_sum"] and found["posts"] == wanted["items"]
    texts = "as far as it goes" if cut else "all right" if right else "WRONG"
    print(
        f"{name:18}{size:5.0f} MB {found['posts']:8,} items, {texts:18}{found['cpu']:6.2f} CPU s"
        f"{size / found['cpu']:6.0f} MB/CPU s {found['peak']:4.0f} MB peak, {found['failures']} failures",
        flush=True,
    )


def _variants(
    folder: Path, truth: dict, formats: tuple[str, ...]
) -> Iterator[tuple[str, Path, dict]]:
    for each in formats or tuple(name for name in truth if "/" not in name):
        yield each, folder / each, truth[each]
        places = {"zip": folder / "zip" / f"{each}.zip", "fr": folder / "fr" / each}
        for name, path in (*places.items(), ("cut", folder / "trunc" / each)):
            if path.exists():
                wanted = truth.get(f"fr/{each}", truth[each]) if name == "fr" else truth[each]
                yield f"{name} {each}", path, wanted


def one(path: Path) -> None:
    """Read one export and print what it came to."""
    from auditor.collect.archive import folder, opened
    from auditor.collect.cards import cards
    from auditor.collect.modules import module
    from auditor.collect.reading import Context, of_archive
    from auditor.model.failure import Failure
    from auditor.model.mandate import Source
    from auditor.resources.folders import folder as ours

    known = cards(ours("rules") / "networks")
    now = datetime.now(tz=UTC)
    context = Context(
        source=Source(id="s", path=path.name), network=None, networks=known, observed_at=now
    )
    before = _cpu()
    archive = folder(path) if path.is_dir() else opened(path)
    reader = module(of_archive(archive) or "")
    whole = {"whole": True} if reader.__name__.endswith(".google") else {}
    posts = total = failures = 0
    for item in reader.read_archive(archive, context, **whole):
        if isinstance(item, Failure):
            failures += 1
            continue
        for post in item.posts:
            if post.text and not post.id.startswith("bio"):
                posts += 1
                total = (total + zlib.crc32(post.text.encode())) % SUM
    _print(posts, total, failures, before)


def decoded(name: str, path: Path) -> None:
    """Decode the items of one export, texts as they were meant, and print what it came to."""
    from auditor.collect.archive import folder
    from auditor.collect.exports.statement import Statement
    from auditor.collect.reading import Context
    from auditor.model.mandate import Source

    now = datetime.now(tz=UTC)
    context = Context(source=Source(id="s", path="x"), network=None, networks={}, observed_at=now)
    before = _cpu()
    network, texts = ROWS[name]()
    found = texts(Statement(network=network, archive=folder(path), context=context))
    items = total = 0
    for text in found:
        items += 1
        total = (total + zlib.crc32(text.encode())) % SUM
    _print(items, total, 0, before)


def _x():
    from html import unescape

    from auditor.collect.exports.x import _Row

    return "x", lambda export: (
        unescape(row.tweet.full_text) for batch in export.elements("posts", _Row) for row in batch
    )


def _fb():
    from auditor.collect.exports import meta
    from auditor.collect.exports.facebook_rows import Row

    return "facebook", lambda export: (
        repair.text(row.data[0].post)
        for batch, repair in meta.batches(export, "posts", Row, *meta.versions("posts"))
        for row in batch
    )


def _ig():
    from auditor.collect.exports import meta
    from auditor.collect.exports.instagram import _Row

    return "instagram", lambda export: (
        repair.text(row.title or row.media[0].title)
        for batch, repair in meta.batches(export, "posts", _Row)
        for row in batch
    )


def _takeout():
    from auditor.collect.exports.google_activity import _Row

    return "google", lambda export: (
        row.title for batch in export.elements("activity", _Row) for row in batch
    )


def _mastodon():
    from auditor.collect.exports.notes import Activity
    from auditor.collect.pages.snippet import plain

    return "mastodon", lambda export: (
        plain(row.object.content)
        for batch in export.elements("outbox", Activity, ("orderedItems",))
        for row in batch
    )


def _table(network: str, part: str, column: str):
    return lambda: (network, lambda export: (row[column].strip() for row in export.rows(part)))


ROWS = {
    "x": _x,
    "fb": _fb,
    "ig": _ig,
    "takeout": _takeout,
    "mastodon": _mastodon,
    "linkedin": _table("linkedin", "shares", "share_text"),
    "reddit": _table("reddit", "comments", "body"),
}
"""Format → the network, and the texts of its items out of the decoders that its reader uses."""


def _print(items: int, total: int, failures: int, before: float) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    spent = _cpu() - before
    print(
        json.dumps({"posts": items, "sum": total, "failures": failures, "cpu": spent, "peak": peak})
    )


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    commands = {"make": make, "read": read, "rows": rows, "one": one, "decoded": decoded}
    if len(sys.argv) < 3 or sys.argv[1] not in commands:
        raise SystemExit(__doc__)
    command, *given = sys.argv[1:]
    if command == "make":
        make(Path(given[0]), *map(int, given[1:]))
    elif command == "decoded":
        decoded(given[0], Path(given[1]))
    else:
        commands[command](Path(given[0]), *given[1:])
