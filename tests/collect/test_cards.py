"""The networks' cards."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.assess.kinds import kinds
from auditor.collect.accounts import handle_of
from auditor.collect.cards import by_host, cards
from auditor.errors import PackError
from auditor.model.network import NetworkKind
from auditor.model.visibility import Visibility
from auditor.resources.folders import folder

SHIPPED = folder("rules") / "networks"
CARDS = cards(SHIPPED)
EXPECTED = set(
    "blogger bluesky copainsdavant discord facebook flickr github gitlab googlemaps gravatar hackernews"
    " instagram keybase leboncoin linkedin mastodon medium myspace ownsite pinterest reddit snapchat"
    " stackexchange strava telegram threads tiktok viadeo vinted wordpress x xing yammer youtube".split()
)
KINDS = set(kinds(folder("rules")))
FIELDS = {"posts", "bio", "tag_links"}
"""What `sight` asks for and is no kind of fact."""
WAYS = {"message", "invitation", "mention", "comment"}
OLDEST, NEWEST = date(2010, 1, 1), date(2026, 11, 26)
"""The oldest page that was read, and the day of the last reading."""
JDM = {
    "keybase": "Keybase.io",
    "mastodon": "Mastodon.social",
    "stackexchange": "Stack Overflow / Stack Exchange Accounts",
    "x": "X",
}
"""Names in the list of deletion links that are not the card's."""
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


def test_every_network_of_the_list_has_a_card():
    assert set(CARDS) >= EXPECTED


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
class TestAShippedCard:
    """What holds for each card of the program."""

    def test_says_where_each_default_comes_from(self, card):
        for default in (*card.visibility.values(), *([card.indexed] if card.indexed else [])):
            assert default.source.strip()
            assert OLDEST <= default.checked_on <= NEWEST

    def test_names_a_page_for_what_it_takes_as_known(self, card):
        for default in (*card.established.values(), *([card.indexed] if card.indexed else [])):
            assert default.source != "not established"

    def test_says_who_only_where_it_read_it(self, card):
        for each in (card.search, card.contact):
            assert each is None or each.who is Visibility.UNKNOWN or each.read

    def test_says_where_the_rest_comes_from(self, card):
        assert card.visibility
        assert bool(card.settings) == bool(card.settings_read)
        for each in (card.export, card.delete, card.controller):
            assert each is None or each.read
        for read in provenances(card):
            assert read.source.strip()
            assert OLDEST <= read.checked_on <= NEWEST

    def test_speaks_of_known_parts(self, card):
        assert set(card.visibility) <= KINDS | FIELDS
        assert set(card.settings) <= KINDS | FIELDS | {"search", "contact"}
        assert card.search is None or set(card.search.by) <= KINDS | FIELDS
        assert card.contact is None or card.contact.how in WAYS

    def test_is_in_both_languages(self, card):
        texts = [card.name, *card.settings.values()]
        texts += [card.export.how] if card.export else []
        texts += [each.why for each in (*provenances(card), *card.visibility.values()) if each.why]
        texts += [each.note for each in (card.delete, card.controller) if each and each.note]
        for text in texts:
            assert set(text) == {"fr", "en"}
            assert all(each.strip() for each in text.values())

    def test_knows_a_member_by_their_address(self, card):
        for shape in card.shapes:
            address = shape.replace("{handle}", "loic-tr_42").replace("*", "x")
            assert handle_of(address, CARDS) == (card, "loic-tr_42")
            assert handle_of(address.replace("://", "://evil."), CARDS) is None

    def test_takes_no_page_of_the_network_for_a_member(self, card):
        for word in card.reserved:
            assert word == word.casefold()
            for shape in card.shapes:
                assert handle_of(shape.replace("{handle}", word), CARDS) is None


def provenances(card):
    """Every statement of what was read."""
    parts = (card.search, card.contact, card.export, card.delete, card.controller)
    return [each.read for each in parts if each and each.read] + (
        [card.settings_read] if card.settings_read else []
    )


@given(
    st.sampled_from([(card, shape) for card in CARDS.values() for shape in card.shapes]),
    st.from_regex(r"[a-z][a-z0-9-]{0,40}[a-z0-9]", fullmatch=True),
)
def test_whatever_handle_stands_in_an_address_is_read_from_it(known, handle):
    card, shape = known
    address = shape.replace("{handle}", handle).replace("*", "x")
    expected = None if handle in card.reserved else (card, handle)
    assert handle_of(address, CARDS) == expected
    assert handle_of(f"{address}/", CARDS) == expected or "?" in shape


