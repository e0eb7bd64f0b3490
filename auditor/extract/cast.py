"""Who appears in one source: names as written → the record each belongs to.

The same name twice on a page is one record, unless rows of a list separate people. A given name
alone is the only full name with it on that page; on a profile, the owner's own name is the owner.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from auditor.extract.lexicon import Lexicon
from auditor.extract.names import Mention, parse
from auditor.model.names import fold, slug
from auditor.model.record import Record, Role

_INITIAL = 3
"""Signs of a first name from which it is written out: “R.” is none."""


@dataclass(slots=True, kw_only=True)
class Cast:
    """The records of one source."""

    source: str
    owner: Record | None
    owner_names: tuple[Mention, ...]
    repeated: frozenset[str]
    """Slugs of names that stand in several rows."""
    wholes: dict[str, set[str]]
    """Folded given name → slugs of the names that begin with it."""
    records: dict[str, Record] = field(default_factory=dict)
    initials: frozenset[str] = frozenset()
    """First letters of the names that the owner shows."""

    def record(self, person: Mention, row: int | None = None) -> Record:
        """The record of a person named in the source; made at the first call."""
        if self.owner is not None and self._is_owner(person):
            return self.owner
        name = slug(person.text)
        if person.bare:
            fuller = self.wholes.get(fold(person.given), set())
            name = next(iter(fuller)) if len(fuller) == 1 else name
        if row is not None and name in self.repeated:
            name = f"{name}-{row}"
        key = f"{self.source}#{name}"
        if key not in self.records:
            self.records[key] = Record(
                id=key, source=self.source, role=Role.MENTIONED, label=person.text, row=row
            )
        elif len(person.text) > len(self.records[key].label) and person.whole:
            self.records[key] = replace(self.records[key], label=person.text)
        return self.records[key]

    def hailed(self, person: Mention) -> None:
        """A first name by which others hail the owner, who shows its initial alone."""
        if not self.owner_names and person.bare and fold(person.given)[:1] in self.initials:
            self.owner_names = (person,)

    def _is_owner(self, person: Mention) -> bool:
        return any(
            fold(each.given) == fold(person.given)
            and (person.bare or fold(each.surname) == fold(person.surname))
            for each in self.owner_names
        )


def cast(
    source: str,
    owner: Record | None,
    owner_labels: Iterable[str],
    named: Iterable[tuple[Mention, int | None]],
    lexicon: Lexicon,
) -> Cast:
    """The cast of a source from everybody it names, with the rows they stand in."""
    parsed = [parse(label, lexicon) for label in owner_labels]
    rows: Counter[str] = Counter()
    wholes: dict[str, set[str]] = {}
    seen: set[tuple[str, int]] = set()
    for person, row in named:
        name = slug(person.text)
        if row is not None and (name, row) not in seen:
            seen.add((name, row))
            rows[name] += 1
        if person.whole:
            wholes.setdefault(fold(person.given), set()).add(name)
    return Cast(
        source=source,
        owner=owner,
        owner_names=tuple(each for each in parsed if fold(each.given) in lexicon.given),
        initials=frozenset(fold(each.given)[:1] for each in parsed if len(each.given) < _INITIAL),
        repeated=frozenset(name for name, count in rows.items() if count > 1),
        wholes=wholes,
    )
