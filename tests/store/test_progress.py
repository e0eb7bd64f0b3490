"""What a sweep that was killed had done: kept line by line, private, and bound to what it does."""

import os
import stat

import pytest

from auditor.errors import OutputError
from auditor.store.progress import FILE, Lines


def test_lines_outlive_a_kill(tmp_path):
    with Lines(tmp_path, "stamp") as first:
        first.add("one")
        first.add("deux, é")
        # No end of the work, as after a kill: whatever was added is in the file.
        assert (tmp_path / FILE).read_text("utf-8") == "stamp\none\ndeux, é\n"
    with Lines(tmp_path, "stamp") as second:
        assert list(second.known()) == ["one", "deux, é"]
        second.add("three")
    with Lines(tmp_path, "stamp") as third:
        assert list(third.known()) == ["one", "deux, é", "three"]


def test_another_stamp_starts_anew(tmp_path):
    with Lines(tmp_path, "stamp") as first:
        first.add("one")
    with Lines(tmp_path, "other") as second:
        assert list(second.known()) == []
    assert (tmp_path / FILE).read_text() == "other\n"


@pytest.mark.parametrize(
    ("left", "known"),
    [
        ("stamp\none\ntw", ["one"]),
        ("stamp\none\n", ["one"]),
        ("stamp", []),
        ("sta", []),
        ("", []),
        ("\n", []),
    ],
)
def test_a_line_that_a_crash_cut_short_is_not_known(tmp_path, left, known):
    (tmp_path / FILE).write_text(left)
    with Lines(tmp_path, "stamp") as lines:
        assert list(lines.known()) == known
        lines.add("next")
    assert (tmp_path / FILE).read_text() == "\n".join(["stamp", *known, "next", ""])


def test_it_is_private_and_gone_when_the_work_is_done(tmp_path):
    with Lines(tmp_path, "stamp") as lines:
        assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
        lines.done()
    assert not (tmp_path / FILE).exists()


def test_two_at_once_are_refused(tmp_path):
    with Lines(tmp_path, "stamp") as first:
        first.add("one")
        with pytest.raises(OutputError, match="another sweep"), Lines(tmp_path, "stamp"):
            pass
        first.add("two")
    assert (tmp_path / FILE).read_text() == "stamp\none\ntwo\n"


def test_a_link_in_its_place_is_not_followed(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("mine")
    (tmp_path / FILE).symlink_to(elsewhere)
    with pytest.raises(OutputError), Lines(tmp_path, "stamp"):
        pass
    assert elsewhere.read_text() == "mine"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError), Lines(tmp_path, "stamp"):
        pass
    tmp_path.chmod(0o700)
