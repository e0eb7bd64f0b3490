"""A screening check for other programs: JSON with a published schema (`reports/screening.schema.json`)."""

import dataclasses
import re
from typing import Any

import msgspec

from auditor import __version__
from auditor.model.screening import Broken, Checked, Evidence, Held, Share
from auditor.model.screening_rule import Law, ScreeningRule, Table
from auditor.report.officer import result_shape as shape
from auditor.report.officer.gaps import untold_codes
from auditor.report.officer.points import steps, title
from auditor.report.officer.trend import counted
from auditor.report.words import Words
from auditor.resources.read import adapter

_LISTED = re.compile(rb'\[\n\s*((?:\d+|"C\d+")(?:,\n\s*(?:\d+|"C\d+"))*)\n\s*\]')
"""Rows or pseudonyms as they are laid out one a line; a line never breaks within a JSON string."""


def render(found: Checked, *, language: str) -> bytes:
    """The check as JSON: keys always in one order, UTF-8, dates as ISO 8601, a list of rows on one line."""
    made = msgspec.json.encode(result(found, language=language))
    return _LISTED.sub(_on_one_line, msgspec.json.format(made, indent=2)) + b"\n"


def _on_one_line(listed: re.Match[bytes]) -> bytes:
    return b"[%b]" % b" ".join(listed[1].split())


def schema() -> dict[str, Any]:
    """The schema of the JSON (draft 2020-12), as published; keys it does not name are refused."""
    made: dict[str, Any] = adapter(shape.ScreeningResult).json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://auditor.example/schemas/screening.schema.json",
        **made,
    }


def result(found: Checked, *, language: str) -> shape.ScreeningResult:
    """The check in the shape that programs rely on."""
    words = Words(language=language)
    return shape.ScreeningResult(
        auditor=__version__,
        language=language,
        place=found.place,
        employer=_whole(found.employer),
        on=found.on,
        looks=found.looks,
        candidates=found.candidates,
        asked=found.rules,
        rules=[_rule(words, each) for each in found.broken],
        passed=[_named(words, each) for each in found.passed],
        untold=_untold(words, found),
        absent=list(found.absent),
        notes=[words(each) for each in found.notes],
        posts=[_share(each) for each in found.posts],
        recruiters=[_share(each) for each in found.recruiters],
        **_open(words, found),
        **_files(words, found),
    )


def _open(words: Words, found: Checked) -> dict[str, Any]:
    return {
        "missing": [
            shape.MissingResult(
                code=each.code, table=each.table, column=each.column, rows=list(each.rows)
            )
            for each in found.missing
        ],
        "unreadable": [
            shape.UnreadableResult(
                table=each.table, row=each.row, column=each.column, why=words(each.why)
            )
            for each in found.unreadable
        ],
    }


def _files(words: Words, found: Checked) -> dict[str, Any]:
    return {
        "purge": [shape.PurgeResult(since=each.day, **_held(words, each)) for each in found.purge],
        "keep": [shape.KeepResult(until=each.day, **_held(words, each)) for each in found.keep],
    }


def _held(words: Words, each: Held) -> dict[str, Any]:
    return {
        "candidate": each.candidate,
        "post": _whole(each.post),
        "row": each.row,
        "why": words(each.why),
    }


def _rule(words: Words, each: Broken) -> shape.RuleResult:
    rule, table = each.rule, each.table
    return shape.RuleResult(
        rule=rule.id,
        code=rule.code,
        severity=each.severity,
        table=table,
        rows=counted(each),
        looks=list(each.rows) if table is Table.LOOKS else [],
        candidates=list(each.candidates),
        candidate_rows=list(each.rows) if table is Table.CANDIDATES else [],
        title=title(words, rule),
        why=words.of(rule.why),
        do=list(steps(words, rule)),
        by=each.by,
        overdue=each.overdue,
        standing=each.standing,
        laws=[_law(words, pack, law) for pack, law in each.laws],
        posts={_whole(name): rows for name, rows in each.posts.items()},
        recruiters=dict(each.recruiters),
        evidence=[_evidence(one) for one in each.evidence],
    )


def _law(words: Words, pack: str, law: Law) -> shape.LawResult:
    return shape.LawResult(
        pack=pack,
        article=law.article,
        standing=law.standing,
        since=law.since,
        source=law.source,
        seen=law.seen,
        checked_on=law.checked_on,
        note=words.of(law.note),
    )


def _evidence(each: Evidence) -> shape.EvidenceResult:
    names = [one.name for one in dataclasses.fields(shape.EvidenceResult)]
    told = {name: getattr(each, name) for name in names}
    return shape.EvidenceResult(**told | {"post": _whole(each.post)})


def _untold(words: Words, found: Checked) -> list[shape.NamedRule]:
    """Those that could be told for no row, by name where they are known."""
    known = {each.code: _named(words, each) for each in found.untold}
    bare = (shape.NamedRule(rule="", code=each, title="") for each in untold_codes(found))
    return [known.get(each.code, each) for each in bare]


def _named(words: Words, rule: ScreeningRule) -> shape.NamedRule:
    return shape.NamedRule(rule=rule.id, code=rule.code, title=title(words, rule))


def _share(each: Share) -> shape.ShareResult:
    return shape.ShareResult(name=_whole(each.name), looks=each.looks, codes=dict(each.codes))


def _whole(text: str) -> str:
    """A name out of the officer's table; half a sign, which no JSON can hold, becomes its number."""
    return text.encode("utf-8", "backslashreplace").decode()
