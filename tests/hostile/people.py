"""People as they may be written: odd names, addresses and days."""

# ruff: noqa: E501 (a row of a table is a line)

import unicodedata

from tests.hostile.rows import HANDLE, NAME, TOWN, Row, page, row

_PROFILE = {"shows": "profile"}


def _card(name: str, more: str = "") -> bytes:
    return (
        f'<!doctype html><html lang=fr><meta charset=utf-8><title>{TOWN}</title><body><div class="h-card">'
        f'<h1 class="p-name">{name}</h1><span class="p-locality">{TOWN}</span>{more}</div></body></html>'
    ).encode()


def _field(name: str, value: str) -> bytes:
    return _card(NAME, f"<dl><dt>{name}</dt><dd>{value}</dd></dl>")


def _link(url: str) -> bytes:
    return _card(NAME, f'<a rel="me" class="u-url" href="{url}">moi</a>')


ROWS: tuple[Row, ...] = (
    row("name: in decomposed letters (NFD)", "a.html", _card(unicodedata.normalize("NFD", NAME)), reads=("Canarivane", TOWN), source=_PROFILE),
    row("name: with a right-to-left override", "a.html", _card("\u202eenavirana\u202c Zélie"), reads=(TOWN,), source=_PROFILE),
    row("name: with zero-width joiners", "a.html", _card("Zé\u200dlie\u200b Canari\u2060vane"), reads=(TOWN,), source=_PROFILE),
    row("name: emoji alone", "a.html", _card("🦊🌈"), reads=(TOWN,), source=_PROFILE),
    row("name: @ alone", "a.html", _card("@"), reads=(TOWN,), source=_PROFILE),
    row("name: 100,000 characters", "a.html", _card("Canari " * 14_000), reads=(TOWN,), source=_PROFILE),
    row("name: markup", "a.html", _card("&lt;img src=x onerror=alert(1)&gt;"), reads=(TOWN,), source=_PROFILE),
    row("name: a template", "a.html", _card("{{ 7*7 }} %(file)s {0}"), reads=("{{ 7*7 }} %(file)s {0}",), source=_PROFILE),
    row("name: a Cyrillic letter in the handle", "a.html", _link("https://social.example/@zelcan\u0430ri77"), reads=(TOWN,), source=_PROFILE),
    row("name: None", "a.html", _field("Ville", "None"), reads=(NAME,), source=_PROFILE),
    row("address: with a password", "a.html", _link(f"https://{HANDLE}:motdepasse@social.example/"), reads=(TOWN,), hides=("motdepasse",), source=_PROFILE),
    row("address: an IDN", "a.html", _link("https://zélie.example/é"), reads=(TOWN,), source=_PROFILE),
    row("address: a bracket that does not close", "a.html", _link("http://[::1"), reads=(TOWN,), source=_PROFILE),
    row("address: a port that is none", "a.html", _link("http://social.example:99999/"), reads=(TOWN,), source=_PROFILE),
    row("address: 1 MB", "a.html", _link("https://social.example/" + "x" * 1_000_000), reads=(TOWN,), source=_PROFILE),
    row("day: a birthday without year", "a.html", _field("Anniversaire", "14 mars"), reads=("14 mars",), source=_PROFILE),
    row("day: 29 February of no leap year", "a.html", _field("Né le", "29 février 2023"), reads=("29 février 2023",), source=_PROFILE),
    row("day: 29 February of a leap year", "a.html", _field("Né le", "29 février 1984"), reads=("29 février 1984",), source=_PROFILE),
    row("day: milliseconds in a time", "a.html", page(f'<article><time datetime="1735689600000">hier</time><p>{NAME} vit à {TOWN}.</p></article>'), reads=(TOWN,)),
    row("day: before the year 1", "a.html", page(f'<article><time datetime="-0044-03-15">Ides</time><p>{NAME} vit à {TOWN}.</p></article>'), reads=(TOWN,)),
)  # fmt: skip
