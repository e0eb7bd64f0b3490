"""An account from its page."""

import json

import pytest

from auditor.collect.pages.profile import is_profile, profile
from auditor.model.mandate import SeenBy
from auditor.model.visibility import Visibility
from tests.collect.contexts import said
from tests.collect.pages.views import HOME, view


def ld(node):
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def og(**properties):
    return "".join(
        f'<meta property="{k.replace("_", ":", 1)}" content="{v}">' for k, v in properties.items()
    )


PERSON = {"@type": "Person", "name": "Loïc Tréhardel"}


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (og(og_type="profile"), "", True),
        (og(og_type="product"), "", True),
        (ld({"@type": "ProfilePage", "mainEntity": PERSON}), "", True),
        (ld(PERSON), "", True),
        (ld({"@type": "Offer", "name": "ampli", "seller": PERSON}), "", True),
        ("", f'<p class="h-card"><a class="u-url" href="{HOME}">Loïc</a></p>', True),
        (
            '<link rel="me" href="https://l.example/">',
            '<a class="h-card" href="https://l.example">L</a>',
            True,
        ),
        ("", '<p class="h-card"><a class="u-url" href="/nora">Nora</a></p>', False),
        (og(og_type="article"), "<article>x</article>", False),
        (ld({"@type": "Organization", "employee": [PERSON, PERSON]}), "", False),
        ("", "<p>x</p>", False),
    ],
)
def test_what_makes_a_page_a_profile(head, body, expected):
    assert is_profile(view(body, head=head)) is expected


@pytest.mark.parametrize(
    ("head", "body", "fields"),
    [
        (ld({"@type": "ProfilePage", "mainEntity": PERSON | {"alternateName": "loic_tr"}}), "",
         {("full_name", "Loïc Tréhardel"), ("username", "loic_tr")}),
        (og(og_type="profile", og_title="Loïc T. (@loic_tr) | Photos", profile_username="loic_tr"), "",
         {("full_name", "Loïc T."), ("username", "loic_tr")}),
        (og(og_type="profile", og_title="loic_tr"), "", {("username", "loic_tr")}),
        (og(profile_first_name="Loïc", profile_last_name="Tréhardel"), "",
         {("first_name", "Loïc"), ("full_name", "Loïc Tréhardel"), ("username", "loic_tr")}),
        ("<title>Nora Kermorvan - Photos</title>", "<h1>Nora Kermorvan</h1>",
         {("full_name", "Nora Kermorvan"), ("username", "loic_tr")}),
        ("<title>Photos</title>", "<h1>Bienvenue</h1><p>x</p>", {("username", "loic_tr")}),
        ("", '<div class="h-card"><b class="p-name">Loïc T.</b></div><dl><dt>Nom affiché<dd>Loïc T.<dt>Style<dd>rock</dl>',
         {("full_name", "Loïc T."), ("username", "loic_tr"), ("label:Style", "rock")}),
        (ld({"@type": "Offer", "name": "Ampli", "seller": {"@type": "Person", "name": "Loïc"}}), "<h1>Ampli</h1>",
         {("classified_ad", "Ampli"), ("full_name", "Loïc"), ("username", "loic_tr")}),
        (ld({"@type": "Product", "name": "Ampli", "offers": {"@type": "Offer", "seller": {"name": "Loïc"}}}), "",
         {("classified_ad", "Ampli"), ("full_name", "Loïc"), ("username", "loic_tr")}),
        ("", "<dl><dt>École<dd>Lycée Bas<dt>Promotion<dd>1991</dl>", {("school", "Lycée Bas"), ("username", "loic_tr")}),
    ],
)  # fmt: skip
def test_fields(head, body, fields):
    assert said(profile(view(body, head=head))) == fields


def test_a_number_in_the_address_is_no_username():
    found = profile(view("<p>x</p>", address="https://photos.example/48213"))
    assert found.account == "photos:48213"
    assert said(found) == set()


def test_the_school_has_its_years():
    (school,) = [each for each in profile(view("<dl><dt>École<dd>Lycée Bas<dt>Promotion<dd>1991</dl>")).fields
                 if each.name == "school"]  # fmt: skip
    assert (school.period[0].year, school.period[1].year) == (1991, 1991)


def test_declared_links_leave_the_page_itself_out():
    head = (
        ld(PERSON | {"sameAs": ["https://x.example/l", HOME, "mailto:l@x.example"]})
        + '<link rel="me" href="https://m.example/@l">'
    )
    found = profile(view("", head=head)).links
    assert [(each.name, each.text) for each in found] == [
        ("bio_crosslink", "https://m.example/@l"),
        ("bio_crosslink", "https://x.example/l"),
    ]


def test_the_text_beside_posts_and_fields_is_the_owners_own():
    body = """<h1>loic_tr</h1><dl><dt>Ville<dd>Nantes</dl><p>Je joue de la basse.</p>
      <article>un concert</article><blockquote>La pluie ne tombe jamais.</blockquote>
      <footer>Conditions</footer><p>© 2008 Photos</p><p>loic_tr</p>"""
    assert [(each.id, each.text) for each in profile(view(body)).posts] == [
        ("post-1", "un concert"),
        ("block-1", "Je joue de la basse."),
        ("block-2", "La pluie ne tombe jamais."),
    ]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (ld(PERSON | {"description": "bassiste à Nantes"}), "<p>bassiste à Nantes</p>"),
        (
            "",
            '<div class="h-card"><b class="p-name">L</b><p class="p-note">bassiste à Nantes</p></div>',
        ),
        (og(og_type="profile", og_description="bassiste à Nantes"), ""),
    ],
)
def test_the_bio_is_a_post_of_its_own_and_stands_once(head, body):
    assert [(each.id, each.text) for each in profile(view(body, head=head)).posts] == [
        ("bio", "bassiste à Nantes")
    ]


def test_contacts_are_counted_and_belong_to_no_post():
    links = "".join(f'<li><a href="/u{n}">Ami {n}</a></li>' for n in "abc")
    found = profile(view(f"<div><h2>Amis</h2><p>187 amis</p><ul>{links}</ul></div>"))
    assert ("contact_list", "187") in said(found)
    assert [each.url for each in found.people] == [f"https://photos.example/u{n}" for n in "abc"]
    assert {each.post for each in found.people} == {None}
    assert found.posts == ()


def test_each_field_has_its_own_sight():
    seen = SeenBy(
        default=Visibility.CONTACTS,
        fields={"full_name": Visibility.INDEXED, "bio": Visibility.ANYONE},
    )
    found = profile(
        view("<p>x</p>", head=ld(PERSON | {"description": "bio", "jobTitle": "a"}), seen_by=seen)
    )
    fields = {each.name: each.sight.visibility for each in found.fields}
    assert (fields["full_name"], fields["job_title"]) == (Visibility.INDEXED, Visibility.CONTACTS)
    assert {each.id: each.sight.visibility for each in found.posts} == {
        "bio": Visibility.ANYONE,
        "block-1": Visibility.CONTACTS,
    }
    assert found.sight.visibility is Visibility.CONTACTS
