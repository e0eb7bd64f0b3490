"""What a sweep leaves behind for the next one."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.sweep.resume import line, stamp, taken_up
from auditor.model.sighting import Sighting, Verdict
from auditor.model.text import say
from tests.collect.sweep.conftest import HANDLE, two_sided

SITE = two_sided("https://site.example/{account}")
REASON = say("the site answered %(status)s", status=500)
BOTH = ("lolo", HANDLE)
DAY = date(2026, 11, 26)


def sighting(verdict=Verdict.UNKNOWN, reason=REASON):
    url = "https://site.example/loic_tr"
    return Sighting(site="site", handle=HANDLE, url=url, verdict=verdict, reason=reason)


def test_a_line_is_the_sighting_without_the_handle():
    for each in (sighting(), sighting(Verdict.FOUND, None)):
        assert HANDLE not in line(each, BOTH)
        assert taken_up([line(each, BOTH)], [SITE], BOTH) == [each]


def test_a_site_counts_once_the_last_line():
    both = [line(sighting(), BOTH), line(sighting(Verdict.MISSING, None), BOTH)]
    assert [each.verdict for each in taken_up(both, [SITE], BOTH)] == [Verdict.MISSING]


def test_other_handles_lists_and_days_start_anew():
    stamps = {stamp(["a"], "x", DAY), stamp(["b"], "x", DAY), stamp(["a"], "y", DAY)}
    assert len(stamps | {stamp(["a"], "x", date(2026, 11, 27))}) == 4
    assert stamp(["a"], "x", DAY) == stamp(["a"], "x", DAY)
    assert "loic_tr" not in stamp(["loic_tr"], "x", DAY)


@given(
    lines=st.lists(
        st.text(max_size=30)
        | st.sampled_from(
            [
                '["site"]',
                '[0,"x","found",null]',
                '[9,"site","found",null]',
                '[0,"site","lost",null]',
                "null",
                "[1,2,3]",
            ]
        )
    )
)
def test_odd_lines_tell_nothing(lines):
    assert taken_up(lines, [SITE], BOTH) == []
