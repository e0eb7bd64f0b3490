"""How long a silent site is waited for: laws of what is learned."""

from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.sweep.patience import Patience
from auditor.collect.sweep.settings import settings

SHIPPED = settings()
SECONDS = st.floats(min_value=0, max_value=60)


def taught(answers, silent=0, timeout=None):
    patience = Patience(SHIPPED.within(timeout))
    for seconds in answers:
        patience.note(seconds)
    for _ in range(silent):
        patience.note_silence()
    return patience


def learned(answers, silent=0):
    return taught(answers, silent).first()


def test_few_answers_teach_nothing():
    assert learned([0.1] * (SHIPPED.enough - 1)) == SHIPPED.timeout


def test_quick_answers_shorten_the_wait_to_the_shortest():
    assert learned([0.1] * SHIPPED.enough) == SHIPPED.shortest


def test_the_slowest_answer_counts():
    assert learned([0.1] * SHIPPED.enough + [2.4]) == 2.4 * SHIPPED.factor


def test_a_slow_line_is_not_blamed_on_the_sites():
    assert learned([0.1] * 50, silent=5) == SHIPPED.shortest
    assert learned([0.1] * 50, silent=6) == SHIPPED.timeout


@given(
    answers=st.lists(SECONDS, max_size=80), silent=st.integers(0, 20), timeout=st.floats(0.5, 60)
)
def test_two_waits_fit_into_one_and_none_is_shorter_than_an_answer(answers, silent, timeout):
    patience = taught(answers, silent, timeout)
    first, second = patience.first(), patience.second()
    if not patience.is_short(first):
        assert first == second == timeout
        return
    assert first + second <= timeout
    assert second >= max(answers) * 0.999
