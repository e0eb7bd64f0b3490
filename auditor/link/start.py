"""Where a walk begins: a record of the subject's, or what a CV says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.link.judge import Kit, judge, linked
from auditor.link.portrait.cv import CV, cv, shown
from auditor.link.side import Side
from auditor.model.identity import Identity, subjects
from auditor.model.link import Judgement, Link
from auditor.model.mandate import Mandate


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The first record, the identity that it is of or leads to, and the joins of its own."""

    record: str
    home: Identity
    sides: Mapping[str, Side]
    """All that the viewer sees, and the start."""
    links: tuple[Link, ...] = ()
    """What ties a CV to records of the home, the surest first."""

    @property
    def virtual(self) -> Mapping[str, Side]:
        """The start where no page shows it."""
        return {} if self.record in self.home.records else {self.record: self.sides[self.record]}


def begin(
    mandate: Mandate,
    found: Sequence[Identity],
    sides: Mapping[str, Side],
    kit: Kit,
    *,
    cv: Mapping[str, str],
    asked: str | None = None,
) -> Start | None:
    """The start that is asked for; else the CV where one is told; else the account that leads farthest.

    None where nothing of the subject's is seen, or where the record asked for is not.
    """
    if asked == CV or (asked is None and cv.get("name")):
        return _from_cv(cv or mandate.declared.cv, found, sides, kit)
    record = asked or _largest(mandate, found, sides)
    home = next((one for one in found if record in one.records), None)
    return Start(record=record, home=home, sides=sides) if record and home else None


def _largest(mandate: Mandate, found: Sequence[Identity], sides: Mapping[str, Side]) -> str | None:
    """The listed account that most pages are tied to; where none is listed, a record of the subject's."""
    owners = {
        side.records[0].account: name
        for name, side in sorted(sides.items(), reverse=True)
        if side.records[0].account
    }
    size = {record: len(one.records) for one in found for record in one.records}
    listed = [owners[each.id] for each in mandate.accounts if each.id in owners]
    mine = [each for one in found if one.is_subject for each in one.records]
    return next(iter(sorted(listed, key=lambda each: -size[each]) or mine), None)


def _from_cv(
    told: Mapping[str, str], found: Sequence[Identity], sides: Mapping[str, Side], kit: Kit
) -> Start | None:
    """The records that what the CV says leads to, with all that is joined to them."""
    side = cv(told)
    ties = sorted(_ties(side, found, sides, kit), key=_surest) if side else []
    if side is None or not ties:
        return None
    sure = [each for each in ties if each.judgement is Judgement.SAME] or ties[:1]
    led = {_other(each) for each in sure}
    records = [each for one in found if led & set(one.records) for each in one.records]
    accounts = [each for one in found if led & set(one.records) for each in one.accounts]
    home = Identity(id=CV, records=tuple(records), accounts=tuple(accounts), is_subject=True)
    links = tuple(each for each in ties if _other(each) in records)
    return Start(record=CV, home=home, sides={**sides, CV: side}, links=links)


def _ties(
    side: Side, found: Sequence[Identity], sides: Mapping[str, Side], kit: Kit
) -> Iterator[Link]:
    """The records that a reader of the CV would hold to be the same person; of the subject's, also *might*."""
    ends = {**sides, CV: side}
    mine = subjects(found)
    for record in sides:
        left, right = sorted((CV, record))
        verdict = judge(ends[left], ends[right], kit)
        maybe = verdict.judgement is Judgement.UNSURE and record in mine
        if verdict.judgement is Judgement.SAME or maybe:
            yield shown(linked(left, right, verdict), side)


def _surest(link: Link) -> tuple[float, str]:
    return -link.bits, link.id


def _other(link: Link) -> str:
    return link.right if link.left == CV else link.left
