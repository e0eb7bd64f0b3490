"""Readable lists of contacts: counted, and named apart from the posts."""

import pytest

from auditor.collect.pages.contacts import contacts
from tests.collect.pages.views import view

LINKS = "".join(f'<li><a href="/u{n}">Ami {n}</a></li>' for n in "abc")


def found(body):
    made = contacts(view(body))
    return (made.count, len(made.people)) if made else None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<h2>Amis</h2><ul>{LINKS}</ul>", (3, 3)),
        (f"<h2>Amis</h2><p>187 amis</p><ul>{LINKS}</ul>", (187, 3)),
        (f"<h2>1 234 followers</h2><ul>{LINKS}</ul>", (1234, 3)),
        (f"<h3>Mes contacts</h3><ul>{LINKS}</ul>", (3, 3)),
        (f"<h2>Abonnés</h2><p>x</p><h2>Autre</h2><ul>{LINKS}</ul>", None),
        ("<h2>Amis</h2><a href=/a>A</a><a href=/b>B</a>", None),
        (f"<h2>Amis des bêtes</h2><p>x</p>{LINKS[:40]}", None),
        (f"<h2>Photos</h2><ul>{LINKS}</ul>", None),
        (f"<h2>Amis</h2><ul>{LINKS}<li><a href=/loic_tr>moi</a></li></ul>", (3, 3)),
        ('<a rel="friend" href="/nora">Nora</a>', (1, 1)),
        ('<script type="application/ld+json">{"@type": "Person", "name": "L", "knows":'
         '[{"@type": "Person", "name": "Nora"}]}</script>', (1, 1)),
        ("<h2>Amis</h2>" + "".join(f'<a href="https://club.example/m/{n}">Ami {n}</a>' for n in "abc")
         + '<a href="https://club.example/m/x/tous">Tous</a>', (3, 3)),
        ("", None),
    ],
)  # fmt: skip
def test_lists(body, expected):
    assert found(body) == expected
