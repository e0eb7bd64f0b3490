"""Do the examples that a rule brings come out as it says?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from auditor.model.screening import Checked
from auditor.model.screening_rule import Case, Place, Table
from auditor.screening.check import checked
from auditor.screening.load import Jurisdiction
from auditor.screening.read import assembled

_SOMEBODY = {"candidate": "A"}


def failures(under: Mapping[Place, Jurisdiction]) -> Iterator[str]:
    """Each example of a rule that does not come out: ``H-01 fires 2: …``."""
    for rule in next(iter(under.values())).rules:
        wanted = {
            "fires": rule.examples.fires,
            "silent": rule.examples.silent,
            "cannot_tell": rule.examples.cannot_tell,
        }
        for says, cases in wanted.items():
            for number, case in enumerate(cases, 1):
                alone = replace(under[case.place], rules=(rule,))
                if (came := _came(asked(case, alone))) != says:
                    yield f"{rule.code} {says} {number}: {came}"


def asked(case: Case, under: Jurisdiction) -> Checked:
    """The small log of an example, held against the law."""
    written: dict[Table, Mapping[str, str]] = {
        Table.LOOKS: _SOMEBODY | dict(case.look),
        Table.CANDIDATES: _SOMEBODY | dict(case.candidate) if case.candidate else {},
        Table.PRACTICE: case.practice,
    }
    tables = {table: iter(_rows(cells)) for table, cells in written.items() if cells}
    return checked(assembled(tables, day_first=under.card.day_first), under, case.on)


def _rows(cells: Mapping[str, str]) -> Iterable[list[Any]]:
    return [list(cells), list(cells.values())]


def _came(found: Checked) -> str:
    """Broken, or cannot be told, or neither: a rule that does not hold in the place is silent."""
    if found.unreadable:
        return f"unreadable: {', '.join(each.column for each in found.unreadable)}"
    return "fires" if found.broken else "cannot_tell" if found.missing else "silent"
