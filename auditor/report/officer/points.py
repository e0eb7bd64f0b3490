"""A broken rule as the officer reads it: a point to verify, with why, what to do by when, and the rows."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from auditor.model.screening import Broken, Checked, Evidence
from auditor.model.screening_rule import Law, ScreeningRule, Standing, Table
from auditor.model.text import say
from auditor.report import labels as severities
from auditor.report.inert import shorten, visible
from auditor.report.officer import labels
from auditor.report.officer.rows import written
from auditor.report.officer.sizes import Sizes
from auditor.report.words import Words

NAMED = 5
"""Posts or recruiters named under one point."""
LONGEST = 80
"""Signs of the name of a post that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LawShown:
    """What a point rests on in one pack."""

    where: str
    article: str
    standing: str
    seen: str
    source: str
    since: str
    checked_on: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowShown:
    """A row of evidence; nobody's name is in it."""

    row: str
    candidate: str
    recruiter: str
    post: str
    stage: str
    source: str
    on: str
    by: str
    detail: str
    inferred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point to verify."""

    code: str
    anchor: str
    title: str
    severity: int
    word: str
    standing: str
    is_firm: bool
    """Does a law bind here?"""
    why: str
    steps: tuple[str, ...]
    due: str
    due_short: str
    overdue: str
    found: str
    """How many rows of which table."""
    rows: str
    candidates: str
    posts: str
    recruiters: str
    laws: tuple[LawShown, ...]
    evidence: tuple[RowShown, ...]
    more: str
    count: int


def points(words: Words, found: Checked, sizes: Sizes) -> tuple[Point, ...]:
    """All points, the gravest first, as they were found."""
    return tuple(_point(words, found.on, each, sizes.evidence) for each in found.broken)


def title(words: Words, rule: ScreeningRule) -> str:
    """The rule's title."""
    return words.of(rule.title, rule.code)


def steps(words: Words, rule: ScreeningRule) -> tuple[str, ...]:
    """What to do, step by step."""
    told = rule.do.get(words.language) or rule.do.get("en", ())
    return tuple(words.of({words.language: each}) for each in told)


def due(words: Words, on: datetime.date, by: datetime.date | None) -> str:
    """By when, seen from the day of the check."""
    if by is None:
        return ""
    if by == on:
        return words(say("now"))
    day = words.day(by)
    return words(say("due since %(day)s", day=day) if by < on else say("by %(day)s", day=day))


def _point(words: Words, on: datetime.date, each: Broken, most: int) -> Point:
    rule, severity = each.rule, labels.within(each.severity)
    left = 0 if each.table is Table.PRACTICE else len(each.rows) - min(len(each.evidence), most)
    return Point(
        code=visible(rule.code),
        anchor=f"point-{visible(rule.code)}",
        title=title(words, rule),
        severity=severity,
        word=words(severities.SEVERITIES[severity]),
        standing=words(labels.STANDINGS[each.standing]),
        is_firm=each.standing is Standing.LAW,
        why=words.of(rule.why),
        steps=steps(words, rule),
        due=_due(words, on, each.by),
        due_short=due(words, on, each.by),
        overdue=capital(labels.count(words, "overdue", each.overdue)) if each.overdue else "",
        found=_found(words, each),
        rows=written(words, each.rows) if each.table is not Table.PRACTICE else "",
        candidates=_candidates(words, each),
        posts=_named(words, each.posts),
        recruiters=_named(words, each.recruiters),
        laws=tuple(_law(words, pack, law) for pack, law in sorted(each.laws, key=_firmness)),
        evidence=tuple(_row(words, one) for one in islice(_of_rows(each), most)),
        more=labels.count(words, "rows", left) if left > 0 else "",
        count=len(each.rows) if each.table is not Table.PRACTICE else 1,
    )


def _due(words: Words, on: datetime.date, by: datetime.date | None) -> str:
    """The same as a sentence; rows differ, the earliest day is told."""
    if by is None:
        return ""
    if by == on:
        return words(say("To be done now."))
    day = words.day(by)
    if by < on:
        return words(say("The first of them was due by %(day)s.", day=day))
    return words(say("To be done by %(day)s at the latest.", day=day))


def _of_rows(each: Broken) -> tuple[Evidence, ...]:
    """The rows that show it; what is about the employer as a whole has none."""
    return () if each.table is Table.PRACTICE else each.evidence


def _found(words: Words, each: Broken) -> str:
    table = words(labels.TABLES[each.table])
    if each.table is Table.PRACTICE:
        return words(say("For the employer as a whole (%(table)s)", table=table))
    rows = labels.count(words, "rows", len(each.rows))
    return capital(words(say("%(rows)s of the %(table)s", rows=rows, table=table)))


def _candidates(words: Words, each: Broken) -> str:
    if not each.candidates:
        return ""
    number = labels.count(words, "candidates", len(each.candidates))
    return words(say("for %(candidates)s", candidates=number))


def _named(words: Words, shares: Mapping[str, int]) -> str:
    """The most frequent, and how many others there are."""
    ranked = sorted(shares.items(), key=lambda item: (-item[1], item[0]))
    told = [f"{post(each)} ({words.number(number)})" for each, number in ranked[:NAMED] if each]
    left = len(ranked) - NAMED
    return words.listing([*told, *([words.count("more", left)] if left > 0 else [])])


def post(text: str) -> str:
    """A name out of the officer's table, made harmless and short."""
    return shorten(visible(text), "…", LONGEST)


def capital(sentence: str) -> str:
    """A sentence with its first letter as such."""
    return f"{sentence[:1].upper()}{sentence[1:]}"


def _firmness(held: tuple[str, Law]) -> int:
    """The firmest first, however wide its pack."""
    return list(Standing).index(held[1].standing)


def _law(words: Words, pack: str, law: Law) -> LawShown:
    return LawShown(
        where=labels.pack(words, pack),
        article=visible(law.article),
        standing=words(labels.STANDINGS[law.standing]),
        seen=words(labels.SEEN[law.seen]),
        source=visible(law.source),
        since=words.day(law.since),
        checked_on=words.day(law.checked_on),
        note=words.of(law.note),
    )


def _row(words: Words, each: Evidence) -> RowShown:
    return RowShown(
        row=str(each.row),
        candidate=visible(each.candidate),
        recruiter=visible(each.recruiter),
        post=post(each.post),
        stage=labels.name(words, labels.STAGES, each.stage),
        source=labels.name(words, labels.SOURCES, each.source),
        on=words.day(each.on) if each.on else "",
        by=words.day(each.by) if each.by else "",
        detail=words.listing(list(_details(words, each.detail))),
        inferred=each.inferred,
    )


def _details(words: Words, detail: str) -> Iterator[str]:
    for each in filter(None, (part.strip() for part in detail.split(";"))):
        yield labels.name(words, labels.GROUNDS, each)
