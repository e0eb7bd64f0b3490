"""The figures of a group: what is counted, what is told, and that nothing of anybody comes through."""

import datetime
import html as escapes
import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import ResultError
from auditor.model.viewer import Viewer
from auditor.report.words import Words
from auditor.resources.folders import folder
from auditor.workshop.figures import html, result, text
from auditor.workshop.figures.cell import Told
from auditor.workshop.figures.figures import figures
from auditor.workshop.figures.group import Group, group
from auditor.workshop.figures.read import Reader, later_file
from auditor.workshop.figures.shape import schema
from tests.workshop.figures.made import NUMBER, SECRETS, book, files, person, rule

DAY = datetime.date(2026, 11, 26)
LETTERS = ("A", "B", "C", "D", "E")
NOBODY = {
    name: [0, 0, 0, 0, 0] for name in ("employer", "fraud", "safety", "people", "linkability")
}


def counted(size, dials=None, **codes):
    """A group by the counts of its rules: F_02=9."""
    rules = {rule(code.replace("_", "-")).id: many for code, many in codes.items()}
    grades = NOBODY | {name: [size, 0, 0, 0, 0] for name in NOBODY} | (dials or {})
    return Group(size=size, rules=rules, grades=grades)


def told(now, before=None):
    return figures(now, before, book(), Viewer.FRIEND_OF_FRIEND)


def of(found, code):
    return next(each for each in found.rules if each.rule.code == code)


def every_form(found, language="en"):
    words = Words(language=language)
    return (
        text.render(found, words).decode(),
        html.render(found, words, DAY).decode(),
        result.render(found, words, DAY).decode(),
    )


def test_people_are_counted_once_a_rule_and_once_a_dial():
    reports = [person((*SECRETS, "maiden_name")) for _ in range(3)] + [person(()) for _ in range(4)]
    found = group([each.views[Viewer.MEMBER] for each in reports], LETTERS)
    assert found.size == 7
    assert found.rules[rule("F-02").id] == 3
    assert all(sum(each) == 7 for each in found.grades.values())


def test_nine_of_fourteen_expose_an_answer_to_a_secret_question():
    found = told(counted(14, F_02=9, F_03=4, E_01=12))
    assert (of(found, "F-02").now.told, of(found, "F-02").now.people) == (Told.COUNT, 9)
    assert of(found, "F-03").now.told is Told.FEW
    assert of(found, "E-01").now.told is Told.NEARLY
    terminal, page, _ = every_form(found)
    for each in (terminal, page):
        assert "9 of 14" in each
        assert "nearly all" in each
        assert "4 of 14" not in each
        assert "12 of 14" not in each


def test_the_order_is_by_what_is_told_never_by_what_is_not():
    found = told(counted(20, F_02=6, E_01=12, L_01=12, F_03=4, S_01=1, K_06=19, L_02=16))
    codes = [each.rule.code for each in found.rules]
    assert codes[:5] == ["K-06", "L-02", "E-01", "L-01", "F-02"]
    assert codes[5:] == sorted(codes[5:])


def test_a_count_near_one_it_always_comes_with_is_not_told():
    """F-04 asks for all that F-03 asks: 9 and 8 would tell of one person without codes by text message."""
    near = told(counted(20, F_03=9, F_04=8))
    assert of(near, "F-04").now.told is Told.CLOSE
    assert of(near, "F-03").now.people == 9
    far = told(counted(20, F_03=13, F_04=7))
    assert of(far, "F-04").now.people == 7


@pytest.mark.parametrize("size", range(5, 9))
def test_of_a_group_under_nine_no_number_is_told(size):
    found = told(counted(size, F_02=size, dials={"fraud": [0, 0, size, 0, 0]}))
    assert {each.now.told for each in found.rules} == {Told.NOTHING}
    assert all(len(each.now) == 1 for each in found.dials)
    terminal, page, _ = every_form(found)
    assert terminal.splitlines()[3].startswith(
        "This group is too small for numbers: from 9 people on"
    )
    assert "too small" in page


