"""A result read again: what it does not hold (rules, kinds, networks) as installed here, and its language."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.speech import speak

if TYPE_CHECKING:
    from auditor.model.report import Report

OfCase = Annotated[
    Path | None,
    typer.Option(
        "--case", help="The case a result is of: its own cards of networks name the places."
    ),
]


def of_file(result: Path, case: Path | None, *, comparable: bool = True) -> "Report":
    """The report that a file tells of, with the words installed.

    Raises:
        ResultError: it is no result; or none that can be compared, where that is asked.
    """
    from auditor.report.reread import content, reread

    return worded(reread(content(result), file=result.name, comparable=comparable), case)


def worded(report: "Report", case: Path | None = None) -> "Report":
    """The report with them, and with the cards of networks and the rules that only its case knows.

    Raises:
        PackError: one of them cannot be used.
    """
    from auditor.assess import advice
    from auditor.assess.kinds import kinds
    from auditor.assess.load import load, own
    from auditor.collect.cards import cards
    from auditor.resources.folders import folder

    rules = folder("rules")
    known = kinds(rules)
    return replace(
        report,
        rules={each.id: each for each in load(rules, known, beside=own(case))},
        kinds=known,
        networks=cards(rules / "networks", case),
        known_advice={each.id: each for each in advice.load(rules, known)},
    )


def spoken(lang: str | None, report: "Report") -> str:
    """The language asked for, else that of the result, if it is one of ours."""
    from auditor.cli.audit import Language

    return speak(lang or (report.language if report.language in set(Language) else None))
