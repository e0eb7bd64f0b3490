"""What the links and the head of a page prove."""

import pytest

from auditor.collect.proof.page import declared, holds
from tests.collect.proof.people import ACCOUNT, SITE, TOKENS, page

TOKEN = TOKENS.fresh(SITE)


@pytest.mark.parametrize(
    ("html", "back"),
    [
        (f'<a rel="me" href="{ACCOUNT}">', True),
        (f'<link rel="me" href="{ACCOUNT}">', True),
        (f'<a rel="nofollow ME" href=" {ACCOUNT} ">', True),
        (f'<a href="{ACCOUNT}">', False),
        (f'<a rel="author" href="{ACCOUNT}">', False),
        (f'<a rel="me" href="{ACCOUNT}/">', False),
        (f'<a rel="me" href="{ACCOUNT}2">', False),
        ('<a rel="me" href="http://social.example/@odile">', False),
        ('<a rel="me" href="https://SOCIAL.example/@odile">', False),
        (f'<area rel="me" href="{ACCOUNT}">', False),
        (f'<!-- <a rel="me" href="{ACCOUNT}"> -->', False),
        (f'<script>document.write(\'<a rel="me" href="{ACCOUNT}">\')</script>', False),
        (f'<a rel="me" data-href="{ACCOUNT}">', False),
        (f'<iframe srcdoc="&lt;a rel=me href={ACCOUNT}&gt;"></iframe>', False),
        (f'<iframe><a rel="me" href="{ACCOUNT}">x</a></iframe>', False),
        (f'<template><a rel="me" href="{ACCOUNT}">x</a></template>', False),
        ("<b" * 50_000 + f'<a rel="me" href="{ACCOUNT}">', False),
        (f'<a rel="me" href="{ACCOUNT}">' + "x" * 1_000_000, False),
        ("", False),
    ],
)
def test_a_page_declares_an_address_sign_for_sign(html, back):
    assert (ACCOUNT in declared(page(html))) is back


@pytest.mark.parametrize(
    ("address", "kind", "counts"),
    [
        (SITE, "text/html; charset=utf-8", True),
        ("http://odile.example/", "text/html", False),
        ("http://127.0.0.1:8000/", "text/html", True),
        ("https://odilé.example/", "text/html", False),
        (SITE, "text/plain", False),
        (SITE, "", False),
    ],
)
def test_what_somebody_on_the_way_could_have_written_proves_nothing(address, kind, counts):
    found = page(f'<a rel="me" href="{ACCOUNT}">', address=address, kind=kind)
    assert bool(declared(found)) is counts


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252"])
def test_a_page_is_read_in_the_encoding_that_it_declares(encoding):
    html = f'<meta charset="{encoding}"><p>é</p><a rel="me" href="https://é.example/">'
    assert declared(page(html.encode(encoding))) == {"https://é.example/"}


@pytest.mark.parametrize(
    ("html", "proved"),
    [
        (f'<head><meta name="auditor-proof" content="{TOKEN}"></head>', True),
        (f'<meta content="{TOKEN}" name="auditor-proof"><p>', True),
        (f'<head></head><body><meta name="auditor-proof" content="{TOKEN}">', False),
        (f'<head><meta name="description" content="{TOKEN}"></head>', False),
        (f"<head></head><body><p>{TOKEN}</p>", False),
        ('<head><meta name="auditor-proof" content="auditor-AAAAAAAAAAAAAAAAAAAA"></head>', False),
        ("", False),
    ],
)
def test_a_token_stands_in_the_head_where_visitors_write_nothing(html, proved):
    assert holds(page(html), SITE, TOKENS) is proved
    assert not holds(page(html, address="http://odile.example/"), SITE, TOKENS)
