"""The limits we ship."""

import pytest

from auditor.collect.net.limits import limits
from auditor.errors import PackError


def test_every_limit_is_there_and_positive():
    found = limits()
    assert min(found.whole_call, found.silence, found.interval, found.redirects) > 0
    assert found.largest_body == 2_000_000


@pytest.mark.parametrize(
    "text",
    ["limits: {}", "limits: {whole_call: {value: 1}}", "limits: {surprise: {value: 1, source: x}}"],
)
def test_a_file_with_other_limits_is_refused(tmp_path, text):
    path = tmp_path / "net.yml"
    path.write_text(text)
    with pytest.raises(PackError):
        limits(path)
