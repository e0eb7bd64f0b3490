"""What people decided about pairs of records: final, and readable in `judgements.yml`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from auditor.errors import MandateError
from auditor.model.link import HumanJudgement, Judgement
from auditor.resources.read import check, plain

FILE = "judgements.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One row of the file: a pair of records, what a person says of it, since when and why."""

    left: str
    right: str
    judgement: Judgement
    on: date | None = None
    note: str | None = None

    @property
    def pair(self) -> tuple[str, str]:
        """The two records, in one order."""
        return min(self.left, self.right), max(self.left, self.right)


def written(case: Path) -> tuple[Decision, ...]:
    """The rows of the case's file; none where there is no file.

    Raises:
        MandateError: the file has faults.
    """
    path = case / FILE
    if not path.exists():
        return ()
    data, node = plain(path, MandateError)
    if data is None:
        return ()
    found, faults = check(data, tuple[Decision, ...], file=FILE, node=node)
    if found is None:
        raise MandateError("%(faults)s", faults="\n".join(map(str, faults)))
    return found


def decided(rows: Iterable[Decision]) -> tuple[HumanJudgement, ...]:
    """What the rows decide, each pair once.

    Raises:
        MandateError: a record is compared with itself, or a pair is decided twice, differently. The row
            is named, not the records: their ids are made of names.
    """
    found: dict[tuple[str, str], Judgement] = {}
    for number, row in enumerate(rows, start=1):
        if row.left == row.right:
            raise MandateError(
                "%(file)s, row %(row)s: a record is compared with itself", file=FILE, row=number
            )
        if found.setdefault(row.pair, row.judgement) is not row.judgement:
            raise MandateError(
                "%(file)s, row %(row)s: the pair was decided before, differently; keep one of the two",
                file=FILE,
                row=number,
            )
    return tuple(
        HumanJudgement(left=left, right=right, judgement=judgement)
        for (left, right), judgement in found.items()
    )


def text(rows: Iterable[Decision]) -> str:
    """The rows as the file has them."""
    plain_ = [
        {
            "left": each.left,
            "right": each.right,
            "judgement": each.judgement.value,
            **({"on": each.on} if each.on else {}),
            **({"note": each.note} if each.note else {}),
        }
        for each in rows
    ]
    return yaml.safe_dump(plain_, allow_unicode=True, sort_keys=False) if plain_ else ""
