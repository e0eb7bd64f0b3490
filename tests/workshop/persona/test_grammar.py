"""Sentences are right in their language, whoever and wherever they speak of."""

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.workshop.persona import LANGUAGES, STYLES, Order, invent
from auditor.workshop.persona.grammar import agree, fill, of, sentences
from auditor.workshop.persona.language import language

ORDERS = st.builds(
    Order,
    seed=st.integers(0, 10**6),
    language=st.sampled_from(LANGUAGES),
    style=st.sampled_from(STYLES),
    hardness=st.integers(0, 4),
)


@pytest.mark.parametrize(
    ("template", "female", "values", "said"),
    [
        ("né[|e] à {town}", True, {"town": "Pau"}, "née à Pau"),
        ("né[|e] à {town}", False, {"town": "Pau"}, "né à Pau"),
        ("les rues {de:town}", False, {"town": "Angers"}, "les rues d'Angers"),
        ("les rues {de:town}", False, {"town": "Nantes"}, "les rues de Nantes"),
        ("vie {de:job}", True, {"job": "infirmière"}, "vie d'infirmière"),
        ("vie {de:job}", True, {"job": "opticienne"}, "vie d'opticienne"),
        ("life of {a:job}", True, {"job": "nurse"}, "life of a nurse"),
        ("life of {a:job}", True, {"job": "optician"}, "life of an optician"),
        ("menuisi[er|ère]", True, {}, "menuisière"),
    ],
)
def test_a_sentence_agrees_and_elides(template, female, values, said):
    assert fill(template, female, values) == said


@pytest.mark.parametrize(
    ("form", "said"), [("ms", "rangé"), ("fs", "rangée"), ("mp", "rangés"), ("fp", "rangées")]
)
def test_a_thing_has_its_own_gender_and_number(form, said):
    template = "[rangé|rangée|rangés|rangées] par [lui|elle]"
    assert fill(template, True, {}, form=form) == f"{said} par elle"
    assert fill(template, False, {}, form=form) == f"{said} par lui"


@pytest.mark.parametrize("code", ["fr", "fr-CA"])
def test_feminine_and_plural_things_say_so(code):
    """The first word of a thing tells its gender and number to who knows the words; they are few."""
    feminine = {"corde", "montre", "guitare", "batterie", "machine", "chaussures"}
    for hobby in language(code).hobbies:
        for role in hobby.roles:
            head = role.object.split()[0]
            plural = head.endswith("s")
            assert role.form == ("f" if head in feminine else "m") + ("p" if plural else "s"), head


@pytest.mark.parametrize("code", ["fr", "fr-CA"])
def test_every_venue_has_its_preposition(code):
    words = language(code)
    venues = {each.split()[0] for hobby in words.hobbies for each in hobby.venues}
    assert venues <= set(words.at)


@pytest.mark.parametrize("code", LANGUAGES)
def test_seasons_and_weekdays_are_of_captions_that_there_are(code):
    words = language(code)
    said = {
        each for found in words.phrases.values() if not isinstance(found, str) for each in found
    }
    assert set(words.weekdays) <= said
    assert all(1 <= each <= 7 for each in words.weekdays.values())
    filler = set(words.phrases["filler"])
    assert set(words.seasons) <= said | filler
    assert all(1 <= each <= 12 for months in words.seasons.values() for each in months)


@pytest.mark.parametrize(
    ("code", "firm", "said"),
    [
        ("fr", "Clinique du Quai-Neuf", "à la Clinique du Quai-Neuf"),
        ("fr", "Cabinet du Quai-Neuf", "au Cabinet du Quai-Neuf"),
        ("fr", "Ateliers du Quai-Neuf", "aux Ateliers du Quai-Neuf"),
        ("fr", "Atelier du Quai-Neuf", "à l'Atelier du Quai-Neuf"),
        ("fr-CA", "Lunetterie du Quai-Neuf", "à la Lunetterie du Quai-Neuf"),
    ],
)
def test_one_is_at_a_firm_as_its_gender_asks(code, firm, said):
    assert fill("{at:x}", False, {"x": firm}, language(code).at) == said


