"""Archives: exact members, read in memory, within limits."""

import io
import struct
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect import archive
from auditor.collect.archive import LARGEST_MEMBER, folder, opened
from auditor.collect.unreadable import UnreadableError


def zipped(members, compression=zipfile.ZIP_DEFLATED):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", compression) as file:
        for name, text in members:
            # Set afterwards: the constructor makes slashes of backslashes.
            info = zipfile.ZipInfo("x")
            info.filename, info.compress_type = name, compression
            file.writestr(info, text)
    return data.getvalue()


def why(call, *arguments):
    with pytest.raises(UnreadableError) as caught:
        call(*arguments)
    return str(caught.value)


@pytest.mark.parametrize(
    ("names", "wanted", "found"),
    [
        (["Profile.csv"], "Profile.csv", "Profile.csv"),
        (["top/Profile.csv"], "Profile.csv", "top/Profile.csv"),
        (["top/profile.CSV"], "Profile.csv", "top/profile.CSV"),
        (["top\\Profile.csv"], "Profile.csv", "top\\Profile.csv"),
        (["top/MyProfile.csv"], "Profile.csv", None),
        (["Profile.csv/x"], "Profile.csv", None),
        (["__MACOSX/top/Profile.csv", "top/Profile.csv"], "Profile.csv", "top/Profile.csv"),
        (["top/x.csv", "__MACOSX/Profile.csv"], "Profile.csv", None),
    ],
)
def test_members_are_looked_up_by_the_end_of_their_path(names, wanted, found):
    assert opened(zipped((name, "x") for name in names)).find(wanted) == found


def test_two_members_are_ambiguous_and_none_is_chosen():
    both = opened(zipped([("one/Profile.csv", "a"), ("two/Profile.csv", "b")]))
    assert "ambiguous" in why(both.find, "Profile.csv")


def test_a_member_is_read_whole_and_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    climbing = opened(zipped([("../../outside.txt", "hello"), ("/etc/x", "y")]))
    assert climbing.read("../../outside.txt") == b"hello"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no zip"),
        (b"PK\x03\x04 and then nothing", "no zip"),
        (b"<html>", "no zip"),
        (zipped([("a", "b" * 500)])[:60], "no zip"),
        (zipped([]), "no file"),
        (zipped([("__MACOSX/._x", "x"), ("top/.DS_Store", "x")]), "no file"),
        (zipped([("folder/", "")]), "no file"),
    ],
)
def test_what_is_no_archive_says_why(data, reason):
    assert reason in why(opened, data)


def test_an_encrypted_archive_says_so():
    data = bytearray(zipped([("Profile.csv", "x")]))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + place] |= 1
    assert "encrypted" in why(opened, bytes(data))


def test_a_bomb_is_not_unpacked():
    bomb = opened(zipped([("x.csv", b"0" * 5_000_000)]))
    assert "larger" in why(bomb.read, "x.csv")


def test_a_declared_size_that_lies_is_a_damaged_member():
    text = b"0123456789" * 1000
    data = bytearray(zipped([("x.csv", text)], zipfile.ZIP_STORED))
    entry = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, entry + 24, 10)
    lying = opened(bytes(data))
    assert "damaged" in why(lying.read, "x.csv")


def test_a_damaged_member_says_so():
    data = bytearray(zipped([("x.csv", bytes(range(256)) * 40)]))
    data[60:90] = b"\xff" * 30
    assert "damaged" in why(opened(bytes(data)).read, "x.csv")


def test_too_many_members_and_a_part_of_2_gib_are_refused(monkeypatch):
    monkeypatch.setattr(archive, "MOST_MEMBERS", 3)
    assert "more than 3" in why(opened, zipped((f"{n}.csv", "x") for n in range(4)))
    whole = zipped([("a.csv", "x")])
    monkeypatch.setattr(archive, "PART", len(whole))
    assert "part" in why(opened, whole)


def test_a_folder_is_read_as_an_archive(tmp_path):
    (tmp_path / "top").mkdir()
    (tmp_path / "top" / "Profile.csv").write_bytes(b"x")
    (tmp_path / ".DS_Store").write_bytes(b"x")
    (tmp_path / "link.csv").symlink_to(tmp_path / "top" / "Profile.csv")
    found = folder(tmp_path)
    assert found.names == ("top/Profile.csv",)
    assert found.read("top/Profile.csv") == b"x"


def test_an_empty_folder_and_a_huge_file_say_so(tmp_path):
    assert "no file" in why(folder, tmp_path)
    with (tmp_path / "huge.csv").open("wb") as file:
        file.truncate(LARGEST_MEMBER + 2)
    assert "larger" in why(folder(tmp_path).read, "huge.csv")


def test_a_zip_stays_on_the_disk_and_its_members_are_streamed(tmp_path):
    text = b"".join(b"%d," % number for number in range(100_000))
    path = tmp_path / "export.zip"
    path.write_bytes(zipped([("top/x.json", text)]))
    found = opened(path)
    with found.stream("top/x.json") as member:
        assert b"".join(iter(lambda: member.read(10_000), b"")) == text
    assert found.read("top/x.json") == text


def test_streams_are_checked_as_members_read_whole_are(tmp_path):
    bomb = opened(zipped([("x.csv", b"0" * 5_000_000)]))
    assert "larger" in why(bomb.stream, "x.csv")
    data = bytearray(zipped([("x.csv", bytes(range(256)) * 40), ("y.csv", b"y")]))
    data[60:90] = b"\xff" * 30
    with opened(bytes(data)).stream("x.csv") as member:
        assert "damaged" in why(member.read, 100_000)
    entry = data.index(b"PK\x01\x02")
    data[entry + 8] |= 1
    assert "encrypted" in why(opened(bytes(data)).stream, "x.csv")
    (tmp_path / "huge.csv").touch()
    with (tmp_path / "huge.csv").open("wb") as file:
        file.truncate(LARGEST_MEMBER + 2)
    with folder(tmp_path).stream("huge.csv") as member:
        assert len(member.read(10)) == 10


@given(st.binary(max_size=200), st.integers(0, 200))
def test_damage_anywhere_ends_in_a_reason(noise, place):
    data = bytearray(zipped([("x.csv", b"a,b\n1,2\n" * 20)]))
    data[place : place + len(noise)] = noise
    with suppress(UnreadableError):
        found = opened(bytes(data))
        for name in found.names:
            found.read(name)
