"""The report as one HTML file that opens anywhere, asks no one for anything and runs no script but its own.

The policy in its head allows one style and one script, both by hash; without the script every
view stands open on the page.
"""

import base64
import hashlib
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditor.model.redaction import Redaction
from auditor.model.report import Report
from auditor.report import annex, labels
from auditor.report import redact as redaction
from auditor.report.front import front
from auditor.report.lookup import Lookup, lookup
from auditor.report.panels import panel
from auditor.report.words import Words
from auditor.resources.folders import folder

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_LANGUAGES = {"en": "English", "fr": "français"}


def render(report: Report, *, language: str, redact: Redaction) -> bytes:
    """The whole report as a self-contained page."""
    book = lookup(redaction.redact(report, redact), language)
    page = environment(book.words).get_template("report.html").render(**_content(book))
    return page.encode("utf-8", "replace")


def _content(book: Lookup) -> dict[str, Any]:
    from markupsafe import Markup

    report = book.report
    style, script = (asset(name) for name in ("style.css", "tabs.js"))
    return {
        "policy": policy(style, script),
        "style": Markup(style),  # noqa: S704 - our own file
        "script": Markup(script),  # noqa: S704 - our own file
        "language": book.words.language,
        "language_name": _LANGUAGES.get(book.words.language, book.words.language),
        "subject": book.text(report.mandate.subject.name),
        "made_on": book.words.day(report.made_at.date()),
        "version": report.version,
        "fictional": report.mandate.fictional,
        "front": front(book),
        "panels": [panel(book, viewer) for viewer in labels.VIEWERS if viewer in report.views],
        "failures": annex.failures(book),
        "unproved": annex.unproved(book),
        "questions": annex.questions(book),
        "sources": annex.sources(book),
        "inventory": annex.inventory(book),
        "others": annex.others(book),
        "without_protected": report.without_protected,
    }


def environment(words: Words) -> "Environment":
    """The templates of reports/templates, speaking one language."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(folder("reports") / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "say": partial(_phrase, words),
        "count": partial(_count, words),
        "noun": lambda name, number: words(labels.noun(name, number, words.language)),
        "viewers": labels.VIEWERS,
        "edits": labels.ACTIONS,
        "looking": labels.LOOKING,
        "number": words.number,
        "join": words.listing,
    }
    made.filters |= {"bdi": _isolated, "said": words}
    return made


def _phrase(words: Words, message: str, /, **details: object) -> "Markup":
    """A translated sentence; what stands in its places is isolated from the text around it."""
    from markupsafe import escape

    sentence = escape(words(message))
    return (
        sentence % {key: _isolated(value) for key, value in details.items()}
        if details
        else sentence
    )


def _isolated(text: object) -> "Markup":
    """Somebody's words, kept from turning the line around them."""
    from markupsafe import Markup

    return Markup("<bdi>{}</bdi>").format(text)


def _count(words: Words, name: str, number: int) -> str:
    return words(labels.count(name, number, words.number(number), words.language))


def asset(name: str) -> str:
    """A file of reports/: a style, a script."""
    path: Path = folder("reports") / name
    return path.read_text(encoding="utf-8")


def policy(style: str, script: str = "") -> str:
    """What the page may load and run: its own style and script, by hash, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
