"""The map of joins as a tree."""

from dataclasses import replace

from auditor.model.link import Band
from auditor.model.portrait import Portrait, Step
from auditor.model.viewer import Viewer
from auditor.report.chain import steps
from auditor.report.charts.joins import Shape, joins
from auditor.report.lookup import lookup


def nodes(report, viewer=Viewer.MEMBER, walk=None):
    view = report.views[viewer]
    view = replace(view, portrait=walk) if walk else view
    book = lookup(replace(report, views={**report.views, viewer: view}), "en")
    return {each.key: each for each in joins(book, view, steps(book, view))}


def test_a_join_hangs_on_the_other_side_of_its_link(report):
    found = nodes(report)
    join = found["p2#loic-t"]
    assert list(found) == ["p1#owner", "p2#loic-t", "made-1"]
    assert (join.parent, join.number, join.band, join.shape) == (
        "p1#owner",
        1,
        Band.NEAR_CERTAIN,
        Shape.PAGE,
    )
    assert join.told == ("near-certain", "14.2 bits")
    assert found["p1#owner"].shape is Shape.ACCOUNT


def test_what_follows_hangs_where_its_facts_stand(report):
    made = nodes(report)["made-1"]
    assert (made.parent, made.shape, made.name, made.place) == (
        "p2#loic-t",
        Shape.MADE,
        "1980",
        "birth year",
    )


def test_pages_of_others_hang_on_what_they_lead_to(report):
    walk = report.views[Viewer.MEMBER].portrait
    join, made = walk.steps
    found = nodes(report, walk=replace(walk, steps=(replace(join, through=("p2#owner",)), made)))
    assert found["p2#loic-t"].through == ("p2#owner",)
    assert (found["p2#owner"].shape, found["p2#owner"].parent) == (Shape.OTHER, None)


def test_a_walk_from_a_cv_begins_with_it(report):
    found = nodes(report, walk=Portrait(start="cv", steps=(
        Step(record="p1#owner", by=(), quotes=(), bits=12.0),)))  # fmt: skip
    assert found["cv"].name == "what your CV says"
    assert found["p1#owner"].parent == "cv"


def test_a_walk_that_returns_to_its_start_draws_no_ring(report):
    step = Step(record="p2#loic-t", by=("p1#owner~p2#loic-t",), quotes=(), bits=1.0)
    walk = Portrait(start="p1#owner", steps=(step, replace(step, record="p1#owner"), step))
    assert list(nodes(report, walk=walk)) == ["p1#owner", "p2#loic-t"]


def test_a_walk_of_no_step_has_no_map(report):
    assert nodes(report, walk=Portrait(start="p1#owner")) == {}
