"""The model of names: extract/nlp.py, extract/vectors.py and data/ner"""

import json
import re
import subprocess
import sys

import pytest

from auditor.extract import nlp
from auditor.resources.folders import folder

MODEL = folder("data") / "ner"
LARGEST = 10_000_000
MARKED = re.compile(r"\[([^\]]+)\]\((PER|LOC|ORG)\)")

HELD = """\
Hier soir [Maïka](PER) a chanté à [Douarnenez](LOC), quel souvenir.
Mon collègue [Tugdual Kerbrézec](PER) déménage à [Montpellier](LOC).
je pars vivre à [lyon](LOC) avec [samira](PER)
Ravi de rejoindre [Orlanet Conseil](ORG) comme chef de projet !
Merci à [Nolwenn](PER) et [Kofi](PER) pour le coup de main.
[Ayşe Demirkan](PER) expose à [Strasbourg](LOC) jusqu'en mars.
Bon anniversaire [Gonçalo](PER) 🎂
On a fêté les 40 ans de [Linh](PER) au bord du lac.
Mme [Okwuosa](PER) sera absente lundi.
Deux semaines au [Portugal](LOC) et retour au bureau.
Ma sœur [Agnieszka](PER) étudie à l'[université de Rennes](ORG).
Le [FC Quimper](ORG) a encore perdu, courage les gars.
Ma fille est entrée au [lycée Hélène Tréhardel](ORG).
Signé : [Priya Raghunel](PER), présidente de l'association.
La réunion est reportée à jeudi, désolé.
Grosse fatigue, vivement les vacances.
MERCI À TOUS POUR VOTRE SOUTIEN
Recette Du Jour : Soupe Aux Poireaux
Three weeks in [Scotland](LOC) with [Femke](PER), pure bliss.
My brother [Sanjay](PER) works at [Netflix](ORG).
happy birthday [wojciech](PER)!!
I grew up in [Halifax](LOC) and moved to [Bristol](LOC).
Photo by [Étienne Larochère](PER)
Dr [Nakamoura](PER) was so kind to us.
Catching up with [Yasmina](PER) and [Bram](PER) in [Leeds](LOC).
Nothing to do today, so bored.
How To Bake Bread In Three Steps
GOOD LUCK EVERYONE
"""
"""Own sentences, written for this test; nobody is called so."""


def gold(line):
    text, spans = "", set()
    at = 0
    for match in MARKED.finditer(line):
        text += line[at : match.start()]
        spans.add((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        at = match.end()
    return text + line[at:], spans


def f1(golds):
    found = nlp.pipe([text for text, _ in golds], MODEL)
    pairs = [
        ({each[:3] for each in got}, there) for got, (_, there) in zip(found, golds, strict=True)
    ]
    right = sum(len(got & there) for got, there in pairs)
    return 2 * right / sum(len(got) + len(there) for got, there in pairs)


def test_it_finds_names_where_they_stand():
    text = "Bonjour 😂😂 Hélène, c'est Loïc Tréhardel, on arrive à Nantes !"
    found = [(text[each.start : each.end], each.label) for each in nlp.entities(text, MODEL)]
    assert found == [("Hélène", "PER"), ("Loïc Tréhardel", "PER"), ("Nantes", "LOC")]


def test_a_find_says_how_often_such_finds_are_right():
    found = nlp.entities("Hier Hélène est partie à Nantes.", MODEL)
    assert all(each.score is not None and 0 < each.score < 1 for each in found)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "😂", "(((", "a" * 3_000, "12 %", "\u200b"])
def test_any_text_is_read(text):
    assert isinstance(nlp.entities(text, MODEL), list)


def test_it_finds_names_in_sentences_it_never_saw():
    assert f1([gold(line) for line in HELD.splitlines()]) >= 0.75


def test_many_texts_and_one_give_the_same():
    texts = [gold(line)[0] for line in HELD.splitlines()]
    assert list(nlp.pipe(texts, MODEL)) == [nlp.entities(text, MODEL) for text in texts]


def test_the_quick_way_counts_as_the_layers_do():
    import numpy as np
    import spacy

    from auditor.extract.vectors import Vectors

    slow = spacy.load(MODEL, vocab=nlp.language().vocab).get_pipe("ner").model.layers[0]
    _, marks = nlp.shipped(MODEL)
    docs = [marks.on(nlp.language().make_doc(gold(line)[0])) for line in HELD.splitlines()]
    assert np.allclose(slow.predict(docs), Vectors(slow).of(docs), atol=1e-4)


def test_it_keeps_no_text_it_was_trained_on():
    kept = json.loads((MODEL / "vocab" / "strings.json").read_text(encoding="utf-8"))
    assert sorted(kept) == ["LOC", "ORG", "PER"]


def test_it_is_small():
    assert sum(path.stat().st_size for path in MODEL.rglob("*") if path.is_file()) <= LARGEST


@pytest.mark.parametrize(
    "words", ["CC BY 4.0", "CC BY-SA 4.0", "CC0", "Licence Ouverte", "GeoNames", "WNUT", "Biases"]
)
def test_its_card_says_what_it_is_made_of(words):
    assert words in (MODEL / "README.md").read_text(encoding="utf-8")


def test_plain_spacy_loads_it():
    code = f"import spacy; print(spacy.load({str(MODEL)!r}).pipe_names)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "ner" in out.stdout


def test_an_installed_pipeline_that_is_missing_says_so():
    with pytest.raises(OSError, match="xx_not_installed"):
        nlp.load("xx_not_installed")


@pytest.mark.data
@pytest.mark.parametrize(("name", "least"), [("wnut", 0.38), ("btc", 0.50)])
def test_it_finds_names_in_real_posts(data_folder, name, least):
    from training.ner import corpora

    golds = corpora.without_handles(corpora.read(f"{name}.test"))
    assert f1([(each.text, set(each.spans)) for each in golds]) >= least
