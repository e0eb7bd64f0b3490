"""Exports of other networks: in the wrong flavour, in a third language, cut, or made to harm."""

# ruff: noqa: E501 (a row of a table is a line)

import gzip
import hashlib
import io
import json
import tarfile

from tests.hostile.rows import HANDLE, NAME, Row, row, zipped

_TWEET = {
    "tweet": {
        "id_str": "1",
        "full_text": "Un mot de Canaribourg",
        "created_at": "Wed Oct 10 20:19:24 +0000 2018",
    }
}
_ACCOUNT = {"account": {"username": HANDLE, "accountDisplayName": NAME, "accountId": "1"}}


def _x(*members: tuple[str, str]) -> bytes:
    account = "window.YTD.account.part0 = " + json.dumps([_ACCOUNT])
    return zipped(("data/account.js", account), *members)


def _tweets(text: str) -> bytes:
    return _x(("data/tweets.js", "window.YTD.tweets.part0 = " + text))


def _number(value: int) -> bytes:
    out = b""
    while value > 0x7F:
        out, value = out + bytes([value & 0x7F | 0x80]), value >> 7
    return out + bytes([value])


def _car(block: bytes) -> bytes:
    """A repository of one block."""
    cid = b"\x01\x71\x12\x20" + hashlib.sha256(block).digest()
    header = b"\xa2\x65roots\x81\xd8\x2a\x58\x25\x00" + cid + b"\x67version\x01"
    return _number(len(header)) + header + _number(len(cid) + len(block)) + cid + block


def _tar(*members: tuple[str, bytes], link: str | None = None) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as archive:
        for name, content in members:
            made = tarfile.TarInfo(name)
            made.size = len(content)
            archive.addfile(made, io.BytesIO(content))
        if link is not None:
            made = tarfile.TarInfo(link)
            made.type, made.linkname = tarfile.SYMTYPE, "/etc/passwd"
            archive.addfile(made)
    return data.getvalue()


_WATCHED = [
    {
        "header": "YouTube",
        "title": "„Wie man ein Buch bindet“ angesehen",
        "titleUrl": "https://www.youtube.com/watch?v=abc",
        "time": "2024-05-01T10:00:00.000Z",
    }
]
_USERS = json.dumps(
    [{"type": "user", "login": HANDLE, "name": NAME, "url": f"https://github.com/{HANDLE}"}]
).encode()

ROWS: tuple[Row, ...] = (
    row("facebook: the flavour made for reading", "a.zip", zipped(("profile_information/profile_information.html", f"<p>{NAME}"), ("posts/your_posts_1.html", "<p>x")), refused="made for reading"),
    row("instagram: the flavour made for reading", "a.zip", zipped(("personal_information/personal_information.html", f"<p>{NAME}"), ("media/posts_1.html", "<p>x")), refused="made for reading"),
    row("takeout: in German", "a.zip", zipped(("Takeout/YouTube und YouTube Music/Verlauf/Wiedergabeverlauf.json", json.dumps(_WATCHED))), reads=("Wiedergabeverlauf",)),
    row("takeout: a history of 200,000 unclosed tags", "a.zip", zipped(("Takeout/YouTube/history/watch-history.html", '<div class="outer-cell">' * 200_000)), refused="."),
    row("takeout: a history whose cell never ends", "a.zip", zipped(("Takeout/YouTube/history/watch-history.html", '<div class="outer-cell">' + "x" * 5_000_000)), refused="."),
    row("x: one's own", "a.zip", _tweets(json.dumps([_TWEET])), reads=("Un mot de Canaribourg", HANDLE)),
    row("x: nested 100,000 deep", "a.zip", _tweets("[" * 100_000), refused="."),
    row("x: a script instead of data", "a.zip", _tweets("alert(1)"), refused=".", hides=("alert(1)",)),
    row("x: a time in milliseconds", "a.zip", _tweets(json.dumps([{"tweet": _TWEET["tweet"] | {"created_at": 1539202764000}}])), reads=("Un mot de Canaribourg",)),
    row("x: a text that is a list", "a.zip", _tweets(json.dumps([{"tweet": _TWEET["tweet"] | {"full_text": [["x"]]}}])), reads=(HANDLE,)),
    row("x: a tweet of 20 MB", "a.zip", _tweets('[{"tweet": {"full_text": "' + "mot " * 5_000_000 + '"}}]'), refused="."),
    row("bluesky: nested 100,000 deep", "repo.car", _car(b"\x81" * 100_000 + b"\x01"), refused="."),
    row("bluesky: an array of 2^63", "repo.car", _car(b"\x9b\x7f\xff\xff\xff\xff\xff\xff\xff"), refused="."),
    row("bluesky: cut", "repo.car", _car(b"\xa1\x61a\x01")[:-20], refused="."),
    row("tar: names that climb, and a link", "a.tar.gz", _tar(("../../users_000001.json", _USERS), link="repositories_000001.json"), reads=(HANDLE,), hides=("root:",)),
    row("tar: bomb, 500 MB in 0.5 MB", "a.tar.gz", lambda path: path.write_bytes(_tar(("users_000001.json", b"[" + b" " * 500_000_000))), refused="."),
    row("gzip: no tar in it", "a.tar.gz", gzip.compress(NAME.encode() * 100), refused="."),
)  # fmt: skip
