"""assess/kinds.py"""

import pytest

from auditor.assess.kinds import kinds
from auditor.errors import PackError
from auditor.model.rule import Sensitivity


def test_every_kind_is_named_in_both_languages(vocabulary):
    assert all(kind.name["fr"] and kind.name["en"] for kind in vocabulary.values())
    assert {kind.article for kind in vocabulary.values()} == {None, 9, 10}


@pytest.mark.parametrize("kind", ["relative", "ex_partner", "child_name", "third_party_address"])
def test_kinds_of_other_people_say_so(vocabulary, kind):
    assert vocabulary[kind].others


@pytest.mark.parametrize("kind", ["employer", "health", "tagged_by_other", "family_status"])
def test_kinds_of_the_person_do_not(vocabulary, kind):
    assert not vocabulary[kind].others


KIND = (
    "  - {id: age, family: identity, origin: [text], name: {fr: âge, en: age}, value: number, "
    "sensitivity: identifying, power: low, harms: [reidentification]}\n"
)


def read(folder, *listed):
    (folder / "facts.yml").write_text("kinds:\n" + "".join(listed), encoding="utf-8")
    return kinds(folder)


def test_a_kind_that_stands_twice_is_refused(tmp_path):
    with pytest.raises(PackError, match="twice: age"):
        read(tmp_path, KIND, KIND)


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ("origin: [text]", "origin: [hearsay]", "origin"),
        ("value: number", "value: figure", "value"),
        ("sensitivity: identifying, ", "", "sensitivity: missing"),
        ("power: low", "power: some", "power"),
        ("[reidentification]", "[boredom]", "harms"),
        ("[reidentification]", "[fraud, fraud]", "age: harms: name one at least, and each once"),
        ("origin: [text]", "origin: []", "age: origin: name one at least"),
        ("fr: âge, ", "", "age: no name in fr"),
        ("value: number", "article: 8, value: number", "age: article: 9, 10 or left out"),
        ("value: number", "article: 9, value: number", "age: sensitivity: special goes with"),
        ("identifying", "special", "age: sensitivity: special goes with"),
        ("value: number", "inventori: true, value: number", "did you mean inventory"),
    ],
)
def test_a_kind_that_is_no_kind_is_refused_by_its_line(tmp_path, was, becomes, told):
    other = KIND.replace("id: age", "id: other")
    with pytest.raises(PackError) as refused:
        read(tmp_path, other, KIND.replace(was, becomes))
    assert "facts.yml:3: " in str(refused.value)
    assert told in str(refused.value)


def test_what_articles_9_and_10_protect_is_special(vocabulary):
    special = {each.id for each in vocabulary.values() if each.sensitivity is Sensitivity.SPECIAL}
    assert special == {each.id for each in vocabulary.values() if each.article}
    assert all("discrimination" in vocabulary[each].harms for each in special)


def test_names_hold_their_whole_text(vocabulary):
    names = [name for each in vocabulary.values() for name in each.name.values()]
    assert [name for name in names if name.count("(") != name.count(")")] == []
