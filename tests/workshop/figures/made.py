"""Results of invented people, made from the kinds of fact that each discloses, as an audit would have made them."""

import datetime
from dataclasses import replace
from functools import cache
from itertools import count

from auditor import __version__
from auditor.assess.dials import dials
from auditor.assess.findings import findings
from auditor.assess.kinds import kinds
from auditor.assess.load import load
from auditor.assess.scale import scale
from auditor.model.fact import About, Fact
from auditor.model.identity import Identity
from auditor.model.mandate import Account, Mandate, Purpose, Source, Subject
from auditor.model.record import Record, Role
from auditor.model.redaction import Redaction
from auditor.model.report import Report, SourceStatus, Status, View
from auditor.model.viewer import Viewer
from auditor.model.visibility import Origin, Visibility
from auditor.report.result import render
from auditor.resources.folders import folder
from auditor.workshop.figures.follows import Rulebook

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
SECRETS = ("pet_name",)
"""Kinds that make one rule fire: F-02."""
NUMBER = ("full_name", "phone_mobile", "home_address")
"""F-03, and what comes with it."""
_numbers = count()


@cache
def book():
    rules = folder("rules")
    known = kinds(rules)
    found = load(rules, known)
    return Rulebook(rules={each.id: each for each in found}, kinds=known, scale=scale(rules))


def rule(code):
    return next(each for each in book().rules.values() if each.code == code)


def person(kinds_, name="Nora Quellec", other="Yann Brizeux", at=NOON, declared=frozenset()):
    """The report of somebody who discloses facts of these kinds to everyone."""
    number = next(_numbers)
    facts = [
        _fact(
            f"f{at_}",
            kind,
            name if kind == "full_name" else f"{other} {at_}",
            span=(number, number + 9),
        )
        for at_, kind in enumerate(kinds_)
    ]
    facts.append(_fact("mention", "third_party_mention", other, "page#autre", About.OTHER))
    me = Record(id="page#owner", source="page", role=Role.OWNER, label=name, account="net:moi")
    them = Record(id="page#autre", source="page", role=Role.MENTIONED, label=other)
    source = SourceStatus(id="page", place=f"{name}.html", network=None, status=Status.READ,
                          records=2, seen_by=Visibility.INDEXED)  # fmt: skip
    view = _view(Viewer.ME, facts, declared)
    return Report(
        version=__version__,
        made_at=at + datetime.timedelta(seconds=number),
        language="fr",
        mandate=_mandate(name),
        sources=(source,),
        failures=(),
        records=(me, them),
        facts=tuple(facts),
        views={viewer: replace(view, viewer=viewer) for viewer in Viewer},
        rules=book().rules,
        kinds=book().kinds,
    )


def result(report, mode=Redaction.ALL, language="fr"):
    return render(report, language=language, redact=mode)


def files(place, reports):
    """The results of several people, in files whose names are somebody's."""
    paths = []
    for each in reports:
        paths.append(place / f"report-zelie-canarivane-{next(_numbers)}.json")
        paths[-1].write_bytes(result(each))
    return paths


def _mandate(name):
    return Mandate(
        subject=Subject(name=name, aliases=(f"{name} bis",)),
        purpose=Purpose.SELF_AUDIT,
        language="fr",
        signed_on=NOON.date(),
        expires_on=NOON.date(),
        accounts=(Account(id="net:moi", proofs=()),),
        sources=(Source(id="page", path="page.html"),),
    )


def _fact(key, kind, value, record="page#owner", about=About.SUBJECT, span=None):
    return Fact(
        id=key,
        record=record,
        kind=kind,
        value=value,
        quote=value,
        source="page",
        passage="field",
        visibility=Visibility.INDEXED,
        visibility_from=Origin.DECLARED,
        recognizer="test",
        confidence=0.9,
        about=about,
        span=span,
    )


def _view(viewer, facts, declared):
    mine = [each for each in facts if each.record == "page#owner"]
    found = findings(book().rules.values(), {"page#owner": mine}, declared=declared,
                     kinds=book().kinds, floor=book().scale.floor.value)  # fmt: skip
    known = {each.id: each for each in facts}
    return View(
        viewer=viewer,
        facts=tuple(known),
        made=(),
        identities=(Identity(id="page#owner", records=("page#owner",), accounts=("net:moi",), is_subject=True),),
        links=(),
        absences=(),
        namesakes=(),
        impersonations=(),
        portrait=None,
        remedies=(),
        findings=found,
        dials=dials(found, known, book().rules, scale=book().scale, declared=declared),
    )  # fmt: skip
