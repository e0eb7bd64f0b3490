"""Bytes into a page: every encoding that is met, and a reason for what is none."""

import pytest

from auditor.collect.pages.document import DEEPEST, LARGEST, parse
from auditor.collect.unreadable import UnreadableError
from tests.collect.contexts import context

PAGE = '<html><head><meta charset="{}"><title>Été</title></head><body><p>L’œuvre à 40 €</p></body></html>'
WRONG = "the page is not in the encoding it declares; it was read as windows-1252"


def reasons(document):
    return [str(each.reason) for each in document.failures]


@pytest.mark.parametrize(
    ("declared", "written", "expected"),
    [
        ("utf-8", "utf-8", []),
        ("utf-8", "utf-8-sig", []),
        ("windows-1252", "utf-8-sig", []),
        ("windows-1252", "windows-1252", []),
        ("iso-8859-1", "windows-1252", []),
        ("utf-16", "utf-16", []),
        ("no-such-charset", "utf-8", []),
        ("hex", "utf-8", []),
        ("idna", "utf-8", []),
        ("utf-8", "windows-1252", [WRONG]),
    ],
)
def test_the_text_is_right_whatever_the_encoding(declared, written, expected):
    document = parse(PAGE.format(declared).encode(written), context())
    assert document.title == "Été"
    assert document.soup.p.get_text() == "L’œuvre à 40 €"
    assert reasons(document) == expected


def test_windows_1252_without_a_word_of_it_is_read_in_silence():
    document = parse("<p>déjà vu</p>".encode("windows-1252"), context())
    assert (document.soup.p.get_text(), reasons(document)) == ("déjà vu", [])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n ", "empty"),
        (b"\x00\x00\x00", "empty"),
        (b"%PDF-1.4 <html>", "PDF"),
        (b"\n\x89PNG\r\n", "PNG"),
        (b"<" + bytes(range(1, 9)) * 30, "binary"),
        (b"no tag at all", "not a web page"),
    ],
)
def test_what_is_no_page_says_why(data, reason):
    with pytest.raises(UnreadableError) as caught:
        parse(data, context())
    assert reason in str(caught.value)


@pytest.mark.parametrize("data", [b"<p>x" + b" " * LARGEST, b"<html>" + b"<b>x</b>" * 20_000])
def test_a_long_page_is_read_in_part(data):
    document = parse(data, context())
    assert "too long" in reasons(document)[0]
    assert "x" in document.soup.get_text()


def test_what_is_nested_too_deep_becomes_plain_text():
    document = parse(b"<div>" * (DEEPEST * 3) + b"<p class=h-card>deep text", context())
    assert "too deep" in reasons(document)[0]
    assert "deep text" in document.soup.get_text()
    assert document.soup.find(class_="h-card") is None


@pytest.mark.parametrize(
    ("head", "more", "address", "base"),
    [
        ('<link rel="canonical" href="https://a.example/x">', {}, "https://a.example/x", None),
        ('<meta property="og:url" content="https://a.example/x">', {}, "https://a.example/x", None),
        ('<link rel="canonical" href="/x">', {}, None, None),
        ('<link rel="canonical" href="javascript:alert(1)">', {}, None, None),
        (
            '<link rel="canonical" href="https://a.example/x">',
            {"address": "https://b.example/y"},
            "https://b.example/y",
            None,
        ),
        (
            '<base href="/up/"><link rel="canonical" href="https://a.example/x">',
            {},
            "https://a.example/x",
            "https://a.example/up/",
        ),
        ("", {}, None, None),
    ],
)
def test_a_page_knows_its_address(head, more, address, base):
    document = parse(f"<html><head>{head}</head><p>x</p>".encode(), context(**more))
    assert (document.address, document.base) == (address, base or address)