def test_a_dial_that_would_tell_an_untold_risk_is_not_told():
    """Ten of twenty show a risk to people around them, and no such risk is told: nine rules could hold them."""
    spread = {"people": [10, 10, 0, 0, 0]}
    assert [
        len(each.now) for each in told(counted(20, dials=spread)).dials if each.name == "people"
    ] == [2]
    many = {
        "people": [10, 0, 0, 0, 30]
    }  # three risks each at least: more than these rules can hold untold
    assert [
        len(each.now) for each in told(counted(40, dials=many)).dials if each.name == "people"
    ] == [1]


def test_before_and_after_tell_what_five_people_or_more_changed():
    found = told(counted(20, F_02=6, E_01=11, F_03=8), counted(20, F_02=13, E_01=12, F_03=14))
    assert (of(found, "F-02").before.people, of(found, "F-02").now.people) == (13, 6)
    assert (of(found, "E-01").before.people, of(found, "E-01").now.told) == (12, Told.SAME)
    terminal, page, _ = every_form(found)
    assert "13 of 20 → 6 of 20" in terminal
    assert "12 of 20 → change not told" in terminal
    assert "11 of 20" not in terminal + page


RULES = sorted(each.code.replace("-", "_") for each in book().rules.values())


@settings(max_examples=25)
@given(
    st.integers(9, 25),
    st.dictionaries(st.sampled_from(RULES), st.integers(0, 25), max_size=20),
    st.sets(st.sampled_from(RULES), max_size=20),
)
def test_whoever_joins_a_group_that_is_known_tells_nothing_by_joining(size, counts, theirs):
    """Everybody else as before, one person more: what is told does not depend on what that one brings."""
    before = counted(size, **{code: min(many, size) for code, many in counts.items()})
    alone = replace(before, size=size + 1)
    brought = {rule(code.replace("_", "-")).id: 1 for code in theirs}
    both = {
        each: before.rules.get(each, 0) + brought.get(each, 0) for each in {*before.rules, *brought}
    }
    assert told(alone, before).rules == told(replace(alone, rules=both), before).rules


def test_the_published_schema_is_the_one_made_from_the_classes():
    published = (folder("reports") / "figures.schema.json").read_text("utf-8")
    assert json.loads(published) == schema(), "write schema() to reports/figures.schema.json again"


@pytest.mark.parametrize("before", [None, counted(20, F_02=13, dials={"fraud": [7, 0, 13, 0, 0]})])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_json_keeps_to_its_schema(before, language):
    found = told(counted(20, F_02=6, dials={"fraud": [14, 0, 6, 0, 0]}), before)
    plain = json.loads(every_form(found, language)[2])
    jsonschema.Draft202012Validator(schema()).validate(plain)
    cells = [each for row in plain["rules"] for each in (row["now"], row["before"]) if each]
    assert {each["told"] for each in cells} <= set(Told)
    assert all(each["people"] is None or each["people"] >= 5 for each in cells)
    assert [each["code"] for each in plain["uncounted"]] == ["E-02", "E-03", "F-19"]
    fraud = next(each for each in plain["dials"] if each["dial"] == "fraud")
    assert [each["people"] for each in fraud["now"]] == [14, 6]


def test_the_page_asks_nobody_for_anything_and_has_no_inline_style():
    page = every_form(told(counted(14, F_02=9, dials={"fraud": [5, 0, 9, 0, 0]})))[1]
    assert "default-src &#39;none&#39;" in page
    assert " style=" not in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")


# No name comes through.

