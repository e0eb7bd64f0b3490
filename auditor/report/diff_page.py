"""Two reports compared, side by side: what a page shows in the column before and in the column after."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from auditor.model.change import Became, Change
from auditor.model.fact import Fact
from auditor.model.finding import Dial
from auditor.model.report import SourceStatus
from auditor.model.text import Text, say
from auditor.report import diff_lines as lines
from auditor.report import labels
from auditor.report.diff import Diff, Risk, Turn
from auditor.report.lookup import Lookup
from auditor.report.progress import Progress
from auditor.report.progress_shown import ProgressShown, shown

ROWS = 200
"""Rows of one table; the JSON form holds them all."""
_SETTLED_FIRST = (
    Became.DISAPPEARED,
    Became.APPEARED,
    Became.VISIBILITY,
    Became.UNCOMPARED,
    Became.SAME,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing, then and now."""

    what: str
    note: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Things of one sort."""

    key: str
    title: str
    rows: tuple[Row, ...]
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A comparison, ready to be laid out."""

    subject: str
    before: str
    """The day of the earlier result."""
    after: str
    progress: ProgressShown
    tables: tuple[Table, ...]
    left_open: tuple[str, ...]
    others: tuple[str, ...]
    found: bool


def page(diff: Diff, progress: Progress, book: Lookup) -> Page:
    """The comparison in the language of the answer."""
    return Page(
        subject=book.text(diff.name),
        before=book.words.day(diff.before.made_at.date()),
        after=book.words.day(diff.after.made_at.date()),
        progress=shown(book, progress),
        tables=tuple(each for each in _tables(diff, book) if each.rows),
        left_open=tuple(lines.left_open(diff, book)),
        others=tuple(lines.of_others(diff, book)),
        found=diff.found,
    )


def _tables(diff: Diff, book: Lookup) -> Iterator[Table]:
    changes = diff.changes
    yield _table(book, "risks", say("Risks"), _risks(diff, book))
    yield _table(book, "dials", say("The read-outs, then and now"), _dials(diff.turns, book))
    of_mine = (each for became in _SETTLED_FIRST[:3] for each in diff.alone(became))
    yield _table(book, "facts", say("What is to be read about you"), _facts(of_mine, book))
    yield _table(book, "sources", say("Sources"), _sources(changes.sources, book))


def _table(book: Lookup, key: str, title: Text, rows: Iterable[Row]) -> Table:
    found = list(dict.fromkeys(rows))
    rest = len(found) - ROWS
    return Table(
        key=key,
        title=book.words(title),
        rows=tuple(found[:ROWS]),
        more=book.words.count("more", rest) if rest > 0 else "",
    )


def _risks(diff: Diff, book: Lookup) -> Iterator[Row]:
    """Each rule once, with those it is open to before and after."""
    by_rule: dict[str, list[Risk]] = {}
    for each in diff.risks:
        by_rule.setdefault(each.change.either.rule, []).append(each)
    for of_rule in sorted(by_rule.values(), key=_place):
        gravest = max(of_rule, key=lambda each: each.change.either.severity).change.either
        yield Row(
            what=lines.rule_title(book, gravest.rule),
            note=book.words(labels.SEVERITIES[lines.within(gravest.severity)]),
            before=_open_to(book, of_rule, new=False),
            after=_open_to(book, of_rule, new=True),
        )


def _place(of_rule: list[Risk]) -> tuple[int, int, str]:
    first = min(_SETTLED_FIRST.index(each.change.became) for each in of_rule)
    gravest = max(each.change.either.severity for each in of_rule)
    return first, -gravest, of_rule[0].change.either.rule


def _open_to(book: Lookup, of_rule: list[Risk], *, new: bool) -> str:
    """Those who have the finding; where only the other result was read, that nobody can say."""
    viewers = [
        each.viewer for each in of_rule if (each.change.after if new else each.change.before)
    ]
    if not viewers:
        unread = any(each.change.became is Became.UNCOMPARED for each in of_rule)
        return book.words(say("could not be checked") if unread else say("nobody"))
    return lines.viewers(book, viewers)


def _dials(turns: Iterable[Turn], book: Lookup) -> Iterator[Row]:
    for each in turns:
        yield Row(
            what=book.words(labels.DIALS[each.dial]),
            note=book.words(labels.VIEWERS[each.viewer]),
            before=_value(each.before),
            after=_value(each.after),
        )


def _value(dial: Dial) -> str:
    return f"{dial.value} ({dial.grade})" if dial.value else "0"


def _facts(changes: Iterable[Change[Fact]], book: Lookup) -> Iterator[Row]:
    for each in changes:
        yield Row(
            what=lines.said(book, each.either),
            note=book.source(each.either.source),
            before=_seen(book, each.before),
            after=_seen(book, each.after),
        )


def _seen(book: Lookup, fact: Fact | None) -> str:
    if fact is None:
        return book.words(say("not there"))
    return book.words(labels.VISIBILITIES[fact.visibility])


def _sources(changes: Iterable[Change[SourceStatus]], book: Lookup) -> Iterator[Row]:
    for each in changes:
        before, after = _source(book, each.before), _source(book, each.after)
        if before != after:
            yield Row(what=book.source(each.either.id), note="", before=before, after=after)


def _source(book: Lookup, status: SourceStatus | None) -> str:
    if status is None:
        return book.words(say("not in the mandate"))
    read, seen = labels.STATUSES[status.status], labels.VISIBILITIES[status.seen_by]
    return f"{book.words(read)} · {book.words(seen)}"
