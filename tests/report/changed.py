"""A report made by hand, and what may have become of it at the next audit."""

from dataclasses import replace

from auditor.collect.diff import compare
from auditor.model.finding import Dial
from auditor.model.redaction import Redaction
from auditor.model.report import Status
from auditor.model.visibility import Visibility
from auditor.report.diff import diff
from auditor.report.lookup import lookup
from auditor.report.redact import joint, redact_both
from tests.report.conftest import DIALS


def differences(before, after):
    return diff(before, after, compare(before, after))


def settled(report):
    """Nobody finds anything any more; the phone number of p1 is gone."""
    views = {
        viewer: replace(view, findings=(), dials=DIALS | {"fraud": Dial(value=0, grade="A")})
        for viewer, view in report.views.items()
    }
    facts = tuple(each for each in report.facts if each.id != "f5")
    return replace(report, views=views, facts=facts)


def whole(report):
    """All of it could be read."""
    sources = (replace(each, status=Status.READ) for each in report.sources)
    return replace(report, sources=tuple(sources))


def without(report, source):
    """The mandate does not name the source."""
    return replace(
        report,
        sources=tuple(each for each in report.sources if each.id != source),
        records=tuple(each for each in report.records if each.source != source),
        facts=tuple(each for each in report.facts if each.source != source),
    )


def failing(report, source):
    """The source could not be read."""
    sources = tuple(
        replace(each, status=Status.FAILED if each.id == source else each.status)
        for each in report.sources
    )
    return replace(without(report, source), sources=sources)


def changed(report):
    """What is gone, what is new, what is seen by others, a source that failed and one that left."""
    facts = {each.id: each for each in report.facts}
    facts["f2"] = replace(facts["f2"], visibility=Visibility.CONTACTS)
    facts["f9"] = replace(facts["f9"], visibility=Visibility.ME)
    facts["f7"] = replace(facts["f7"], value="Corentin", quote="avec Corentin au phare")
    after = replace(
        settled(report), facts=tuple(each for each in facts.values() if each.id != "f5")
    )
    return without(failing(after, "p2"), "p3")


def told(before, after, language="en", mode=Redaction.OTHERS):
    drawn = redact_both((differences(before, after), joint(before, after)), (before, after), mode)
    return drawn[0], lookup(drawn[1], language)
