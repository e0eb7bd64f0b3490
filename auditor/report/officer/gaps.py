"""What the log does not tell: rules left open, the columns to fill, rows nobody could read, tables not there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from auditor.model.screening import Checked, Missing, Unreadable
from auditor.model.screening_rule import Table
from auditor.model.text import say
from auditor.report.inert import visible
from auditor.report.officer import labels
from auditor.report.officer.columns import COLUMNS
from auditor.report.officer.points import capital, title
from auditor.report.officer.rows import written
from auditor.report.officer.sizes import Sizes
from auditor.report.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A rule that could be told for no row."""

    code: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A column to fill, and what it would settle."""

    column: str
    label: str
    table: str
    rows: str
    count: int
    rules: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A cell or a row that cannot be read."""

    table: str
    row: str
    column: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """All that is left open."""

    untold: tuple[Open, ...]
    columns: tuple[Gap, ...]
    unread: tuple[Unread, ...]
    more_unread: str
    absent: tuple[str, ...]
    notes: tuple[str, ...]
    partly: int
    """Rules that could be told for some rows only."""


def gaps(words: Words, found: Checked, sizes: Sizes) -> Gaps:
    """What could not be told, and what would mend it."""
    known = titles(words, found)
    untold = untold_codes(found)
    left = len(found.unreadable) - sizes.unread
    return Gaps(
        untold=tuple(Open(code=visible(each), title=known.get(each, "")) for each in untold),
        columns=tuple(_columns(words, found.missing, known)),
        unread=tuple(_unread(words, each) for each in found.unreadable[: sizes.unread]),
        more_unread=words.count("more", left) if left > 0 else "",
        absent=tuple(words(labels.TABLES[each]) for each in found.absent),
        notes=tuple(capital(visible(words(each))) for each in found.notes),
        partly=len({each.code for each in found.missing} - set(untold)),
    )


def titles(words: Words, found: Checked) -> Mapping[str, str]:
    """The titles of the rules that were asked, by code."""
    rules = (*(each.rule for each in found.broken), *found.passed, *found.untold)
    return {each.code: title(words, each) for each in rules}


def untold_codes(found: Checked) -> tuple[str, ...]:
    """The codes of rules that are neither broken nor known to be kept, in their order."""
    told = {each.rule.code for each in found.broken} | {each.code for each in found.passed}
    open_ones = {each.code for each in found.untold} | {each.code for each in found.missing}
    return tuple(sorted(open_ones - told))


def _columns(words: Words, missing: tuple[Missing, ...], known: Mapping[str, str]) -> Iterator[Gap]:
    """Each column once, the one that most rules wait for first."""
    by_column: dict[tuple[Table, str], list[Missing]] = {}
    for each in missing:
        by_column.setdefault((each.table, each.column), []).append(each)
    ranked = sorted(by_column.items(), key=lambda item: (-len(item[1]), item[0]))
    for (table, column), waiting in ranked:
        rows = sorted(set().union(*(each.rows for each in waiting)))
        codes = sorted({each.code for each in waiting})
        yield Gap(
            column=visible(column),
            label=words(COLUMNS[column]) if column in COLUMNS else "",
            table=words(labels.TABLES[table]),
            rows=_where(words, table, rows),
            count=len(rows),
            rules=words.listing([_named(words, each, known) for each in codes]),
        )


def _where(words: Words, table: Table, rows: list[int]) -> str:
    if table is Table.PRACTICE:
        return words(say("once, for the employer"))
    if not rows:
        return words(say("the whole table is missing"))
    return written(words, rows)


def _named(words: Words, code: str, known: Mapping[str, str]) -> str:
    return words.quoted(known[code]) if code in known else visible(code)


def _unread(words: Words, each: Unreadable) -> Unread:
    return Unread(
        table=words(labels.TABLES[each.table]),
        row=str(each.row),
        column=visible(each.column),
        why=visible(words(each.why)),
    )
