"""`auditor screening …`: an employer's log of what its recruiters consulted, against the law of a place."""

import typer

from auditor.cli.screening import check, drafts, redact, template

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="For compliance officers: was what our recruiters looked at lawful? Never a candidate's footprint.",
)
app.command("check")(check.check)
app.command("redact")(redact.redact)
app.command("template")(template.template)
app.command("policy")(drafts.policy)
app.command("notice")(drafts.notice)
