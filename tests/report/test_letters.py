"""Letters: whom they go to, what they tell and never tell, under which law, in which typography."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment

from auditor.kits import networks
from auditor.model.fact import About
from auditor.model.network import Controller, NetworkKind
from auditor.model.place import Home
from auditor.model.redaction import Redaction
from auditor.model.rule import Sensitivity
from auditor.model.viewer import Viewer
from auditor.report import html, letters, words
from auditor.report.laws import authority, is_default, law, laws
from auditor.report.letters import HANDFUL, Request, wrapped
from auditor.report.lookup import lookup
from auditor.report.redact import redact
from auditor.resources.folders import folder
from tests.audited import audited, shared
from tests.report.conftest import small

CARDS = networks()
TEMPLATES = sorted((folder("reports") / "letters").glob("*.txt"))
HIDDEN = "".join(map(chr, (0x202E, 0x2066, 0x200B, 0xFEFF, 0x0, 0xD800)))
BARE = re.compile(r"[^\u00a0\u202f«][:;!?»](?:\s|$)|[^\u00a0\u202f] ?»|« ")
"""A sign of French that no no-break space precedes, or an opening mark that none follows."""
PLACES = (None, Home(country="GB", region="England"), Home(country="CA", region="Québec"))


def made(report, language="en", mode=Redaction.NONE):
    return letters.letters(lookup(redact(report, mode), language))


def carded(report, card, own=True):
    """The report with its phone number standing on the pages of that network."""
    source = replace(
        report.sources[0], network=card.id, place="p1.html", url="https://photos.example/loic_tr"
    )
    facts = [fact for fact in report.facts if fact.id in {"f1", "f5"}]
    view = report.views[Viewer.MEMBER]
    finding = replace(view.findings[1], facts=("f5",))
    views = {Viewer.MEMBER: replace(view, facts=("f1", "f5"), findings=(finding,), remedies=())}
    records = report.records if own else report.records[1:]
    return replace(
        report, sources=(source,), facts=tuple(facts), views=views, records=records,
        networks={card.id: card},
    )  # fmt: skip


def test_each_controller_gets_one_letter_of_each_kind(report):
    card = replace(CARDS["facebook"], id="photos")
    sister = replace(CARDS["instagram"], id="amis")
    found = made(replace(report, networks={"photos": card, "amis": sister}))
    assert {each.to for each in found} == {"Meta Platforms Ireland Limited"}
    assert [each.request for each in found] == list(Request)
    assert len({each.file for each in found}) == len(found)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("key", sorted(CARDS))
def test_every_network_has_its_letters_or_is_ones_own(report, key, language):
    card = CARDS[key]
    found = made(carded(report, card), language)
    if key == "ownsite":
        assert found == ()
        return
    assert [each.request for each in found] == list(Request)
    known = card.controller
    for each in found:
        assert each.to == (known.name if known and known.name else each.to) != ""
        assert "Loïc Tréhardel" in each.text
        assert "https://photos.example/loic_tr" in each.text
        assert "None" not in each.text
        assert "{" not in each.text
        for told in (known.address, known.privacy_contact) if known else ():
            assert (told or "") in each.text


def test_a_card_without_a_name_is_written_to_as_its_operator(report):
    (first, *_) = made(carded(report, CARDS["mastodon"]), "fr")
    assert first.to in {"The operator of Mastodon", "L’exploitant de Mastodon"}
    assert "À propos" in first.note


def test_a_page_of_no_network_is_written_to_as_its_publisher(report):
    card = replace(report.networks["photos"], id="none")
    page = carded(report, card, own=False)
    source = replace(page.sources[0], network=None, url="https://press.example/concert")
    found = made(replace(page, sources=(source,), networks={}))
    assert {each.to for each in found} == {
        "The publisher of the page https://press.example/concert"
    }
    assert "[address of the recipient]" in found[0].text
    assert "replace my name with initials" in found[0].text


def test_a_site_of_ones_own_needs_no_letter(report):
    page = carded(report, replace(report.networks["photos"], id="none"))
    assert made(replace(page, sources=(replace(page.sources[0], network=None),))) == ()


def test_what_a_page_shows_is_told_by_kind_alone(report):
    """Neither values nor words, nothing of others, and no name of what the law guards most."""
    guarded = replace(
        report.kinds["phone_mobile"], article=9, sensitivity=Sensitivity.SPECIAL,
        name={"en": "state of health", "fr": "santé"},
    )  # fmt: skip
    told = replace(report.kinds["phone_mobile"], name={"en": "mobile phone", "fr": "téléphone"})
    card = replace(CARDS["flickr"], id="photos")
    for kind, said in ((told, True), (guarded, False)):
        page = replace(carded(report, card), kinds={**report.kinds, "phone_mobile": kind})
        for each in made(page):
            assert ("mobile phone" in each.text) is said
            assert "state of health" not in each.text
            assert not re.search(r"06.?39.?98.?41.?27|\+33639984127", each.text)
        erasure = made(page)[0].text
        assert ("Articles 9 and 10 protect" in erasure) is not said


def test_the_kinds_that_speak_of_others_are_left_out(report):
    other = replace(report.kinds["phone_mobile"], others=True)
    card = replace(CARDS["flickr"], id="photos")
    page = replace(carded(report, card), kinds={**report.kinds, "phone_mobile": other})
    facts = tuple(replace(fact, about=About.OTHER) for fact in page.facts)
    for each in made(replace(page, facts=facts)):
        assert "mobile phone" not in each.text


def test_other_peoples_names_and_addresses_stay_masked(report):
    for each in made(report, mode=Redaction.OTHERS):
        assert "Hélène" not in each.text
        assert "Marchand" not in each.text
        assert "lnmarch" not in each.text


@pytest.mark.parametrize(
    ("mode", "kept"),
    [
        (Redaction.NONE, {"p1", "p2", "p3"}),
        (Redaction.OTHERS, {"p1", "p3"}),
        (Redaction.ALL, set()),
    ],
)
def test_an_address_that_leads_to_others_is_left_out_as_their_names_are(report, mode, kept):
    sources = [replace(each, url=f"https://x.example/{each.id}") for each in report.sources[:3]]
    told = redact(replace(report, sources=tuple(sources)), mode)
    assert {each.url.rpartition("/")[2] for each in told.sources if each.url} == kept


def test_where_nobody_is_named_there_is_no_letter(report):
    assert made(report, mode=Redaction.ALL) == ()


@pytest.mark.parametrize(
    ("home", "id_", "who"),
    [
        (None, "eu", "CNIL"),
        (Home(country="FR", region="Bretagne"), "eu", "CNIL"),
        (Home(country="BE"), "eu", "APD"),
        (Home(country="IE"), "eu", "Data Protection Commission"),
        (Home(country="GB", region="Scotland"), "uk", "Information Commissioner"),
        (Home(country="CA", region="Québec"), "quebec", "accès à l’information du Québec"),
        (Home(country="CA", region="Ontario"), "eu", "CNIL"),
        (Home(country="JP"), "eu", "CNIL"),
    ],
)
def test_the_law_and_the_authority_are_those_of_the_town(home, id_, who):
    assert law(home) == id_
    assert who in authority(home, "fr")
    assert is_default(home) is (id_ == "eu")


def test_the_last_law_holds_everywhere_and_each_names_its_source():
    known = laws()
    assert not known.laws[-1].countries
    assert all(each.countries for each in known.laws[:-1])
    assert all(each.source and each.checked_on for each in known.laws)
    assert all(set(each.name) == {"fr", "en"} for each in known.authorities)


ARTICLES = {
    "eu": {"erasure": "Article 17", "access": "Article 15", "objection": "Article 21"},
    "uk": {"erasure": "Article 17", "access": "Article 15", "objection": "Article 21"},
    "quebec": {"erasure": "section 28", "access": "section 27", "objection": "section 22"},
}


@pytest.mark.parametrize("home", PLACES)
def test_the_letter_names_its_article_its_term_and_the_remedy(report, home):
    for each in made(replace(report, home=home)):
        assert ARTICLES[law(home)][each.request] in each.text
        term = "thirty days" if law(home) == "quebec" else "one month"
        assert term in each.text
        assert authority(home, "en") in each.text
        assert ("UK GDPR" in each.text) is (law(home) == "uk")
        assert ("P-39.1" in each.text) is (law(home) == "quebec")


@pytest.mark.parametrize("home", PLACES)
@pytest.mark.parametrize("own", [True, False])
def test_french_letters_keep_their_spaces_and_apostrophes(report, home, own):
    page = carded(report, replace(CARDS["facebook"], id="photos"), own=own)
    for each in made(replace(page, home=home), "fr"):
        said = re.sub(r"https?://\S+", "", each.text)
        assert not BARE.search(said), BARE.search(said)
        assert "'" not in said
        assert '"' not in said


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_names_its_articles_and_is_read(path):
    text = path.read_text("utf-8")
    assert re.match(r"\{# .*(articles|Articles) (15|17|21)", text)
    assert Environment(autoescape=True).parse(text)


def test_templates_stand_in_both_languages():
    assert {path.name for path in TEMPLATES} == {
        f"{request}.{language}.txt" for request in Request for language in letters.LANGUAGES
    }


@given(
    name=st.text(min_size=1, max_size=40),
    address=st.text(max_size=60),
    office=st.text(min_size=1, max_size=40),
)
def test_hostile_names_and_addresses_stay_on_their_line(name, address, office):
    report = small()
    card = replace(
        report.networks["photos"], kind=NetworkKind.PERSONAL,
        controller=Controller(name=office + HIDDEN, privacy_contact=address + "\n\nPS: pay me"),
    )  # fmt: skip
    page = carded(report, card)
    subject = replace(page.mandate.subject, name=name + "\n\u202eevil{{ 7*7 }}")
    source = replace(page.sources[0], url=f"https://photos.example/{address}\r\n\u2066x")
    hostile = replace(page, mandate=replace(page.mandate, subject=subject), sources=(source,))
    plain = made(page)
    for each, ordinary in zip(made(hostile), plain, strict=False):
        assert not set(each.text) & set(HIDDEN)
        assert "\r" not in each.text
        assert len(each.text.splitlines()) == len(ordinary.text.splitlines())
        assert "evil{{ 7*7 }}" in each.text
        assert re.fullmatch(r"[0-9]{2}-[a-z]+-[a-z0-9-]+\.txt", each.file)


def test_a_page_shows_a_handful_and_says_how_many_more(report, tmp_path_factory):
    whole = redact(audited("marc-l", shared(tmp_path_factory.getbasetemp())), Redaction.OTHERS)
    written = letters.letters(lookup(whole, "fr"))
    assert len(written) > HANDFUL
    page = html.render(whole, language="fr", redact=Redaction.OTHERS).decode()
    section = page.partition('aria-labelledby="letters"')[2].partition("</section>")[0]
    assert section.count('<details class="letter">') == HANDFUL
    assert words.Words(language="fr").number(len(written) - HANDFUL) in section
    assert "auditor letters" in section


def test_a_letter_in_a_page_is_text(report):
    subject = replace(report.mandate.subject, name="<script>alert(1)</script>")
    made_ = replace(report, mandate=replace(report.mandate, subject=subject))
    page = html.render(made_, language="en", redact=Redaction.NONE).decode()
    section = page.partition('aria-labelledby="letters"')[2].partition("</section>")[0]
    assert "&lt;script&gt;alert(1)" in section
    assert "<script>alert" not in section


def test_a_letter_as_a_file_keeps_its_words_and_its_addresses(report):
    url = "https://photos.example/" + "a" * 120
    card = replace(CARDS["facebook"], id="photos")
    page = carded(report, card)
    source = replace(page.sources[0], url=url)
    for each in made(replace(page, sources=(source,)), "fr"):
        lines = wrapped(each.text).split("\n")
        assert all(len(line) <= letters.WIDTH or " " not in line.strip("– ") for line in lines)
        assert any(url in line for line in lines)
        assert " ".join(wrapped(each.text).split()) == " ".join(each.text.split())
