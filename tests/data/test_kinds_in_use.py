"""The vocabulary held to its word: what it names is found and made use of, and nothing else is named."""

import ast
import inspect
import re
from pathlib import Path

import pytest

from auditor import kits
from auditor.assess.kinds import kinds
from auditor.assess.load import load
from auditor.extract.recognizers import RECOGNIZERS
from auditor.link.weights import Weights
from auditor.model.rule import KindOrigin, Need
from auditor.resources import read

ROOT = Path(__file__).resolve().parents[2]
VOCABULARY = kinds(ROOT / "rules")
SAID = [each.id for each in VOCABULARY.values() if KindOrigin.TEXT in each.origin]
ANY_KIND = {"field", "metadata", "inferred"}
"""They find whatever kind a field, a file or other facts tell: the kind's origin says so."""


@pytest.fixture(scope="module")
def found() -> dict[str, frozenset[str]]:
    """What each recognizer finds, by its name."""
    cues = {each.written.id: frozenset({each.written.kind}) for each in kits.cues().recognizers}
    return {name: frozenset(each.kinds) for name, each in kits.listed().items()} | cues


def asked(need: Need) -> set[str]:
    """The kinds a condition asks for."""
    inner = (*need.all, *need.any, *need.none)
    return {need.kind or ""}.union(*map(asked, inner)) - {""}


def compared() -> set[str]:
    """The kinds that comparisons, guards and inferences of linking name."""
    trees = (ast.parse(path.read_text("utf-8")) for path in (ROOT / "auditor/link").rglob("*.py"))
    words = {
        each.value for tree in trees for each in ast.walk(tree) if isinstance(each, ast.Constant)
    }
    grave = read.load(ROOT / "rules/linking.yml", Weights).matters
    words |= {kind for kinds_ in grave.values() for kind in kinds_}
    return {each for each in words if isinstance(each, str)} & set(VOCABULARY)


@pytest.mark.parametrize("kind", SAID)
def test_what_is_said_in_words_has_a_recognizer(
    kind: str, found: dict[str, frozenset[str]]
) -> None:
    assert [name for name, kinds_ in found.items() if kind in kinds_]


def test_a_recognizer_finds_kinds_that_exist_and_are_said(found: dict[str, frozenset[str]]) -> None:
    named = {(name, kind) for name, kinds_ in found.items() for kind in kinds_}
    assert sorted(each for each in named if each[1] not in VOCABULARY) == []
    cues = {each.written.id for each in kits.cues().recognizers}
    spoken = {each for each in named if each[0] in cues or each[0] in RECOGNIZERS}
    # A dated wish is also a comment under somebody's post, which is no words of theirs.
    assert sorted(each for each in spoken if each[1] not in SAID) == [("wishes", "public_comment")]


def test_a_recognizer_in_python_says_what_it_finds_and_answers() -> None:
    listed = kits.listed()
    assert {name for name, each in listed.items() if not each.kinds} == ANY_KIND
    assert [name for name, each in listed.items() if set(each.reads) != {"fr", "en"}] == []
    for name, recognizer in RECOGNIZERS.items():
        written = set(re.findall(r'kind="(\w+)"', inspect.getsource(recognizer)))
        assert written <= set(listed[name].kinds), name


def test_every_recognizer_answers_in_both_languages() -> None:
    reads = kits.reads(kits.for_text("fr", "none"))
    assert set(RECOGNIZERS) <= set(reads)
    assert [name for name, each in reads.items() if not (each.get("fr") and each.get("en"))] == []


@pytest.mark.parametrize("kind", sorted(set(VOCABULARY) - set(SAID)))
def test_what_is_not_said_in_words_comes_from_elsewhere(kind: str) -> None:
    assert VOCABULARY[kind].origin


def test_every_kind_serves_a_rule_a_comparison_an_inference_or_the_inventory() -> None:
    ruled = set().union(*(asked(rule.needs) for rule in load(ROOT / "rules")))
    shown = {each.id for each in VOCABULARY.values() if each.inventory}
    assert sorted(set(VOCABULARY) - ruled - compared() - shown) == []
    assert sorted(shown & ruled) == [], "a rule uses them now: take off `inventory: true`"
