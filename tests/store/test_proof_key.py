"""The key from which a case's tokens are made."""

import stat

import pytest

from auditor.errors import AuditorError, MandateError
from auditor.store.proof_key import FILE, kept, read


def test_a_key_is_made_once_and_is_private(tmp_path):
    assert read(tmp_path) is None
    made = kept(tmp_path)
    assert len(made) == 32
    assert kept(tmp_path) == made == read(tmp_path)
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


def test_every_case_has_a_key_of_its_own(tmp_path):
    cases = [tmp_path / name for name in "abc"]
    for each in cases:
        each.mkdir()
    assert len({kept(each) for each in cases}) == 3


@pytest.mark.parametrize("text", ["", "nothing", "ab" * 31, "é"])
def test_a_damaged_key_is_refused_with_what_to_do(tmp_path, text):
    path = tmp_path / FILE
    path.write_text(text)
    path.chmod(0o600)
    with pytest.raises(MandateError, match="damaged"):
        read(tmp_path)


def test_a_key_that_others_could_have_put_there_or_read_is_refused(tmp_path):
    kept(tmp_path)
    (tmp_path / FILE).chmod(0o644)
    with pytest.raises(AuditorError, match="open to others"):
        read(tmp_path)
    (tmp_path / FILE).rename(tmp_path / "elsewhere")
    (tmp_path / FILE).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(AuditorError, match="link"):
        kept(tmp_path)
