"""The summary on the terminal."""

from dataclasses import replace
from datetime import date

import pytest

from auditor.model.mandate import Account, Proof
from auditor.report.redact import Redaction
from auditor.report.terminal import summary


def told(report, language="en", **more):
    return summary(report, language=language, redact=Redaction.OTHERS, **more)


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ("someone can tie one page to you: one risk.", "1. Ask your operator for a code.",
                "What each viewer adds", "A member", "Not read: one source",
                "The report: report.html")),
        ("fr", ("on peut relier une page à vous\u00a0: un risque à la clé.",
                "1. Demandez un code à votre opérateur.", "Ce que chaque regard ajoute",
                "Un membre", "Non lu\u00a0: une source", "Le rapport\u00a0: report.html")),
    ],
)  # fmt: skip
def test_a_newcomer_learns_what_was_found_and_what_to_do(report, language, sentences):
    text = told(report, language, where="report.html")
    for each in sentences:
        assert each in text


def test_lines_keep_to_the_width(report):
    assert max(map(len, told(report, "fr", console_width=60).splitlines())) <= 60


def test_a_long_path_is_never_broken(report):
    place = "/home/someone/" + "deep/" * 30 + "report.html"
    assert place in told(report, where=place, console_width=60)


def test_no_control_sign_reaches_the_terminal(report):
    subject = replace(report.mandate.subject, name="Loïc\x1b[31m\u202e\x07")
    bad = replace(report, mandate=replace(report.mandate, subject=subject))
    text = told(bad)
    assert not set(text) & set("\x1b\x07\u202e")
    assert "⟦U+001B⟧" in text


def test_when_all_was_read_it_says_so(report):
    fine = replace(report, failures=(), sources=report.sources[:1])
    assert "Everything that the mandate names was read." in told(fine)


def test_accounts_that_are_declared_and_not_proved_are_named(report):
    accounts = (
        Account(id="photos:loic", proofs=(Proof(method="token", on=date(2026, 1, 5)),)),
        Account(id="words:loic"),
    )
    real = replace(report, mandate=replace(report.mandate, accounts=accounts, fictional=False))
    assert "Declared, not proved, and so not fetched: words:loic\n" in told(real)
    fictional = replace(report, mandate=replace(real.mandate, fictional=True))
    assert "not proved" not in told(fictional)


def test_what_would_break_the_chain_stands_there_for_the_first_viewer_it_does(report):
    text = told(report)
    assert "What would break the chain (A member)\n" in text
    assert "  – Hide: " in text
    assert "then no longer tied to you: Loïc T." in text
    nothing = {each: replace(view, remedies=()) for each, view in report.views.items()}
    assert "break the chain" not in told(replace(report, views=nothing))