HOSTILE = st.text(min_size=6, max_size=40).map(lambda each: f"Zq{each}qZ") | st.sampled_from(
    [
        "<script>alert('Zélie')</script>",
        "\u202eelroC\u202c Zélie",
        "Zélie\u0000Canarivane",
        "%(people)s %s {0} {{ 7*7 }}",
        "9 of 14",
        "陳大文 王小明",
        "Zoé " * 30,
        "zelie@canarivane.example",
        "+33 6 39 98 41 27",
    ]
)


ACCEPTED = []
"""Names with which a group was counted: were all refused, the law would hold of nothing."""


@pytest.fixture(scope="module")
def plain_forms(tmp_path_factory):
    """What the same group gives under dull names."""
    return read_and_told(
        tmp_path_factory.mktemp("plain"), ["Nora Quellec"] * 12, ["Yann Brizeux"] * 12
    )


def read_and_told(place, names, others):
    disclosed = [(*SECRETS, "home_commune") if at < 6 else NUMBER for at in range(12)]
    people = [
        person(kinds, name=name, other=other)
        for kinds, name, other in zip(disclosed, names, others, strict=True)
    ]
    reader = Reader(book(), Viewer.MEMBER, Words(language="en"))
    reports = reader.reports(files(place, people), later_file)
    found = told(group([each.views[Viewer.MEMBER] for each in reports], LETTERS))
    return [form for language in ("fr", "en") for form in every_form(found, language)]


@settings(max_examples=16)
@given(
    names=st.lists(HOSTILE, min_size=12, max_size=12),
    others=st.lists(HOSTILE, min_size=12, max_size=12),
)
def test_no_string_of_any_report_reaches_the_figures(plain_forms, tmp_path_factory, names, others):
    """The figures are, byte for byte, those of the same people under any other names, labels and quotes."""
    place = tmp_path_factory.mktemp("hostile")
    try:
        shown = read_and_told(place, names, others)
    except ResultError as refusal:  # a file that is refused says nothing of itself either
        shown = [str(refusal)]
    else:
        assert shown == plain_forms
        ACCEPTED.append(names)
    for each in {*names, *others}:
        forms = {each, each.casefold(), escapes.escape(each), json.dumps(each)[1:-1]}
        inert = {form for form in forms if len(form.strip()) > 7 and form not in {"9 of 14"}}
        assert not any(form in one for form in inert for one in shown)


def test_most_hostile_names_are_counted_and_not_refused():
    assert len(ACCEPTED) > 4


@pytest.fixture(scope="module")
def nine(tmp_path_factory):
    """Nine results, and what stands in them."""
    paths = files(tmp_path_factory.mktemp("forged"), [person(SECRETS) for _ in range(9)])
    return {each: each.read_text("utf-8") for each in paths}


@settings(max_examples=12)
@given(st.lists(HOSTILE, min_size=5, max_size=5))
def test_what_is_written_into_a_result_by_hand_does_not_come_through_either(nine, texts):
    """Rule ids, codes, titles, keys, versions: whatever is put there, the figures refuse it or pass it over."""
    for path, text_ in nine.items():
        path.write_text(text_, encoding="utf-8")
    paths = list(nine)
    rule_, code, title, advice, reason = texts
    for at, (key, value) in enumerate(
        {"rule": rule_, "code": code, "title": title, "advice": [advice]}.items()
    ):
        plain = json.loads(paths[at].read_text("utf-8"))
        for view in plain["views"].values():
            view["findings"][0][key] = value
        plain["failures"] = [
            {"stage": "collect", "source": "source-1", "reason": reason, "mend": reason}
        ]
        paths[at].write_text(json.dumps(plain), encoding="utf-8")
        reader = Reader(book(), Viewer.MEMBER, Words(language="en"))
        try:
            reports = reader.reports(paths[at : at + 5], later_file)
        except ResultError as refusal:
            shown = [str(refusal)]
        else:
            assert key in {"title", "advice"}
            shown = every_form(
                told(group([each.views[Viewer.MEMBER] for each in reports], LETTERS))
            )
        assert not any(each in one for each in texts for one in shown if each != "9 of 14")
