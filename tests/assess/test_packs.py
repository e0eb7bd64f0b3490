"""Every rule we ship."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from auditor.assess.aging import aged, limit
from auditor.assess.examples import broken
from auditor.assess.load import load_rule, rule_files
from auditor.model.rule import DIALS, Need

RULES = Path(__file__).parents[2] / "rules"
FILES = rule_files(RULES)
SCHEMA = json.loads((RULES / "schema.json").read_text(encoding="utf-8"))
PACKS = {"A": "advertising", "I": "identity", **DIALS}
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@each_file
def test_the_examples_hold(path, vocabulary, shipped_scale):
    rule = load_rule(path, vocabulary)
    assert list(map(str, broken(rule, vocabulary, shipped_scale.floor.value))) == []


@each_file
def test_near_misses_stay_silent_by_visibility_and_by_kind(path, vocabulary):
    rule = load_rule(path, vocabulary)
    fires = [frozenset(each) for each in rule.examples.fires]
    by_kinds = {frozenset(one.kind for one in each) for each in fires}
    silent = [frozenset(each) for each in rule.examples.silent]
    # What the account alone sees has no level below it.
    assert not levelled(rule.needs) or any(
        frozenset(one.kind for one in each) in by_kinds for each in silent
    )
    assert any(frozenset(one.kind for one in each) not in by_kinds for each in silent)


def levelled(need: Need) -> bool:
    """Does a condition ask for a level?"""
    return need.visible_to is not None or any(map(levelled, (*need.all, *need.any, *need.none)))


@each_file
def test_the_schema_accepts_it(path):
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(json.dumps(data, default=str)))


@each_file
def test_it_stands_in_the_pack_of_its_letter(path, vocabulary):
    rule = load_rule(path, vocabulary)
    assert path.parent.name == PACKS[rule.code[0]]
    assert rule.dial == DIALS.get(rule.code[0], rule.dial) in DIALS.values()


@each_file
def test_it_says_the_consequence_first_and_in_good_typography(path, vocabulary):
    rule = load_rule(path, vocabulary)
    assert rule.description["en"].startswith("Someone ")
    assert rule.description["fr"].startswith("Quelqu’un ")
    french = [rule.title["fr"], rule.description["fr"], *rule.advice["fr"]]
    english = [rule.title["en"], rule.description["en"], *rule.advice["en"]]
    assert not [
        text for text in french if re.search(r"[^\u00a0\u202f\s][:;?!»](\s|$)| [:;?!»]|« |'", text)
    ]
    assert not [text for text in english if "'" in text]


@each_file
def test_the_languages_have_as_many_steps(path, vocabulary):
    advice = load_rule(path, vocabulary).advice
    assert len(advice["fr"]) == len(advice["en"])


def test_codes_are_in_order_and_unique(shipped):
    codes = [rule.code for rule in shipped]
    assert len(codes) == len(set(codes)) == 73
    assert codes == sorted(codes)
    assert "E-13" not in codes  # advice, never a finding


def test_nothing_that_is_shipped_is_overdue(shipped):
    newest = max(rule.checked_on for rule in shipped)
    assert list(aged(shipped, newest, limit(RULES))) == []


def test_in_danger_the_first_step_is_help(shipped):
    (rule,) = (rule for rule in shipped if rule.code == "S-06")
    assert "contact a specialised service first" in rule.advice["en"][0]
