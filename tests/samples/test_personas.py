"""The samples of three personas say, word for word, what their personas say."""

from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"

VERBATIM = {
    "ines": {
        "p2a": (
            "ines.castelb",
            "photo du planning d'équipe",
            "anniversaire de Noé 4 ans le 11 mai",
            "footing après la nuit, parc du Héron à Villeneuve-d'Ascq",
            "liens",
            "boutique",
            "chaîne",
        ),
        "p2b": (
            "nuit.blanche.idec",
            "coups de gueule sur le 3B à Sainte-Alba",
            "cadre « V. »",
            "nuits d'infirmière",
            "<figcaption>mon badge",
        ),
        "p2c": ("inescb59", "Villeneuve-d'Ascq", "vêtements 4 ans", "seudo déjà vu"),
        "p2d": (
            "Ines C.",
            "sorties 7h15 après nuit",
            "départ",
            "même rue",
            "boucle parc du Héron",
        ),
        "p2e": (
            "Inès Castelbourg",
            "infirmière DE de nuit, service 3B, Hôpital Sainte-Alba depuis 2018",
        ),
        "p2f": ("photo de grève à Sainte-Alba", "Inès C., infirmière, service 3B"),
        "d1": ("Inès Castelbourg", "préparatrice en pharmacie", "Toulouse", "1996"),
        "d2": ("nuit.blanche_idec", "soignante", "Nantes"),
        "d3": ("Inès Castel<", "Lille", "cousine", "Club", "parc du Héron"),
        "x1": ("inescb",),
        "x2": ("https://tok.example/@nuit.blanche.idec",),
    },
    "rachel": {
        "p3a": (
            "HR &amp; payroll manager",
            "I approve the monthly payroll run of 240 staff",
            "report to Tom Ellery",
            "Workstream HRIS",
        ),
        "p3b": (
            "R. Okwuosa",
            "@rokhale",
            "Leeds",
            "bake sale: ring me on 07700 900 418",
            "Tom off to Lisbon till Monday, holding the fort",
            "Northfold Bank",
        ),
        "p3c": (
            "Rachel H.",
            "Leeds",
            "running for my mum Comfort Okwuosa",
            "cardiac ward",
            "R. Okwuosa (sister)",
        ),
        "p3d": (
            "rachelbakes.example",
            "R Okwuosa",
            "22 Fenwick Row",
            "Leeds",
            "07700 900 418",
        ),
        "p3e": ("conference talk", "r.okwuosa-hale@brightmoor.example"),
        "p3f": (
            "Rachel Okwuosa Hale",
            "HR at Brightmoor",
            "14 contacts",
            "created last week",
            'alt="Rachel at the Brightmoor harvest fair, September 2023"',
        ),
        "d1": ("Rachel Hale", "novelist", "York"),
        "x1": ("r.hale@brightmoor.example", "Ryan"),
        "x2": ("Redacted for Privacy",),
    },
    "maika": {
        "p4a": (
            "<td>3e</td><td>DESROSIERS LEMELIN Maika</td><td>2004</td><td>Vert et Noir des Cantons</td>",
            "<td>DESROSIERS Maika</td><td>2004</td>",
            "Gatineau",
        ),
        "p4b": (
            "maika.dl.runs",
            "off to training camp in Banff Feb 3-10",
            "apartment tour",
            "subletting my room, text 819 555-0147, Maïka",
            "Poutine the cat",
        ),
        "p4c": (
            "Maïka D.L.",
            "tempo 6h30 mardi et jeudi, même boucle",
            "sorties à Banff du 3 au 10 février",
        ),
        "p4d": (
            "Portrait",
            "Maïka Desrosiers-Lemelin, 21 ans, coureuse du Vert et Noir des Cantons",
            "TDAH assumé",
            "cherche un stage",
        ),
        "p4e": ("@poutine_express", "2019", "party", 'rel="me"', "maika.dl.runs"),
        "p4f": ("hambre à sous-louer rue du Belvédère", "41", "819 555-0147", "Maïka"),
        "p4g": (
            "entraîneuse des U12 : M. Desrosiers-L.",
            "photo d'enfants",
            "Maëva Desrosiers-Lemelin",
        ),
        "d3": ("poutine.express", "Restaurant"),
        "x1": ("819 555-0147", "Gaétan"),
        "x2": ("Maïka", "Banff", "Aurélie"),
    },
}
PAGES = [(case, name) for case, pages in VERBATIM.items() for name in pages]


def page(case: str, name: str) -> str:
    [path] = (SAMPLES / case / "footprint").glob(f"{name}.*")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", VERBATIM)
def test_a_sample_holds_every_page_of_its_persona(case):
    there = {each.stem for each in (SAMPLES / case / "footprint").iterdir()}
    assert set(VERBATIM[case]) == there


@pytest.mark.parametrize(("case", "name"), PAGES)
def test_a_page_says_what_the_persona_says(case, name):
    for words in VERBATIM[case][name]:
        assert words in page(case, name)


def test_the_nurse_runs_at_a_quarter_past_seven_from_one_street_on_mornings_after_nights():
    runs = page("ines", "p2d")
    assert runs.count('class="seance h-entry"') == runs.count("rue des Tisserands-Bleus") == 8
    assert runs.count("T07:15:00") >= 6


def test_the_athlete_runs_the_same_loop_on_tuesdays_and_thursdays_but_for_the_camp():
    runs = page("maika", "p4c")
    assert runs.count("T06:30:00") >= 6
    loops = runs.count("boucle du lac des Nations")
    assert loops == runs.count("06:3") - runs.count("T06:3") + runs.count(", 06:29")
    assert {"2025-02-04", "2025-02-06", "2025-02-09"} == {
        day for day in (f"2025-02-{each:02}" for each in range(3, 11)) if day in runs
    }
