"""The progress since an earlier audit, in the lines of a terminal: the good first, in few words."""

from collections.abc import Iterator

from auditor.model.text import say
from auditor.report.lookup import Lookup
from auditor.report.progress import Progress, Standing
from auditor.report.progress_shown import GroupShown, OutcomeShown, ProgressShown
from auditor.report.progress_shown import shown as in_words

NAMED = 5
"""Risks of one group told by name; the report holds them all."""


def told(book: Lookup, found: Progress) -> Iterator[str]:
    """The headline, what became of the risks, the dials that moved."""
    shown = in_words(book, found)
    yield shown.headline
    yield from shown.notes
    for group in shown.groups:
        yield from _group(book, group)
    yield from _dials(shown)
    yield from (f"  {each.title}" for each in shown.facts)


def _group(book: Lookup, group: GroupShown) -> Iterator[str]:
    """How many risks stand so; those that stand as they stood are named below, as findings."""
    if not group.outcomes:
        return
    number = book.words.number(len(group.outcomes))
    yield "  " + book.words(say("%(standing)s: %(count)s", standing=group.title, count=number))
    named = [each for each in group.outcomes if _is_news(group, each)]
    for each in named[:NAMED]:
        note = f" – {each.note}" if each.note else ""
        yield f"    – {each.title} ({each.word}){note}"
    if len(named) > NAMED:
        yield f"    {book.words.count('more', len(named) - NAMED)}"


def _is_news(group: GroupShown, each: OutcomeShown) -> bool:
    return group.standing is not Standing.STILL or bool(each.note)


def _dials(shown: ProgressShown) -> Iterator[str]:
    moved = [each for each in shown.dials if each.turned != "stayed"]
    if moved:
        steps = ", ".join(f"{each.name} {each.before} → {each.after}" for each in moved)
        yield f"  {shown.viewer:<24}{steps}"
    yield from (f"  {each}" for each in shown.elsewhere)
