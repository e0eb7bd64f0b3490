"""Whose names a report shows: everyone's, the subject's alone, or nobody's; what it leaves out.

Masking happens once, on the report itself, so that no renderer can forget it. Ids are keys, not
names, and stay (a judgement must find its pair again) unless everything is masked.
"""

import dataclasses
import datetime
import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_type_hints

from auditor.model.fact import About, Fact
from auditor.model.names import fold
from auditor.model.record import Record, Role
from auditor.model.redaction import Redaction
from auditor.model.report import Report
from auditor.model.text import Text
from auditor.report import protected
from auditor.report.mask import MASK, Mask, initials, mask

T = TypeVar("T")

NAMES = frozenset({"full_name", "first_name", "alias", "username", "maiden_name"})
"""Kinds whose value names the person of the record."""
REACHES = frozenset(
    "email_personal email_work phone_mobile phone_other home_address payment_handle national_id "
    "bank_account vehicle_plate".split()
)
"""Kinds whose value reaches the person of the record, or stands for them."""
PEOPLE = frozenset(
    "third_party_mention partner ex_partner relative child_name colleague manager".split()
)
"""Kinds whose value names somebody else than the person of the record."""
ADDRESSES = frozenset({"third_party_address"})
THINGS = frozenset("group_membership employer school first_school home_commune geotag".split())
"""Kinds whose value is no person: where such a name is also a label, it stays readable."""
_TEXTS = frozenset(
    "value quote label url place path account accounts quotes searched_for name aliases town details"
    " handles breached_email recovery_hint cv".split()
)
"""Fields that hold text about people; the others hold ids and words of our own."""
_OURS = frozenset({"rules", "kinds", "networks", "advice", "known_advice", "home"})
_TEXTLESS = (int, float, datetime.date, Enum, type(None))
"""Types of values that are looked at no further: there may be very many of them."""


def redact(report: Report, mode: Redaction, *, shared: bool = False) -> Report:
    """The report with the names and contacts masked that the mode asks for.

    What GDPR articles 9 and 10 protect is left out unless the subject alone is to see it: see `protected`.
    """
    if not protected.are_shown(report, mode, shared=shared):
        report = protected.without(report, report.kinds)
    if mode is Redaction.NONE:
        return report
    mine = subjects_records(report)
    masked = _mask((report,), mode)
    if mode is Redaction.OTHERS:
        return cast("Report", _mapped(_others_accounts(report, mine), masked, {}))
    return cast("Report", _mapped(_without_addresses(report), masked, _new_ids(report)))


def redact_both(drawn: T, reports: tuple[Report, Report], mode: Redaction) -> T:
    """What was drawn from two reports, masked by what either of them knows."""
    if mode is Redaction.NONE:
        return drawn
    ids = {} if mode is Redaction.OTHERS else _new_ids(joint(*reports))
    return cast("T", _mapped(drawn, _mask(reports, mode), ids))


def joint(before: Report, after: Report) -> Report:
    """A report that knows the sources and records of both, for their names."""
    sources = {each.id: each for each in (*before.sources, *after.sources)}
    records = {each.id: each for each in (*before.records, *after.records)}
    return dataclasses.replace(
        after,
        sources=tuple(sources.values()),
        records=tuple(records.values()),
        facts=(),
        views={},
    )


def _mask(reports: tuple[Report, ...], mode: Redaction) -> Mask:
    """The mask of the names that the mode asks for, in any of the reports."""
    found = (each for one in reports for each in _others(one, subjects_records(one)))
    named = [each for each in found if MASK not in each]  # of a result read again: masked before
    own = [each for one in reports for each in _own(one, subjects_records(one))]
    if mode is Redaction.OTHERS:
        things = (each.value for one in reports for each in one.facts if each.kind in THINGS)
        return mask(named, kept=(*own, *things))
    reached = (each for one in reports for each in _reached(one.facts))
    return mask((*named, *own, *reached))


def subjects_records(report: Report) -> frozenset[str]:
    """The records that any view takes for the subject's, and those of the accounts that the mandate lists."""
    listed = (record.id for record in report.records if report.mandate.covers(record.account or ""))
    return report.mine.union(listed)


def _others(report: Report, mine: frozenset[str]) -> Iterator[str]:
    """Names, contacts and addresses of people who are not the subject."""
    for record in report.records:
        if record.id not in mine:
            yield record.label
            yield (record.account or "").partition(":")[2]
    held = {each.value for each in report.facts if each.record in mine and not _of_another(each)}
    for fact in (*report.facts, *(fact for view in report.views.values() for fact in view.made)):
        theirs = fact.record not in mine and fact.kind in NAMES | REACHES
        told = _of_another(fact) and fact.kind in REACHES and fact.value not in held
        if theirs or told or fact.kind in PEOPLE | ADDRESSES:
            yield fact.value
            # A quote that is longer than the name is a sentence: only the name in it is masked.
            if fact.kind in ADDRESSES or fold(fact.value) not in fold(fact.quote):
                yield fact.quote


def _of_another(fact: Fact) -> bool:
    return fact.about not in {About.SUBJECT, About.UNKNOWN}


