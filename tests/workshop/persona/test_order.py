"""What no person can be made of is refused in one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import OutputError
from auditor.workshop.persona import LANGUAGES, STYLES, order
from auditor.workshop.persona.order import HARDEST, LARGEST


@pytest.mark.parametrize(
    "asked",
    [
        (-1, "fr", "2008", 1),
        (LARGEST + 1, "fr", "2008", 1),
        (1, "de", "2008", 1),
        (1, "FR", "2008", 1),
        (1, "", "2008", 1),
        (1, "fr", "1998", 1),
        (1, "fr", "today\n", 1),
        (1, "fr", "2008", -1),
        (1, "fr", "2008", 9),
    ],
)
def test_the_impossible_is_refused_in_one_line(asked):
    with pytest.raises(OutputError) as refused:
        order(*asked)
    assert len(str(refused.value).splitlines()) == 1


@pytest.mark.parametrize("asked", [(0, "fr", "2008", 0), (LARGEST, "fr-CA", "today", HARDEST)])
def test_the_ends_of_the_range_are_allowed(asked):
    assert order(*asked).seed == asked[0]


@given(st.integers(0, LARGEST), st.sampled_from(LANGUAGES), st.sampled_from(STYLES))
def test_chance_follows_from_the_order_but_not_from_hardness(seed, language, style):
    easy, hard = order(seed, language, style, 0), order(seed, language, style, 4)
    assert easy.chance("cast").random() == hard.chance("cast").random()
    assert easy.chance("cast").random() != easy.chance("pages").random()
