"""A person's structured data as kinds and texts."""

import pytest

from auditor.collect.pages.hcard import card
from auditor.collect.pages.person import of_card, of_node
from tests.collect.pages.views import element


def kept(pairs):
    return [(kind, text) for kind, text in pairs if text]


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        ({"name": "Nora", "jobTitle": ["a", "b"]}, [("full_name", "Nora"), ("job_title", "a"), ("job_title", "b")]),
        ({"alternateName": ["@nora", "La Nora"]}, [("username", "nora"), ("alias", "La Nora")]),
        ({"worksFor": {"@type": "Organization", "name": "Viaduc"}}, [("employer", "Viaduc")]),
        ({"alumniOf": [{"name": "Lycée"}]}, [("school", "Lycée")]),
        ({"homeLocation": {"@type": "Place", "name": "Pau"}}, [("home_commune", "Pau")]),
        ({"homeLocation": {"address": {"addressLocality": "Pau"}}}, [("home_commune", "Pau")]),
        ({"address": "Pau"}, [("home_commune", "Pau")]),
        ({"address": "3 rue Basse, Pau"}, [("home_address", "3 rue Basse, Pau")]),
        (
            {"address": {"streetAddress": "3 rue Basse", "postalCode": "64000", "addressLocality": "Pau"}},
            [("home_commune", "Pau"), ("home_address", "3 rue Basse, 64000, Pau")],
        ),
        ({"email": "mailto:n@n.example", "telephone": "tel:+33639980011"},
         [("email_personal", "n@n.example"), ("phone_mobile", "+33639980011")]),
        ({"image": {"url": "https://n.example/n.jpg"}}, [("photo_face", "https://n.example/n.jpg")]),
        ({"name": None, "address": 7, "email": {}}, []),
        ({}, []),
    ],
)  # fmt: skip
def test_of_a_node(node, expected):
    assert kept(of_node(node)) == expected


def test_of_a_card():
    markup = """<div class="h-card"><span class="p-name">Nora Kermorvan</span><span class="p-nickname">@nora</span>
      <span class="p-job-title">relieuse</span><span class="p-org h-card">Viaduc</span>
      <span class="p-adr h-adr"><span class="p-street-address">3 rue Basse</span>
      <span class="p-locality">Pau</span></span><a class="u-email" href="mailto:n@n.example">m</a>
      <span class="p-tel">06 39 98 00 11</span><time class="dt-bday" datetime="1990-05-05">x</time></div>"""
    found = card(element(markup), "https://n.example/")
    assert kept(of_card(found)) == [
        ("full_name", "Nora Kermorvan"),
        ("username", "nora"),
        ("job_title", "relieuse"),
        ("employer", "Viaduc"),
        ("birth_date", "1990-05-05"),
        ("home_commune", "Pau"),
        ("email_personal", "n@n.example"),
        ("phone_mobile", "06 39 98 00 11"),
        ("home_address", "3 rue Basse, Pau"),
    ]


def test_a_name_implied_from_a_whole_section_is_none():
    found = card(element(f'<div class="h-card">{"long text " * 30}</div>'), None)
    assert found.name == ""
