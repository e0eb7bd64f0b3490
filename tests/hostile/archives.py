"""Archives: names that climb, sizes that lie, bombs, and exports of somebody else."""

# ruff: noqa: E501 (a row of a table is a line)

import io
import json
import os
import stat
import warnings
import zipfile

from auditor.collect.archive import MOST_MEMBERS, PART
from tests.hostile.rows import HANDLE, NAME, PROFILE, Row, page, row, zipped

OTHER = "First Name,Last Name,Headline\nHector,Merlusson,Relieur\n"


MORE = ("Positions.csv", "Company Name,Title,Started On\nAtelier Canari,Relieuse,Jan 2020\n")
"""A second file, so that it is told whose export it is when the first cannot be read."""


def _symlink() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        link = zipfile.ZipInfo("Profile.csv")
        link.create_system = 3
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr(*MORE)
    return data.getvalue()


def _twice() -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the writer warns of what it is asked to do
        return zipped(("Profile.csv", PROFILE), ("Profile.csv", OTHER), MORE)


def _lying(declared: int, content: bytes) -> bytes:
    """A member whose directory entry declares another size than it has."""
    data = bytearray(zipped(("Profile.csv", content), MORE))
    for sign, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.index(sign) + at
        data[place : place + 4] = declared.to_bytes(4, "little")
    return bytes(data)


