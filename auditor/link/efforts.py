"""What an edit costs and what a fact can do: the data of `rules/remedies.yml`."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.link.weights import Named


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment:
    """How a fact is taken back: hide, rename, delete or ask; and the effort, in a word of `costs`."""

    action: str
    effort: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Efforts:
    """Everything of `remedies.yml`."""

    costs: Mapping[str, Named]
    """Effort → what it counts when edits are added up."""
    field: Treatment
    """A field of one's own profile, unless its kind says otherwise."""
    passage: Treatment
    """Words of one's own post."""
    other: Treatment
    """Words on somebody else's page."""
    kinds: Mapping[str, Treatment]
    """Kind of fact → how it is taken back from a field of one's own."""
    harms: Mapping[str, Named]
    """Sensitivity of a kind (`rules/facts.yml`) → what it weighs that the kind is learnt."""
    real_name: Named
    """What it weighs that the whole name is learnt."""
