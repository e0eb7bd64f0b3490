"""What would break the chain, as a reader sees it: each thing to do once."""

from dataclasses import replace

from auditor.model.portrait import Edit, Remedy
from auditor.model.viewer import Viewer
from auditor.report.lookup import lookup
from auditor.report.remedies import remedies


def shown(report, *facts, action="rename"):
    """The edits of one remedy that takes these facts back, of the account of p1 and its feed."""
    first = report.facts[0]
    known = tuple(replace(first, **each) for each in facts)
    feed = replace(report.records[0], id="feed#owner", source="p4")
    efforts = ("easy", "medium", "hard")
    edits = tuple(
        Edit(fact=each.id, action=action, effort=effort, by_whom="subject")
        for each, effort in zip(known, efforts, strict=False)
    )
    view = replace(
        report.views[Viewer.MEMBER], remedies=(Remedy(edits=edits, breaks=("p2#loic-t",)),)
    )
    more = replace(
        report,
        facts=(*known, *report.facts),
        records=(*report.records, feed),
        views={Viewer.MEMBER: view},
    )
    return remedies(lookup(more, "en"), Viewer.MEMBER)[0].edits


def test_an_account_read_twice_is_edited_once_with_the_harder_effort(report):
    here = {"id": "x1", "kind": "username", "value": "loic_tr", "quote": "loic_tr"}
    there = {**here, "id": "x2", "record": "feed#owner", "source": "p4"}
    ((action, fact, effort),) = shown(report, here, there)
    assert (action, fact.quote, effort) == ("rename", "loic_tr", "some time")


def test_a_name_that_gives_several_kinds_is_edited_once_as_the_whole_name(report):
    given = {"id": "x1", "kind": "first_name", "value": "loïc", "quote": "Loïc Tréhardel"}
    whole = {**given, "id": "x2", "kind": "full_name", "value": "loïc tréhardel"}
    ((_, fact, _),) = shown(report, given, whole)
    assert fact.kind == "full name"


def test_two_kinds_that_are_hidden_in_two_places_stay_two_edits(report):
    home = {"id": "x1", "kind": "home_commune", "value": "Nantes", "quote": "Nantes"}
    seen = {**home, "id": "x2", "kind": "geotag"}
    assert len(shown(report, home, seen, action="hide")) == 2


def test_a_viewer_who_is_not_in_the_report_has_none(report):
    views = {Viewer.MEMBER: report.views[Viewer.MEMBER]}
    assert remedies(lookup(replace(report, views=views), "en"), Viewer.SEARCH) == ()
