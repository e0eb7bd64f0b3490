"""Answers that are not joins: searched and absent, namesakes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from auditor.link.compare.identity import BEARS, COMPARISON, SEARCHED, named
from auditor.link.judge import Kit
from auditor.link.side import Side
from auditor.model.identity import Absence, Namesake
from auditor.model.link import Judgement, Level, Link
from auditor.model.record import Role
from auditor.model.text import Text, say

WHYS = {
    "birth": say("the ages do not fit"),
    "place": say("another town"),
    "work": say("another job or employer"),
    "activity": say("another activity"),
    COMPARISON: say("the names differ once written out"),
}
"""Why a namesake is somebody else, by the comparison that weighs most against."""


def named_like(side: Side, subject: Side, kit: Kit, *, among: frozenset[str] = BEARS) -> bool:
    """Does the side bear the subject's whole name (or one of the levels asked for)?"""
    level = named(side, subject, kit.weights, kit.tables)
    return level is not None and level.level in among


def namesakes(
    sides: Mapping[str, Side], mine: frozenset[str], subject: Side, links: Iterable[Link], kit: Kit
) -> Iterator[Namesake]:
    """Records of the subject's name that are judged to be somebody else."""
    against = _against(links, mine)
    for record in sorted(set(sides) - mine):
        if record in against and named_like(sides[record], subject, kit):
            yield Namesake(record=record, why=_why(against[record]))


def absences(
    sides: Mapping[str, Side],
    mine: frozenset[str],
    subject: tuple[str, Side],
    links: Sequence[Link],
    kit: Kit,
) -> Iterator[Absence]:
    """Lists that hold people of the subject's name, none of whom is or may be the subject."""
    label, named = subject
    # Unsure beside a bare profile of the subject's is no doubt where a fuller one says *different*.
    open_ = _judged(links, mine, Judgement.UNSURE) - _judged(links, mine, Judgement.DIFFERENT)
    lists: dict[str, list[str]] = {}
    for name_, side in sides.items():
        record = side.records[0]
        if record.role is Role.MENTIONED and record.row is not None:
            lists.setdefault(record.source, []).append(name_)
    for source, records in sorted(lists.items()):
        considered = sorted(
            each for each in records if named_like(sides[each], named, kit, among=SEARCHED)
        )
        if considered and not (mine | open_) & set(records):
            yield Absence(
                source=source,
                searched_for=label,
                considered=tuple(considered),
                why=say(
                    "none of the %(count)s people listed fits what is known", count=len(considered)
                ),
            )


def _judged(links: Iterable[Link], mine: frozenset[str], judgement: Judgement) -> frozenset[str]:
    """The other records that have such a link with one of ours."""
    return frozenset(
        each
        for link in links
        if link.judgement is judgement and mine & {link.left, link.right}
        for each in {link.left, link.right} - mine
    )


def _against(links: Iterable[Link], mine: frozenset[str]) -> Mapping[str, Sequence[Level]]:
    """Other records → the levels of the pair that was judged *different* from one of ours."""
    found: dict[str, Sequence[Level]] = {}
    for link in links:
        ours, theirs = (link.left, link.right) if link.left in mine else (link.right, link.left)
        if ours in mine and theirs not in mine and link.judgement is Judgement.DIFFERENT:
            found.setdefault(theirs, link.levels)
    return found


def _why(levels: Sequence[Level]) -> Text:
    worst = min(levels, key=lambda each: each.bits, default=None)
    if worst is None or worst.bits >= 0:
        return say("too little to tell them as one")
    return WHYS.get(worst.comparison, say("they contradict each other"))
