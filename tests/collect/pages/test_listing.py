"""Pages that are nobody's account: blocks in order, rows with their numbers, people with structure."""

import json
from datetime import date

from auditor.collect.pages.listing import listing
from tests.collect.pages.views import view

RESULTS = """<h1>2 élèves</h1><table><thead><tr><th>Nom</th><th>Établissement</th><th>Ville</th><th>Promotion</th></tr></thead>
<tr><td>Loïc Tréhardel</td><td>Lycée Bas</td><td>Brest</td><td>1962</td></tr>
<tr><td>Loïc Tréhardel</td><td></td><td>Rezé</td><td>1991</td></tr></table>"""


def shown(made):
    return [(each.id, each.text) for each in made.posts]


def people(made):
    return [(each.row, each.post, [(f.name, f.text) for f in each.fields]) for each in made.people]


def test_a_list_of_results_keeps_its_people_apart():
    made = listing(view(RESULTS))
    assert shown(made) == [
        ("block-1", "2 élèves"),
        ("row-1", "Loïc Tréhardel, Lycée Bas, Brest, 1962"),
        ("row-2", "Loïc Tréhardel, Rezé, 1991"),
    ]
    assert people(made) == [
        (
            1,
            "row-1",
            [("full_name", "Loïc Tréhardel"), ("school", "Lycée Bas"), ("home_commune", "Brest")],
        ),
        (2, "row-2", [("full_name", "Loïc Tréhardel"), ("home_commune", "Rezé")]),
    ]
    assert made.people[0].fields[1].period == (date(1962, 1, 1), date(1962, 12, 31))


def test_cards_stand_in_their_rows_and_blocks():
    body = """<table><tr><th>Nom</th><th>Fonction</th></tr>
      <tr class="h-card"><td class="p-name">Nora K.</td><td class="p-job-title"><a class="u-url" href="/nora">relieuse</a></td></tr></table>
      <p class="h-card">Firmin E.</p><section class="h-card"><h2 class="p-name">Basile M.</h2><p>doreur</p></section>"""
    made = listing(view(body))
    assert people(made) == [
        (1, "row-1", [("full_name", "Nora K."), ("job_title", "relieuse")]),
        (None, "block-1", [("full_name", "Firmin E.")]),
        (None, "block-2", [("full_name", "Basile M.")]),
    ]
    assert made.people[0].url == "https://photos.example/nora"


def test_rows_of_plain_lists_are_numbered_over_the_whole_page():
    body = "<ul><li>A. Bressuirat, architecte</li></ul><p>et</p><ul><li>L. Tréhardel, dessinateur</li></ul>"
    assert [name for name, _ in shown(listing(view(body)))] == ["row-1", "block-1", "row-2"]


def test_persons_of_the_structured_data_stand_beside_the_block_that_names_them():
    node = {"@type": "Organization", "employee": [{"@type": "Person", "name": "Odile C.", "jobTitle": "gérante"},
                                                  {"@type": "Person", "name": "Absente"}]}  # fmt: skip
    head = f'<script type="application/ld+json">{json.dumps(node)}</script>'
    made = listing(view("<h1>L'agence</h1><p>Odile C., gérante</p>", head=head))
    assert people(made) == [
        (None, "block-2", [("full_name", "Odile C."), ("job_title", "gérante")]),
        (None, None, [("full_name", "Absente")]),
    ]


def test_a_person_in_a_row_and_in_the_structured_data_is_one():
    head = (
        '<script type="application/ld+json">{"@type": "Person", "name": "Loïc Tréhardel"}</script>'
    )
    assert len(listing(view(RESULTS, head=head)).people) == 2


def test_menus_are_left_out_but_for_cards():
    body = '<ul><li><a href="/x">Accueil</a></li></ul><ul><li><a class="h-card" href="/n">Nora K.</a></li></ul>'
    assert shown(listing(view(body))) == [("row-1", "Nora K.")]


def test_a_row_with_one_time_is_of_that_day():
    body = "<ul><li><time datetime=2008-10-03>3 octobre</time> : vernissage</li></ul><p>x</p>"
    assert [each.published_on for each in listing(view(body)).posts] == [date(2008, 10, 3), None]
