"""Small data made by hand for tests."""

import datetime
from itertools import count

from auditor.model.fact import Fact, Period
from auditor.model.record import Record, Role
from auditor.model.visibility import Origin, Visibility

_numbers = count()


def fact(record, kind, value, *, passage="field", period=None, on=None, **more):
    """A fact of a record; `period` is a pair of ISO dates."""
    days = [datetime.date.fromisoformat(each) for each in period] if period else None
    return Fact(
        id=f"f{next(_numbers)}",
        record=record,
        kind=kind,
        value=value,
        quote=value,
        source=record.partition("#")[0],
        passage=passage,
        visibility=Visibility.INDEXED,
        visibility_from=Origin.DECLARED,
        recognizer="field",
        confidence=0.9,
        period=Period(low=days[0], high=days[1]) if days else None,
        published_on=datetime.date.fromisoformat(on) if on else None,
        **more,
    )


def record(name, *, account=None, url=None, row=None):
    """A record by its id; `source#owner` holds an account."""
    source, _, slug = name.partition("#")
    role = Role.OWNER if slug == "owner" else Role.MENTIONED
    return Record(id=name, source=source, role=role, label=slug, account=account, url=url, row=row)
