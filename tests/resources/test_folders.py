"""Where the data folders are."""

import pytest

from auditor.resources.folders import folder, research_data


@pytest.mark.parametrize("name", ["rules", "reports", "samples", "data"])
def test_the_data_folders_are_found(name):
    assert folder(name).is_dir()


def test_research_data_is_where_it_is_said_to_be(tmp_path, monkeypatch):
    monkeypatch.setenv("AUDITOR_DATA", str(tmp_path))
    assert research_data() == tmp_path
    monkeypatch.setenv("AUDITOR_DATA", str(tmp_path / "missing"))
    assert research_data() is None
