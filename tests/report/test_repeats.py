"""What is told once."""

from dataclasses import replace

from auditor.model.viewer import Viewer
from auditor.report import labels
from auditor.report.lookup import lookup
from auditor.report.panels import panel
from auditor.report.repeats import Repeats, repeats


def found(report):
    book = lookup(report, "en")
    return repeats([panel(book, viewer) for viewer in labels.VIEWERS if viewer in report.views])


def test_what_is_the_same_is_told_where_it_is_first(report):
    told = found(report)
    assert told[Viewer.MEMBER] == Repeats()
    assert told[Viewer.ME] == Repeats(remedies=Viewer.MEMBER, doubts=Viewer.MEMBER)


def test_what_differs_is_told_again(report):
    other = replace(report.views[Viewer.CONTACT], remedies=(), namesakes=())
    told = found(replace(report, views={**report.views, Viewer.CONTACT: other}))
    assert told[Viewer.CONTACT] == Repeats()
    assert told[Viewer.ME] == Repeats()
