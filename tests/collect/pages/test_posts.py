"""Posts of a profile, once each, with date, place, author and tags."""

import json
from datetime import date
from datetime import time as clock

import pytest

from auditor.collect.pages.posts import Owner, elements, posts
from auditor.model.mandate import SeenBy
from auditor.model.visibility import Visibility
from tests.collect.pages.views import HOME, view

OWNER = Owner(names=frozenset({"loic_tr", "loic t."}), url=HOME)


def read(body, *nodes, **more):
    script = (
        f'<script type="application/ld+json">{json.dumps(list(nodes))}</script>' if nodes else ""
    )
    seen = view(body, head=script, **more)
    return posts(seen, OWNER, elements(seen))


def only(body, *nodes, **more):
    (found,) = read(body, *nodes, **more)
    return found


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            "<article><h2>Titre</h2><p>corps</p><time datetime=2008-01-02>x</time></article>",
            "Titre\ncorps",
        ),
        ("<figure><img src=x><figcaption>verglas</figcaption></figure>", "verglas"),
        (
            '<div class="h-entry"><p class="p-name">nom</p><p class="e-content">a<br>b</p></div>',
            "a\nb",
        ),
        ('<div class="h-entry"><p class="p-name">nom</p></div>', "nom"),
        ('<article>dit <span class="p-location">Pau</span></article>', "dit"),
        ("<article><figure><figcaption>une</figcaption></figure></article>", "une"),
    ],
)
def test_what_a_post_says(body, text):
    assert only(body).text == text


@pytest.mark.parametrize(
    "body",
    [
        "<article></article>",
        "<figure><img src=x></figure>",
        "<p>x</p>",
        "<footer><article>x</article></footer>",
    ],
)
def test_no_text_is_no_post(body):
    assert read(body) == []


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("2008-06-07", date(2008, 6, 7)),
        ("2008-06-07T12:40:00+02:00", date(2008, 6, 7)),
        ("2008-06", date(2008, 6, 1)),
        ("hier", None),
    ],
)
def test_dates(time, expected):
    at = clock(10, 40) if "+" in time else None
    assert only(f'<article>x<time datetime="{time}">t</time></article>').at == at
    assert only(f'<article>x<time datetime="{time}">t</time></article>').published_on == expected
    assert (
        only("", {"@type": "BlogPosting", "headline": "x", "datePublished": time}).published_on
        == expected
    )


def test_place_address_and_picture_of_a_figure():
    post = only('<figure><a href="/loic_tr/7"><img src="/i/7.jpg" alt="un quai"></a><figcaption>brume</figcaption>'
                '<span class="p-location">Nantes</span></figure>')  # fmt: skip
    assert (post.place, post.url) == ("Nantes", "https://photos.example/loic_tr/7")
    assert [(each.url, each.caption) for each in post.media] == [
        ("https://photos.example/i/7.jpg", "un quai")
    ]


@pytest.mark.parametrize(
    ("author", "by"),
    [
        ('<a class="p-author h-card" href="/loic_tr">Loïc T.</a>', None),
        ('<a class="p-author h-card" href="/loic_tr">Moi</a>', None),
        ('<a class="p-author h-card" href="/nora">Nora K.</a>', "Nora K."),
        ('<span rel="author">Nora K.</span>', "Nora K."),
        ("", None),
    ],
)
def test_who_wrote_it(author, by):
    assert only(f'<article>{author}<p class="e-content">x</p></article>').by == by


def test_tags_are_people_marked_or_linked_but_not_the_author():
    post = only('<article><a class="p-author h-card" href="/nora">Nora</a><p class="e-content">x</p>'
                '<a class="u-category h-card" href="https://elsewhere.example/f">Firmin</a>'
                '<a href="https://photos.example/basile">Basile</a><a href="https://photos.example/loic_tr">L</a>'
                '<a href="https://photos.example/">Accueil</a></article>',
                seen_by=SeenBy(default=Visibility.MEMBERS, fields={"tag_links": Visibility.CONTACTS}))  # fmt: skip
    assert [(each.name, each.url) for each in post.tags] == [
        ("Firmin", "https://elsewhere.example/f"),
        ("Basile", "https://photos.example/basile"),
    ]
    assert {each.sight.visibility for each in post.tags} == {Visibility.MEMBERS}
    assert {each.url_sight.visibility for each in post.tags} == {Visibility.CONTACTS}


PHOTO = {"@type": "ImageObject", "name": "brume", "dateCreated": "2008-11-08",
         "contentLocation": {"name": "Nantes"}, "contentUrl": "https://photos.example/i/7.jpg"}  # fmt: skip


def test_a_described_photo():
    post = only(
        "",
        {
            "@type": "ImageGallery",
            "associatedMedia": [PHOTO | {"about": {"@type": "Person", "name": "Nora"}}],
        },
    )
    assert (post.text, post.published_on, post.place) == ("brume", date(2008, 11, 8), "Nantes")
    assert [each.name for each in post.tags] == ["Nora"]
    assert post.media[0].url == "https://photos.example/i/7.jpg"


@pytest.mark.parametrize(
    ("body", "node", "count"),
    [
        (
            "<figure><figcaption>brume</figcaption><time datetime=2008-11-08>x</time></figure>",
            PHOTO,
            1,
        ),
        ("<figure><figcaption>Brume</figcaption></figure>", PHOTO, 1),
        (
            "<figure><figcaption>brume</figcaption><time datetime=2007-01-01>x</time></figure>",
            PHOTO,
            2,
        ),
        (
            '<figure><a href="/p/7"><img src=x></a><figcaption>autre</figcaption></figure>',
            PHOTO | {"url": "/p/7"},
            1,
        ),
        ("<figure><figcaption>autre</figcaption></figure>", PHOTO, 2),
    ],
)
def test_a_photo_shown_and_described_appears_once(body, node, count):
    found = read(body, node)
    assert len(found) == count
    assert any(each.place == "Nantes" for each in found)
    assert [each.id for each in found] == [f"post-{n}" for n in range(1, count + 1)]


@pytest.mark.parametrize(
    "node",
    [
        {"@type": "Person", "name": "L", "image": {"@type": "ImageObject", "name": "portrait"}},
        {"@type": "ImageObject", "contentUrl": "x"},
        {"@type": "WebPage", "name": "x"},
    ],
)
def test_portraits_and_pages_are_no_posts(node):
    assert read("", node) == []


def test_a_comment_of_another_is_theirs():
    node = {
        "@type": "Comment",
        "text": "bravo",
        "author": {"@type": "Person", "name": "Nora", "url": "/nora"},
    }
    assert only("", node).by == "Nora"
    assert only("", node | {"author": {"@type": "Person", "name": "Loïc T."}}).by is None
    assert only("", node | {"author": "Nora"}).by == "Nora"