def _encrypted() -> bytes:
    data = bytearray(zipped(("Profile.csv", PROFILE)))
    data[data.index(b"PK\x03\x04") + 6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _part(path) -> None:
    path.write_bytes(zipped(("Profile.csv", PROFILE)))
    os.truncate(path, PART)


def _crowd(path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Profile.csv", PROFILE)
        for each in range(MOST_MEMBERS):
            archive.writestr(f"m{each}", b"")


def _bomb(path) -> None:
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("Profile.csv", "w") as member,
    ):
        member.write(PROFILE.encode())
        for _ in range(300):
            member.write(b"a" * 1_000_000)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(*MORE)


def _huge() -> bytes:
    """Twenty-one members that each declare a gigabyte."""
    data = bytearray(zipped(*((f"{each}/Profile.csv", PROFILE) for each in range(21))))
    place = data.find(b"PK\x01\x02")
    while place != -1:
        data[place + 24 : place + 28] = (1_000_000_000).to_bytes(4, "little")
        place = data.find(b"PK\x01\x02", place + 4)
    return bytes(data)


def _overlapping() -> bytes:
    """Many directory entries that all point to one member's bytes."""
    one = zipped(("Profile.csv", b"a" * 5_000_000), MORE)
    start = one.index(b"PK\x01\x02")
    entry = one[start : one.index(b"PK\x05\x06")]
    end = bytearray(one[-22:])
    count = 2_000
    end[8:12] = (2 * count).to_bytes(2, "little") * 2
    end[12:16] = (len(entry) * count).to_bytes(4, "little")
    return one[:start] + entry * count + bytes(end)


ACTOR = {
    "@context": "https://www.w3.org/ns/activitystreams",
    "type": "Person",
    "id": f"https://social.example/users/{HANDLE}",
    "preferredUsername": HANDLE,
    "name": NAME,
    "inbox": "https://social.example/inbox",
}
OUTBOX = {
    "@context": "https://www.w3.org/ns/activitystreams",
    "type": "OrderedCollection",
    "orderedItems": [],
}
_mastodon = ("actor.json", json.dumps(ACTOR)), ("outbox.json", json.dumps(OUTBOX))
_elsewhere = json.dumps(ACTOR | {"preferredUsername": "merlusson", "name": "Hector M.",
                                 "id": "https://social.example/users/merlusson"})  # fmt: skip

ROWS: tuple[Row, ...] = (
    row("zip: names that climb", "a.zip", zipped(("../../Profile.csv", PROFILE)), reads=("Relieuse",)),
    row("zip: absolute names", "a.zip", zipped(("/etc/Profile.csv", PROFILE)), reads=("Relieuse",)),
    row("zip: a drive in the name", "a.zip", zipped(("C:\\x\\Profile.csv", PROFILE)), reads=("Relieuse",)),
    row("zip: backslash names", "a.zip", zipped(("Basic\\Profile.csv", PROFILE)), reads=("Relieuse",)),
    row("zip: a symlink entry", "a.zip", _symlink(), refused=".", hides=("root:",)),
    row("zip: a name given twice", "a.zip", _twice(), refused="ambiguous"),
    row("zip: a name of 300 characters", "a.zip", zipped(("x" * 300, "x"), ("Profile.csv", PROFILE)), reads=("Relieuse",)),
    row("zip: declares less than it holds", "a.zip", _lying(10, b"a,b\n" * 200_000), refused="damaged"),
    row("zip: declares more than it holds", "a.zip", _lying(4_000_000_000, PROFILE.encode()), refused="larger than|damaged"),
    row("zip: encrypted", "a.zip", _encrypted(), refused="encrypted"),
    row("zip: one part of exactly 2 GiB", "a.zip", _part, refused="one part of several"),
    row("zip: more than 100,000 members", "a.zip", _crowd, refused="more than 100000 files"),
    row("zip: bomb, 300 MB in 0.3 MB", "a.zip", _bomb, refused="larger than an export's file"),
    row("zip: members of 21 GB declared", "a.zip", _huge(), refused="more than 20 GB|damaged"),
    row("zip: 2,000 entries, one content", "a.zip", _overlapping(), refused="ambiguous"),
    row("zip: an archive in an archive", "a.zip", zipped(("export.zip", zipped(("Profile.csv", PROFILE)))), refused="no export that is read"),
    row("zip: empty", "a.zip", zipped(), refused="holds no file"),
    row("zip: only __MACOSX", "a.zip", zipped(("__MACOSX/._Profile.csv", "x")), refused="holds no file"),
    row("zip: cut at 70 %", "a.zip", lambda path: path.write_bytes((data := zipped(("Profile.csv", PROFILE)))[: len(data) * 7 // 10]), refused="cut, damaged"),
    row("zip: a byte flipped in the middle", "a.zip", lambda path: path.write_bytes((data := zipped(("Profile.csv", PROFILE * 50), MORE))[:60] + b"\0" + data[61:]), refused="damaged"),
    row("zip: no zip at all", "a.zip", b"PK\x03\x04" + NAME.encode() * 100, refused="cut, damaged"),
    row("zip: a web page named so", "a.zip", page("<p>Gone</p>"), refused="under the name of an archive"),
    row("zip: some other archive", "a.zip", zipped((f"{NAME}.txt", NAME)), refused="no export that is read"),
    row("export: of somebody else", "a.zip", zipped(("Profile.csv", OTHER)), refused="another person", reads=("Merlusson",)),
    row("export: of somebody else, said so", "a.zip", zipped(("Profile.csv", OTHER)), reads=("Merlusson",), source={"owner": "other"}),
    row("export: of somebody else, by handle", "a.zip", zipped(("actor.json", _elsewhere), _mastodon[1]), refused="another person", reads=("merlusson",)),
    row("export: one's own, by handle", "a.zip", zipped(*_mastodon), reads=(NAME, HANDLE)),
    row("export: two accounts in one zip", "a.zip", zipped(("a/actor.json", _mastodon[0][1]), ("b/actor.json", _elsewhere), ("a/outbox.json", _mastodon[1][1])), refused="ambiguous"),
    row("export: two profiles in one zip", "a.zip", zipped(("a/Profile.csv", PROFILE), ("b/Profile.csv", OTHER)), refused="ambiguous"),
    row("csv: a cell of 20 MB", "a.zip", zipped(("Profile.csv", PROFILE + "x" * 20_000_000), MORE, method=zipfile.ZIP_STORED), refused="."),
    row("csv: NUL bytes", "a.zip", zipped(("Profile.csv", PROFILE.replace("Relieuse", "Rel\0ieuse")), MORE), refused="."),
    row("csv: windows-1252", "a.zip", zipped(("Profile.csv", PROFILE.encode("windows-1252")), MORE), reads=("Zélie Canarivane",)),
    row("csv: UTF-16", "a.zip", zipped(("Profile.csv", PROFILE.encode("utf-16")), MORE), reads=("Zélie Canarivane",)),
    row("csv: None and N/A", "a.zip", zipped(("Profile.csv", PROFILE.replace("Relieuse", "N/A").replace("Canaribourg", "None")), MORE), reads=("Canarivane",), hides=("'N/A'", "'None'")),
)  # fmt: skip
