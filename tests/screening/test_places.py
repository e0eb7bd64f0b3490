"""The places whose law a log can be held against, and the names of what may be noted."""

import pytest
import yaml

from auditor.model.screening_rule import Place
from auditor.resources.folders import folder
from auditor.screening.columns import plain
from auditor.screening.load import jurisdiction

FOLDER = folder("rules") / "screening"
UNDER = {place: jurisdiction(FOLDER, place, lambda _: ()) for place in Place}
CARDS = {place: under.card for place, under in UNDER.items()}
PACKS = {
    "FR": "all EU FR",
    "DE": "all EU DE",
    "BE": "all EU BE",
    "EU": "all EU",
    "CH": "all CH",
    "UK": "all UK",
    "QC": "all CA QC",
    "CA": "all CA",
    "US": "all US",
}


@pytest.mark.parametrize("place", Place)
def test_a_place_is_made_of_the_packs_that_people_rely_on(place):
    assert list(CARDS[place].packs) == PACKS[place].split()
    assert set(CARDS[place].name) == {"en", "fr"}
    assert CARDS[place].authority.url.startswith("https://")
    assert CARDS[place].day_first is (place is not Place.US)


def test_no_term_of_retention_is_invented():
    known = {
        place.value: (card.retention.rejected_months, card.retention.pool_months)
        for place, card in CARDS.items()
    }
    told = {place: terms for place, terms in known.items() if terms != (None, None)}
    assert told == {"FR": (3, 24), "DE": (6, None)}
    assert all(card.retention.source for card in CARDS.values())


GROUNDS = {
    "appearance": ("photo de profil", "Tatouages", "headshot"),
    "origin": ("Nationalité", "lieu de naissance", "ethnic origin"),
    "residence": ("adresse", "Quartier de résidence", "zip code"),
    "health": ("état de santé", "ETAT DE SANTE", "arrêts maladie", "medical history"),
    "disability": ("RQTH", "situation de handicap", "disabilities"),
    "pregnancy": ("grossesse", "congé maternité", "maternity leave"),
    "family_status": ("situation familiale", "nombre d’enfants", "marital status"),
    "religion": ("convictions religieuses", "foulard", "religious beliefs"),
    "politics": ("opinions politiques", "mandat électif", "political views"),
    "union": ("affiliation syndicale", "trade union membership"),
    "orientation": ("orientation sexuelle", "sexual orientation"),
    "gender_identity": ("identité de genre", "pronouns"),
    "age": ("date de naissance", "âge", "date-of-birth"),
    "sex": ("sexe", "civilité", "gender"),
    "genetics": ("caractéristiques génétiques", "family medical history"),
    "language": ("langue maternelle", "accent", "mother tongue"),
    "name": ("nom de naissance", "consonance du nom", "maiden name"),
    "bank_domicile": ("RIB", "domiciliation bancaire", "bank details"),
    "hardship": ("surendettement", "condition sociale", "credit score"),
    "whistle_blower": ("lanceuse d'alerte", "whistleblower"),
}


@pytest.mark.parametrize(("ground", "words"), GROUNDS.items(), ids=GROUNDS)
def test_the_names_of_fields_tell_their_ground(ground, words):
    of = UNDER[Place.FR].ground
    assert {of(each) for each in (*words, ground)} == {(ground, False)}


TRADE = """diplôme Compétences certifications publications skills references langues
    expérience_professionnelle language_skills driver's_license work_history nom e-mail""".split()


@pytest.mark.parametrize("field", TRADE)
def test_names_of_the_trade_tell_no_ground_whatever_free_words_would(field):
    anything = jurisdiction(FOLDER, Place.FR, lambda _: ("health",)).ground
    assert anything("quelque chose d'autre") == ("health", True)
    assert anything(field) is None


def test_the_grounds_of_every_place_are_known_and_france_names_all_of_them():
    assert set(CARDS[Place.FR].protected) == set(GROUNDS)
    for card in CARDS.values():
        assert set(card.protected) <= set(GROUNDS)
        assert len(set(card.protected)) == len(card.protected)


def test_no_name_of_a_field_tells_two_things():
    written = yaml.safe_load((FOLDER / "fields.yml").read_text(encoding="utf-8"))
    told = [*written["grounds"].values(), written["professional"]]
    names = [plain(each) for words in told for each in words]
    assert sorted({each for each in names if names.count(each) > 1}) == []
    assert set(written["grounds"]) == set(GROUNDS)
