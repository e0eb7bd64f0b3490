"""Members as streams: within limits, and every fault has a reason."""

import io
import zlib

import pytest

from auditor.collect import member
from auditor.collect.member import Member
from auditor.collect.unreadable import UnreadableError


class Broken(io.BytesIO):
    """A file that breaks when it is read."""

    def read(self, size=-1, /):
        raise zlib.error("bad block")


def test_a_member_is_read_piece_by_piece_and_closed():
    file = io.BytesIO(b"bonjour")
    with Member("x", lambda: file) as found:
        assert (found.read(3), found.read(), found.read(3)) == (b"bon", b"jour", b"")
    assert file.closed


def test_a_member_is_a_file_for_readers_of_text():
    with Member("x", lambda: io.BytesIO("é\nà".encode())) as found:
        assert list(io.TextIOWrapper(found, "utf-8")) == ["é\n", "à"]


def test_faults_have_reasons(monkeypatch):
    def missing():
        raise FileNotFoundError

    with pytest.raises(UnreadableError, match="x is damaged"):
        Member("x", missing)
    with Member("x", Broken) as found, pytest.raises(UnreadableError, match="x is damaged"):
        found.read(1)
    monkeypatch.setattr(member, "RATIO_FROM", 5)
    with Member("x", lambda: io.BytesIO(b"0" * 300), packed=1) as found:
        assert len(found.read(200)) == 200
        with pytest.raises(UnreadableError, match="larger"):
            found.read(100)
    monkeypatch.setattr(member, "LARGEST_TOTAL", 5)
    with (
        Member("x", lambda: io.BytesIO(b"0" * 300)) as found,
        pytest.raises(UnreadableError, match="larger"),
    ):
        found.read()
