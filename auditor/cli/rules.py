"""`auditor rules`: list, explain and check the rules."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.audit import Language
from auditor.cli.speech import speak, tell
from auditor.errors import PackError

if TYPE_CHECKING:
    from auditor.model.rule import Rule

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="List, explain or check rules.")

Lang = Annotated[Language | None, typer.Option(help="Language of the answer.")]


@app.command("list")
def list_(lang: Lang = None) -> None:
    """One line a rule: code, severity, title."""
    language = speak(lang)
    for rule in _rules():
        typer.echo(f"{rule.code}  {rule.severity}  {rule.title[language]}")


@app.command("explain")
def explain(
    name: Annotated[str, typer.Argument(help="A code (F-03) or an id (fraud.sim-swap).")],
    lang: Lang = None,
) -> None:
    """What a rule says, why, and what to do."""
    language = speak(lang)
    rule = next((each for each in _rules() if name in {each.code, each.id}), None)
    if rule is None:
        raise PackError("no rule is called %(name)s; see `auditor rules list`", name=name[:40])
    typer.echo(f"{rule.code} · {rule.id} · {rule.severity}/5\n{rule.title[language]}\n")
    typer.echo(f"{rule.description[language]}\n")
    for number, step in enumerate(rule.advice[language], start=1):
        typer.echo(f"{number}. {step}")
    typer.echo("\n" + "\n".join(rule.references))


@app.command("check")
def check(
    folder: Annotated[
        Path | None, typer.Argument(help="A folder of packs. Default: the rules of the program.")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit 1 where there are warnings.")
    ] = False,
    lang: Lang = None,
) -> None:
    """Read every rule: faults with file and line, examples that do not hold, warnings.

    Exit 0: no fault, 1: warnings and --strict, 2: faults.
    """
    from auditor.assess.aging import aged, limit
    from auditor.assess.examples import broken
    from auditor.assess.kinds import kinds
    from auditor.assess.scale import scale
    from auditor.resources.folders import folder as ours

    speak(lang)
    known, floor = kinds(ours("rules")), scale(ours("rules")).floor.value
    rules = _of(folder)
    if not rules:
        raise PackError(
            "no rule was found in %(folder)s; packs are folders of .yml files", folder=folder
        )
    faults = [text for rule in rules for text in broken(rule, known, floor)]
    warnings = list(aged(rules, datetime.now(tz=UTC).date(), limit(ours("rules"))))
    for text in (*faults, *warnings):
        tell(text, err=True)
    if faults or (strict and warnings):
        raise typer.Exit(code=2 if faults else 1)
    typer.echo(f"{len(rules)} ✓")


def _of(folder: Path | None) -> list["Rule"]:
    """The rules of a folder: of the program, or packs that are to stand beside its own.

    A folder with a vocabulary (`facts.yml`) is a whole set of rules, and stands alone.
    """
    from auditor.assess.load import load, rule_files
    from auditor.resources.folders import folder as ours

    if folder is None or (folder / "facts.yml").is_file():
        return list(load(folder or ours("rules")))
    theirs = {f"{path.parent.name}.{path.stem}" for path in rule_files(folder)}
    return [rule for rule in load(ours("rules"), beside=(folder,)) if rule.id in theirs]


@app.command("schema")
def schema() -> None:
    """Print the JSON Schema of a rule."""
    from auditor.assess.load import schema as made

    typer.echo(json.dumps(made(), indent=2, ensure_ascii=False))


def _rules() -> list["Rule"]:
    from auditor.assess.load import load
    from auditor.resources.folders import folder as ours

    return sorted(load(ours("rules")), key=lambda rule: rule.code)
