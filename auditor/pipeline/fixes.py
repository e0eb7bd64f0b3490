"""What to fix first, and what it takes: the rules' answer weighed by the link room's efforts."""

from collections.abc import Iterable, Mapping

from auditor.assess.findings import declared_kinds
from auditor.assess.first import Ground
from auditor.assess.first import fixes as first
from auditor.link.efforts import Efforts
from auditor.model.fact import Fact
from auditor.model.fix import Fix
from auditor.model.mandate import Mandate
from auditor.model.record import Record, Role
from auditor.model.report import View
from auditor.model.viewer import Viewer
from auditor.pipeline.view import Kit


def fixes(
    mandate: Mandate,
    kit: Kit,
    facts: Iterable[Fact],
    records: Iterable[Record],
    views: Mapping[Viewer, View],
) -> tuple[Fix, ...]:
    """The things to take back first, over all strangers' views."""
    efforts = kit.link().efforts
    if efforts is None:
        return ()
    own = _own(records, views.values())
    ground = Ground(
        rules=kit.rules,
        kinds=kit.kinds,
        scale=kit.scale,
        declared=declared_kinds(mandate.declared),
        effort=lambda taken: _effort(taken, own, efforts),
    )
    return first(views.values(), facts, ground)


def _own(records: Iterable[Record], views: Iterable[View]) -> frozenset[str]:
    """The sources whose pages the subject holds."""
    mine = frozenset().union(*(view.mine for view in views))
    return frozenset(one.source for one in records if one.role is Role.OWNER and one.id in mine)


def _effort(taken: Iterable[Fact], own: frozenset[str], efforts: Efforts) -> tuple[float, str]:
    """All edits together, and the hardest of them in a word; what stands in one place is one edit."""
    places = {
        (fact.source, fact.passage, fact.kind): efforts.of(fact, own).effort for fact in taken
    }
    costs = {each: efforts.costs[each].value for each in places.values()}
    total = sum(costs[each] for each in places.values())
    return total, max(costs, key=lambda each: costs[each], default="easy")