@pytest.mark.parametrize(
    ("url", "account"),
    [
        ("https://fr-fr.facebook.com/loic.tr?fref=nf", "facebook:loic.tr"),
        ("https://www.facebook.com/profile.php?id=100042&locale=fr_FR", "facebook:100042"),
        ("https://www.facebook.com/people/Lo%C3%AFc-T/100042", "facebook:100042"),
        ("https://www.facebook.com/sharer.php?u=https://loic.example", None),
        ("https://www.facebook.com/sharer/sharer.php?u=https://loic.example", None),
        ("https://developers.facebook.com/docs", None),
        ("https://mobile.twitter.com/loic_tr?lang=fr", "x:loic_tr"),
        ("https://x.com/loic_tr/", "x:loic_tr"),
        ("https://twitter.com/intent/user?screen_name=loic_tr", "x:loic_tr"),
        ("https://twitter.com/intent/tweet?text=bonjour", None),
        ("https://twitter.com/loic_tr/status/42", None),
        ("https://twitter.com/share?url=https://loic.example", None),
        ("https://fr.linkedin.com/in/loic-tr", "linkedin:loic-tr"),
        ("https://www.linkedin.com/shareArticle?url=https://loic.example", None),
        ("https://www.youtube.com/channel/UC42", "youtube:UC42"),
        ("https://m.youtube.com/@loic_tr", "youtube:loic_tr"),
        ("https://www.youtube.com/watch?v=42", None),
        ("https://medium.com/@loic_tr", "medium:loic_tr"),
        ("https://loic-tr.medium.com/", "medium:loic-tr"),
        ("https://medium.com/@loic_tr/un-billet-42", None),
        ("https://www.flickr.com/photos/12345678@N00/", "flickr:12345678@N00"),
        ("https://github.com/loic-tr", "github:loic-tr"),
        ("https://github.com/loic-tr/depot", None),
        ("https://about.gitlab.com/handbook", None),
        ("https://stackexchange.com/users/42/loic-tr", "stackexchange:42"),
        ("https://stackoverflow.com/users/42/loic-tr", None),
        ("https://news.ycombinator.com/user?id=loic_tr", "hackernews:loic_tr"),
        ("https://news.ycombinator.com/item?id=42", None),
        ("https://www.google.com/maps/contrib/42/reviews", "googlemaps:42"),
        ("https://www.google.com/search?q=loic", None),
        ("https://www.pinterest.fr/pin/42", None),
    ],
)
def test_addresses_as_they_are_met(url, account):
    found = handle_of(url, CARDS)
    assert (f"{found[0].id}:{found[1]}" if found else None) == account


def test_a_host_stands_on_one_card():
    hosts = [host for card in CARDS.values() for host in card.hosts]
    assert len(hosts) == len(set(hosts))
    assert all(host == host.casefold().removeprefix("www.") for host in hosts)


def test_the_controllers_are_those_of_the_published_records(data_folder):
    folder = data_folder / "fixtures/remediation/datenanfragen/companies"
    seen = 0
    for card in CARDS.values():
        read = card.controller.read if card.controller else None
        cited = re.search(r"company record (\S+)", read.source) if read else None
        if cited:
            record = json.loads((folder / f"{cited[1]}.json").read_text(encoding="utf-8"))
            assert card.controller.privacy_contact in {record.get("email"), record.get("webform")}
            seen += 1
    assert seen > 15


def test_the_efforts_are_those_of_the_published_list(data_folder):
    path = data_folder / "fixtures/remediation/jdm-sites.json"
    sites = {each["name"]: each["difficulty"] for each in json.loads(path.read_text("utf-8"))}
    for card in CARDS.values():
        if card.delete and "JustDeleteMe" in card.delete.read.source:
            assert sites[JDM.get(card.id, card.name["en"])] == card.delete.effort
            assert not card.delete.verified


def test_linkedin_is_professional_and_found_by_its_host():
    card = by_host(CARDS, "www.LinkedIn.com")
    assert card is not None
    assert card.kind is NetworkKind.PROFESSIONAL
    assert by_host(CARDS, "fr.linkedin.com") is card
    assert card.visibility["birth_date"].value is Visibility.UNKNOWN


@pytest.mark.parametrize("host", ["loic.wordpress.com", "marche-et-photo.blogspot.com"])
def test_a_member_s_own_subdomain_belongs_to_the_network(host):
    assert by_host(CARDS, host) is CARDS["blogger" if "blogspot" in host else "wordpress"]


@pytest.mark.parametrize(
    "host",
    [
        "",
        "linkedin.com.evil.example",
        "notlinkedin.com",
        "mastodon",
        "notwordpress.com",
        "google.com",
    ],
)
def test_other_hosts_have_no_card(host):
    assert by_host(CARDS, host) is None


@pytest.mark.parametrize("name", ["marc-l", "namesakes", "discreet", "broken"])
def test_the_cards_of_the_samples_are_added(name):
    own = {path.stem for path in (SAMPLES / name / "networks").glob("*.yml")}
    assert own | set(CARDS) == set(cards(SHIPPED, SAMPLES / name))


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
        ({"photos": CARD + "profile_urls: ['https://photos.example/']\n"}, "lacks {handle}"),
        ({"photos": CARD + "hots: [x]\n"}, "photos.yml:5: hots: unknown key"),
        ({"photos": CARD.replace("kind: personal", "kind: odd")}, "photos.yml:3: kind"),
        ({"photos": ""}, "photos.yml:1:"),
    ],
)
def test_a_card_that_cannot_be_used_is_refused(case, texts, what):
    with pytest.raises(PackError) as caught:
        cards(SHIPPED, case(**texts))
    assert what in str(caught.value)
