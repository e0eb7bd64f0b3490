"""The truth of a case: read whole or refused with all its faults; names of records as pages write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import PackError
from auditor.model.viewer import Viewer
from auditor.resources.folders import folder
from auditor.workshop.cases import playable
from auditor.workshop.truth import Join, is_named, record_id, truth

START = "subject: {name: Ada Fictive}\n"
SAME = 'joins:\n  - {pattern: JP-02, kind: same, left: "a#owner", right: "b#Ada F.", seen_from: search, of: subject, why: x}\n'


def written(where, text):
    (where / "truth.yml").write_text(text, encoding="utf-8")
    return where


@pytest.mark.parametrize("name", playable())
def test_every_sample_is_read(name):
    found = truth(folder("samples") / name)
    assert found.subject["name"]
    assert all(isinstance(each.seen_from, Viewer) for each in found.joins)


def test_what_an_inference_follows_from_is_kept():
    found = truth(folder("samples") / "marc-l")
    (one,) = [each for each in found.joins if each.kind is Join.INFERENCE]
    assert one.origins == ("p1c#Loïc Tréhardel", "p1d#Loïc Tréhardel")
    assert one.gives == "birth_date 1980-03-17"


@pytest.mark.parametrize(("text", "said"), [
    ("", "truth.yml"),
    ("subject: [", "not valid YAML"),
    ("subjekt: {name: x}\n", "subject"),
    (START + SAME.replace("same", "perhaps"), "truth.yml:3: joins.0.kind"),
    (START + SAME.replace("search", "everyone"), "joins.0.seen_from"),
    (START + SAME.replace('left: "a#owner", ', ""), "joins.0: left missing"),
    (START + SAME.replace("same", "absent"), "joins.0: source missing"),
    (START + SAME.replace("same", "inference"), "from and gives missing"),
    (START + SAME.replace("pattern", "patern"), "pattern"),
    (START + "joins: 3\n", "joins"),
    (START + "a: &x [1]\nb: *x\n", "alias"),
])  # fmt: skip
def test_a_faulty_truth_is_refused_with_its_place(tmp_path, text, said):
    with pytest.raises(PackError, match=r"truth\.yml") as refused:
        truth(written(tmp_path, text))
    assert said in str(refused.value)


def test_all_faults_are_told_at_once(tmp_path):
    broken = SAME + SAME.removeprefix("joins:\n").replace("search", "nobody")
    with pytest.raises(PackError) as refused:
        truth(written(tmp_path, START + broken.replace("same", "perhaps", 1)))
    assert len(str(refused.value).splitlines()) == 2


def test_the_faults_quote_nobody(tmp_path):
    with pytest.raises(PackError) as refused:
        truth(written(tmp_path, START + SAME.replace("kind: same", "kind: Ada Fictive")))
    assert "Ada" not in str(refused.value)


@pytest.mark.parametrize(("named", "record"), [
    ("p1b#Loïc T.", "p1b#loic-t"),
    ("p1a#owner", "p1a#owner"),
    ("p4a#DESROSIERS LEMELIN Maika", "p4a#desrosiers-lemelin-maika"),
])  # fmt: skip
def test_a_record_is_named_as_the_page_writes_it(named, record):
    assert record_id(named) == record


@given(st.integers(min_value=0, max_value=999))
def test_a_row_of_a_list_bears_the_name_too(row):
    assert is_named(f"p1e#loic-trehardel-{row}", "p1e#loic-trehardel")
    assert not is_named(f"p1e#loic-trehardel-{row}-b", "p1e#loic-trehardel")
    assert not is_named("p1e#loic-trehardel-aine", "p1e#loic-trehardel")
