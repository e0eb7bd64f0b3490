"""What an edit costs and what a fact can do: the data of `rules/remedies.yml`."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.link.weights import Named
from auditor.model.treatment import Treatments


@dataclass(frozen=True, slots=True, kw_only=True)
class Efforts(Treatments):
    """Everything of `remedies.yml`."""

    costs: Mapping[str, Named]
    """Effort → what it counts when edits are added up."""
    harms: Mapping[str, Named]
    """Sensitivity of a kind (`rules/facts.yml`) → what it weighs that the kind is learnt."""
    real_name: Named
    """What it weighs that the whole name is learnt."""
