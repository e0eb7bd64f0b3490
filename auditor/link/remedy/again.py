"""The whole road again once facts are hidden: sides made anew from what is left, and clustered."""

from collections.abc import Iterable, Mapping, Sequence

from auditor.link.judge import Kit
from auditor.link.remedy.search import Rejudge
from auditor.link.remedy.wholes import Tie, tie
from auditor.link.scenes import sides
from auditor.link.side import Side
from auditor.model.fact import Fact
from auditor.model.link import HumanJudgement, Link
from auditor.model.record import Record


def near(mine: Iterable[str], links: Iterable[Link]) -> frozenset[str]:
    """The records and those that some link, made or refused, ties to them: an edit may let them in."""
    ours = frozenset(mine)
    met = ({each.left, each.right} for each in links)
    return ours.union(*(each for each in met if each & ours))


def again(  # noqa: PLR0917
    start: str,
    records: Sequence[Record],
    facts: Sequence[Fact],
    around: frozenset[str],
    kit: Kit,
    human: Sequence[HumanJudgement] = (),
    virtual: Mapping[str, Side] | None = None,
) -> Rejudge:
    """Facts hidden → what the engine then ties to the start, among the records `around`.

    `virtual` are sides that no page shows (a CV): no edit changes them.
    """
    sources = {each.source for each in records if each.id in around}
    there = [each for each in records if each.source in sources]
    said = [each for each in facts if each.source in sources]

    def rejudge(gone: frozenset[str]) -> Tie:
        left = [each for each in said if each.id not in gone]
        made = sides(there, left, kit.tables)
        kept = {each: side for each, side in made.items() if each in around}
        return tie(start, kept | dict(virtual or {}), kit, human)

    return rejudge
