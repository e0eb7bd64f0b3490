"""The rules against the catalogue they were written from: the same conditions, severity, audience, tags."""

import re

import pytest
import yaml

from auditor.assess.load import load
from auditor.model.rule import Need
from auditor.model.visibility import Visibility
from auditor.resources.folders import folder, research_data

LEVELS = list(Visibility)
TOKEN = re.compile(r"[()&|]|!?[a-z_0-9]+(?:@\d)?(?:#\d+)?")
CONDITION = re.compile(r"(!?)([a-z_0-9]+?)(?:@(\d))?(?:#(\d+))?")
BEYOND = {"F-24", "A-01", "A-02", "A-03", "A-04", "I-01", "I-02", "I-03", "I-04", "I-05"}
"""Rules that the catalogue has not."""


def catalogue():
    data = research_data()
    path = data.parent / "knowledge" / "rules.yml" if data else None
    if path is None or not path.is_file():
        return {}
    rules = yaml.safe_load(path.read_text(encoding="utf-8"))["rules"]
    return {each["id"]: each for each in rules if "needs" in each}


CATALOGUE = catalogue()
RULES = {rule.code: rule for rule in load(folder("rules"))}
present = pytest.mark.skipif(not CATALOGUE, reason="the catalogue is not here")


class Parsed:
    """`a@3 & (b@3#2 | !c)` as nested tuples: (all|any|none, set), (kind, level, count)."""

    def __init__(self, text):
        self.tokens = TOKEN.findall(text)
        self.tree = self.expression()
        assert not self.tokens

    def expression(self):
        parts, signs = [self.atom()], set()
        while self.tokens and self.tokens[0] in "&|":
            signs.add(self.tokens.pop(0))
            parts.append(self.atom())
        assert len(signs) <= 1, "brackets are missing"
        return (("all" if "&" in signs else "any"), frozenset(parts)) if signs else parts[0]

    def atom(self):
        token = self.tokens.pop(0)
        if token == "(":
            inner = self.expression()
            assert self.tokens.pop(0) == ")"
            return inner
        absent, kind, level, count = CONDITION.fullmatch(token).groups()
        leaf = kind, LEVELS[int(level)] if level else None, int(count or 1)
        return ("none", frozenset([leaf])) if absent else leaf


def tree(need: Need):
    """A rule's conditions in the same form; a list of one is what it holds."""
    if need.kind:
        return need.kind, need.visible_to, need.count
    name = next(each for each in ("all", "any", "none") if getattr(need, each))
    inner = frozenset(map(tree, getattr(need, name)))
    return next(iter(inner)) if len(inner) == 1 and name != "none" else (name, inner)


def tag(name: str) -> str:
    """`T1589` is ATT&CK's, `F1029` is F3's; LINDDUN names itself."""
    head = {"T": "attack.", "F": "f3."}.get(name[0], "")
    return head + name.lower().replace("linddun-", "linddun.")


@present
def test_every_rule_of_the_catalogue_is_shipped_and_what_is_beyond_is_named():
    assert set(RULES) - set(CATALOGUE) == BEYOND
    assert set(CATALOGUE) - set(RULES) == set()


@present
@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_a_rule_asks_for_what_the_catalogue_asks(code):
    rule, written = RULES[code], CATALOGUE[code]
    assert tree(rule.needs) == Parsed(written["needs"]).tree
    assert rule.severity == written["sev"]
    assert list(rule.audience) == written["aud"]
    assert sorted(rule.tags) == sorted(map(tag, written.get("map", ())))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a@3", ("a", Visibility.MEMBERS, 1)),
        ("a & !b", ("all", frozenset([("a", None, 1), ("none", frozenset([("b", None, 1)]))]))),
        ("(a@3#2|b)", ("any", frozenset([("a", Visibility.MEMBERS, 2), ("b", None, 1)]))),
    ],
)
def test_the_catalogue_s_notation_is_read(text, expected):
    assert Parsed(text).tree == expected
