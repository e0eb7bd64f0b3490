"""The sample `marc-l` says, word for word, what its persona says."""

import re
from pathlib import Path

import pytest

FOOTPRINT = Path(__file__).parents[2] / "samples" / "marc-l" / "footprint"

VERBATIM = {
    "p1a": (
        "loic_tr",
        "Loïc T.",
        "Nantes",
        "11 482 photos",
        "Hélène et José au café, Montréal, juin 2008",
        "scooter à Vancouver avec Hélène",
        "chez les parents de Julia, 14 bd des Acacias",
        "Maëlle, mon amoureuse, à la plage",
        "mon frère Ludovic et moi",
        "départ pour Montréal le 3 juin",
        "l'équipe de l'atelier",
        "vernissage de Julia Krügelstein, mon ex, Bordeaux, 2007",
        "ma basse et l'ampli Orage au local des VC",
        "ce soir La Cale 2 !",
        "compact X7",
    ),
    "p1a-feed": ("loic_tr", "ce soir La Cale 2 !"),
    "p1b": (
        "voletsclos",
        "Les Volets Clos - live à La Cale 2",
        "groupe de Nantes",
        "basse Loïc T., chant Nora, batterie Loic Trehard",
        "merci à l'agence Quai Sud pour la salle",
    ),
    "p1c": (
        "Hélène Aubrac-Milot",
        "Canada 2008",
        "ouvert à tous les membres du réseau",
        "Montréal",
        "juin 2008",
        '"https://amis.example/profil/48213">Loïc Tréhardel<',
        '"https://amis.example/profil/60344">José Piñeda<',
        "bon anniv Loïc ! 28 ans",
        '<time class="dt-published" datetime="2008-03-17">17 mars 2008<',
    ),
    "p1d": (
        "Fête de la musique",
        "le bassiste Loïc Tréhardel, 28 ans, dessinateur de métier",
        "Les Volets Clos",
        "Nantes",
    ),
    "p1e": ("<td>Loïc Tréhardel</td>", "1962", "1969", "1974", "1988", "1991", "Rezé"),
    "p1f": (
        "vends ampli basse Orage 200, Nantes centre, demander Loïc après 19h, 06 39 98 41 27",
        "l'ampli dans le local des VC",
    ),
    "p1g": ("L'équipe", "L. Tréhardel, dessinateur-projeteur"),
    "p1h": ("Loïc Tréhardel", "loic_tr", "célibataire", "visibles des amis d'amis", "Nantes"),
    "p1i": ("Julia Kruegelstein", "chargée des publics", "Bordeaux", "Vernissages"),
    "d1": ("Loïc Tréhardel", "61 ans", "boules", "Brest"),
    "d4": ("loictr", "Loïc Tran", "Lyon", "19 ans"),
    "d5": ("Loïc T., 28 ans, Nantes", "tribunal"),
    "d6": ("Ludovic Tréhardel, architecte", "Nantes"),
}


def footprint(name: str) -> str:
    [path] = FOOTPRINT.glob(f"{name}.*")
    return path.read_text(encoding="windows-1252" if name == "p1f" else "utf-8-sig")


def test_marc_l_holds_every_page_of_its_persona():
    assert set(VERBATIM) == {each.stem for each in FOOTPRINT.iterdir()}


@pytest.mark.parametrize("name", VERBATIM)
def test_a_page_says_what_the_persona_says(name):
    page = footprint(name)
    for words in VERBATIM[name]:
        assert words in page


def test_marc_l_shows_more_than_eighty_titled_and_dated_photos():
    page = footprint("p1a")
    photos = re.findall(
        r'<figcaption>([^<]+)</figcaption>\s*<time [^>]*datetime="(200[78]-\d\d-\d\d)"', page
    )
    assert len(photos) == page.count("<figcaption>") >= 80
    assert len({title for title, _ in photos}) == len(photos)


def test_the_feed_shows_only_photos_of_the_page():
    titles = re.findall(r"<entry>\s*<title>([^<]+)</title>", footprint("p1a-feed"))
    assert titles
    assert set(titles) <= set(re.findall(r"<figcaption>([^<]+)</figcaption>", footprint("p1a")))


def test_five_former_pupils_have_the_name():
    assert footprint("p1e").count("<td>Loïc Tréhardel</td>") == 5


def test_the_odd_encodings_are_what_they_say():
    ad = (FOOTPRINT / "p1f.html").read_bytes()
    assert b"charset=windows-1252" in ad
    assert b"180 \x80" in ad
    assert (FOOTPRINT / "p1g.html").read_bytes().startswith(b"\xef\xbb\xbf")
