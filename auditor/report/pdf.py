"""The report as a tagged PDF (PDF/UA), laid out by WeasyPrint in a child of its own (extra `pdf`).

The layout is ours and every word in it is escaped; the libraries that shape and draw the words are
large and written in C, so what strangers wrote meets them in a process that has nothing to lose.
"""

import dataclasses
import os
import signal
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import auditor
from auditor.errors import OutputError
from auditor.model.redaction import Redaction
from auditor.model.report import Report
from auditor.report import paper, pdf_child
from auditor.report import redact as redaction
from auditor.report.lookup import lookup
from auditor.resources.folders import folder
from auditor.resources.limits import numbers

_MB = 1_000_000
_BOOT = (
    "import sys; at = sys.argv.index('--'); sys.path[:] = sys.argv[at + 1 :]; "
    "from auditor.report.pdf_child import main; main(*map(int, sys.argv[1:at]))"
)
_KEPT = (
    "SYSTEMROOT",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
    "DYLD_FALLBACK_LIBRARY_PATH",
    "WEASYPRINT_DLL_DIRECTORIES",
    "FONTCONFIG_FILE",
    "FONTCONFIG_PATH",
    "XDG_CACHE_HOME",
    "HOME",
)
"""Variables by which Python, the libraries and the fonts are found; no other reaches the child."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What one printing may cost (`reports/print.yml`); seconds and megabytes."""

    memory_mb: float
    seconds: float
    wall: float
    answer_mb: float


def render(report: Report, *, language: str, redact: Redaction) -> bytes:
    """The whole report as a PDF.

    Raises:
        OutputError: WeasyPrint is missing, or the report is more than it can lay out.
    """
    refuse_missing()
    book = lookup(redaction.redact(report, redact), language)
    return printed(paper.page(book).encode("utf-8", "replace"), bounds())


def refuse_missing() -> None:
    """Refuse before any work what cannot be printed here.

    Raises:
        OutputError: the extra is not installed.
    """
    if find_spec("weasyprint") is None:
        raise OutputError("a PDF needs one more package: pip install 'privacy-auditor[pdf]'")


def bounds() -> Bounds:
    """The bounds we ship."""
    names = [each.name for each in dataclasses.fields(Bounds)]
    return Bounds(**numbers(folder("reports") / "print.yml", names))


def printed(page: bytes, within: Bounds) -> bytes:
    """The pages of a document, made by the child.

    Raises:
        OutputError: it could not be started, took too long or too much, or made no PDF.
    """
    limits = (str(int(within.memory_mb * _MB)), str(int(within.seconds)))
    try:
        done = subprocess.run(  # noqa: S603 (our own interpreter, our own code)
            [sys.executable, "-I", "-S", "-X", "utf8", "-c", _BOOT, *limits, "--", *_places()],
            input=page,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=Path(sys.executable).anchor,
            env={name: os.environ[name] for name in _KEPT if name in os.environ},
            timeout=within.wall,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _too_much() from None
    except OSError as fault:
        raise _failed(type(fault).__name__) from None
    if done.returncode == 0 and done.stdout.startswith(b"%PDF-"):
        if len(done.stdout) > within.answer_mb * _MB:
            raise _too_much()
        return done.stdout
    raise _why(done.returncode)


def _why(code: int) -> OutputError:
    """What an end without a PDF means."""
    if code == pdf_child.NO_LIBRARY:
        return OutputError(
            "WeasyPrint is installed, and a library it draws with is not; "
            "install Pango (Debian: libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0)"
        )
    killed = {-int(getattr(signal, name, 0)) for name in ("SIGXCPU", "SIGKILL")} - {0}
    if code == pdf_child.NO_MEMORY or code in killed:
        return _too_much()
    return _failed(signal.Signals(-code).name if code < 0 else f"exit {code}")


def _too_much() -> OutputError:
    return OutputError(
        "the report is more than can be laid out on paper here; choose another form, "
        "or fewer viewers with --viewer"
    )


def _failed(why: str) -> OutputError:
    return OutputError("the PDF could not be made (%(type)s); choose another form", type=why)


def _places() -> list[str]:
    """Where the child finds our code and the libraries: where we did, and nowhere beside."""
    ours = str(Path(auditor.__file__).parents[1])
    return list(dict.fromkeys([ours, *(str(Path(each).absolute()) for each in sys.path if each)]))
