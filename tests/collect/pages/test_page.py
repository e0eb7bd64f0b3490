"""Pages, read: the right kind, a reason where there is none, and an end in any case."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.pages.page import read
from auditor.collect.reading import HTML, detect
from auditor.model.failure import Failure
from auditor.model.profile import Page, Profile
from auditor.model.visibility import Visibility
from tests.collect.contexts import card, context, failures, only

ARTICLE = """<html><head><title>Fête - Gazette</title><meta property="og:title" content="Fête">
<meta property="article:published_time" content="2008-06-23T06:00:00+02:00">
<link rel="canonical" href="https://gazette.example/fete"></head><body><article><p>Il pleut.</p></article>{}</body></html>"""


def test_an_article_is_a_page():
    page = only(read(ARTICLE.format("").encode(), context(seen_by=Visibility.INDEXED)))
    assert isinstance(page, Page)
    assert (page.title, page.published_on, page.url) == (
        "Fête",
        date(2008, 6, 23),
        "https://gazette.example/fete",
    )
    assert [each.text for each in page.posts] == ["Il pleut."]
    assert page.sight.visibility is Visibility.INDEXED


@pytest.mark.parametrize(
    ("more", "organisation", "town"),
    [
        ("<footer>© 2008 La Gazette. Tous droits</footer>", "La Gazette", None),
        ("<footer>Copyright 2004-2008 La Gazette | Mentions</footer>", "La Gazette", None),
        ('<script type="application/ld+json">{"@type": "Organization", "name": "Viaduc",'
         '"address": {"addressLocality": "Limoges"}}</script>', "Viaduc", "Limoges"),
        ('<meta property="og:site_name" content="La Gazette">', "La Gazette", None),
        ("", None, None),
    ],
)  # fmt: skip
def test_whose_site_it_is(more, organisation, town):
    page = only(read(ARTICLE.format(more).encode(), context(shows="page")))
    assert (page.organisation, page.town) == (organisation, town)


@pytest.mark.parametrize(("shows", "kind"), [("profile", Profile), ("page", Page), (None, Page)])
def test_the_mandate_says_what_a_page_shows(shows, kind):
    assert isinstance(only(read(b"<html><p>Bonjour</p>", context(shows=shows))), kind)


@pytest.mark.parametrize(
    ("meta", "indexed", "expected"),
    [
        ("", True, Visibility.INDEXED),
        ("", None, Visibility.ANYONE),
        ('<meta name="robots" content="noindex">', True, Visibility.ANYONE),
    ],
)
def test_a_fetched_page_is_indexed_unless_it_forbids_it(meta, indexed, expected):
    photos = card()
    where = {"address": "https://photos.example/nora", "networks": {"photos": photos}}
    data = f"<html><head>{meta}</head><p>x</p></html>".encode()
    profile = only(read(data, context(shows="profile", fetched=True, indexed=indexed, **where)))
    assert (profile.network, profile.account) == ("photos", "photos:nora")
    assert profile.sight.visibility is expected


@pytest.mark.parametrize(
    ("data", "path", "reason"),
    [
        (b"", "x.html", "empty"),
        (b"%PDF", "x.html", "PDF"),
        (b"<html><body></body></html>", "x.html", "nothing that can be read"),
        (b"<html><p>Ce lien a expir\xc3\xa9", "export.zip", "under the name of an archive"),
    ],
)
def test_what_is_no_page_is_one_failure(data, path, reason):
    (found,) = failures(read(data, context(path=path)))
    assert reason in found


def test_bad_structured_data_is_a_failure_beside_the_page():
    items = list(
        read(ARTICLE.format('<script type="application/ld+json">{</script>').encode(), context())
    )
    assert failures(items) == ["1 of the page's blocks of structured data cannot be read"]
    assert isinstance(items[-1], Page)


N = 100_000
HOSTILE = {
    "nested": b"<div>" * N + b"x",
    "unclosed": b"<a href=x><b>" * N,
    "nested cards": b'<div class="h-card">' * N,
    "many cards": b'<p class="h-card"><a class="u-url" href=/x>A B</a></p>' * 9_000,
    "attributes": b"<html><p " + b" ".join(b"a%d=1" % n for n in range(N)) + b">x</p>",
    "nested tables": b"<table><tr><td>" * 13_000 + b"x",
    "nested lists": b"<ul><li>a" * 20_000,
    "terms": b"<dl>" + b"<dt>Ville" * 40_000,
    "nested articles": b"<article><p>x" * 20_000,
    "friends": b"<h2>Amis</h2><a href=/u/x>Ab Cd</a>" * 13_000,
    "blanks": b'<html><script type="application/ld+json">' + b" " * 1_900_000 + b"x</script>",
    "brackets": b'<html><script type="application/ld+json">'
    + b"[" * 900_000
    + b"</script><p>x</p>",
    "references": b'<html><script type="application/ld+json">['
    + b",".join(b'{"@type":"Comment","text":"A","author":{"@id":"%d"}}' % n for n in range(25_000))
    + b"]</script><p>x</p>",
    "comments": b"<html><p>x" + b"<!-- " * 300_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("shows", ["profile", "page"])
def test_hostile_pages_end_in_bounded_time(kind, shows):
    start = time.process_time()
    assert list(read(HOSTILE[kind], context(shows=shows)))
    assert time.process_time() - start < 10


@given(st.lists(st.sampled_from([
    "<dl>", "<dt>Ville", "<dd>Nantes", "<table><tr>", "<td>", "<th>Nom", "<ul><li>", "<article>", "</article>", "<p>x",
    '<p class="h-card">A B', '<a href="/nora">Nora</a>', '<a href="http://[x" rel="me">y</a>', "<h2>Amis</h2>",
    '<div class="h-entry">', '<time datetime="2008">', "<figure>", "<figcaption>c", "<template>", "\x00", "é", "</div>",
    '<script type="application/ld+json">[{"@type": ["Person", 3], "name": {"name": []}}]</script>', "<br>", "<base href='::'>",
]), max_size=20), st.sampled_from(["profile", "page", None]))  # fmt: skip
def test_any_markup_ends_in_a_page_or_a_reason(parts, shows):
    assert list(read(f"<html><body>{''.join(parts)}".encode(), context(shows=shows)))


def test_every_page_of_others_is_read_or_named(data_folder):
    read_pages = 0
    for path in sorted((data_folder / "fixtures").rglob("*")):
        if not path.is_file():
            continue
        data = path.read_bytes()
        if data.startswith(b"HTTP/1"):
            data = data.replace(b"\r\n", b"\n").partition(b"\n\n")[2]
        if detect(data, path.name) != HTML:
            continue
        for shows in ("profile", "page", None):
            found = list(read(data, context(shows=shows, path=path.name)))
            assert found, path.name
        read_pages += not isinstance(found[-1], Failure)
    assert read_pages >= 30
