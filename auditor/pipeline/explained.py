"""One pair of records, explained as one viewer sees it."""

from collections.abc import Iterable, Sequence

from auditor.errors import ResultError
from auditor.link.explain import explain
from auditor.link.scenes import sides
from auditor.model.extraction import Extraction
from auditor.model.names import slug
from auditor.model.record import Record, source_of
from auditor.model.report import View
from auditor.model.waterfall import Waterfall
from auditor.pipeline.view import Kit

NAMED = 12
"""Places named at most where a record is asked for that is not there."""


def explained(view: View, extraction: Extraction, kit: Kit, pair: tuple[str, str]) -> Waterfall:
    """Why the two are judged as they are; judged now where they were never compared.

    Raises:
        ResultError: there is no such record, it is asked for twice, or the viewer sees nothing of it.
    """
    left, right = pair_named(pair, extraction.records)
    seen = set(view.facts)
    facts = [fact for fact in extraction.facts if fact.id in seen]
    shown = {fact.record for fact in facts}
    unseen = [each for each in (left, right) if each not in shown]
    if unseen:
        raise ResultError(
            "this viewer sees nothing of that record of %(place)s; choose another with --viewer",
            place=source_of(unseen[0]),
        )
    link = kit.link()
    return explain(
        (left, right),
        sides(extraction.records, facts, link.tables),
        link,
        viewer=view.viewer,
        links=view.links,
        identities=view.identities,
    )


def pair_named(asked: tuple[str, str], records: Iterable[Record]) -> tuple[str, str]:
    """The ids of the two records that are asked for.

    Raises:
        ResultError: one of them is not there, or both are one.
    """
    known = [record.id for record in records]
    left, right = (_named(each, known) for each in asked)
    if left == right:
        raise ResultError("a record is compared with itself; name two records")
    return left, right


def _named(asked: str, known: Sequence[str]) -> str:
    """The record of that id, or of that source and name as written: ``p1c#Loïc T.``.

    Raises:
        ResultError: there is none. Ids hold the names of people, so the places alone are named.
    """
    source, _, written = asked.partition("#")
    for each in (asked, f"{source}#{slug(written)}"):
        if each in known:
            return each
    places = sorted({source_of(each) for each in known})
    raise ResultError(
        "there is no such record; records are named place#name, as in the result (--format json); "
        "places: %(places)s",
        places=", ".join(places[:NAMED]) + (", …" if len(places) > NAMED else ""),
    )
