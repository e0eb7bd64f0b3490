"""The networks' cards."""

from pathlib import Path

import pytest

from auditor.collect.cards import by_host, cards
from auditor.errors import PackError
from auditor.model.network import NetworkKind
from auditor.model.visibility import Visibility
from auditor.resources.folders import folder

SHIPPED = folder("rules") / "networks"
SAMPLES = Path(__file__).parents[2] / "samples"
CARD = "id: photos\nname: {fr: Photos, en: Photos}\nkind: personal\nhosts: [photos.example]\n"


@pytest.fixture
def case(tmp_path):
    """Writes cards of a case."""

    def write(**texts):
        (tmp_path / "networks").mkdir()
        for name, text in texts.items():
            (tmp_path / "networks" / f"{name}.yml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_the_shipped_cards_say_where_each_default_comes_from():
    found = cards(SHIPPED)
    assert {"linkedin", "mastodon"} <= set(found)
    for card in found.values():
        assert {"fr", "en"} <= set(card.name)
        for default in (*card.visibility.values(), *([card.indexed] if card.indexed else [])):
            assert default.source
            assert default.checked_on.year >= 2015
        for paths in card.settings.values():
            assert set(paths) == {"fr", "en"}


def test_linkedin_is_professional_and_found_by_its_host():
    found = cards(SHIPPED)
    card = by_host(found, "www.LinkedIn.com")
    assert card is not None
    assert card.kind is NetworkKind.PROFESSIONAL
    assert by_host(found, "fr.linkedin.com") is card
    assert card.visibility["birth_date"].value is Visibility.UNKNOWN


@pytest.mark.parametrize("host", ["", "linkedin.com.evil.example", "notlinkedin.com", "mastodon"])
def test_other_hosts_have_no_card(host):
    assert by_host(cards(SHIPPED), host) is None


@pytest.mark.parametrize("name", ["marc-l", "namesakes", "discreet", "broken"])
def test_the_cards_of_the_samples_are_added(name):
    own = {path.stem for path in (SAMPLES / name / "networks").glob("*.yml")}
    assert own | {"linkedin", "mastodon"} == set(cards(SHIPPED, SAMPLES / name))


def test_a_case_without_cards_has_ours(tmp_path):
    assert set(cards(SHIPPED, tmp_path)) == set(cards(SHIPPED))


@pytest.mark.parametrize(
    ("texts", "what"),
    [
        ({"linkedin": CARD.replace("id: photos", "id: linkedin")}, "ships a card"),
        ({"photos": CARD.replace("photos.example", "linkedin.com")}, "belongs to another card"),
        ({"photos": CARD, "images": CARD.replace("id: photos", "id: images")}, "another card"),
        ({"other": CARD}, "write id: other"),
        ({"photos": CARD + "delete: {effort: heroic}\n"}, "the effort to delete"),
        ({"photos": CARD + "profile_url: 'https://photos.example/'\n"}, "lacks {handle}"),
        ({"photos": CARD + "hots: [x]\n"}, "photos.yml:5: hots: unknown key"),
        ({"photos": CARD.replace("kind: personal", "kind: odd")}, "photos.yml:3: kind"),
        ({"photos": ""}, "photos.yml:1:"),
    ],
)
def test_a_card_that_cannot_be_used_is_refused(case, texts, what):
    with pytest.raises(PackError) as caught:
        cards(SHIPPED, case(**texts))
    assert what in str(caught.value)
