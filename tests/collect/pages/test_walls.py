"""Pages saved instead of the one that was meant, and pages that only look like those."""

import pytest

from auditor.collect.pages.walls import wall
from tests.collect.pages.views import view

LOGIN = '<form><input type="email"><input type="password"><button>Se connecter</button></form>'
LONG = "<p>" + "Un long récit de voyage, de vent et de pluie. " * 8 + "</p>"
TITLE = "<title>{}</title>"


@pytest.mark.parametrize(
    ("body", "title", "reason"),
    [
        (f"<h1>Connectez-vous</h1>{LOGIN}", "Réseau", "login page"),
        (LOGIN, "Réseau", "login page"),
        ("<h1>Log in</h1><input type=email>", "Site", "login page"),
        (f"{LOGIN}{LONG}", "Se connecter", "login page"),
        ("<p>Nous utilisons des cookies</p><button>Tout accepter</button>", "Avant", "cookies"),
        ("<p>We value your privacy</p><a href=#>Accept all</a>", "Before", "cookies"),
        ("<h1>Page introuvable</h1><p>Désolé</p>", "Erreur", "does not exist"),
        ("<p>Oups</p>", "404 - Site", "does not exist"),
        ("<p>Not here</p>", "404 Not Found", "does not exist"),
        ("<iframe src=/x></iframe>", "x", "frames"),
        ("<div id=root></div><script>start()</script>", "x", "script"),
    ],
)
def test_each_wall_is_named(body, title, reason):
    found = wall(view(body, head=TITLE.format(title)))
    assert found is not None
    assert reason in str(found.reason)


def test_a_page_that_leads_on_is_named():
    head = '<meta http-equiv="Refresh" content="0; URL=https://x.example/">'
    assert "leads on" in str(wall(view("<p>un instant</p>", head=head)).reason)


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ("<p>Bonjour</p>", ""),
        (f"{LOGIN}{LONG}", TITLE.format("Mes voyages")),
        (f"{LOGIN}<dl><dt>Pseudo<dd>nora<dt>Ville<dd>Lyon</dl>", ""),
        (LOGIN, '<meta property="og:type" content="profile">'),
        (f'{LOGIN}<p class="h-card">Nora Kermorvan</p>', ""),
        (f"<p>Nous utilisons des cookies</p><button>Accepter</button>{LONG}", ""),
        ("<p>Recette de cookies</p>", ""),
        ("<p>Une équipe de deux.</p><footer>Cookies · Partenaires</footer>", ""),
        (LONG * 5, TITLE.format("404 jours de mer")),
        ("<p>x</p><iframe src=/x></iframe>", ""),
        ("<p>x</p><script>y</script>", ""),
    ],
)
def test_other_pages_pass(body, head):
    assert wall(view(body, head=head)) is None
