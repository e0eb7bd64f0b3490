"""The child that lays out a report: it loads WeasyPrint, gives up all it does not need, and prints.

Its own standard output and error go nowhere: what a library prints may quote what it draws. Memory,
time, files and core dumps are the system's to refuse (POSIX; the memory on Linux); that nothing is
fetched, written or started is held by a hook inside Python as well.
"""

import os
import sys
from collections.abc import Callable
from typing import IO

from auditor.resources.confine import confine, work

NO_LIBRARY = 3
"""Exit code: WeasyPrint, or what it draws with, cannot be loaded."""
NO_MEMORY = 4
_SPARE = 1 << 22
"""Bytes kept back so that the last word can be said."""


def main(memory: int, seconds: int) -> None:
    """Print what standard input holds: bytes it may use over those in use, seconds of the processor."""
    page, answer = _pipes()
    try:
        draw = _drawer()
    except (ImportError, OSError):
        sys.exit(NO_LIBRARY)
    spare = bytearray(_SPARE)
    confine(memory, reads_only=False)
    work(seconds)
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
