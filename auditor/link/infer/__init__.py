"""Facts that follow from several of one identity, each with what it rests on.

They are made after records were joined, so that none of them can ever join two records.
"""

from collections.abc import Iterator, Sequence

from auditor.link.infer import births, career, home, mail, night, reuse, school
from auditor.link.infer.made import Basis, least
from auditor.link.judge import Kit
from auditor.model.fact import About, Fact, Polarity
from auditor.model.record import Record

__all__ = ["infer", "least"]


def infer(
    records: Sequence[Record], facts: Sequence[Fact], confidence: float, kit: Kit | None = None
) -> Iterator[Fact]:
    """What follows from the facts of one identity, as one viewer sees them.

    `kit` holds the towns, the names and how far each step is trusted; without it nothing follows that
    rests on them.
    """
    said = [fact for fact in facts if fact.polarity is Polarity.ASSERTED]
    asserted = [fact for fact in said if fact.about is About.SUBJECT]
    born = list(births.infer(asserted, confidence))
    yield from born
    yield from reuse.infer(records, asserted, confidence)
    yield from career.infer(said, confidence)
    if kit is None:
        return
    basis = Basis(sure=confidence, weights=kit.weights, tables=kit.tables)
    yield from school.infer([*asserted, *born], basis)
    yield from mail.infer(said, basis)
    lived = list(home.infer(asserted, basis))
    yield from lived
    yield from night.infer([*asserted, *lived], basis)
