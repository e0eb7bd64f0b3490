"""Is a result one that `--redact all` made? Else a name may stand in it, and it is not for a trainer."""

import re
from collections.abc import Iterable

from auditor.model.report import Report
from auditor.report.mask import MASK
from auditor.report.redact import NAMES, PEOPLE

_NUMBERED = re.compile(r"(?:record|source|fact)-\d+")
"""What such a result calls its records, sources and facts: their own ids hold names as written."""
_WORD = re.compile(r"[^\W_]{2,}")
"""A mask leaves initials; two letters that stand together are more than that."""


def is_masked(report: Report) -> bool:
    """Does it number what has names, leave out what the law protects, and show initials alone?"""
    ids = (each.id for held in (report.records, report.facts, report.sources) for each in held)
    return (
        report.without_protected
        and all(map(_NUMBERED.fullmatch, ids))
        and not any(map(_is_readable, _names(report)))
    )


def _is_readable(name: str) -> bool:
    """Do letters stand together in it, and no mask? A masked handle may keep a common word at its end."""
    return bool(_WORD.search(name)) and MASK not in name and not _NUMBERED.fullmatch(name)


def _names(report: Report) -> Iterable[str]:
    mandate = report.mandate
    yield from (mandate.subject.name, *mandate.subject.aliases, *mandate.handles)
    yield from (each.label for each in report.records)
    yield from (each.value for each in report.facts if each.kind in NAMES | PEOPLE)
