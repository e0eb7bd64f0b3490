"""Every mask shown in its line to somebody who does not decide: kept or taken off; then what was missed."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from auditor.cli.speech import tell
from auditor.model.text import say

if TYPE_CHECKING:
    from auditor.screening.redact import Grounds, Mask

KEYS = {
    "en": {"": "keep", "m": "keep", "n": "bare", "q": "quit"},
    "fr": {"": "keep", "m": "keep", "n": "bare", "q": "quit"},
}
"""What one types; Enter alone keeps the mask, which is the careful answer."""
ASKED = {
    "en": "[Enter] keep the mask, [n]ot protected, [q]uit: ",
    "fr": "[Entrée] garder le masque, [n]on protégé, [q]uitter : ",
}
MISSED = {
    "en": "Was something missed? Type its words, or Enter to end: ",
    "fr": "Quelque chose a-t-il échappé ? Tapez les mots, ou Entrée pour finir : ",
}
AROUND = 60
"""Signs shown to either side of a mask."""


def is_terminal() -> bool:
    """Is there somebody to ask?"""
    return sys.stdin is not None and not sys.stdin.closed and sys.stdin.isatty()


def confirmed(
    text: str, found: Sequence["Mask"], grounds: "Grounds", language: str
) -> tuple[tuple["Mask", ...], bool]:
    """The masks that are kept, those added, and whether all were gone through."""
    tell(
        say(
            "Whoever confirms must not be the one who decides on the candidate: you will see what is "
            "masked."
        ),
        err=True,
    )
    kept: list[Mask] = []
    for number, mask in enumerate(found, 1):
        _show(text, mask, grounds, language, f"{number}/{len(found)}")
        answer = _answer(language)
        if answer == "quit":
            return (*kept, *found[number - 1 :]), False
        if answer == "keep":
            kept.append(mask)
    return _added(text, kept, grounds, language), True


def _show(text: str, mask: "Mask", grounds: "Grounds", language: str, number: str) -> None:
    """The mask in its line; hidden signs are named, so that nothing turns the line around."""
    from auditor.report.inert import visible

    before = text[max(mask.start - AROUND, 0) : mask.start].rpartition("\n")[2]
    after = text[mask.end : mask.end + AROUND].partition("\n")[0]
    names = ", ".join(grounds.names[each][language] for each in mask.grounds)
    typer.echo(f"\n{number}  {names}", err=True)
    typer.echo(
        f"  {visible(before)}\u2192{visible(text[mask.start : mask.end])}\u2190{visible(after)}",
        err=True,
    )


def _answer(language: str) -> str:
    """keep, bare or quit; the end of what is typed is *quit*, as Ctrl-C is."""
    while True:
        typed = _typed(ASKED[language])
        if typed is None:
            return "quit"
        answer = KEYS[language].get(typed.casefold())
        if answer:
            return answer
        letters = ", ".join(filter(None, KEYS[language]))
        tell(say("one of these letters, please: %(letters)s", letters=letters), err=True)


def _added(
    text: str, kept: Sequence["Mask"], grounds: "Grounds", language: str
) -> tuple["Mask", ...]:
    """The masks with those of the words that somebody types because they were missed."""
    from auditor.screening.redact import Span, merged, wherever

    spans = [Span(each.start, each.end, ground) for each in kept for ground in each.grounds]
    while typed := _typed(MISSED[language]):
        more = list(wherever(text, typed))
        spans.extend(more)
        tell(
            say("Masked in %(count)s places.", count=len(more))
            if more
            else say("These words do not stand in the text; type them as they do."),
            err=True,
        )
    return merged(spans, grounds)


def _typed(question: str) -> str | None:
    """What is typed, None at its end."""
    try:
        typer.echo(question, nl=False, err=True)
        typed = sys.stdin.readline()
    except KeyboardInterrupt:
        typed = ""
    if not typed:
        typer.echo("", err=True)
        return None
    return typed.strip()
