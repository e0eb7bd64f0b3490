"""One viewer's answer, and a fact, in the shape of the JSON result."""

from auditor.model.fact import Fact
from auditor.model.finding import Dial, Finding
from auditor.model.link import Feature, Level, Link
from auditor.model.portrait import Portrait, Remedy, Step
from auditor.model.report import View
from auditor.report import crowd
from auditor.report import result_view_shape as shape
from auditor.report.lookup import Lookup
from auditor.report.panels import advice

DIGITS = 9
"""Of bits and probabilities: a page made from the result rounds them as one made from the audit does."""


def view(book: Lookup, each: View) -> shape.ViewResult:
    """What one viewer could put together."""
    words = book.words
    return shape.ViewResult(
        sees=list(each.facts),
        facts=[fact(one) for one in each.made],
        identities=[
            shape.IdentityResult(
                id=one.id,
                records=list(one.records),
                accounts=list(one.accounts),
                is_subject=one.is_subject,
            )
            for one in each.identities
        ],
        links=[_link(book, one) for one in each.links],
        absences=[
            shape.AbsenceResult(
                source=one.source,
                searched_for=one.searched_for,
                considered=list(one.considered),
                why=words(one.why),
            )
            for one in each.absences
        ],
        namesakes=[
            shape.NamesakeResult(record=one.record, why=words(one.why)) for one in each.namesakes
        ],
        impersonations=[
            shape.ImpersonationResult(record=one.record, of=one.of, why=words(one.why))
            for one in each.impersonations
        ],
        portrait=_portrait(book, each.portrait, each) if each.portrait else None,
        remedies=[_remedy(one) for one in each.remedies],
        findings=[_finding(book, one) for one in each.findings],
        dials=_dials(each),
        crowd=_crowd(book, each),
    )


def fact(each: Fact) -> shape.FactResult:
    """A fact, whole: nothing is cut."""
    return shape.FactResult(
        id=each.id,
        record=each.record,
        kind=each.kind,
        value=each.value,
        quote=each.quote,
        span=list(each.span) if each.span else None,
        source=each.source,
        passage=each.passage,
        visibility=each.visibility,
        visibility_from=each.visibility_from,
        said_by=each.said_by,
        about=each.about,
        polarity=each.polarity,
        time=shape.TimeResult(when=each.time.when, date=each.time.date),
        published_on=each.published_on,
        recognizer=each.recognizer,
        confidence=each.confidence,
        inferred_from=list(each.inferred_from),
        why=list(each.why),
    )


def _link(book: Lookup, each: Link) -> shape.LinkResult:
    return shape.LinkResult(
        id=each.id,
        left=each.left,
        right=each.right,
        judgement=each.judgement,
        band=each.band,
        probability=round(each.probability, DIGITS),
        bits=round(each.bits, DIGITS),
        levels=[_level(one) for one in each.levels],
        why=book.words(each.why) if each.why else None,
        human=each.human,
    )


def _level(each: Level) -> shape.LevelResult:
    return shape.LevelResult(
        comparison=each.comparison,
        level=each.level,
        bits=round(each.bits, DIGITS),
        left=_side(each.left),
        right=_side(each.right),
    )


def _side(side: str | Feature | None) -> str | shape.FeatureResult | None:
    if isinstance(side, Feature):
        return shape.FeatureResult(record=side.record, feature=side.feature, value=side.value)
    return side


def _portrait(book: Lookup, each: Portrait, of: View) -> shape.PortraitResult:
    made = {one.id for one in of.made} | set(of.facts)
    return shape.PortraitResult(
        start=each.start,
        steps=[_step(one, made) for one in each.steps],
        links=[_link(book, one) for one in each.links],
    )


def _step(each: Step, facts: set[str]) -> shape.StepResult:
    inferred = each.record in facts
    return shape.StepResult(
        record=None if inferred else each.record,
        fact=each.record if inferred else None,
        by=list(each.by),
        quotes=list(each.quotes),
        bits=round(each.bits, DIGITS),
        crowd=each.crowd,
        adds=list(each.adds),
        through=list(each.through),
    )


def _remedy(each: Remedy) -> shape.RemedyResult:
    return shape.RemedyResult(
        edits=[
            shape.EditResult(
                fact=one.fact, action=one.action, effort=one.effort, by_whom=one.by_whom
            )
            for one in each.edits
        ],
        breaks=list(each.breaks),
        alone=each.alone,
        proved=each.proved,
    )


def _finding(book: Lookup, each: Finding) -> shape.FindingResult:
    rule = book.report.rules.get(each.rule)
    return shape.FindingResult(
        rule=each.rule,
        code=each.code,
        title=book.words.of(rule.title) if rule else each.code,
        severity=each.severity,
        identity=each.identity,
        audience=list(each.audience),
        facts=list(each.facts),
        advice=list(advice(book, each.rule)),
    )


def _dials(each: View) -> shape.DialsResult:
    found = {
        name: each.dials.get(name, Dial(value=0, grade="A"))
        for name in ("employer", "fraud", "safety", "people", "linkability")
    }
    return shape.DialsResult(
        **{
            name: shape.DialResult(value=dial.value, grade=dial.grade)
            for name, dial in found.items()
        }
    )


def _crowd(book: Lookup, each: View) -> shape.CrowdResult | None:
    if each.crowd is None:
        return None
    return shape.CrowdResult(
        low=each.crowd.low,
        middle=each.crowd.middle,
        high=each.crowd.high,
        place=each.crowd.place,
        is_country=each.crowd.is_country,
        sentence=crowd.sentence(book.words, each.crowd),
    )
