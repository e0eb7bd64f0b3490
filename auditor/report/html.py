"""The report as one HTML file that opens anywhere, asks no one for anything and runs no script but its own.

The policy in its head allows one style and one script, both by hash; without the script every
view stands open on the page.
"""

import base64
import hashlib
import re
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditor.model.redaction import Redaction
from auditor.model.report import Report
from auditor.report import annex, labels, progress_shown
from auditor.report import redact as redaction
from auditor.report.advice import advice
from auditor.report.charts.matrix import matrix
from auditor.report.charts.timeline import timeline
from auditor.report.duties import duties
from auditor.report.filters import sorts
from auditor.report.front import front
from auditor.report.letters import HANDFUL, letters
from auditor.report.lookup import Lookup, lookup
from auditor.report.panels import Panel, panel
from auditor.report.plan import AGAINST, danger, plan
from auditor.report.progress import Progress
from auditor.report.repeats import repeats
from auditor.report.words import Words, typography
from auditor.resources.folders import folder

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_TURNING = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks of signs that run from the right or set how others run."""
NEARLY = 0.05
"""Per cent from an end within which one digit would show the end itself."""
_LANGUAGES = {"en": "English", "fr": "français"}


def render(
    report: Report,
    *,
    language: str,
    redact: Redaction,
    progress: Progress | None = None,
    table: str | None = None,
) -> bytes:
    """The whole report as a self-contained page; from the second audit on, the progress first.

    `table` is the name of a file beside it that holds every fact.
    """
    book = lookup(redaction.redact(report, redact), language)
    shown = _content(book, progress)
    shown |= {**_drawn(book, shown["panels"]), "table": book.text(table or "")}
    page = environment(book.words).get_template("report.html").render(**shown)
    return page.encode("utf-8", "replace")


def _content(book: Lookup, progress: Progress | None) -> dict[str, Any]:
    from markupsafe import Markup

    style, *scripts = (asset(name) for name in ("style.css", "tabs.js", "filters.js"))
    style += asset("progress.css") if progress else ""
    style += asset("plan.css")
    return {
        "policy": policy(style, *scripts),
        "style": Markup(style),  # noqa: S704 - our own file
        "scripts": [Markup(each) for each in scripts],  # noqa: S704 - our own files
        "language_name": _LANGUAGES.get(book.words.language, book.words.language),
        "progress": progress_shown.shown(book, progress) if progress else None,
        "inventory": annex.inventory(book),
        **told(book),
        **_todo(book),
    }


def told(book: Lookup) -> dict[str, Any]:
    """What every form tells alike, on a screen and on paper."""
    report = book.report
    return {
        "language": book.words.language,
        "subject": book.text(report.mandate.subject.name),
        "made_on": book.words.day(report.made_at.date()),
        "version": book.text(report.version),
        "fictional": report.mandate.fictional,
        "front": front(book),
        "advice": advice(book),
        "danger": {viewer: danger(book, viewer) for viewer in report.views},
        "panels": [panel(book, viewer) for viewer in labels.VIEWERS if viewer in report.views],
        "failures": annex.failures(book),
        "unproved": annex.unproved(book),
        "questions": annex.questions(book),
        "sources": annex.sources(book),
        "others": annex.others(book),
        "without_protected": report.without_protected,
    }


def _drawn(book: Lookup, panels: list[Panel]) -> dict[str, Any]:
    """What is drawn, and the ways to find one's way among the panels."""
    return {
        "repeats": repeats(panels),
        "sorts": sorts(book, panels),
        "matrix": matrix(book),
        "timeline": timeline(book),
    }


def _todo(book: Lookup) -> dict[str, Any]:
    """The plan, the letters, and what comes before both where somebody known may be a danger."""
    found = duties(book)
    written = letters(book, found)
    return {
        "plan": plan(book, found),
        "most": AGAINST,
        "letters": written[:HANDFUL],
        "more_letters": max(0, len(written) - HANDFUL),
    }


def environment(words: Words) -> "Environment":
    """The templates of reports/templates, speaking one language."""
    return _environment(words, folder("reports") / "templates")


@cache
def _environment(words: Words, templates: Path) -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
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
        "bands": labels.BANDS,
        "percent": partial(_percent, words),
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
    """Somebody's words, kept from turning the line around them; words that run as the page does, cannot."""
    from markupsafe import Markup, escape

    shown = str(text)
    return Markup("<bdi>{}</bdi>").format(text) if _TURNING.search(shown) else escape(text)


def _percent(words: Words, chance: float) -> str:
    """A chance for a scale: one digit, and the ends only nearly reached."""
    share = 100 * chance
    near = 0 if share < NEARLY else 100 if share > 100 - NEARLY else None
    shown = words.number(round(share, 1)) if near is None else f"≈\u00a0{near}"
    return typography(f"{shown} %" if words.language == "fr" else f"{shown}%", words.language)


def asset(name: str) -> str:
    """A file of reports/: a style, a script."""
    path: Path = folder("reports") / name
    return path.read_text(encoding="utf-8")


def policy(style: str, *scripts: str) -> str:
    """What the page may load and run: its own style and scripts, by hash, and nothing else."""
    allowed = " ".join(f"'{_hash(each)}'" for each in scripts or ("",))
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src {allowed}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
