"""What a child process gives up before it meets untrusted content.

Memory, time, files, processes and core dumps are the system's to refuse, where it can (POSIX; the
memory on Linux only). That nothing is sent or written is held by a hook inside Python as well: it
stops a library that means well, not code that took the process over.
"""

import math
import signal
import sys
from pathlib import Path

FILES = 64
"""Open at once: reading a page opens none, importing a library a few."""
_GRACE = 1.0
"""Seconds that leave the audit's own clock the first word."""
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


def confine(memory: int, *, reads_only: bool = True) -> None:
    """Give up for good whatever is not needed; `memory` is bytes over those in use.

    What `reads_only` needs few files and no thread of its own; a library that draws may need both.
    """
    sys.addaudithook(_refuse)
    try:
        import resource
    except ImportError:  # Windows: the parent's clock alone holds
        return
    for what in (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE):
        _lower(what, 0)
    if reads_only:
        _lower(resource.RLIMIT_NPROC, 0)
        _lower(resource.RLIMIT_NOFILE, FILES)
    used = _address_space()
    if used is not None:
        _lower(resource.RLIMIT_AS, used + memory)


def allow(seconds: float, wall: float) -> None:
    """End the process when the processor has worked so many seconds more, or the clock has run so far.

    The audit keeps the time too: this is for the child whose audit was killed.
    """
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, wall + _GRACE)
    work(seconds)


def work(seconds: float) -> None:
    """End the process when the processor has worked so many seconds more."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = math.ceil(used.ru_utime + used.ru_stime + seconds)
    soft = soft if hard == resource.RLIM_INFINITY else min(soft, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def rest() -> None:
    """Take the clock back: what waits for its next content may wait."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0)


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
