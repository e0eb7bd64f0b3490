"""`auditor screening redact FILE`: protected grounds are masked before whoever decides reads the file."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.audit import Language
from auditor.cli.names import Model, tell_missing
from auditor.cli.output import TERMINAL, write
from auditor.cli.screening.confirm import confirmed, is_terminal
from auditor.cli.speech import speak, tell
from auditor.errors import AuditorError, OutputError
from auditor.model.names import fold
from auditor.model.screening_rule import Place
from auditor.model.text import say
from auditor.store.files import refuse_unwritable

if TYPE_CHECKING:
    from auditor.screening.redact import Grounds, Mask

LARGEST = 20_000_000
"""Bytes of a file: a curriculum with pictures has some millions."""


class Shape(StrEnum):
    """How the result is written."""

    TEXT = "text"
    JSON = "json"


class Seen(StrEnum):
    """Who looked at the masks."""

    CONFIRMED = "confirmed"
    TAKEN = "taken"
    """Taken as they are, on demand: nobody has read them."""
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The masked text, and all that is kept of what was masked."""

    text: str
    counts: dict[str, int]
    seen: Seen
    protected: frozenset[str] | None
    """The grounds that the law of the place names; None where no place was named."""
    place: str
    """The name of the place."""


def redact(
    file: Annotated[
        str,
        typer.Argument(help="A text, saved page, PDF or text document; - reads the text piped in."),
    ],
    place: Annotated[
        Place | None,
        typer.Option(help="Say which grounds the law of this place names; all are masked anyway."),
    ] = None,
    to: Annotated[
        Path, typer.Option(help="Where to write the masked text; - for the terminal.")
    ] = TERMINAL,
    yes: Annotated[
        bool, typer.Option("--yes", help="Take every mask as it is: nobody reads them.")
    ] = False,
    lang: Annotated[Language | None, typer.Option(help="Language of masks and questions.")] = None,
    format_: Annotated[
        Shape, typer.Option("--format", help="The masked text, or JSON with the counts.")
    ] = Shape.TEXT,
    model: Model = None,
) -> None:
    """Mask protected grounds in a note or a saved CV before whoever decides reads it; keep only counts.

    French and English words are both looked for, whatever the language of masks and questions.

    Exit 0: nothing masked, 1: something is, 2: it could not be read.
    """
    from auditor.kits import protected
    from auditor.resources.folders import folder
    from auditor.screening.redact import load, masks

    language = speak(lang)
    _refuse_taken(to, file)
    text = protected.text_of(*_content(file), datetime.now(UTC))
    tell_missing(model)
    grounds = load(folder("rules"), folder("data"))
    found = masks(text, grounds, protected.recognizers(language, model))
    asked = not yes and file != "-" and is_terminal()
    chosen, whole = confirmed(text, found, grounds, language) if asked else (found, False)
    seen = Seen.CONFIRMED if whole else Seen.TAKEN if yes else Seen.NOT_YET
    made = _made(text, chosen, grounds, language, place, seen=seen)
    write(_written(made, format_), to)
    if to == TERMINAL and not made.text.endswith("\n") and format_ is Shape.TEXT:
        typer.echo(err=True)
    _tell(made, grounds, language)
    raise typer.Exit(1 if chosen else 0)


def _refuse_taken(to: Path, file: str) -> None:
    """What is masked is gone from the copy, so no file that is there is written over: least of all the original.

    Raises:
        OutputError: there is a file already, or none can be written there.
    """
    if to == TERMINAL:
        return
    refuse_unwritable(to)
    if file != "-" and to.exists() and Path(file).exists() and to.samefile(file):
        raise OutputError("this is the only original, and masked words are gone; name another file")
    if to.exists():
        raise OutputError("%(file)s is there already; name another file", file=to.name)


def _content(file: str) -> tuple[bytes, str]:
    """The bytes, and the name that tells what they are.

    Raises:
        AuditorError: there is no such file, it is too large, or closed to us.
    """
    path = Path(file)
    if file != "-" and path.is_dir():
        raise AuditorError("this is a folder; give one file at a time")
    if file != "-" and not path.is_file():
        raise AuditorError(
            "there is no such file; check the path, or give - to read what is piped in"
        )
    try:
        data = sys.stdin.buffer.read(LARGEST + 1) if file == "-" else _bytes(path)
    except OSError as fault:
        raise AuditorError(
            "the file cannot be read (%(type)s); check its permissions", type=type(fault).__name__
        ) from fault
    if len(data) > LARGEST:
        raise AuditorError(
            "the text is larger than %(limit)s MB; split it", limit=LARGEST // 1_000_000
        )
    return data, "piped.txt" if file == "-" else path.name


def _bytes(path: Path) -> bytes:
    with path.open("rb") as content:
        return content.read(LARGEST + 1)


def _made(
    text: str,
    chosen: Sequence["Mask"],
    grounds: "Grounds",
    language: str,
    place: Place | None,
    *,
    seen: Seen,
) -> Made:
    from auditor.resources.folders import folder
    from auditor.screening.load import places
    from auditor.screening.redact import counts, masked

    cards = places(folder("rules") / "screening") if place else {}
    return Made(
        text=masked(text, chosen, grounds, language),
        counts=dict(counts(chosen)),
        seen=seen,
        protected=frozenset(cards[place].protected) if place else None,
        place=cards[place].name[language] if place else "",
    )


def _written(made: Made, shape: Shape) -> bytes:
    if shape is Shape.TEXT:
        return made.text.encode()
    import json

    shown: dict[str, object] = {"text": made.text, "counts": made.counts}
    shown |= {"masks": made.seen, "confirmed": made.seen is Seen.CONFIRMED}
    if made.protected is not None:
        shown["protected"] = sorted(made.protected & set(made.counts))
    return (json.dumps(shown, ensure_ascii=False, indent=2) + "\n").encode()


def _tell(made: Made, grounds: "Grounds", language: str) -> None:
    """The counts, beside the text: never the words."""
    if not made.counts:
        tell(
            say("Nothing was found that tells a protected ground; read the text once more."),
            err=True,
        )
        return
    tell(say("Masked, and nothing else kept:"), err=True)
    for name, count, named in _rows(made, grounds, language):
        line = f"  {count:>4}  {name}"
        typer.echo(line + ("" if named is None else f"  {_law(made.place, named)}"), err=True)
    if made.seen is Seen.TAKEN:
        tell(
            say(
                "These masks were taken as they are, read by nobody. Have them read by somebody who does "
                "not decide on the candidate."
            ),
            err=True,
        )
    if made.seen is Seen.NOT_YET:
        tell(
            say(
                "Nobody has confirmed these masks yet. Have them read by somebody who does not decide "
                "on the candidate."
            ),
            err=True,
        )


def _rows(made: Made, grounds: "Grounds", language: str) -> Iterable[tuple[str, int, bool | None]]:
    names = {**grounds.names, "added": grounds.table.added}
    by_name = sorted(made.counts.items(), key=lambda each: fold(names[each[0]][language]))
    for ground, count in by_name:
        named = None if made.protected is None else ground in made.protected
        yield names[ground][language], count, named


def _law(place: str, named: bool) -> str:
    from auditor.cli.speech import spoken
    from auditor.report.words import told

    text = (
        say("(named by the law of %(place)s)", place=place)
        if named
        else say("(not named by the law of %(place)s)", place=place)
    )
    return told(text, spoken())
