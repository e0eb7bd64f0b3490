"""Two reports compared, for the terminal: what was settled, then what is new, what changed, what stays open."""

from collections import Counter
from collections.abc import Iterator

from auditor.model.change import Became
from auditor.model.text import Text, say
from auditor.report import diff_lines as lines
from auditor.report.diff import Diff, Risk
from auditor.report.inert import visible
from auditor.report.lookup import Lookup
from auditor.report.terminal import NARROWEST, WIDEST, wrapped


def summary(diff: Diff, book: Lookup, *, console_width: int = 80) -> str:
    """What differs, as plain text without colours or control signs."""
    width = min(WIDEST, max(NARROWEST, console_width))
    found = [*_head(diff, book), *_settled(diff, book), *_new(diff, book)]
    found += [*_changed(diff, book), *_sources(diff, book), *_open(diff, book)]
    return "".join(f"{wrapped(visible(line), width)}\n" for line in found)


def _head(diff: Diff, book: Lookup) -> Iterator[str]:
    words, before, after = book.words, diff.before, diff.after
    days = (words.day(before.made_at.date()), words.day(after.made_at.date()))
    yield f"{diff.name} – {days[0]} → {days[1]}"
    yield from lines.notes(book, before, after, masked=diff.masked)
    if not diff.found:
        yield words(say("Nothing changed."))


def _settled(diff: Diff, book: Lookup) -> Iterator[str]:
    gone = _risks(diff, Became.DISAPPEARED)
    sure = [each for each in gone if not each.change.with_source]
    facts = diff.alone(Became.DISAPPEARED)
    if sure or facts:
        yield from _heading(book, say("Settled"))
        yield from lines.risks(book, sure)
        yield from lines.listed(book, (lines.fact(book, each.either) for each in facts))
    if len(sure) < len(gone):
        why = say("No longer found; settled only if what the mandate names no more is truly gone")
        yield from _heading(book, why)
        yield from lines.risks(book, (each for each in gone if each.change.with_source))


def _new(diff: Diff, book: Lookup) -> Iterator[str]:
    risks, facts = _risks(diff, Became.APPEARED), diff.alone(Became.APPEARED)
    if risks or facts:
        yield from _heading(book, say("New"))
        yield from lines.risks(book, risks)
        yield from lines.listed(book, (lines.fact(book, each.either) for each in facts))


def _changed(diff: Diff, book: Lookup) -> Iterator[str]:
    seen = diff.alone(Became.VISIBILITY)
    regraded = [each for each in diff.risks if each.is_regraded]
    if seen or regraded or diff.turns:
        yield from _heading(book, say("Changed"))
        yield from lines.regraded(book, regraded)
        yield from lines.listed(book, lines.seen(book, seen))
        yield from lines.dials(book, diff.turns)


def _sources(diff: Diff, book: Lookup) -> Iterator[str]:
    facts = Counter(each.either.source for each in diff.changes.facts if each.with_source)
    gone = diff.changes.are(Became.DISAPPEARED).sources
    come = diff.changes.are(Became.APPEARED).sources
    moved = diff.changes.are(Became.VISIBILITY).sources
    if gone or come or moved:
        yield from _heading(book, say("Sources"))
    for each in gone:
        name, count = _counted(book, each.either.id, facts)
        text = say(
            "%(source)s: no longer in the mandate, nor what it showed (%(count)s); whether it is "
            "still online was not looked at",
            source=name,
            count=count,
        )
        yield f"  – {book.words(text)}"
    for each in come:
        name, count = _counted(book, each.either.id, facts)
        text = say("%(source)s: new in the mandate (%(count)s)", source=name, count=count)
        yield f"  – {book.words(text)}"
    yield from (f"  – {lines.source_seen(book, each)}" for each in moved)


def _open(diff: Diff, book: Lookup) -> Iterator[str]:
    told, risks = list(lines.left_open(diff, book)), _risks(diff, Became.UNCOMPARED)
    if told or risks:
        yield from _heading(book, say("What could not be compared"))
    yield from (f"  – {each}" for each in told)
    yield from lines.risks(book, risks)
    for each in lines.of_others(diff, book):
        yield from ("", each)


def _heading(book: Lookup, text: Text) -> tuple[str, str]:
    return "", book.words(text)


def _risks(diff: Diff, became: Became) -> list[Risk]:
    return [each for each in diff.risks if each.change.became is became]


def _counted(book: Lookup, source: str, facts: Counter[str]) -> tuple[str, str]:
    return book.source(source), book.words.count("facts", facts[source])
