"""How a fact is taken back, and what that takes (`rules/remedies.yml`)."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.model.fact import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment:
    """How a fact is taken back: hide, rename, delete or ask; and the effort: easy, medium or hard."""

    action: str
    effort: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatments:
    """What is done to a fact, by where it stands and what it tells."""

    field: Treatment
    """A field of one's own profile, unless its kind says otherwise."""
    passage: Treatment
    """Words of one's own post."""
    other: Treatment
    """Words on somebody else's page."""
    kinds: Mapping[str, Treatment]
    """Kind of fact → how it is taken back from a field of one's own."""

    def of(self, fact: Fact, own: frozenset[str], *, governed: bool = False) -> Treatment:
        """Whose page it stands on decides who can change it, and what it is how; `own` are one's own sources.

        Words of a post that a menu of the network governs are hidden there, as a field is.
        """
        if fact.source not in own:
            return self.other
        if fact.passage == "field":
            return self.kinds.get(fact.kind, self.field)
        return self.field if governed else self.passage