@pytest.mark.parametrize("code", ["fr", "fr-CA"])
def test_every_firm_has_its_preposition(code):
    words = language(code)
    assert {head.split()[0] for job in words.jobs for head in job.heads} <= set(words.at)


def test_large_letters_follow_full_stops():
    assert sentences("dijon. vélo, café ? oui. {x}") == "Dijon. Vélo, café ? Oui. {x}"


@given(st.text(min_size=1, max_size=20))
def test_elision_keeps_the_word(word):
    assert of(word).endswith(word)


@given(st.text(max_size=30))
def test_agreement_leaves_plain_text_alone(text):
    if "[" not in text:
        assert agree(text, True) == text == agree(text, False)


WRONG = {
    "fr": r"\bde [aeiouyéèêàâîôû]|\b[Dd]e le\b|\b[àÀ] le\b|\b[àÀ] les\b|\bde les\b|\bchez (?:la|le|Clinique|Cabinet|Atelier)",
    "fr-CA": r"\bde [aeiouyéèêàâîôû]|\b[Dd]e le\b|\b[àÀ] le\b|\b[àÀ] les\b|\bde les\b|\bweek-end\b|\bma petite amie\b",
    "en": r"\ba [aeio]\w|\ban [bcdfgjklmnpqrstvwxyz]\w|\bthe the\b",
}


@settings(max_examples=12, deadline=None)
@given(ORDERS)
def test_no_page_breaks_a_rule_of_its_language(order):
    for path, data in invent(order).items():
        if path.endswith(".html"):
            text = unescape(
                re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", data.decode(), flags=re.S)
            )
            found = re.search(WRONG[order.language], text)
            assert not found, (
                path,
                text[max(0, found.start() - 60) : found.end() + 60] if found else "",
            )
            assert not re.search(r"[{}\[\]|]", text.replace(" | ", " ")), path


@settings(max_examples=12, deadline=None)
@given(ORDERS)
def test_what_is_said_of_her_is_not_said_of_him(order):
    """The trade of the truth is the one on the pages, in the person's gender alone."""
    import yaml

    files = invent(order)
    subject = yaml.safe_load(files["truth.yml"])["subject"]
    trades = [each.title for each in language(order.language).jobs]
    (title,) = [
        each for each in trades if subject["job"] in (agree(each, True), agree(each, False))
    ]
    mine, other = (
        subject["job"],
        ({agree(title, True), agree(title, False)} - {subject["job"]} or {None}).pop(),
    )
    page = "\n".join(
        data.decode()
        for path, data in files.items()
        if re.fullmatch(r"footprint/p[1238]\.html", path)
    )
    if other and mine not in other:
        assert other not in page.replace(mine, "")


def test_quebec_speaks_its_own_french():
    home = language("fr-CA")
    for order in (
        Order(seed=seed, language="fr-CA", style="2008", hardness=0) for seed in range(12)
    ):
        text = "\n".join(each.decode() for each in invent(order).values())
        assert "joyeux anniversaire" not in text
        assert "€" not in text
        ads = re.findall(r"\(([A-Z]\d[A-Z] \d[A-Z]\d)\)", text)
        assert "footprint/p6.html" not in invent(order) or ads
    assert "ma blonde" in home.phrases["mine_f"]
    assert all(re.fullmatch(r"[A-Z]\d[A-Z] \d[A-Z]\d", each.postal) for each in home.towns)


@pytest.mark.parametrize("code", LANGUAGES)
def test_everything_is_said_in_several_ways(code):
    for key, said in language(code).phrases.items():
        if not isinstance(said, str):
            assert len(said) >= 2, key
            assert len(set(said)) == len(said), key
