"""What one content may cost."""

import pytest

from auditor.collect.apart.bounds import bounds
from auditor.errors import PackError


def test_the_bounds_we_ship_keep_a_refusal_within_ten_seconds_and_half_a_gigabyte():
    found = bounds()
    page = 2_000_000
    assert found.wall + found.more(page) <= 10
    assert 0 < found.seconds <= found.wall
    assert 50_000_000 < found.memory < 450_000_000
    assert found.answer == 64_000_000


def test_more_content_may_take_more_time():
    assert bounds().more(20_000_000) == 10 * bounds().more(2_000_000) > 0


@pytest.mark.parametrize("text", ["limits: {}", "limits: {wall: {value: 1}}"])
def test_a_file_with_other_bounds_is_refused(tmp_path, text):
    path = tmp_path / "limits.yml"
    path.write_text(text)
    with pytest.raises(PackError):
        bounds(path)
