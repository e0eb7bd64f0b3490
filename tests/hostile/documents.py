"""JSON, feeds, and files that are not what their name says."""

# ruff: noqa: E501 (a row of a table is a line)

import json

from tests.hostile.archives import ACTOR, OUTBOX
from tests.hostile.rows import HANDLE, NAME, TOWN, Row, row

_PERSON = '{"type": "Person", "inbox": "x", "preferredUsername": "zelcanari77", '


def _note(published) -> bytes:
    note = {"type": "Note", "content": f"<p>{NAME} écrit.</p>", "published": published,
            "to": ["https://www.w3.org/ns/activitystreams#Public"]}  # fmt: skip
    create = {"type": "Create", "actor": ACTOR["id"], "published": published, "object": note}
    return json.dumps(OUTBOX | {"orderedItems": [create]}).encode()


def _feed(items: str, doctype: str = "", encoding: str = "utf-8") -> bytes:
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?>{doctype}<rss version="2.0"><channel>'
        f"<title>{NAME}</title><link>https://zelie.example/</link>{items}</channel></rss>"
    )
    return text.encode(encoding, "replace")


_ITEM = f"<item><title>Un mot</title><description>{NAME} à {TOWN}.</description></item>"
_LAUGHS = (
    '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{(f"&{chr(97 + n)};") * 10}">' for n in range(9))
    + "]>"
)

ROWS: tuple[Row, ...] = (
    row("json: nested 100,000 deep", "a.json", _PERSON + '"x": ' + "[" * 100_000, refused="."),
    row("json: nested 100,000 deep, closed", "a.json", _PERSON + '"x": ' + "[" * 100_000 + "]" * 100_000 + "}", refused="nested too deep"),
    row("json: a number of 5,000 digits", "a.json", _PERSON + '"age": ' + "9" * 5_000 + "}", refused="thousands of digits"),
    row("json: NaN", "a.json", _PERSON + '"age": NaN}', refused="a number that is none"),
    row("json: half a character", "a.json", _PERSON + '"name": "\\ud800 Zélie"}', refused="half a character"),
    row("json: a key given twice", "a.json", _PERSON + '"name": "Zélie", "name": "Canarivane"}', refused="a key twice"),
    row("json: a byte order mark", "a.json", b"\xef\xbb\xbf" + json.dumps(ACTOR).encode(), reads=(HANDLE,)),
    row("json: UTF-16", "a.json", json.dumps(ACTOR).encode("utf-16"), refused="."),
    row("json: bytes that are no UTF-8", "a.json", (_PERSON + '"name": "Zélie"}').encode("latin-1"), refused="."),
    row("json: cut", "a.json", json.dumps(ACTOR).encode()[:-30], refused="cut or damaged"),
    row("json: of something else", "a.json", json.dumps({"name": NAME}), refused="no export that is read"),
    row("json: a type that is a list", "a.json", json.dumps(ACTOR | {"type": ["Person"]}), refused="."),
    *(
        row(f"json: a date in {what}", "a.json", _note(value), reads=("Canarivane écrit",))
        for what, value in (
            ("milliseconds", 1735689600000), ("microseconds", 1735689600000000),
            ("seconds before 1970", -86400), ("words", "29 février 2025"),
            ("an hour that is none", "2025-02-29T25:61:00Z"), ("the year 99999", "99999-01-01"),
        )
    ),
    row("feed: billion laughs", "a.xml", _feed("<item><title>&j;</title></item>", _LAUGHS), refused="declares entities"),
    row("feed: an outside entity", "a.xml", _feed("<item><title>&x;</title></item>", '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), refused="declares entities", hides=("root:",)),
    row("feed: entities in UTF-16", "a.xml", _feed("<item><title>&x;</title></item>", '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "utf-16"), refused=".", hides=("root:",)),
    row("feed: an outside definition", "a.xml", _feed(_ITEM, '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">'), reads=("Un mot",)),
    row("feed: a million entries", "a.xml", lambda path: path.write_bytes(_feed("<item><title>x</title></item>" * 1_000_000)), refused="larger than 5 MB"),
    row("feed: 100,000 entries in 3 MB", "a.xml", lambda path: path.write_bytes(_feed(_ITEM + "<item><title>x</title></item>" * 100_000)), refused="too long", reads=("Un mot",)),
    row("feed: nested 50,000 deep", "a.xml", _feed("<item>" + "<a>" * 50_000), refused="."),
    row("feed: a script in an entry", "a.xml", _feed(f"<item><title>Un mot</title><description>&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;{TOWN}&lt;/p&gt;</description></item>"), reads=("Un mot",), hides=("alert(1)",)),
    row("feed: windows-1252 claiming UTF-8", "a.xml", _feed(_ITEM).decode().encode("windows-1252"), reads=("Un mot",)),
    row("feed: no entry", "a.xml", _feed("").replace(NAME.encode(), b""), refused="no entry"),
    row("file: PDF named .html", "a.html", b"%PDF-1.4\n" + NAME.encode(), refused="."),
    row("file: PNG named .html", "a.html", b"\x89PNG\r\n\x1a\n" + NAME.encode(), refused="."),
    row("file: a program", "a.html", b"MZ" + bytes(range(256)) * 40, refused="."),
    row("file: zeroes", "a.html", bytes(10_000), refused="empty|binary|no kind"),
    row("file: words alone", "a.txt", NAME * 10, refused="not a web page|no kind"),
    row("file: empty", "a.html", b"", refused="is empty"),
    row("file: SVG with a script", "a.svg", f'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><text>{NAME}</text></svg>', refused=".", hides=("alert(1)",)),
    row("folder: nothing in it", "a", lambda path: path.mkdir(), refused="no file"),
    row("folder: a link out of the case", "a", lambda path: (path.mkdir(), (path / "Profile.csv").symlink_to("/etc/passwd")), refused="no file", hides=("root:",)),
)  # fmt: skip
