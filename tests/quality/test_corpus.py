"""The corpus is what its method says it is."""

from collections import Counter

import pytest

from auditor.assess.kinds import kinds
from auditor.resources.folders import folder
from tests.quality.dossiers import dossiers
from tests.quality.score import corpus

KINDS = kinds(folder("rules"))
TRAPS = {
    "other_person",
    "negation",
    "irrealis",
    "quote",
    "homograph",
    "advice_news",
    "bot_ad",
    "truncated",
}
PARTS = {part: list(corpus(part)) for part in ("dev", "test")}


@pytest.mark.parametrize("part", PARTS)
def test_sentences_are_told_apart_and_quote_themselves(part):
    sentences = PARTS[part]
    assert len({each.id for each in sentences}) == len(sentences)
    assert len({each.text for each in sentences}) == len(sentences)
    assert all(fact["quote"] in each.text for each in sentences for fact in each.facts)
    assert {fact["kind"] for each in sentences for fact in each.facts} <= set(KINDS)


@pytest.mark.parametrize("part", PARTS)
def test_half_are_hard_negatives_of_eight_kinds(part):
    negatives = [each for each in PARTS[part] if each.trap]
    assert 0.45 < len(negatives) / len(PARTS[part]) < 0.55
    shares = Counter(each.trap for each in negatives)
    assert set(shares) == TRAPS
    assert min(shares.values()) > 0.5 * max(shares.values())
    assert not [each.id for each in negatives if each.of in {f["kind"] for f in each.facts}]


def test_there_are_enough_and_in_both_languages():
    assert sum(map(len, PARTS.values())) >= 900
    languages = Counter(each.lang for each in PARTS["test"])
    assert min(languages.values()) >= 500


def test_the_test_part_shares_nothing_with_the_other():
    assert not {each.text for each in PARTS["dev"]} & {each.text for each in PARTS["test"]}


def test_dossiers_are_whole():
    found = list(dossiers())
    assert len(found) == 12
    for each in found:
        posts = {post["id"] for post in each["posts"]}
        assert len(posts) == 40
        assert {fact["kind"] for fact in each["facts"]} <= set(KINDS)
        assert {post for fact in each["facts"] for post in fact["posts"]} <= posts
        assert 25 <= len(each["facts"]) <= 30
