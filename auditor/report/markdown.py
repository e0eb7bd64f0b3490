"""The report as Markdown (CommonMark, with the tables of GitHub's): text that any notebook, wiki or editor shows.

The template writes the structure; every value passes `inert` on its way out and can start nothing
of its own: no heading, list, link, picture, table, code or HTML.
"""

import re
import unicodedata
from functools import partial
from typing import TYPE_CHECKING

from auditor.model.redaction import Redaction
from auditor.model.report import Report
from auditor.model.text import Text
from auditor.report import labels, paper
from auditor.report import redact as redaction
from auditor.report.inert import visible
from auditor.report.lookup import lookup
from auditor.report.words import Words
from auditor.resources.folders import folder

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

LINES = 2_000
"""Different words listed of everything found; the table of facts holds the rest."""
_WHITE = re.compile(r"[ \t\r\n]+")
_ANYWHERE = re.compile(r"[\\`*_\[\]<>&|~^$@]")
"""Signs that begin something within a line, in CommonMark or a dialect of it."""
_ADDRESS = re.compile(r":(?=\S)|(?<=\w)\.(?=[^\W\d])")
"""Signs by which dialects find addresses, which they make links of."""
_BEGINNING = re.compile(r"(?:(?<=^)|(?<=^[\u2068]))([#+=:-]|\d{1,9}(?=[.)]))")
"""What begins a heading, a list or a table where a value begins a line."""
_ISOLATE, _END = "\u2068", "\u2069"
_TURNING = frozenset({"R", "AL", "AN"})


def render(report: Report, *, language: str, redact: Redaction) -> bytes:
    """The whole report as Markdown."""
    from markupsafe import Markup

    book = lookup(redaction.redact(report, redact), language)
    page = _environment(book.words).get_template("report.md")
    shown = paper.content(book, longest=LINES)
    text = page.render(**shown | {"colon": Markup(shown["colon"])})  # noqa: S704 - ours
    return _single(text).encode("utf-8", "replace")


def inert(text: str) -> str:
    r"""Somebody's words as Markdown shows them, letter for letter.

    >>> print(inert("# [x](http://y.example) 1 < 2"))
    \# \[x\](http\://y\.example) 1 \< 2
    """
    return _escaped(_isolated(text))


def _isolated(text: object) -> str:
    """On one line, hidden signs named; kept from turning the line where it runs from right to left."""
    shown = visible(_WHITE.sub(" ", str(text)).strip(" "))
    turns = any(unicodedata.bidirectional(sign) in _TURNING for sign in shown)
    return f"{_ISOLATE}{shown}{_END}" if turns else shown


def _escaped(text: str) -> str:
    text = _ADDRESS.sub(r"\\\g<0>", _ANYWHERE.sub(r"\\\g<0>", text))
    return _BEGINNING.sub(_begun, text)


def _begun(found: re.Match[str]) -> str:
    """A sign gets its backslash; a number keeps its digits and loses the force of its point."""
    return f"{found[1]}\\" if found[1].isdecimal() else f"\\{found[1]}"


def _environment(words: Words) -> "Environment":
    """The template's own: what is no Markdown of ours is escaped, as autoescape does for HTML."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(folder("reports") / "templates"),
        autoescape=True,  # what macros give back is ours
        finalize=_finished,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "say": partial(_phrase, words),
        "count": words.count,
        "noun": lambda name, number: words(labels.noun(name, number, words.language)),
        "viewers": labels.VIEWERS,
        "edits": labels.ACTIONS,
        "looking": labels.LOOKING,
        "number": words.number,
    }
    made.filters |= {"said": words, "quoted": words.quoted}
    return made


def _finished(value: object) -> "Markup":
    from markupsafe import Markup

    return value if isinstance(value, Markup) else Markup(inert(str(value)))  # noqa: S704 - escaped


def _phrase(words: Words, message: str, /, **details: object) -> "Markup":
    """A translated sentence; what stands in its places is isolated from the text around it."""
    from markupsafe import Markup

    filled = tuple((key, _isolated(value)) for key, value in details.items())
    return Markup(_escaped(words(Text(message, filled))))  # noqa: S704 - escaped


def _single(text: str) -> str:
    """One blank line where the template's branches leave several."""
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"
