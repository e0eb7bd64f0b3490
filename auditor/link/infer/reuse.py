"""One handle on several networks."""

from collections.abc import Iterator, Sequence

from auditor.link.compare.handles import skeleton
from auditor.link.infer.made import made
from auditor.model.fact import Fact
from auditor.model.record import Record


def infer(records: Sequence[Record], facts: Sequence[Fact], confidence: float) -> Iterator[Fact]:
    """One handle on several networks: each further network is one more reuse."""
    networks = {
        record.id: (record.account or record.source).partition(":")[0] for record in records
    }
    used: dict[str, dict[str, Fact]] = {}
    for fact in facts:
        if fact.kind == "username" and fact.record in networks:
            used.setdefault(skeleton(fact.value), {}).setdefault(networks[fact.record], fact)
    for places in used.values():
        if len(places) > 1:
            for network in sorted(places):
                yield made(list(places.values()), "username_reuse", network, confidence)
