"""A draft as a page that prints on one sheet, or as Markdown."""

from enum import StrEnum
from typing import TYPE_CHECKING

from auditor import __version__
from auditor.report.html import asset, environment, policy
from auditor.report.inert import visible
from auditor.report.markdown import inert
from auditor.report.officer.draft import Draft, Subject, draft, pieces
from auditor.report.words import Words

if TYPE_CHECKING:
    from markupsafe import Markup


class Form(StrEnum):
    """Forms of a draft."""

    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"


def render(name: str, subject: Subject, *, language: str, form: Form) -> bytes:
    """The page `name` for an employer in a place.

    Raises:
        PackError: its texts cannot be used.
    """
    words = Words(language=language)
    made = draft(words, name, subject)
    text = _html(words, made) if form is Form.HTML else _text(made, form)
    return text.encode("utf-8", "replace")


def _html(words: Words, made: Draft) -> str:
    from markupsafe import Markup

    style = asset("style.css") + asset("officer.draft.css")
    return (
        environment(words)
        .get_template("officer/draft.html")
        .render(
            policy=policy(style),
            style=Markup(style),  # noqa: S704 - our own files
            language=words.language,
            draft=made,
            blanks=_blanks,
            version=__version__,
        )
    )


def _blanks(text: str) -> "Markup":
    """The text with its blanks marked."""
    from markupsafe import Markup

    form = Markup('<span class="blank">{}</span>')
    return Markup("").join(form.format(each) if blank else each for blank, each in pieces(text))


def _text(made: Draft, form: Form) -> str:
    """In Markdown, or with the same marks as text to be read as it stands."""
    said = _marked if form is Form.MARKDOWN else visible
    lines = [f"# {said(made.title)}", "", said(made.lead)]
    for part in made.parts:
        lines += ["", f"## {said(part.title)}", ""]
        lines += [f"- {said(each)}" for each in part.clauses]
    lines += ["", said(made.closing)]
    lines += [one for each in (made.basis, made.no_advice) if each for one in ("", said(each))]
    return "\n".join(lines) + "\n"


def _marked(text: str) -> str:
    """Blanks stay as one reads them; no other word of the page begins a mark."""
    return "".join(
        f"[{_inert(each[1:-1])}]" if blank else _inert(each) for blank, each in pieces(text)
    )


def _inert(text: str) -> str:
    """The words made inert, the spaces around them kept: a blank stands between."""
    bare = text.strip(" ")
    before, after = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    return f"{before}{inert(bare)}{after}" if bare else text
