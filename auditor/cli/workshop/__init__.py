"""`auditor workshop …`: a room of fifteen people, forty-five minutes, fictional cases."""

import typer

from auditor.cli.workshop import figures, new, persona

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="For trainers: a session on fictional cases, and the figures of a room without names.",
)
app.command("figures", cls=figures.SeveralBefore)(figures.figures)
app.command("persona")(persona.persona)
app.command("new")(new.new)
