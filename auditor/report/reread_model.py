"""What was read of a JSON result, as the report it was made from.

A result holds sentences, not their parts: those come back as they were said, in its language, whole
in one place of a sentence of ours so that masking reaches them.
"""

from auditor.model.failure import Failure
from auditor.model.finding import Crowd, Dial
from auditor.model.identity import Absence, Impersonation, Namesake
from auditor.model.link import Level, Link
from auditor.model.mandate import Account, Mandate, Proof, Subject
from auditor.model.place import Home
from auditor.model.portrait import Edit, Portrait, Remedy, Step
from auditor.model.report import Report, SourceStatus, View
from auditor.model.text import Text
from auditor.model.viewer import Viewer
from auditor.report import reread_shape as shape
from auditor.report.inert import visible

RESULT = "result"
"""Stands for the method of a proof: a result tells which accounts are proved, and not how."""


def report(found: shape.ResultRead) -> Report:
    """The report, without the rules, kinds and networks, which no result holds."""
    return Report(
        version=visible(found.auditor),
        made_at=found.made_at,
        language=found.language,
        mandate=_mandate(found.mandate),
        sources=tuple(map(_source, found.sources)),
        failures=tuple(map(_failure, found.failures)),
        records=found.records,
        facts=found.facts,
        views={viewer: _view(viewer, each) for viewer, each in found.views.items()},
        advice=tuple(each.id for each in found.counsel),
        home=_home(found.mandate),
        fixes=found.fixes,
        without_protected=found.without_protected,
    )


def _mandate(found: shape.MandateRead) -> Mandate:
    proof = Proof(method=RESULT, on=found.signed_on)
    return Mandate(
        subject=Subject(name=found.subject, aliases=found.aliases),
        purpose=found.purpose,
        language=found.language,
        signed_on=found.signed_on,
        expires_on=found.expires_on,
        fictional=found.fictional,
        accounts=tuple(
            Account(id=each, proofs=() if each in found.unproved else (proof,))
            for each in found.accounts
        ),
        handles=found.handles,
    )


def _home(found: shape.MandateRead) -> Home | None:
    return Home(country=found.country, region=found.region or "") if found.country else None


def _source(found: shape.SourceRead) -> SourceStatus:
    return SourceStatus(
        id=found.id,
        place=found.path or found.url or "",
        network=found.network,
        status=found.status,
        records=found.records,
        seen_by=found.seen_by,
        url=found.url if found.path is not None else None,
    )


def _failure(found: shape.FailureRead) -> Failure:
    return Failure(
        stage=found.stage,
        source=found.source,
        reason=_said(found.reason),
        mend=_said(found.mend),
    )


def _said(sentence: str) -> Text:
    """A sentence that was said already; its own % signs are no places."""
    return Text("%(sentence)s", (("sentence", sentence),))


def _view(viewer: Viewer, found: shape.ViewRead) -> View:
    return View(
        viewer=viewer,
        facts=found.sees,
        made=found.facts,
        identities=found.identities,
        links=tuple(map(_link, found.links)),
        absences=tuple(map(_absence, found.absences)),
        namesakes=tuple(
            Namesake(record=each.record, why=_said(each.why)) for each in found.namesakes
        ),
        impersonations=tuple(
            Impersonation(record=each.record, of=each.of, why=_said(each.why))
            for each in found.impersonations
        ),
        portrait=_portrait(found.portrait) if found.portrait else None,
        remedies=tuple(map(_remedy, found.remedies)),
        findings=found.findings,
        dials={
            name: Dial(value=each.value, grade=each.grade) for name, each in found.dials.items()
        },
        crowd=_crowd(found.crowd) if found.crowd else None,
    )


def _link(found: shape.LinkRead) -> Link:
    return Link(
        id=found.id,
        left=found.left,
        right=found.right,
        levels=tuple(map(_level, found.levels)),
        bits=found.bits,
        probability=found.probability,
        judgement=found.judgement,
        band=found.band,
        why=_said(found.why) if found.why else None,
        human=found.human,
    )


def _level(found: shape.LevelRead) -> Level:
    return Level(
        comparison=found.comparison,
        level=found.level,
        bits=found.bits,
        left=found.left,
        right=found.right,
    )


def _absence(found: shape.AbsenceRead) -> Absence:
    return Absence(
        source=found.source,
        searched_for=found.searched_for,
        considered=found.considered,
        why=_said(found.why),
    )


def _portrait(found: shape.PortraitRead) -> Portrait:
    return Portrait(
        start=found.start,
        steps=tuple(map(_step, found.steps)),
        links=tuple(map(_link, found.links)),
    )


def _step(found: shape.StepRead) -> Step:
    return Step(
        record=found.record or found.fact or "",
        by=found.by,
        quotes=found.quotes,
        bits=found.bits,
        adds=found.adds,
        crowd=found.crowd,
        through=found.through,
    )


def _remedy(found: shape.RemedyRead) -> Remedy:
    return Remedy(
        edits=tuple(
            Edit(fact=each.fact, action=each.action, effort=each.effort, by_whom=each.by_whom)
            for each in found.edits
        ),
        breaks=found.breaks,
        alone=found.alone,
        proved=found.proved,
    )


def _crowd(found: shape.CrowdRead) -> Crowd:
    return Crowd(
        low=found.low,
        middle=found.middle,
        high=found.high,
        place=found.place,
        is_country=found.is_country,
    )
