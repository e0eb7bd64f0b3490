"""auditor/extract/entities/named.py, trimming.py, called.py"""

import time

import pytest

from auditor.extract.entities.find import structured
from auditor.extract.entities.named import with_names


@pytest.fixture(scope="session")
def named(words):
    """The names of a text, when a model finds the given words: (type, words of the text)."""

    def find(text, *spans):
        model = [(text.index(span), text.index(span) + len(span), label) for span, label in spans]
        found = structured(text, regions=("FR", "GB"), lexicon=words)
        merged = with_names(text, found, model, words)
        kinds = {"person", "place", "organisation"}
        return [(each.type, text[each.start : each.end]) for each in merged if each.type in kinds]

    return find


@pytest.mark.parametrize(
    ("text", "spans", "kept"),
    [
        ("avec Mme Nora Kerven.", [("Mme Nora Kerven.", "PER")], [("person", "Nora Kerven")]),
        ("Nora's dog", [("Nora's", "PER")], [("person", "Nora")]),
        ("Nora Kerven", [("Nora", "PER"), ("Kerven", "PER")], [("person", "Nora Kerven")]),
        ("par I. KERVEN", [("KERVEN", "PER")], [("person", "I. KERVEN")]),
        ("Nora M. Kerven", [("Nora", "PER"), ("Kerven", "PER")], [("person", "Nora M. Kerven")]),
        ("Dr U. WERTER, cardiologue", [], [("person", "U. WERTER")]),
        ("my name is Rubija", [("Rubija", "ORG")], [("person", "Rubija")]),
        ("Nom : Le Goff Tariq\n", [], [("person", "Le Goff Tariq")]),
        ("Nora Kerven\nMairie", [("Nora Kerven\nMairie", "PER")], [("person", "Nora Kerven"), ("person", "Mairie")]),
        ("vu à La Rochelle", [("La Rochelle", "LOC")], [("place", "La Rochelle")]),
        ("Southern Tunisia", [("Southern Tunisia", "LOC")], [("place", "Tunisia")]),
        ("Hôpital Bichat-Kerven", [("Hôpital", "ORG"), ("Bichat-Kerven", "PER")], [("organisation", "Hôpital Bichat-Kerven")]),
        ("Bertha Inc recrute", [("Bertha Inc", "PER")], [("organisation", "Bertha Inc")]),
        ("the French Embassy", [("French Embassy", "ORG")], [("organisation", "French Embassy")]),
        ("nora et tariq", [("nora", "PER")], [("person", "nora")]),
    ],
)  # fmt: skip
def test_it_puts_a_model_right(named, text, spans, kept):
    assert named(text, *spans) == kept


@pytest.mark.parametrize(
    ("text", "span", "label"),
    [
        ("antelope, camels", "antelope", "LOC"),
        ("IPP : 8012939402", "IPP", "ORG"),
        ("nora@mail.example", "nora", "PER"),
        ("12 rue des Lilas, 44000 Nantes", "Nantes", "LOC"),
        ("Alors on y va", "Alors", "PER"),
        ("!!", "!!", "ORG"),
        ("40mg SOL INJ", "SOL", "PER"),
    ],
)
def test_it_drops_what_is_no_name(named, text, span, label):
    assert named(text, (span, label)) == []


def test_places_are_called_by_the_gazetteer(words):
    (found,) = with_names("Londres", [], [(0, 7, "LOC")], words)
    assert (found.value, found.why) == ("london", "gazetteer")


def test_an_empty_or_wild_span_does_no_harm(words):
    assert with_names("", [], [], words) == []
    assert with_names("a", [], [(0, 1, "PER"), (0, 0, "LOC")], words) == []


def test_an_office_is_no_name(named):
    assert named("Madame la Présidente, je voudrais parler.") == []
    assert named("President Kerven", ("President Kerven", "PER")) == [("person", "Kerven")]


@pytest.mark.parametrize("probe", ["Dr A ", "Nom : A", "M. ", "A. ", "Nora Kerven ", "( ", "a\n"])
def test_it_is_quick_on_hostile_text(words, probe):
    text = probe * (100_000 // len(probe))
    found = structured(text, regions=("FR",), lexicon=words)
    spans = [(at, at + 4, "PER") for at in range(0, 20_000, 5)]
    began = time.process_time()
    with_names(text, found, spans, words)
    assert time.process_time() - began <= 2
