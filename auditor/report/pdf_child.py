"""The child that lays out a report: it loads WeasyPrint, gives up all it does not need, and prints.

Its own standard output and error go nowhere: what a library prints may quote what it draws. Memory,
time, files and core dumps are the system's to refuse (POSIX; the memory on Linux); that nothing is
fetched, written or started is held by a hook inside Python as well.
"""

import math
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

NO_LIBRARY = 3
"""Exit code: WeasyPrint, or what it draws with, cannot be loaded."""
NO_MEMORY = 4
_SPARE = 1 << 22
"""Bytes kept back so that the last word can be said."""
_NEVER = (
    "os.exec",
    "os.fork",
    "os.forkpty",
    "os.kill",
    "os.posix_spawn",
    "os.remove",
    "os.rename",
    "os.spawn",
    "os.system",
    "pty.spawn",
    "shutil.",
    "socket.",
    "subprocess.",
)
_NOT_FOR_READING = 0b11 | 0o100
"""O_WRONLY, O_RDWR and O_CREAT; Windows has another number for the last."""


def main(memory: int, seconds: int) -> None:
    """Print what standard input holds: bytes it may use over those in use, seconds of the processor."""
    page, answer = _pipes()
    try:
        draw = _drawer()
    except (ImportError, OSError):
        sys.exit(NO_LIBRARY)
    spare = bytearray(_SPARE)
    _confine(memory, seconds)
    try:
        answer.write(draw(page.read().decode("utf-8")))
        answer.flush()
    except MemoryError:
        del spare
        os._exit(NO_MEMORY)  # what an orderly end needs is not there any more


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The two ends that lead to the audit; nothing else can reach them by printing."""
    answer = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for each in (1, 2):
        os.dup2(nowhere, each)
    os.close(nowhere)
    return sys.stdin.buffer, answer


def _drawer() -> Callable[[str], bytes]:
    """A function from a document to its pages, all of its libraries loaded and its fonts found."""
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

    def draw(page: str) -> bytes:
        fetcher = URLFetcher(allowed_protocols=("data",), allow_redirects=False)
        made: bytes = HTML(string=page, url_fetcher=fetcher).write_pdf(pdf_variant="pdf/ua-1")
        return made

    draw("<title>-</title><p>-")
    return draw


def _confine(memory: int, seconds: int) -> None:
    """Give up for good whatever printing does not need."""
    sys.addaudithook(_refuse)
    try:
        import resource
    except ImportError:  # Windows: the parent's clock alone holds
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, math.ceil(used.ru_utime + used.ru_stime + seconds))
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, 0)
    if (held := _address_space()) is not None:
        _lower(resource.RLIMIT_AS, held + memory)


def _lower(what: int, most: int) -> None:
    """Both limits; one that is lower already stays."""
    import resource

    _, hard = resource.getrlimit(what)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    try:
        resource.setrlimit(what, (most, most))
    except (OSError, ValueError):  # a system without this limit: the others hold
        return


def _address_space() -> int | None:
    """Bytes in use, where the system tells."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except (OSError, ValueError, IndexError):
        return None
    import resource

    return pages * resource.getpagesize()


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(_NEVER):
        raise PermissionError(event)
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & _NOT_FOR_READING:
        raise PermissionError(event)
