"""Simple snippets are read without a parser, to the very text that the parser gives."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from auditor.collect.pages import text
from auditor.collect.pages.snippet import plain, simple

LINK = '<a href="https://photos.example/@firmin" class="u-url mention" rel="nofollow noopener">'
SHORTENED = (
    f'{LINK}<span class="invisible">https://</span><span class="ellipsis">photos.example/a</span>'
    '<span class="invisible">b/c</span></a>'
)


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>bonjour</p>", "bonjour"),
        ("<p> l’été  à\u00a0Limoges\n</p>", "l’été à Limoges"),
        ("<p>a<br>b<br/>c<br />d</p><p>e</p>", "a\nb\nc\nd\ne"),
        ("a &lt;b&gt; &amp;amp; c&#39;est &quot;x&quot;&nbsp;!", 'a <b> &amp; c\'est "x" !'),
        (f"<p>vu {SHORTENED} hier</p>", "vu https://photos.example/ab/c hier"),
        (f'<p><span class="h-card">{LINK}@<span>firmin</span></a></span> oui</p>', "@firmin oui"),
        ("<blockquote><p>a</p><p>b</p></blockquote>c", "a\nb\nc"),
        ("avant<p>a</p>après", "avant\na\naprès"),
        ("<p>a\nb</p>", "a b"),
        ('<a href="https://x.example/?a=1&amp;b=2&c">x</a>', "x"),
        ("<p></p>", ""),
    ],
)
def test_simple_snippets_are_read_at_once(html, found):
    assert simple(html) == found == text.plain(html)


@pytest.mark.parametrize(
    "html",
    [
        "<p hidden>x</p>",
        '<p style="display:none">x</p>',
        '<span aria-hidden="true">x</span>',
        '<p class="navbar">x</p>',
        "<p>a<p>b</p>",
        "<b>a<i>b</b>c</i>",
        "<a>b<a>c</a></a>",
        "<b><p>x</p></b>",
        "<p>a</br>b</p>",
        "<script>x</script>",
        "<P>x</P>",
        "a &eacute; b",
        "a &#10; b",
        "a & b < c",
        "<p>\0x</p>",
        "<p>\udc00</p>",
        "<p>&nbsp</p>",
        "<!-- x --><p>y</p>",
        "<p>" + "x " * 50_000 + "</p><p>y</p>",
        "<b>" * 300 + "x" + "</b>" * 300,
        "</p>x",
    ],
)
def test_all_other_markup_is_left_to_the_parser(html):
    assert simple(html) is None
    assert plain(html) == text.plain(html)


ATTRIBUTES = [
    "",
    ' class="invisible"',
    ' class="ellipsis nav"',
    ' href="https://x.example/?a=é"',
    " hidden",
    ' style="display:none"',
    ' role="navigation"',
    ' href="a&b"',
]
NAMES = "p br blockquote a span strong em b i u s del code li ul div pre script h1 td".split()
TAGS = st.builds(
    lambda slash, name, attributes, end: f"<{slash}{name}{attributes}{end}>",
    st.sampled_from(["", "/"]),
    st.sampled_from(NAMES[:13] * 3 + NAMES),
    st.sampled_from(["", "", *ATTRIBUTES]),
    st.sampled_from(["", "", "", "/", " /"]),
)
ENTITIES = (
    "&amp; &lt; &gt; &quot; &#39; &#x27; &#34; &nbsp; &eacute; &amp;lt; & &#10; &copy".split()
)
WORDS = st.sampled_from(
    [*ENTITIES, " ", "\n", "a", "été", "😀", "\u00a0", "\u202f", "\r\n", "\t", "  "]
)
TEXTS = WORDS | st.text(max_size=6)
NESTED = st.recursive(
    TEXTS,
    lambda inner: st.builds(
        lambda name, attributes, parts: f"<{name}{attributes}>{''.join(parts)}</{name}>",
        st.sampled_from(NAMES[:1] * 3 + NAMES[2:13]),
        st.sampled_from(["", "", *ATTRIBUTES[:4]]),
        st.lists(inner | st.sampled_from(["<br>", "<br/>", "<br />"]), max_size=4),
    ),
    max_leaves=10,
)


@settings(max_examples=500)
@given(st.lists(NESTED, max_size=4).map("".join) | st.lists(TAGS | TEXTS, max_size=10).map("".join))
@example("<p>Élodie a préparé un château en Dordogne à côté de la gare. (n° 165)</p>")
def test_the_parser_would_give_the_same(html):
    assert plain(html) == text.plain(html)
