"""The screening rules that are shipped: against the catalogue, the grammar and their own examples."""

import ast
import datetime
import re
from dataclasses import replace

import pytest

from auditor.errors import PackError
from auditor.model.screening_rule import Place, Seen, Standing, Table
from auditor.resources.folders import folder
from auditor.screening.columns import columns
from auditor.screening.examples import failures
from auditor.screening.expression import parse
from auditor.screening.load import jurisdiction, rules
from auditor.screening.names import NAMES

FOLDER = folder("rules") / "screening"
RULES = {rule.code: rule for rule in rules(FOLDER)}
UNDER = {place: jurisdiction(FOLDER, place, lambda _: ()) for place in Place}
CARDS = {place: under.card for place, under in UNDER.items()}
each_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)

CATALOGUE = {
    "H-01": (5, "FR"),
    "H-02": (5, "EU UK DE"),
    "H-03": (4, "FR BE DE CH QC EU"),
    "H-04": (5, "all"),
    "H-05": (4, "FR EU QC CH BE"),
    "H-06": (4, "FR"),
    "H-07": (3, "FR"),
    "H-08": (4, "DE"),
    "H-09": (5, "US CA UK EU"),
    "H-10": (4, "US"),
    "H-11": (4, "US"),
    "H-12": (4, "all"),
    "H-13": (3, "all"),
    "H-14": (5, "EU FR DE BE"),
    "H-15": (3, "FR"),
    "H-16": (4, "all"),
    "H-17": (3, "all"),
    "H-18": (3, "all"),
    "H-19": (3, "all"),
    "H-20": (4, "QC"),
    "H-21": (2, "all"),
    "H-22": (4, "EU FR DE BE UK"),
}
"""Severity and scope of the catalogue that the rules were written from."""
LIGHTER = {("H-03", "CH"): 3, ("H-05", "CH"): 3}
"""Where a rule weighs less than elsewhere, because it is debated there."""
FIRST = datetime.date(1964, 7, 2)
"""No text that a rule rests on is older than the US Civil Rights Act."""
ALWAYS = datetime.date(2000, 1, 1)
"""From when practice holds, which no text dates."""
DAYS = {"looked_at": Table.LOOKS, "notice_at": Table.LOOKS}
DAYS |= {"last_contact_on": Table.CANDIDATES, "decided_on": Table.CANDIDATES}


def cases(rule):
    return [*rule.examples.fires, *rule.examples.silent, *rule.examples.cannot_tell]


def holds_in(rule, place):
    return bool(set(CARDS[place].packs) & set(rule.laws))


def test_there_are_the_rules_of_the_catalogue_each_in_a_file_of_its_name():
    assert list(RULES) == list(CATALOGUE)
    stems = {path.stem for path in (FOLDER / "laws").iterdir()}
    assert {rule.id for rule in RULES.values()} == {f"screening.{stem}" for stem in stems}


@each_rule
def test_severity_and_scope_are_those_of_the_catalogue(rule):
    severity, scope = CATALOGUE[rule.code]
    assert rule.severity == severity
    if scope == "all":
        assert "all" in rule.laws  # a text of a place beside it does not widen the scope
    else:
        assert set(rule.laws) == set(scope.split())
    weights = {(rule.code, pack): law.severity for pack, law in rule.laws.items() if law.severity}
    assert weights == {key: weight for key, weight in LIGHTER.items() if key[0] == rule.code}


@each_rule
def test_what_has_no_law_anywhere_is_practice_and_says_so(rule):
    for pack, law in rule.laws.items():
        assert (pack == "all") == (law.standing is Standing.PRACTICE)
        assert (pack == "all") == law.article.startswith("cf. ")
        assert pack != "all" or (law.since == ALWAYS and law.note)


@each_rule
def test_a_law_is_dated_sourced_and_owns_to_memory(rule):
    for pack, law in rule.laws.items():
        assert FIRST <= law.since <= law.checked_on, pack
        assert law.article
        assert law.source
        assert law.source != "from memory" or law.seen is Seen.MEMORY, pack
        assert set(law.note) in (set(), {"en", "fr"}), pack
        if (law.since.month, law.since.day) == (1, 1) and law.standing is not Standing.PRACTICE:
            assert law.note or law.seen is Seen.TEXT, "a first of January may stand for a year"


