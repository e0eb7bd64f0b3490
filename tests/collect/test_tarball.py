"""Tar archives: files by name, straight from where they lie; what is hostile ends early."""

import gzip
import io
import tarfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect import tarball
from auditor.collect.archive import tarred
from auditor.collect.tarball import is_tar
from auditor.collect.unreadable import UnreadableError

FILES = {"export/schema.json": b'{"version": "1"}', "export/a.json": b"x" * 3000}


def tar(files=FILES, *, mode="w:gz", extra=()):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for member in extra:
            archive.addfile(member)
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def written(tmp_path, data):
    path = tmp_path / "export.tar.gz"
    path.write_bytes(data)
    return path


def linked(name, kind, to):
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, to
    return info


@pytest.mark.parametrize("mode", ["w:gz", "w"])
def test_files_are_read_in_any_order(mode, tmp_path):
    data = tar(mode=mode)
    assert is_tar(data[:1000])
    archive = tarred(written(tmp_path, data))
    assert set(archive.names) == set(FILES)
    for name in [*FILES, *reversed(FILES)]:
        assert archive.read(name) == FILES[name]


def test_a_member_is_read_piece_by_piece_beside_another(tmp_path):
    archive = tarred(written(tmp_path, tar()))
    with archive.stream("export/a.json") as one, archive.stream("export/schema.json") as two:
        assert one.read(10) == b"x" * 10
        assert two.read() == FILES["export/schema.json"]
        assert one.read() == b"x" * 2990


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"\x1f\x8b", gzip.compress(b"{}"), gzip.compress(b"x" * 1000)]
)
def test_other_contents_are_no_tar(data):
    assert not is_tar(data)


def test_links_and_devices_are_passed_over(tmp_path):
    extra = [
        linked("export/passwd.json", tarfile.SYMTYPE, "/etc/passwd"),
        linked("export/hard.json", tarfile.LNKTYPE, "../../../etc/passwd"),
        linked("export/null.json", tarfile.CHRTYPE, ""),
        linked("../../evil.json", tarfile.DIRTYPE, ""),
    ]
    assert set(tarred(written(tmp_path, tar(extra=extra))).names) == set(FILES)


def test_names_that_climb_are_only_names(tmp_path):
    archive = tarred(written(tmp_path, tar({"../../evil.json": b"{}"})))
    assert archive.read("../../evil.json") == b"{}"
    assert [each.name for each in tmp_path.iterdir()] == ["export.tar.gz"]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.7, 0.9])
@pytest.mark.parametrize("mode", ["w:gz", "w"])
def test_a_cut_archive_is_refused(mode, share, tmp_path):
    data = tar({f"export/{number}.json": bytes([number]) * 700 for number in range(9)}, mode=mode)
    if mode == "w":  # without what pads it to whole records
        data = data.rstrip(b"\0")
    with pytest.raises(UnreadableError, match="damaged"):
        tarred(written(tmp_path, data[: int(len(data) * share)]))


def test_a_bomb_ends_early(tmp_path):
    with pytest.raises(UnreadableError, match="larger than"):
        tarred(written(tmp_path, tar({"export/bomb.json": bytes(50_000_000)})))


def test_a_header_that_claims_gigabytes_is_refused(tmp_path):
    info = tarfile.TarInfo("export/pax")
    info.type, info.size = tarfile.XHDTYPE, 4_000_000_000
    data = gzip.compress(info.tobuf() + bytes(2000))
    with pytest.raises(UnreadableError):
        tarred(written(tmp_path, data))


def test_headers_without_end_are_refused(tmp_path):
    header = tarfile.TarInfo("export/pax")
    header.type, header.size = tarfile.XHDTYPE, 0
    with pytest.raises(UnreadableError):
        tarred(written(tmp_path, gzip.compress(header.tobuf() * 20_000)))


def test_too_many_entries_are_refused(tmp_path):
    path = written(tmp_path, tar({f"{number}.json": b"" for number in range(30)}))
    assert len(tarball.files(path, 30)) == 30
    with pytest.raises(UnreadableError, match="more than 29 files"):
        tarball.files(path, 29)


def test_an_archive_of_nothing_is_refused(tmp_path):
    with pytest.raises(UnreadableError, match="no file"):
        tarred(written(tmp_path, tar({})))


@given(noise=st.binary(min_size=1, max_size=200), at=st.integers(0, 2000))
def test_no_bytes_break_it(noise, at, tmp_path):
    data = bytearray(tar(mode="w"))
    data[at : at + len(noise)] = noise
    is_tar(bytes(data))
    try:
        archive = tarred(written(tmp_path, bytes(data)))
    except UnreadableError:
        return
    for name in archive.names:
        with archive.stream(name) as file:
            assert len(file.read()) <= len(data)
