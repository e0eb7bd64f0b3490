"""A row of a table of profiles as one side: the record and the facts that reading a page would give.

A row stands for one account. Any column but `id` may be absent or empty; lists are lists, or one text
with ``;`` between. Nothing is looked up and nothing is corrected: what is written is compared.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import cast

from auditor.link.side import Side
from auditor.model import hours
from auditor.model.fact import Fact, Period
from auditor.model.names import fold
from auditor.model.record import Record, Role
from auditor.model.visibility import Origin, Visibility

ROW_COLUMNS = tuple(
    "id network name given_name surname maiden_name handle email phone url links town region "
    "birth_date birth_year birth_place employer job school school_year companions groups tastes "
    "picture hours language created_on postcode consent_on".split()
)
"""The columns of a table of profiles; `postcode` and `consent_on` are no evidence."""

LISTS = frozenset({"links", "companions", "groups", "tastes", "hours"})
"""The columns that hold several values."""

COMPANY = "companions"
"""The passage in which a row names the people its owner keeps company with."""

Row = Mapping[str, object]
_Note = Callable[[str, str], Fact]


def side(row: Row) -> Side:
    """The row as what comparisons compare; a value that cannot be read (a month of 13) is left out."""
    source = text(row, "id")
    record = Record(
        id=f"{source}#owner",
        source=source,
        role=Role.OWNER,
        label=_name(row) or text(row, "handle"),
        account=_account(row, source),
        url=text(row, "url") or None,
    )
    note = partial(_fact, record.id, source)
    facts = [*_identity(row, note), *_contact(row, note), *_life(row, note), *_habits(row, note)]
    facts += _births(row, record.id, source)
    facts += _company(row, record.id, source)
    return Side(records=(record,), facts=tuple(facts))


def text(row: Row, column: str) -> str:
    """The value of a column; empty where there is none (None, or a float that is no number)."""
    value = row.get(column)
    if value is None or value != value:  # noqa: PLR0124 - NaN is what tables put for nothing
        return ""
    return value.strip() if isinstance(value, str) else str(value)


def several(row: Row, column: str) -> Sequence[str]:
    """The values of a column that holds a list."""
    value = row.get(column)
    if value is None or isinstance(value, float):
        return ()
    parts = (
        value.split(";") if isinstance(value, str) else map(str, cast("Sequence[object]", value))
    )
    return [part for each in parts if (part := each.strip())]


def _account(row: Row, source: str) -> str | None:
    network = text(row, "network")
    return f"{network}:{text(row, 'handle').lstrip('@').casefold() or source}" if network else None


def _name(row: Row) -> str:
    """The name as shown; where only its parts are given, the parts."""
    return text(row, "name") or f"{text(row, 'given_name')} {text(row, 'surname')}".strip()


def _fact(  # noqa: PLR0917
    record: str,
    source: str,
    kind: str,
    value: str,
    period: Period | None = None,
    passage: str = "field",
) -> Fact:
    return Fact(
        id=f"{source}/{kind}/{value}",
        record=record,
        kind=kind,
        value=value,
        quote=value,
        source=source,
        passage=passage,
        visibility=Visibility.ANYONE,
        visibility_from=Origin.DECLARED,
        recognizer="row",
        confidence=1.0,
        period=period,
    )


def _identity(row: Row, note: _Note) -> Iterator[Fact]:
    shown = _name(row)
    if shown:
        whole = " " in shown
        yield note("full_name" if whole else "first_name" if _only_given(row) else "alias", shown)
    maiden = text(row, "maiden_name")
    if maiden:
        yield note("maiden_name", maiden)
    handle = text(row, "handle").lstrip("@").casefold()
    if handle and not handle.isdigit():  # an account's number says nothing of its holder
        yield note("username", handle)


def _only_given(row: Row) -> bool:
    return not text(row, "name") and not text(row, "surname")


def _contact(row: Row, note: _Note) -> Iterator[Fact]:
    for column, kind in (("email", "email_personal"), ("phone", "phone_mobile")):
        value = text(row, column)
        if value:
            yield note(kind, value.casefold())
    for link in several(row, "links"):
        yield note("bio_crosslink", link)


def _life(row: Row, note: _Note) -> Iterator[Fact]:
    town = text(row, "town") or text(row, "region")
    if town:
        yield note("home_commune", town)
    for column, kind in (("birth_place", "birth_place"), ("employer", "employer")):
        value = text(row, column)
        if value:
            yield note(kind, value)
    job, school = text(row, "job"), text(row, "school")
    if job:
        yield note("job_title", fold(job))
    if school:
        period = _year(text(row, "school_year"))
        yield cast("Callable[..., Fact]", note)("school", fold(school), period)


def _habits(row: Row, note: _Note) -> Iterator[Fact]:
    for column, kind in (("groups", "group_membership"), ("tastes", "favourite")):
        for value in several(row, column):
            yield note(kind, value)
    for column, kind in (("picture", "picture"), ("language", "language")):
        value = text(row, column)
        if value:
            yield note(kind, value)
    created = text(row, "created_on")
    if created:
        yield note("account_created", created)
    posted = _posted(row.get("hours"))
    if len(posted) == hours.DAY:
        yield note("routine", hours.counted(posted))


def _posted(value: object) -> Sequence[int]:
    if value is None or isinstance(value, float):
        return ()
    parts = value.split(";") if isinstance(value, str) else cast("Sequence[str | int]", value)
    try:
        return [int(each) for each in parts]
    except ValueError:
        return ()


def _births(row: Row, record: str, source: str) -> Iterator[Fact]:
    born = _day(text(row, "birth_date"))
    year = None if born else _year(text(row, "birth_year"))
    if born:
        yield _fact(record, source, "birth_date", f"{born.low}", born)
    elif year:
        yield _fact(record, source, "birth_year", f"{year.low.year}", year)


def _day(written: str) -> Period | None:
    try:
        day = datetime.date.fromisoformat(written[:10])
    except ValueError:
        return None
    return Period(low=day, high=day)


def _year(written: str) -> Period | None:
    # Tables write a year that may be missing as a float: 1984.0.
    digits = written.removesuffix(".0")
    if not (digits.isascii() and digits.isdigit() and 1 <= int(digits) <= datetime.MAXYEAR):
        return None
    year = int(digits)
    return Period(low=datetime.date(year, 1, 1), high=datetime.date(year, 12, 31))


def _company(row: Row, record: str, source: str) -> Iterator[Fact]:
    for name in several(row, "companions"):
        yield _fact(record, source, "third_party_mention", name, passage=COMPANY)
