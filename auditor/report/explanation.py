"""A judged pair in words: the sum of bits, the words of both sides, and what would change it."""

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.model.link import Band, Judgement, Level, Link
from auditor.model.redaction import Redaction
from auditor.model.report import Report
from auditor.model.text import Text, say
from auditor.model.waterfall import Change, Waterfall
from auditor.report import labels
from auditor.report import redact as redaction
from auditor.report.levels import sentence
from auditor.report.lookup import Lookup, lookup

JUDGEMENTS = {
    Judgement.SAME: say("one person"),
    Judgement.DIFFERENT: say("two people"),
    Judgement.UNSURE: say("it cannot be said"),
}
"""What was judged of a pair."""
_SURE = 0.999
"""Probabilities beyond which no more digits are shown: the model is not that good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the sum."""

    comparison: str
    level: str
    sentence: str
    bits: float
    """What the clue weighs by itself."""
    counted: float
    """What it adds here."""
    total: float
    left: str = ""
    left_place: str = ""
    right: str = ""
    right_place: str = ""

    @property
    def against(self) -> bool:
        """Does it speak against?"""
        return self.counted < 0

    @property
    def shared(self) -> bool:
        """Does it count less because another clue says much the same?"""
        return abs(self.bits - self.counted) > 0.01  # noqa: PLR2004 - bits are rounded to hundredths


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A pair as a reader sees it, names masked."""

    book: Lookup
    waterfall: Waterfall
    rows: tuple[Row, ...]
    """The prior first, then what adds most, then what speaks against."""
    judged: str
    sure: str
    """In words and as a probability; empty where a person judged."""
    why: str
    notes: tuple[str, ...]
    changes: tuple[str, ...]


def explanation(
    report: Report, waterfall: Waterfall, *, language: str, redact: Redaction, shared: bool = False
) -> Explanation:
    """The pair in one language, masked as the report is; `shared` for what other programs read."""
    viewer, link = waterfall.viewer, waterfall.link
    # The pair goes through the report's own masking as the one link of its view.
    one = dataclasses.replace(report.views[viewer], links=(link,))
    masked = redaction.redact(
        dataclasses.replace(report, views={viewer: one}), redact, shared=shared
    )
    (link,) = masked.views[viewer].links
    waterfall = dataclasses.replace(waterfall, link=link)
    book = lookup(masked, language)
    rows = tuple(_rows(book, waterfall))
    return Explanation(
        book=book,
        waterfall=waterfall,
        rows=rows,
        judged=book.words(JUDGEMENTS[link.judgement]),
        sure=sure(book, link),
        why=book.said(link.why) if link.why else "",
        notes=tuple(map(book.words, _notes(waterfall))),
        changes=tuple(map(book.words, _changes(book, waterfall, rows))),
    )


def _rows(book: Lookup, waterfall: Waterfall) -> Iterator[Row]:
    running = waterfall.running
    drawn = say(
        "two profiles drawn among %(count)s people",
        count=book.words.number(waterfall.population),
    )
    yield Row(
        comparison="prior",
        level="prior",
        sentence=book.words(drawn),
        bits=waterfall.prior,
        counted=waterfall.prior,
        total=running[0],
    )
    for level, counted, total in zip(
        waterfall.link.levels, waterfall.counted, running[1:-1], strict=True
    ):
        yield _row(book, waterfall, level, counted, total)
    if waterfall.correction:
        yield Row(
            comparison="calibration",
            level="calibration",
            sentence=book.words(say("what such a sum is worth, as measured")),
            bits=waterfall.correction,
            counted=waterfall.correction,
            total=running[-1],
        )


def _row(book: Lookup, waterfall: Waterfall, level: Level, counted: float, total: float) -> Row:
    view = book.report.views[waterfall.viewer]
    left, left_place = book.side(level.left, view)
    right, right_place = book.side(level.right, view)
    return Row(
        comparison=level.comparison,
        level=level.level,
        sentence=book.words(sentence(level.comparison, level.level, level.bits)),
        bits=level.bits,
        counted=counted,
        total=total,
        left=left,
        left_place=left_place,
        right=right,
        right_place=right_place,
    )


def sure(book: Lookup, link: Link) -> str:
    """How sure, in the report's words, with the probability; empty where a person judged."""
    if link.human:
        return ""
    shown = percent(book, link.probability)
    return f"{book.words(labels.BANDS[link.band])}, {shown}" if link.band else shown


def percent(book: Lookup, probability: float) -> str:
    """A probability as one reads it; the ends are not told apart."""
    words = book.words
    if probability > _SURE:
        return words(say("more than %(share)s", share=_share(book, _SURE)))
    if probability < 1 - _SURE:
        return words(say("less than %(share)s", share=_share(book, 1 - _SURE)))
    return _share(book, probability)


def _share(book: Lookup, probability: float) -> str:
    number = book.words.number(round(100 * probability, 1))
    return f"{number}\u00a0%" if book.words.language == "fr" else f"{number}%"


def _notes(waterfall: Waterfall) -> Iterator[Text]:
    """What the sum alone does not say."""
    link = waterfall.link
    if link.human:
        yield say("You judged this pair yourself; that is final, whatever the sum says.")
    if waterfall.whole:
        yield say(
            "The pair was judged together with the profiles that are already one with either of them."
        )
    if waterfall.together and link.judgement is not Judgement.SAME:
        yield say("Other profiles bring the two together.")
    if any(
        abs(level.bits - counted) > 0.01  # noqa: PLR2004
        for level, counted in zip(link.levels, waterfall.counted, strict=True)
    ):
        yield say(
            "Of clues that say much the same, the largest counts in full and the others in part."
        )


def _changes(book: Lookup, waterfall: Waterfall, rows: Sequence[Row]) -> Iterator[Text]:
    """What would change the judgement."""
    link, missing = waterfall.link, waterfall.missing
    if link.human:
        return
    if (
        link.judgement is not Judgement.SAME
        and missing
        and not any(each.conflict for each in link.levels)
    ):
        number = book.words.number(round(missing, 1))
        yield say(
            "With clues that weigh %(bits)s bits more, they would be one person.", bits=number
        )
    for each in waterfall.changes:
        yield _change(book, each, rows[each.level + 1])
    if link.judgement is Judgement.SAME and not waterfall.changes:
        yield say(
            "No single clue carries it: without any one of them, they would still be one person."
        )


def _change(book: Lookup, change: Change, row: Row) -> Text:
    words = book.words
    judged = words(JUDGEMENTS[change.judgement])
    if change.band in {Band.POSSIBLE, Band.PROBABLE} and change.judgement is Judgement.UNSURE:
        judged = words(labels.BANDS[change.band])
    return say("Without “%(clue)s”: %(judged)s.", clue=row.sentence, judged=judged)


def signed(book: Lookup, bits: float) -> str:
    """Bits with their sign and one digit: +14.8, −26.0."""
    from babel.numbers import format_decimal

    number = format_decimal(abs(bits), format="0.0", locale=book.words.language)
    return f"{'−' if bits < 0 else '+'}{number}"
