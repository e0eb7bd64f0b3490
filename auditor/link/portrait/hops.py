"""From page to page through other people: a friend who is named here has a page that names one there."""

from collections.abc import Iterable, Mapping

from auditor.model.identity import Identity
from auditor.model.record import Record, Role

HOPS = 3
"""Pages away at most: two other people between what is known and what is found (JP-18)."""


class Pages:
    """Who is named on whose page."""

    def __init__(self, records: Iterable[Record], identities: Iterable[Identity]) -> None:
        known = list(records)
        self._source = {each.id: each.source for each in known}
        self._owner = {each.source: each.id for each in known if each.role is Role.OWNER}
        self._person = {record: each for each in identities for record in each.records}
        self._named: dict[str, set[str]] = {}
        for record, source in self._source.items():
            if record != self._owner.get(source):
                self._named.setdefault(source, set()).add(record)

    def through(
        self, known: Iterable[str], record: str, mine: Iterable[str]
    ) -> tuple[str, ...] | None:
        """The owners of the pages that lead from the known records to this one, nearest first.

        `mine` are all records of the person whom the walk is about: their own pages lead nowhere new. Empty
        where the record is on a known page, on a page of theirs or of nobody, or where no page leads to it;
        None where the way there is longer than `HOPS`.
        """
        seen = {self._source[each] for each in known if each in self._source}
        paths: dict[str, tuple[str, ...]] = dict.fromkeys(sorted(seen), ())
        while farther := self._farther(paths, frozenset(mine)):
            paths |= farther
        path = paths.get(self._source.get(record, ""), ())
        return path if len(path) < HOPS else None

    def _farther(
        self, paths: Mapping[str, tuple[str, ...]], mine: frozenset[str]
    ) -> dict[str, tuple[str, ...]]:
        """The pages of people who are named on pages reached already."""
        found: dict[str, tuple[str, ...]] = {}
        for source, path in paths.items():
            for named in sorted(self._named.get(source, set()) - mine):
                for owner in self._pages_of(named):
                    if owner not in mine and self._source[owner] not in paths:
                        found.setdefault(self._source[owner], (*path, owner))
        return found

    def _pages_of(self, named: str) -> Iterable[str]:
        """The accounts of the person of a record."""
        person = self._person.get(named)
        records = person.records if person else ()
        return (each for each in records if self._owner.get(self._source.get(each, "")) == each)
