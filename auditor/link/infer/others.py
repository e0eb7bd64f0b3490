"""Other people who may pass for the subject, as facts: a copy of the profile, a namesake.

They are made for the subject's own record, and visible where both names are: whoever sees one name
alone takes nobody for anybody.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from auditor.link.infer.made import least
from auditor.link.side import Side
from auditor.model.fact import Fact, Voice
from auditor.model.identity import Impersonation, Namesake


def copies(found: Iterable[Impersonation], sides: Mapping[str, Side]) -> Iterator[Fact]:
    """A second profile of the same name for each suspected impersonation."""
    for each in found:
        yield from _beside("duplicate_profile", each.of, each.record, sides)


def namesakes(
    found: Iterable[Namesake],
    copied: Iterable[Impersonation],
    sides: Mapping[str, Side],
    mine: frozenset[str],
) -> Iterator[Fact]:
    """A namesake for each record of the subject's name that is somebody else's, and no copy."""
    false = {each.record for each in copied}
    named = sorted(each for each in mine if _name(sides[each]))
    own = max(named, key=lambda each: _searched(sides[each]), default=None)
    if own is not None:
        for each in (one for one in found if one.record not in false):
            yield from _beside("namesake", own, each.record, sides)


def _beside(kind: str, own: str, other: str, sides: Mapping[str, Side]) -> Iterator[Fact]:
    mine, theirs = _name(sides[own]), _name(sides[other])
    if mine is not None and theirs is not None:
        yield replace(
            mine,
            id=f"made-{'' if kind == 'duplicate_profile' else f'{kind}-'}{other}",
            kind=kind,
            value=other,
            quote=theirs.quote,
            visibility=least([mine.visibility, theirs.visibility]),
            confidence=min(mine.confidence, theirs.confidence),
            recognizer="link",
            said_by=Voice.OTHER,
            inferred_from=(mine.id, theirs.id),
        )


def _name(side: Side) -> Fact | None:
    return next(iter(side.of("full_name", "alias")), None)


def _searched(side: Side) -> tuple[bool, int]:
    """The whole name that most people see is the one that a stranger searches."""
    name = _name(side)
    level = name.visibility.level if name else None
    return bool(side.of("full_name")), -1 if level is None else level
