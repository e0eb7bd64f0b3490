"""The inventory shows every kind there is: a fact that is kept is a fact that is shown."""

from dataclasses import replace

import pytest

from auditor.assess.kinds import kinds
from auditor.model.redaction import Redaction
from auditor.report import annex, html, labels
from auditor.report.lookup import lookup
from auditor.resources.folders import folder
from tests.report.conftest import fact

VOCABULARY = kinds(folder("rules"))


@pytest.fixture
def full(report):
    """The small report, with a fact of every kind."""
    facts = [fact(f"k-{kind}", "p1#owner", kind, f"value of {kind}") for kind in VOCABULARY]
    return replace(report, facts=(*report.facts, *facts), kinds=VOCABULARY)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_kind_has_its_shelf_in_its_family(full, language):
    book = lookup(full, language)
    shown = {
        (family, shelf.kind)
        for family, shelves in annex.inventory(book).items()
        for shelf in shelves
    }
    families = {each: book.words(labels.FAMILIES[each]) for each in labels.FAMILIES}
    assert shown == {(families[each.family], book.kind(each.id)) for each in VOCABULARY.values()}


def test_every_kind_stands_in_the_subjects_own_page(full):
    page = html.render(full, language="en", redact=Redaction.OTHERS).decode()
    inventory = page.partition('id="inventory"')[2].partition("</section>")[0]
    hidden = [each for each in VOCABULARY if f"value of {each}" not in inventory]
    # The values of kinds that name or reach other people are masked; their shelf stands all the same.
    assert [each for each in hidden if not VOCABULARY[each].others] == []
