"""The portrait, step by step."""

from dataclasses import replace

import pytest

from auditor.model.viewer import Viewer
from auditor.report.chain import steps, unsure
from auditor.report.lookup import lookup


def test_a_step_shows_the_words_on_both_sides_heaviest_first(report):
    join, _ = steps(lookup(report, "en"), report.views[Viewer.MEMBER])
    assert (join.title, join.place, join.band) == ("Loïc T.", "amis", "near-certain")
    name, scene, work = join.levels
    assert (name.left, name.right, name.bits) == ("Loïc Tréhardel", "Loïc T.", "9.5 bits")
    assert scene.left == "Nantes 2008-05"
    assert (work.against, work.bits) == (True, "−3 bits")


def test_an_inference_names_what_it_rests_on(report):
    _, inferred = steps(lookup(report, "fr"), report.views[Viewer.MEMBER])
    assert (inferred.inferred, inferred.title) == (True, "année de naissance – 1980")
    assert inferred.quotes == ("né le 17 mars 1980",)


def test_a_step_that_a_narrower_viewer_makes_is_told_there(report):
    join, _ = steps(lookup(report, "en"), report.views[Viewer.ME])
    assert (join.known, join.levels) == (Viewer.MEMBER, ())


@pytest.mark.parametrize(("after", "told"), [(40, ("about 40 people still fit all this", "")),
                                             (1, ("about 40 people still fit all this",
                                                  "no more than one person fits all this"))])  # fmt: skip
def test_how_many_still_fit_is_told_where_a_step_changes_it(report, after, told):
    view = report.views[Viewer.MEMBER]
    join, inferred = view.portrait.steps
    walk = replace(view.portrait, steps=(replace(join, crowd=40), replace(inferred, crowd=after)))
    shown = steps(lookup(report, "en"), replace(view, portrait=walk))
    assert tuple(each.crowd for each in shown) == told


def test_without_a_portrait_there_are_no_steps(report):
    view = replace(report.views[Viewer.ME], portrait=None)
    assert steps(lookup(report, "en"), view) == ()


def test_open_pairs_say_why_they_stay_open(report):
    view = report.views[Viewer.MEMBER]
    (pair,) = unsure(lookup(report, "fr"), view, [view.links[1]])
    assert (pair.band, pair.why) == (
        "possible",
        "un seul indice ne suffit jamais à rapprocher deux profils",
    )
