"""The figures in the terminal."""

from collections.abc import Iterator

from auditor.model.text import say
from auditor.report import labels
from auditor.report.words import Words
from auditor.workshop.figures.figures import Figures
from auditor.workshop.figures.phrases import (
    counted,
    is_shown,
    looking,
    notes,
    rest_said,
    spread,
    title,
    told_dials,
    untold_dials,
    warning,
)


def render(found: Figures, words: Words) -> bytes:
    """The figures as lines of text."""
    return "".join(f"{line}\n" for line in _lines(found, words)).encode()


def _lines(found: Figures, words: Words) -> Iterator[str]:
    yield words(title(found))
    yield words(say("Seen by: %(viewer)s", viewer=looking(found)))
    yield ""
    if warning(words, found):
        yield warning(words, found)
    shown = [each for each in found.rules if is_shown(each)]
    width = max((len(counted(each, found, words)) for each in shown), default=0)
    for each in shown:
        name = words.of(each.rule.title)
        yield f"  {counted(each, found, words):>{width}}  {each.rule.code}  {name}"
    yield from _rest(found, words)
    if not warning(words, found):
        yield from ("", words(say("How the grades are spread")))
        yield from _dials(found, words)
    yield from ("", *notes(words, found))


def _rest(found: Figures, words: Words) -> Iterator[str]:
    rest = [each for each in found.rules if not is_shown(each)]
    if rest:
        yield "  " + words(rest_said(found, len(rest)))


def _dials(found: Figures, words: Words) -> Iterator[str]:
    width = max(len(words(labels.DIALS[each.name])) for each in found.dials)
    for each in told_dials(found):
        name = words(labels.DIALS[each.name])
        line = spread(words, found, each.now)
        if each.before is not None:
            line = f"{spread(words, found, each.before)} → {line}"
        yield f"  {name:<{width}}  {line}"
    if untold_dials(words, found):
        yield "  " + untold_dials(words, found)
