"""The figures as JSON, with a published schema (`reports/figures.schema.json`)."""

import dataclasses
import datetime
import json
from collections.abc import Sequence

from auditor import __version__
from auditor.report.words import Words
from auditor.workshop.figures import shape
from auditor.workshop.figures.bands import Band
from auditor.workshop.figures.cell import Cell
from auditor.workshop.figures.figures import DialFigure, Figures, RuleFigure


def render(found: Figures, words: Words, on: datetime.date) -> bytes:
    """The figures as JSON: keys always in one order, UTF-8, dates as ISO 8601."""
    plain = dataclasses.asdict(result(found, words, on))
    text = json.dumps(plain, ensure_ascii=False, indent=2, default=str, allow_nan=False)
    return text.encode() + b"\n"


def result(found: Figures, words: Words, on: datetime.date) -> shape.FiguresResult:
    """The figures in the shape that programs rely on."""
    return shape.FiguresResult(
        auditor=__version__,
        made_on=on,
        language=words.language,
        viewer=found.viewer,
        people=found.size,
        people_before=found.size_before,
        rules=[_rule(each, words) for each in found.rules],
        dials=[_dial(each, found.letters) for each in found.dials],
        uncounted=[
            shape.UncountedResult(rule=each.id, code=each.code, title=words.of(each.title))
            for each in found.uncounted
        ],
    )


def _rule(each: RuleFigure, words: Words) -> shape.RuleResult:
    return shape.RuleResult(
        rule=each.rule.id,
        code=each.rule.code,
        title=words.of(each.rule.title),
        severity=each.rule.severity,
        dial=each.rule.dial,
        before=_cell(each.before) if each.before else None,
        now=_cell(each.now),
    )


def _cell(each: Cell) -> shape.CellResult:
    return shape.CellResult(told=each.told, people=each.people)


def _dial(each: DialFigure, letters: Sequence[str]) -> shape.DialResult:
    return shape.DialResult(
        dial=each.name,
        before=None if each.before is None else _bands(each.before, letters),
        now=_bands(each.now, letters),
    )


def _bands(bands: Sequence[Band], letters: Sequence[str]) -> list[shape.BandResult]:
    return [
        shape.BandResult(grades=list(letters[each.first : each.last + 1]), people=each.people)
        for each in bands
    ]
