"""Labels and values that a profile sets out."""

import pytest
from bs4 import BeautifulSoup

from auditor.collect.pages.labelled import read


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<dl><dt>Ville</dt><dd>Nantes</dd><dt>Style :</dt><dd>rock</dd></dl>",
         [("home_commune", "Nantes"), ("label:Style", "rock")]),
        ("<dl><div><dt>City</dt><dd>Leeds</dd></div></dl>", [("home_commune", "Leeds")]),
        ("<dl><dt>Ville</dt><dt>Pays</dt><dd>France</dd></dl>", [("label:Pays", "France")]),
        ("<table><tr><td>Nom</td><td>Loïc Tran</td></tr></table>", [("full_name", "Loïc Tran")]),
        ("<table><tr><th>Situation</th><td>célibataire</td></tr></table>", [("family_status", "célibataire")]),
        ("<table><thead><tr><td>Nom</td><td>Ville</td></tr></thead></table>", []),
        ("<table><tr><th>Nom</th><th>Ville</th></tr></table>", []),
        ("<table><tr><td>Nom</td><td>a</td><td>b</td></tr></table>", []),
        ("<table><tr><td>Ville</td><td></td></tr></table>", []),
        ("<ul><li>Situation amoureuse : célibataire</li><li>À voir : ceci</li></ul>",
         [("family_status", "célibataire")]),
        ("<p>Born: 5 May 1990</p>", [("birth_date", "5 May 1990")]),
        ("<dl><dt>Membre depuis<dd><time datetime=2007-02-10T08:00>10 février</time></dl>",
         [("account_created", "2007-02-10")]),
        (f"<dl><dt>{'long ' * 20}<dd>x</dl>", []),
        (f"<dl><dt>Ville<dd>{'x' * 400}</dl>", []),
    ],
)  # fmt: skip
def test_labels_and_values(page, expected):
    assert [(each.kind, each.text) for each in read(BeautifulSoup(page, "lxml"))] == expected
