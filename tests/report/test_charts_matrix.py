"""Who sees what."""

from dataclasses import replace

from auditor.model.rule import Sensitivity
from auditor.model.viewer import Viewer
from auditor.report.charts.matrix import OPEN, matrix
from auditor.report.lookup import lookup
from tests.report.conftest import fact


def cells(report, kind):
    drawn = matrix(lookup(report, "en"))
    (row,) = [each for each in (*drawn.rows, *drawn.folded) if each.kind == kind]
    return {
        viewer: (cell.count, cell.level)
        for viewer, cell in zip(drawn.viewers, row.cells, strict=True)
    }


def test_each_viewer_learns_what_that_viewer_may_see(report):
    found = cells(report, "mobile phone")
    assert found[Viewer.SEARCH] == (0, 0)
    assert found[Viewer.ANYONE] == found[Viewer.ME] == (1, 1)


def test_a_thing_said_ten_times_is_one_thing(report):
    many = tuple(fact(f"n{at}", "p1#owner", "home_commune", "Nantes") for at in range(10))
    seen = replace(report.views[Viewer.ANYONE], facts=("f2", *(each.id for each in many)))
    more = replace(report, facts=(*report.facts, *many), views={Viewer.ANYONE: seen})
    assert cells(more, "home town") == {Viewer.ANYONE: (1, 1)}


def test_marks_tell_one_from_some_from_many(report):
    for count, level in ((1, 1), (2, 2), (4, 2), (5, 3)):
        many = tuple(
            fact(f"n{at}", "p1#owner", "email_personal", f"a{at}@b.example") for at in range(count)
        )
        seen = replace(report.views[Viewer.ANYONE], facts=tuple(each.id for each in many))
        more = replace(report, facts=many, views={Viewer.ANYONE: seen})
        assert cells(more, "personal e-mail") == {Viewer.ANYONE: (count, level)}


def test_the_most_telling_kinds_come_first_and_the_others_are_folded(report):
    kinds = {
        f"k{at:02}": replace(
            report.kinds["full_name"],
            id=f"k{at:02}",
            name={"en": f"kind {at:02}"},
            sensitivity=Sensitivity.SPECIAL if at > 20 else Sensitivity.PRIVATE,
        )
        for at in range(24)
    }
    facts = tuple(fact(f"n-{kind}", "p1#owner", kind, "x") for kind in kinds)
    seen = replace(report.views[Viewer.ANYONE], facts=tuple(each.id for each in facts))
    drawn = matrix(
        lookup(replace(report, facts=facts, kinds=kinds, views={Viewer.ANYONE: seen}), "en")
    )
    assert [each.kind for each in drawn.rows[:4]] == ["kind 21", "kind 22", "kind 23", "kind 00"]
    assert (len(drawn.rows), len(drawn.folded)) == (OPEN, 24 - OPEN)


def test_where_nothing_is_known_nothing_is_drawn(report):
    assert matrix(lookup(replace(report, views={}), "en")).rows == ()