def _own(report: Report, mine: frozenset[str]) -> Iterator[str]:
    """How the subject is named: by the mandate, and where a record of theirs names them."""
    mandate = report.mandate
    yield from (mandate.subject.name, *mandate.subject.aliases, *mandate.handles)
    yield from (account.id.partition(":")[2] for account in mandate.accounts)
    yield from (record.label for record in report.records if record.id in mine)
    for fact in report.facts:
        if fact.record in mine and fact.kind in NAMES:
            yield fact.value
            yield fact.quote


def _reached(facts: Iterable[Fact]) -> Iterator[str]:
    for fact in facts:
        if fact.kind in REACHES:
            yield fact.value
            yield fact.quote


def _others_accounts(report: Report, mine: frozenset[str]) -> Report:
    """Handles of other people's accounts become initials even where they are no words."""

    def hidden(record: Record) -> Record:
        if record.id in mine or not record.account:
            return record
        network, _, handle = record.account.partition(":")
        account = f"{network}:{initials(handle)}"
        return dataclasses.replace(record, account=account, url=None)

    held = [each for each in report.records if each.role is Role.OWNER]
    theirs = {each.source for each in held if each.id not in mine}
    kept = _without_addresses(report, theirs)
    return dataclasses.replace(kept, records=tuple(map(hidden, report.records)))


def _without_addresses(report: Report, sources: Set[str] | None = None) -> Report:
    """An address leads to whoever it shows, masked or not: those of some sources are left out, or of all."""
    return dataclasses.replace(
        report,
        sources=tuple(
            dataclasses.replace(each, url=None) if sources is None or each.id in sources else each
            for each in report.sources
        ),
    )


def _new_ids(report: Report) -> Mapping[str, str]:
    """Ids without names in them: an id of a record holds the name as written, one of a link holds two."""
    sources = {each.id: f"source-{at}" for at, each in enumerate(report.mandate.sources, 1)}
    sources |= {
        each.id: sources.get(each.id, f"source-{at}") for at, each in enumerate(report.sources, 1)
    }
    records = {each.id: f"record-{at}" for at, each in enumerate(report.records, 1)}
    held = (*(each.id for each in report.mandate.accounts), *(r.account for r in report.records))
    accounts = dict.fromkeys(each for each in held if each)
    walks = [view.portrait for view in report.views.values() if view.portrait]
    found = [each for view in report.views.values() for each in view.links]
    links = {each.id: each for each in (*found, *(one for walk in walks for one in walk.links))}
    facts = {each.id: f"fact-{at}" for at, each in enumerate(report.facts, 1)}
    # What links made is called after the record it is about.
    made = dict.fromkeys(each.id for view in report.views.values() for each in view.made)
    return {
        **{each: f"made-{at}" for at, each in enumerate(made, 1)},
        **{each: f"{each.partition(':')[0]}:{at}" for at, each in enumerate(accounts, 1)},
        **{each: f"link-{at}" for at, each in enumerate(links, 1)},
        **sources,
        **records,
        **facts,
    }


def _mapped(item: Any, masked: Callable[[str], str], ids: Mapping[str, str], text: str = "") -> Any:
    """The same structure, with text masked (where the field holds text) and ids renamed; itself where nothing is."""
    if type(item) is str:
        return ids.get(item) or (masked(item) if text in _TEXTS else item)
    if isinstance(item, Text):
        return Text(item.id, tuple((key, masked(ids.get(v, v))) for key, v in item.details))
    if isinstance(item, tuple):
        if not ids and text not in _TEXTS and item and all(type(each) is str for each in item):
            return item  # ids that stay: there may be tens of thousands, in every view
        found = tuple(_mapped(each, masked, ids, text) for each in item)
        return item if all(map(operator.is_, found, item)) else found
    if isinstance(item, Mapping):
        return {key: _mapped(each, masked, ids, text) for key, each in item.items()}
    return _changed(item, masked, ids)


def _changed(item: Any, masked: Callable[[str], str], ids: Mapping[str, str]) -> Any:
    """The same of a dataclass; fields that hold nothing to mask or rename are passed by, there are very many."""
    changes = {}
    for name in _fields(type(item)):
        before = getattr(item, name)
        if before is None or (type(before) is str and not ids and name not in _TEXTS):
            continue
        after = _mapped(before, masked, ids, name)
        if after is not before:
            changes[name] = after
    return dataclasses.replace(item, **changes) if changes else item


def _mappable(shape: Any) -> tuple[str, ...]:
    """The fields of a class that may hold text or ids of the report; none of what is no dataclass."""
    if not dataclasses.is_dataclass(shape):
        return ()
    types = get_type_hints(shape)
    names = (each.name for each in dataclasses.fields(shape) if each.name not in _OURS)
    return tuple(name for name in names if _holds_text(types[name]))


def _holds_text(kind: Any) -> bool:
    """May a value of this declared type be text, or hold some? A number, a date, a member of an enum never."""
    inside = get_args(kind)
    if inside:
        return any(map(_holds_text, inside))
    if dataclasses.is_dataclass(kind):
        return bool(_fields(kind))
    return not (isinstance(kind, type) and issubclass(kind, _TEXTLESS))


_fields: Callable[[Any], tuple[str, ...]] = cache(_mappable)
