"""Files of real formats that nobody here wrote: each is read, or it is said why not."""

import pytest

from tests.fixture_counts import table


@pytest.mark.data
def test_no_fixture_is_passed_over_in_silence(data_folder):
    rows = dict(table(data_folder / "fixtures"))
    assert [name for name, found in rows.items() if not any(found)] == []
    assert sum(fields for fields, *_ in rows.values()) >= 100
    assert sum(unknown for _, unknown, *_ in rows.values()) <= 5