@each_rule
def test_it_is_said_in_both_languages_and_alike(rule):
    for said in (rule.title, rule.why, rule.do):
        assert set(said) == {"en", "fr"}
        assert all(said.values())
    assert len(rule.do["en"]) == len(rule.do["fr"])
    assert all(len(title) <= 80 and not title.endswith(".") for title in rule.title.values())
    assert all(why.endswith(".") for why in rule.why.values())
    assert not any(step.endswith(".") for steps in rule.do.values() for step in steps)


def spoken(rule, language):
    notes = [law.note.get(language, "") for law in rule.laws.values()]
    return [rule.title[language], rule.why[language], *rule.do[language], *notes]


@each_rule
def test_french_signs_are_written_with_plain_spaces_and_english_ones_without(rule):
    assert not [each for each in spoken(rule, "fr") if re.search(r"[^\s\d][;:!?»](\s|$)", each)]
    assert not [each for each in spoken(rule, "en") if re.search(r"\s[;:!?]", each)]
    assert not [each for lang in ("fr", "en") for each in spoken(rule, lang) if "\u00a0" in each]


@each_rule
def test_a_check_says_nothing_but_names_and_words_of_the_columns(rule):
    """A name that is misspelt would be taken for a word, and never hold."""
    words = {
        word
        for table in Table
        for column in columns(table).values()
        for word in (*column.choices, *column.words)
    }
    said = {node.id for node in ast.walk(ast.parse(rule.check)) if isinstance(node, ast.Name)}
    assert said <= NAMES.keys() | words
    assert said & NAMES.keys()


@each_rule
def test_what_is_due_counts_from_a_day_that_its_rows_have(rule):
    tables = {NAMES[name].table for name in parse(rule.check).names}
    assert rule.by.after == "on" or DAYS[rule.by.after] in tables
    assert rule.by.months >= 0 <= rule.by.days
    assert rule.by.source.split(":")[0] in {"law", "guidance", "house advice"}


@each_rule
def test_examples_show_the_whole_scope_and_near_misses_within_it(rule):
    assert len(rule.examples.fires) >= 2
    assert len(rule.examples.silent) >= 2
    assert rule.examples.cannot_tell
    assert {place for place in Place if holds_in(rule, place)} <= {
        case.place for case in cases(rule)
    }
    assert any(holds_in(rule, case.place) for case in rule.examples.silent)
    assert len(set(map(str, cases(rule)))) == len(cases(rule))


def test_the_examples_hold():
    assert list(failures(UNDER)) == []


def wrong(rule):
    """The places where the examples of a rule, changed, do not come out."""
    return list(failures({place: replace(each, rules=(rule,)) for place, each in UNDER.items()}))


def altered(check):
    """The check with one thing in it changed: a part left out or turned round, a number moved, a word left out."""
    tree = ast.parse(check, mode="eval")
    yield f"not ({check})"
    for node in ast.walk(tree):
        match node:
            case ast.BoolOp(values=values):
                for index, left_out in enumerate(values):
                    del values[index]
                    yield ast.unparse(ast.fix_missing_locations(tree))
                    values.insert(index, left_out)
            case ast.Constant(value=int() | float() as number):
                step = 1 if isinstance(number, int) else 0.01
                for moved in (number - step, number + step):
                    node.value = round(moved, 2)
                    yield ast.unparse(tree)
                node.value = number
            case ast.Tuple(elts=words):
                for index, left_out in enumerate(words):
                    del words[index]
                    yield ast.unparse(tree)
                    words.insert(index, left_out)


@each_rule
def test_the_examples_pin_each_part_of_the_check(rule):
    for check in altered(rule.check):
        assert wrong(replace(rule, check=check)), check


@each_rule
def test_the_examples_notice_a_law_that_is_gone(rule):
    """Somewhere the rule would fall silent: no law that a scope rests on is without an example."""
    _, scope = CATALOGUE[rule.code]
    for pack in scope.split():
        places = [place for place in Place if set(CARDS[place].packs) & set(rule.laws) == {pack}]
        kept = {key: law for key, law in rule.laws.items() if key != pack}
        if places and kept:
            shown = {case.place for case in (*rule.examples.fires, *rule.examples.cannot_tell)}
            assert shown & set(places), pack
            assert wrong(replace(rule, laws=kept)), pack


def test_a_word_for_a_name_is_what_the_grammar_would_let_pass():
    """Why the words of a check are looked at here: the grammar takes an unknown name for a word."""
    assert parse("source == personal_netwrok").names == ("source",)
    with pytest.raises(PackError):
        parse("personal_netwrok")
