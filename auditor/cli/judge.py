"""`auditor judge CASE`: what is left open is put to the one person who knows, pair by pair."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.asking import go_through
from auditor.cli.audit import Case, Language
from auditor.cli.keeping import PassphraseFd, keeping
from auditor.cli.names import Model
from auditor.cli.progress import bar
from auditor.cli.speech import speak, tell
from auditor.errors import MandateError, OutputError
from auditor.model.link import Judgement
from auditor.model.text import say
from auditor.model.viewer import Viewer

if TYPE_CHECKING:
    from auditor.model.report import Report
    from auditor.store.deciding import Desk
    from auditor.store.keep import Keep


def judge(
    case: Case,
    left: Annotated[
        str | None, typer.Argument(help="A record to judge without being asked, by its id.")
    ] = None,
    right: Annotated[str | None, typer.Argument(help="The record it is compared with.")] = None,
    judgement: Annotated[
        Judgement | None, typer.Argument(help="Whether the two are one person.")
    ] = None,
    viewer: Annotated[
        Viewer, typer.Option(help="Whose open pairs are gone through; you see the most.")
    ] = Viewer.ME,
    lang: Annotated[
        Language | None, typer.Option(help="Language of the questions. Default: the mandate's.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress.")] = False,
    model: Model = None,
    passphrase_fd: PassphraseFd = None,
) -> None:
    """Judge pairs of profiles that the program leaves open; your word is final. Exit 0: done, 2: could not."""
    from auditor import kits, pipeline

    speak(lang)
    named = _named(left, right, judgement)
    now = datetime.now(tz=UTC)
    mandate, kit = kits.for_case(case, now.date(), model)
    language = speak(lang or mandate.language)
    with keeping(case, mandate, passphrase_fd, now=now) as keep:
        with bar(quiet=quiet) as progress:
            report = pipeline.audit(
                mandate,
                kit,
                case=case,
                now=now,
                keep=keep,
                viewers=() if named else (viewer,),
                language=language,
                progress=progress,
            )
        with _desk(case, keep) as desk:
            if named:
                _decide(report, desk, *named, today=now.date())
            else:
                go_through(report, viewer, desk, language, now.date())


def _named(
    left: str | None, right: str | None, judgement: Judgement | None
) -> tuple[str, str, Judgement] | None:
    """The pair that is judged without questions, or None.

    Raises:
        MandateError: only a part of it is given.
    """
    if left is None:
        return None
    if right is None or judgement is None:
        raise MandateError(
            "name two records and what you judge of them: auditor judge CASE LEFT RIGHT same"
        )
    return left, right, judgement


@contextmanager
def _desk(case: Path, keep: "Keep") -> "Iterator[Desk]":
    """Where the judgements of the case are: its vault if it has one, else its file."""
    from auditor.store.deciding import Desk, in_file
    from auditor.store.keep import Memory
    from auditor.store.vault.vault import Vault

    if isinstance(keep, Memory):
        if (case / "judgements.yml").is_symlink():
            raise OutputError("%(file)s is a link; name the file itself", file="judgements.yml")
        yield in_file(case)
    elif isinstance(keep, Vault):
        yield Desk(decisions=keep.decisions, keep=lambda made: keep.decide([made]))


def _decide(
    report: "Report", desk: "Desk", left: str, right: str, judgement: Judgement, *, today: date
) -> None:
    """Keep one judgement, given on the command line."""
    from auditor.pipeline.explained import pair_named
    from auditor.store.deciding import decide
    from auditor.store.judgements import Decision

    one, other = pair_named((left, right), report.records)
    decide(desk, Decision(left=one, right=other, judgement=judgement, on=today))
    tell(say("Kept. It holds from the next audit on."))
