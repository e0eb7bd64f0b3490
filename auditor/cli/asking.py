"""Open pairs, shown one by one, and what the person at the terminal answers; kept at once."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import typer

from auditor.cli.speech import sentence, spoken, tell
from auditor.errors import MandateError, OutputError
from auditor.model.link import Judgement, Link
from auditor.model.redaction import Redaction
from auditor.model.text import say
from auditor.model.viewer import Viewer

if TYPE_CHECKING:
    from auditor.model.report import Report
    from auditor.report.lookup import Lookup
    from auditor.store.deciding import Desk

KEYS = {
    "en": {"y": "same", "n": "different", "u": "unsure", "s": "skip", "q": "quit"},
    "fr": {"o": "same", "n": "different", "d": "unsure", "p": "skip", "q": "quit"},
}
"""What one types; the words themselves are understood as well, in either language."""
WORDS = {
    "same": "same", "different": "different", "unsure": "unsure", "skip": "skip", "quit": "quit",
    "même": "same", "meme": "same", "différent": "different",
    "doute": "unsure", "passer": "skip", "quitter": "quit",
}  # fmt: skip
_ASKED = {
    "en": "One person? [y]es, [n]o, [u]nsure, [s]kip, [q]uit: ",
    "fr": "Une seule personne ? [o]ui, [n]on, en [d]oute, [p]asser, [q]uitter : ",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """What is asked about, and where the answers go."""

    book: "Lookup"
    viewer: Viewer
    desk: "Desk"
    today: date


def go_through(report: "Report", viewer: Viewer, desk: "Desk", language: str, today: date) -> None:
    """Ask about the open pairs, those nearest to a join first."""
    from auditor.report import redact as redaction
    from auditor.report.lookup import lookup
    from auditor.store.deciding import settled

    _refuse_unasked()
    book = lookup(redaction.redact(report, Redaction.OTHERS), language)
    table = _Table(book=book, viewer=viewer, desk=desk, today=today)
    open_ = [each for each in book.report.views[viewer].links if _is_open(each)]
    asked, answered = 0, 0
    for number, link in enumerate(sorted(open_, key=lambda each: (-each.bits, each.id)), 1):
        if settled((link.left, link.right), desk.decisions()):
            continue
        asked += 1
        _show(table, link, number, len(open_))
        answer = _ask(table, link)
        if answer == "quit":
            break
        answered += answer != "skip"
    _tell(asked, answered)


def _tell(asked: int, answered: int) -> None:
    if not asked:
        tell(say("No pair is left open."))
    elif answered:
        tell(say("Kept: %(count)s. They hold from the next audit on.", count=answered))


def _is_open(link: Link) -> bool:
    return link.judgement is Judgement.UNSURE and not link.human


def _refuse_unasked() -> None:
    """Refuse to ask where nobody can answer.

    Raises:
        OutputError: the standard input is closed.
    """
    if sys.stdin is None or sys.stdin.closed:
        raise OutputError("there is no terminal to ask at; name the two records and the judgement")


def _show(table: _Table, link: Link, number: int, count: int) -> None:
    """Both records and the evidence, as the report would show them to others."""
    from auditor.report.explanation import sure
    from auditor.report.inert import visible
    from auditor.report.terminal import wrapped

    book = table.book
    typer.echo("")
    tell(
        say(
            "Pair %(number)s of %(count)s: %(sure)s",
            number=number,
            count=count,
            sure=sure(book, link),
        )
    )
    for each in (link.left, link.right):
        typer.echo(f"  {visible(f'{book.label(each)} – {book.where(each)}')}")
    for line in _evidence(table, link):
        typer.echo(wrapped(visible(line), 80))


def _evidence(table: _Table, link: Link) -> Iterator[str]:
    from auditor.report.explanation import signed
    from auditor.report.explanation_text import quotes
    from auditor.report.levels import sentence as said

    book, view = table.book, table.book.report.views[table.viewer]
    for level in sorted(link.levels, key=lambda each: -each.bits):
        words = book.words(said(level.comparison, level.level, level.bits))
        yield f"  {signed(book, level.bits):>7}  {words}"
        sides = [book.side(each, view) for each in (level.left, level.right)]
        if any(quote for quote, _ in sides):
            yield f"{'':>11}{quotes(book.words, sides)}"
    if link.why:
        yield f"  {book.said(link.why)}"


def _ask(table: _Table, link: Link) -> str:
    """The answer, kept at once; one that contradicts others is refused with a line, and asked again."""
    from auditor.store.deciding import decide
    from auditor.store.judgements import Decision

    while True:
        answer = _answer()
        if answer in {"skip", "quit"}:
            return answer
        made = Decision(
            left=link.left, right=link.right, judgement=Judgement(answer), on=table.today
        )
        try:
            decide(table.desk, made)
        except MandateError as error:
            typer.echo(f"  {sentence(error)}")
            continue
        return answer


def _answer() -> str:
    """One of same, different, unsure, skip, quit; the end of what is typed is *quit*, as Ctrl-C is."""
    language = spoken() if spoken() in KEYS else "en"
    while True:
        try:
            typer.echo(_ASKED[language], nl=False)
            sys.stdout.flush()
            typed = sys.stdin.readline()
        except (
            KeyboardInterrupt
        ):  # whoever breaks off has said enough; every answer is kept already
            typed = ""
        if not typed:
            typer.echo("")
            return "quit"
        word = typed.strip().casefold()
        answer = KEYS[language].get(word) or WORDS.get(word)
        if answer:
            return answer
        tell(say("one of these letters, please: %(letters)s", letters=", ".join(KEYS[language])))
