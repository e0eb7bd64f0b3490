"""JSON-LD: a bad block never takes a good one with it."""

import json

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.pages.jsonld import Graph, first, read, strings, types

GOOD = '{"@context": "https://schema.org", "@type": "Person", "name": "Odile Piquerelle"}'
BLOCK = '{"@type": "Organization", "name": "Le Viaduc"}'


def graph(*blocks) -> Graph:
    page = "".join(f'<script type="application/ld+json">{each}</script>' for each in blocks)
    return read(BeautifulSoup(f"<html><head>{page}</head></html>", "lxml"))


def names(found):
    return [first(each.node.get("name")) for each in found.entries]


MALFORMED = {
    "bad JSON": ('{"name": "x", }', False),
    "trailing semicolon": (f"{BLOCK};", True),
    "empty script": ("", False),
    "comment on one line": (f"<!-- {BLOCK} -->", True),
    "CDATA": (f"//<![CDATA[\n{BLOCK}\n//]]>", True),
    "entities": (BLOCK.replace('"', "&quot;"), True),
    "raw newline in string": (BLOCK.replace("Le Viaduc", "Le\nViaduc"), True),
    "NaN": (BLOCK.replace("}", ', "price": NaN}'), True),
}


@pytest.mark.parametrize("kind", MALFORMED)
@pytest.mark.parametrize("order", [1, -1])
def test_the_good_block_stays_and_the_bad_one_is_repaired_or_counted(kind, order):
    text, repaired = MALFORMED[kind]
    found = graph(*[GOOD, text][::order])
    assert sorted(names(found)) == sorted(
        ["Odile Piquerelle", *(["Le Viaduc"] if repaired else [])]
    )
    assert found.malformed == (not repaired)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"a": 1' + "0" * 4400 + "}",
        '{"a": "\\ud800"}',
        f"/* <![CDATA[ */ {BLOCK[:-3]} /* ]]> */",
        "window.x = 1",
    ],
)
def test_hazards_are_counted(text):
    found = graph(text, GOOD)
    assert (names(found), found.malformed) == (["Odile Piquerelle"], 1)


@pytest.mark.parametrize("kind", ["application/ld+json; charset=utf-8", "Application/LD+JSON"])
def test_the_type_is_read_as_browsers_do(kind):
    soup = BeautifulSoup(f'<script type="{kind}">{GOOD}</script><script>{{}}</script>', "lxml")
    assert names(read(soup)) == ["Odile Piquerelle"]


PERSON = {"@type": "Person", "name": "Odile"}


@pytest.mark.parametrize(
    "document",
    [
        PERSON,
        [PERSON],
        {"@graph": [{"@type": "WebSite", "name": "x"}, PERSON]},
        {"@type": ["Person", "Patient"], "name": "Odile"},
        {"@type": "https://schema.org/Person", "name": "Odile"},
        {"@type": "schema:Person", "name": "Odile"},
        {"@type": "ProfilePage", "mainEntity": PERSON},
        {"@type": ["WebPage", "ProfilePage"], "mainEntity": [PERSON]},
        {"@type": "AboutPage", "about": PERSON},
        {
            "@graph": [
                {"@type": "ProfilePage", "mainEntity": {"@id": "#me"}},
                PERSON | {"@id": "#me"},
            ]
        },
    ],
)
def test_the_person_of_a_page_is_found_in_every_form(document):
    person = graph(json.dumps(document)).person()
    assert person is not None
    assert person["name"] == "Odile"


@pytest.mark.parametrize(
    "document",
    [
        [PERSON, {"@type": "Person", "name": "Nora"}],
        {"@type": "NewsArticle", "author": PERSON},
        {"@type": "Organization", "employee": [PERSON]},
        {"@type": 7},
    ],
)
def test_a_page_of_several_or_of_an_author_has_no_person(document):
    assert graph(json.dumps(document)).person() is None


def test_the_organisation_is_the_one_that_stands_for_itself_else_the_publisher():
    publisher = {
        "@type": "NewsArticle",
        "publisher": {"@type": "NewsMediaOrganization", "name": "Gazette"},
    }
    employer = {"@type": "Person", "worksFor": {"@type": "Organization", "name": "Viaduc"}}
    assert graph(json.dumps(publisher)).organisation()["name"] == "Gazette"
    assert (
        graph(json.dumps([publisher, {"@type": "Library", "name": "B"}])).organisation()["name"]
        == "B"
    )
    assert graph(json.dumps(employer)).organisation() is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a  b", ["a b"]),
        (
            ["a", {"name": "b"}, {"@value": "c"}, {"url": "d"}, None, "", 5, True],
            ["a", "b", "c", "d", "5"],
        ),
        ({"name": ["a", "b"]}, ["a", "b"]),
        ("caf&eacute;", ["café"]),
        (None, []),
        ({}, []),
    ],
)
def test_strings(value, expected):
    assert strings(value) == expected


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["@type", "@id", "name", "mainEntity", "@graph", "about"]), inner
            )
        ),
        max_leaves=12,
    )
)
def test_any_shape_is_read(document):
    found = graph(json.dumps(document))
    found.person()
    found.organisation()
    for each in found.entries:
        types(each.node)


def test_blocks_of_others_are_read(data_folder):
    page = (
        data_folder / "fixtures/homepage/extruct/custom.invalid/JSONLD_with_control_characters.html"
    )
    found = read(BeautifulSoup(page.read_bytes(), "lxml"))
    assert found.entries
    assert found.malformed == 0
