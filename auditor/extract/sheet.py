"""Where the facts of one source are written down."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from auditor.model.fact import About, Fact, Voice
from auditor.model.record import Record, Role
from auditor.model.visibility import Sight


@dataclass(slots=True, kw_only=True)
class Sheet:
    """The facts found so far in a source; the same fact in the same words is kept once."""

    source: str
    confidence: Mapping[str, float]
    facts: dict[str, Fact] = field(default_factory=dict)

    def note(
        self,
        record: Record,
        kind: str,
        value: str,
        *,
        sight: Sight,
        by: str,
        quote: str = "",
        passage: str = "field",
        **more: Any,
    ) -> Fact | None:
        """Write a fact down; `more` holds further fields of `Fact`. An empty value is no fact."""
        value = value.strip()
        if not value:
            return None
        key = "\x1f".join((record.id, kind, value, passage, str(more.get("span"))))
        name = f"{self.source}-{hashlib.blake2b(key.encode('utf-8', 'replace'), digest_size=5).hexdigest()}"
        voice = Voice.SELF if record.role is Role.OWNER else Voice.OTHER
        fact = Fact(
            id=name,
            record=record.id,
            kind=kind,
            value=value,
            quote=quote or value,
            source=self.source,
            passage=passage,
            visibility=sight.visibility,
            visibility_from=sight.origin,
            recognizer=by,
            confidence=self._sure(more.pop("sure", None) or by) * more.pop("factor", 1.0),
            **{"said_by": voice, "about": About.SUBJECT, **more},
        )
        return self.facts.setdefault(name, fact)

    def _sure(self, sure: str | float) -> float:
        """A figure as it is, or that of the recognizer named."""
        return self.confidence[sure] if isinstance(sure, str) else sure
