"""The text that a visitor sees, block by block."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.pages.text import blocks, inline, plain


def read(page):
    return list(blocks(BeautifulSoup(page, "lxml")))


@pytest.mark.parametrize(
    ("page", "texts"),
    [
        ("<p>a  <b>b</b>\n c</p><p>d</p>", ["a b c", "d"]),
        ("<h1>t</h1>loose<p>p</p>tail", ["t", "loose", "p", "tail"]),
        ("<p>one<br>two<br/>three</p>", ["one\ntwo\nthree"]),
        ("<ul><li>a<p>b</p></li><li>c</li></ul>", ["a b", "c"]),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", ["a", "b"]),
        ("<table><tr><th>N</th><td>x</td><td></td><td>y</td></tr></table>", ["N, x, y"]),
        (
            "<table><tr><td><h2>t</h2><p>layout</p><p>two</p></td></tr></table>",
            ["t", "layout", "two"],
        ),
        ("<blockquote>q</blockquote><figure><figcaption>c</figcaption></figure>", ["q", "c"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("<p>a&nbsp;b &amp; c</p>", ["a b & c"]),
        ("<p> \n </p>", []),
    ],
)
def test_blocks_come_in_order(page, texts):
    assert [each.text for each in read(page)] == texts


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<nav>x</nav>",
        "<template><p>x</p></template>",
        "<noscript>x</noscript>",
        "<p hidden>x</p>",
        '<p style="color:red; display : none">x</p>',
        '<div aria-hidden="true"><p>x</p></div>',
        '<ul role="navigation"><li>x</li></ul>',
        '<div class="top navbar">x</div>',
        "<!-- x -->",
        "<button>x</button><select><option>x</option></select><textarea>x</textarea>",
    ],
)
def test_what_is_not_seen_is_not_read(hidden):
    assert [each.text for each in read(f"<p>a</p>{hidden}<p>b</p>")] == ["a", "b"]


@pytest.mark.parametrize(
    ("page", "menu"),
    [
        ("<ul><li><a href=/x>Accueil</a></li></ul>", True),
        ("<div><a href=/x>Charte</a> | <a href=/y>Contact</a></div>", True),
        ("<main><ul><li><a href=/x>Nora</a></li></ul></main>", False),
        ("<p><a href=/x>Lire</a> la suite</p>", False),
        ("<h2><a href=/x>Titre</a></h2>", False),
    ],
)
def test_links_alone_outside_of_content_are_a_menu(page, menu):
    assert [each.menu for each in read(page)] == [menu]


def test_cells_keep_their_columns():
    (row,) = read("<table><tr><td>a</td><td></td><td>c</td></tr></table>")
    assert (row.row, row.cells) == (True, ("a", "", "c"))


def test_elements_can_be_left_out_and_inline_elements_read():
    soup = BeautifulSoup("<div><p id=a>a</p><p>b <span>c</span></p></div>", "lxml")
    assert [each.text for each in blocks(soup, {id(soup.find(id="a"))})] == ["b c"]
    assert inline(soup.span) == "c"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("plain", "plain"),
        ("<p>a</p><p>b<br>c</p>", "a\nb\nc"),
        ("a &lt;b&gt; &amp; c", "a <b> & c"),
        ("<img src=x onerror=y>", ""),
        ("https://x.example/?a=1&b=2", "https://x.example/?a=1&b=2"),
        ("", ""),
    ],
)
def test_snippets(html, text):
    assert plain(html) == text


@given(st.text(alphabet="ab <>/p&;=\"'!-", max_size=80))
def test_any_markup_is_read(html):
    assert "\x1f" not in plain(html)
    read(f"<ul><li>{html}")


@given(
    st.lists(
        st.sampled_from(
            ["<ul>", "<li>", "<table>", "<tr>", "<td>", "<p>", "x", "</p>", "</li>", "<br>"]
        ),
        max_size=25,
    )
)
def test_no_text_is_lost_or_doubled(parts):
    page = "".join(parts)
    assert sum(each.text.count("x") for each in read(page)) == parts.count("x")
