"""Scenes from facts: who is shown with whom, where and when."""

from collections.abc import Iterable, Mapping

from auditor.link.compare.forms import cut
from auditor.link.compare.places import towns
from auditor.link.side import Scene, Side
from auditor.link.weights import Tables
from auditor.model.fact import Fact
from auditor.model.record import Record, Role

_NAMES = ("full_name", "alias", "first_name")


def sides(records: Iterable[Record], facts: Iterable[Fact], tables: Tables) -> Mapping[str, Side]:
    """Each record with its facts and the scenes it is shown in."""
    of_record: dict[str, list[Fact]] = {}
    of_passage: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        of_record.setdefault(fact.record, []).append(fact)
        if fact.passage != "field":
            of_passage.setdefault((fact.source, fact.passage), []).append(fact)
    known = {record.id: record for record in records}
    owners = {record.source: record for record in known.values() if record.role is Role.OWNER}
    around: dict[str, list[Fact]] = {}
    for name, found in of_record.items():
        owner = owners.get(known[name].source) if name in known else None
        if owner is not None and owner.id != name:
            around.setdefault(owner.id, []).extend(each for each in found if each.kind in _NAMES)
    return {
        name: Side(
            records=(known[name],),
            facts=tuple(found),
            scenes=tuple(_scenes(known[name], found, of_passage, owners, of_record, tables)),
            around=tuple(around.get(name, ())),
        )
        for name, found in of_record.items()
        if name in known
    }


def _scenes(  # noqa: PLR0917
    record: Record,
    facts: Iterable[Fact],
    of_passage: Mapping[tuple[str, str], list[Fact]],
    owners: Mapping[str, Record],
    of_record: Mapping[str, list[Fact]],
    tables: Tables,
) -> Iterable[Scene]:
    own = record.role is Role.OWNER
    kinds = {"third_party_mention", "geotag", "checkin"} if own else set(_NAMES)
    passages = sorted({fact.passage for fact in facts if fact.kind in kinds} - {"field"})
    for passage in passages:
        there = of_passage[record.source, passage]
        others = [f for f in there if f.kind in _NAMES and f.record != record.id]
        owner = owners.get(record.source)
        if owner is not None and not own:
            others += [f for f in of_record.get(owner.id, ()) if f.kind in _NAMES]
        places = towns((f for f in there if f.kind in {"geotag", "home_commune"}), tables)
        month = _month(there)
        if others or places:
            yield Scene(
                passage=passage,
                companions=_given(others, tables),
                places=places,
                month=month,
            )


def _given(names: Iterable[Fact], tables: Tables) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for fact in names:
        given, _ = cut(fact.value, tables)
        if len(given) > 1:
            found.setdefault(given, fact.id)
    return found


def _month(facts: Iterable[Fact]) -> str | None:
    """The month of the passage: what is published there says it."""
    dates = sorted(fact.published_on for fact in facts if fact.published_on is not None)
    return f"{dates[0]:%Y-%m}" if dates else None
