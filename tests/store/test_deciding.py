"""store/deciding.py: one more judgement beside those made before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import MandateError
from auditor.model.link import Judgement
from auditor.store.deciding import decide, in_file, settled
from auditor.store.judgements import Decision, decided, written

RECORDS = st.sampled_from("abcde")
ROWS = st.lists(
    st.builds(Decision, left=RECORDS, right=RECORDS, judgement=st.sampled_from(Judgement)).filter(
        lambda row: row.left != row.right
    ),
    max_size=12,
)


def row(pair, judgement):
    return Decision(left=pair[0], right=pair[1], judgement=Judgement(judgement))


@pytest.fixture
def desk(tmp_path):
    return in_file(tmp_path)


def test_each_judgement_is_in_the_file_as_soon_as_it_is_made(tmp_path, desk):
    decide(desk, row("ab", "same"))
    assert [each.pair for each in written(tmp_path)] == [("a", "b")]
    decide(desk, row("cd", "unsure"))
    assert [each.pair for each in written(tmp_path)] == [("a", "b"), ("c", "d")]


def test_a_later_judgement_on_the_same_pair_takes_the_place_of_the_earlier(tmp_path, desk):
    decide(desk, row("ab", "same"))
    decide(desk, row("cd", "unsure"))
    decide(desk, row("ba", "different"))
    assert [each.judgement.value for each in written(tmp_path)] == ["different", "unsure"]


@pytest.mark.parametrize(
    ("before", "made", "names"),
    [
        (["ab=", "bc="], "ac!", "a = b = c"),
        (["ab=", "bc!"], "ac=", "b and c"),
        (["ab=", "cd=", "bd!"], "ac=", "b and d"),
    ],
)
def test_a_judgement_that_contradicts_others_is_refused_and_nothing_changes(
    tmp_path, desk, before, made, names
):
    says = {"=": "same", "!": "different"}
    for each in before:
        decide(desk, row(each[:2], says[each[2]]))
    kept = written(tmp_path)
    with pytest.raises(MandateError, match=names):
        decide(desk, row(made[:2], says[made[2]]))
    assert written(tmp_path) == kept


def test_what_follows_from_others_is_settled():
    rows = [row("ab", "same"), row("bc", "same"), row("cd", "different"), row("ef", "unsure")]
    assert all(settled(tuple(pair), rows) for pair in ("ac", "ca", "ad", "bd", "ef"))
    assert not settled(("a", "e"), rows)
    assert not settled(("d", "e"), rows)


@given(rows=ROWS)
def test_whatever_is_accepted_never_contradicts_itself(tmp_path_factory, rows):
    case = tmp_path_factory.mktemp("case")
    desk = in_file(case)
    for each in rows:
        try:
            decide(desk, each)
        except MandateError:
            continue
    kept = written(case)
    decided(kept)
    group = {each: {each} for each in "abcde"}
    for each in kept:
        if each.judgement is Judgement.SAME:
            merged = group[each.left] | group[each.right]
            group |= dict.fromkeys(merged, merged)
    for each in kept:
        if each.judgement is Judgement.DIFFERENT:
            assert each.right not in group[each.left]
