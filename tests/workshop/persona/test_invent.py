"""Laws of made persons: whatever is asked for, the case is whole, fictional, the same every time, and its truth is on its pages."""

import csv
import io
import re
from datetime import date
from html import unescape

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.collect import mandate as mandates
from auditor.collect.cards import cards
from auditor.model.names import fold
from auditor.resources.folders import folder
from auditor.resources.read import table
from auditor.workshop.persona import LANGUAGES, STYLES, Order, invent
from auditor.workshop.persona.cast import cast
from auditor.workshop.persona.decoys import near_colleague
from auditor.workshop.persona.language import hardness, language
from auditor.workshop.persona.past import footprint as past
from auditor.workshop.persona.pen import Pen
from auditor.workshop.persona.places import sites
from auditor.workshop.persona.present import footprint as present

ORDERS = st.builds(
    Order,
    seed=st.integers(0, 2**32 - 1),
    language=st.sampled_from(LANGUAGES),
    style=st.sampled_from(STYLES),
    hardness=st.integers(0, 4),
)
FICTION = [
    r"\+33639 ?98\d{4}",
    r"(?:\+33|0)63998\d{4}",
    r"(?:\+33|0)19900\d{4}",
    r"07700900\d{3}",
    r"(?:819|418|450)55501\d\d",
]
KEPT = re.compile("|".join(FICTION))
NUMBER = re.compile(r"(?<![\w.,/-])(?:\+?\d[ .-]?){9,12}(?![\w/-])")
KINDS = [(lang, style, hard) for lang in LANGUAGES for style in STYLES for hard in range(5)]


def texts(files):
    return {path: data.decode() for path, data in files.items()}


def pages(files):
    return {path: text for path, text in texts(files).items() if path.startswith("footprint/")}


def truth(files):
    return yaml.safe_load(files["truth.yml"])


def on_disk(files, place):
    for path, data in files.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_bytes(data)
    return place


@settings(max_examples=10, deadline=None)
@given(ORDERS)
def test_the_same_order_gives_the_same_bytes(order):
    assert invent(order) == invent(order)


def test_another_seed_is_another_person():
    people = {cast(Order(seed=seed)).subject.name for seed in range(20)}
    assert len(people) == 20


def test_a_made_person_stays_who_they_are():
    """Bytes on every machine: a change of any phrase or table is seen here, and is then a choice."""
    subject = truth(invent(Order(seed=7, language="en", style="today", hardness=2)))["subject"]
    again = cast(Order(seed=7, language="en", style="today", hardness=2)).subject
    assert subject["name"] == again.name
    assert subject["born"] == again.born.isoformat()


@pytest.mark.parametrize("language_", LANGUAGES)
@pytest.mark.parametrize("style", STYLES)
def test_hardness_changes_what_is_told_and_not_who(language_, style):
    cases = [
        invent(Order(seed=3, language=language_, style=style, hardness=each)) for each in range(5)
    ]
    truths = [truth(each) for each in cases]
    assert len({each["subject"]["name"] for each in truths}) == 1
    joined = [sum(join["kind"] == "same" for join in each["joins"]) for each in truths]
    decoys = [len(each["decoys"]) for each in truths]
    assert joined[0] >= joined[-1]
    assert decoys == sorted(decoys)
    assert decoys[0] < decoys[-1]


@settings(max_examples=8, deadline=None)
@given(ORDERS)
def test_the_mandate_and_the_cards_load(tmp_path_factory, order):
    case = on_disk(invent(order), tmp_path_factory.mktemp("case"))
    mandate = mandates.load(case, date(2026, 11, 24))
    known = cards(folder("rules") / "networks", case)
    assert mandate.fictional
    assert 7 <= len(mandate.sources) <= 20
    assert all((case / each.path).exists() for each in mandate.sources)
    assert all(each.network in known for each in mandate.sources if each.network)


@settings(max_examples=12, deadline=None)
@given(ORDERS)
def test_the_subject_has_six_to_ten_sources(order):
    listed = yaml.safe_load(invent(order)["mandate.yml"])["sources"]
    assert 6 <= sum(each["id"].startswith("p") for each in listed) <= 10


@settings(max_examples=12, deadline=None)
@given(ORDERS)
def test_what_the_truth_names_is_written_on_the_page(order):
    files = invent(order)
    said, listed = truth(files), yaml.safe_load(files["mandate.yml"])["sources"]
    shown = {each["id"]: each for each in listed}
    for name in _named(said):
        source, _, written = name.partition("#")
        text = _page(files, shown[source]["path"])
        assert written == "owner" or written in text, name
        if written == "owner":
            assert shown[source].get("shows", "profile") == "profile"
    assert {each["id"] for each in said["sources"]} == set(shown)
    assert {each["source"] for each in said["facts"]} <= set(shown)


READ = {"group", "employer", "street", "object", "venue", "town", "handle", "phone", "job"}
READ |= {"first_name", "initial", "surname", "link", "url"}


@settings(max_examples=25, deadline=None)
@given(ORDERS)
def test_what_a_source_is_said_to_tell_stands_in_it(order):
    """The reader of the truth is given clues, not pages: each is in the words or the addresses of its own page."""
    for source in _sources(order):
        raw = unescape("\n".join(text for _, text in source.files))
        for shown in source.shown:
            for clue in shown.clues:
                if clue.kind in READ:
                    assert fold(clue.value) in fold(raw), (source.id, clue)


def _sources(order):
    pen = Pen(cast(order), order.chance("pages"))
    near = near_colleague(Pen(pen.cast, order.chance("decoys")))
    return {"2008": past, "today": present}[order.style](pen, sites(pen), near)


@settings(max_examples=25, deadline=None)
@given(ORDERS)
def test_no_page_shows_a_day_to_come_or_before_its_account(order):
    """Nothing is newer than the day of the save, no class is of a later year, no post older than its account."""
    for source in _sources(order):
        for path, text in source.files:
            days = [
                date.fromisoformat(each)
                for each in re.findall(r'datetime="(\d{4}-\d\d-\d\d)', text)
            ]
            assert all(each <= order.now for each in days), path
            words = language(order.language)
            since = re.search(
                re.escape(words.labels["since"]) + r"</d?td?>\s*<[^>]+>([^<]+)<", text
            )
            if since:
                day, month, year = since[1].replace("1er", "1").split()
                joined = date(int(year), words.months.index(month) + 1, int(day))
                assert all(joined <= each for each in days), path
            if source.id == "p5" and order.style == "2008":
                classes = re.findall(r"<td>(\d{4})</td></tr>", text)
                assert classes
                assert all(int(each) <= order.now.year for each in classes)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_race_is_told_after_it_was_run(lang):
    """The list of results and the paper are of one event: the paper comes one to three days later."""
    told = 0
    for seed in range(24):
        order = Order(seed=seed, language=lang, style="today", hardness=0)
        files = texts(invent(order))
        if "footprint/p6.html" in files:
            day = {
                page: date.fromisoformat(
                    re.search(r'<time datetime="([\d-]{10})', files[f"footprint/{page}.html"])[1]
                )
                for page in ("p6", "p8")
            }
            assert 1 <= (day["p8"] - day["p6"]).days <= 3
            told += 1
    assert told


@settings(max_examples=25, deadline=None)
@given(ORDERS)
def test_captions_keep_to_their_season_and_their_day_of_the_week(order):
    words = language(order.language)
    pen = Pen(cast(order), order.chance("pages"))
    for text, on in pen.captions(12):
        assert on.month in words.seasons.get(text, range(1, 13)), (text, on)
        assert on.isoweekday() == words.weekdays.get(text, on.isoweekday()), (text, on)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_status_says_no_other_than_the_captions_do(lang):
    """A partner is in the captions of every level that tells it: nobody is single elsewhere."""
    assert not {"célibataire", "single"} & set(language(lang).status)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_decoys_are_not_known_by_a_phrase(lang):
    """Over sixteen seeds, the far namesake and the near handle have many words and ages."""
    cases = [
        pages(invent(Order(seed=seed, language=lang, style="2008", hardness=1)))
        for seed in range(16)
    ]
    for page in ("footprint/d1.html", "footprint/d2.html"):
        bios = {
            re.search(r"<(?:p class=.p-note.|p class=.bio.|blockquote|p)>([^<]{12,})<", case[page])[
                1
            ]
            for case in cases
        }
        assert len(bios) >= 4, bios
    ages = {re.search(r"<td>(\d\d)(?: ans)?</td>", case["footprint/d2.html"])[1] for case in cases}
    assert len(ages) >= 3


def test_french_is_written_as_the_house_writes_it():
    """In what a reader is told, not on the pages, whose writers typed as people type."""
    for lang in ("fr", "fr-CA"):
        words = language(lang)
        for text in (*words.clues.values(), *words.verdicts.values(), *words.readme.values()):
            assert "'" not in text
            assert not re.search(r"« | »| [;:?!]", text), text


def _named(said):
    """Every record that the truth speaks of."""
    for join in said["joins"]:
        yield from (join[each] for each in ("left", "right") if each in join)
        yield from join.get("from", ())
    for each in said["must_not_join"]:
        yield from (each["left"], each["right"])
    yield from (each["record"] for each in said["decoys"])


def _page(files, path):
    found = [
        text for name, text in texts(files).items() if name == path or name.startswith(f"{path}/")
    ]
    assert found
    return _plain("\n".join(found))


def _plain(text):
    return unescape(re.sub(r"<style.*?</style>|<[^>]+>", "", text))


@settings(max_examples=12, deadline=None)
@given(ORDERS)
def test_every_clue_of_a_join_is_in_the_words_of_the_pages(order):
    """What the reasons quote of a firm, a street, a number or a thing can be read by whoever opens the case."""
    files = invent(order)
    every = fold(_plain("\n".join(pages(files).values())))
    told = cast(order)
    facts = {(each["kind"], each["value"]) for each in truth(files)["facts"]}
    for kind, value in facts:
        if kind in {
            "employer",
            "phone_mobile",
            "group_membership",
            "home_commune",
            "job_title",
            "classified_ad",
        }:
            assert fold(value) in every, (kind, value)
    assert fold(told.subject.last) in every


@settings(max_examples=12, deadline=None)
@given(ORDERS)
def test_no_join_crosses_who_must_stay_apart(order):
    """Groups that the truth's joins make hold no pair that it forbids, and no decoy."""
    said = truth(invent(order))
    groups = []
    for join in said["joins"]:
        if join["kind"] == "same":
            pair = {join["left"], join["right"]}
            touched = [each for each in groups if each & pair]
            groups = [each for each in groups if not each & pair] + [pair.union(*touched)]
    assert groups
    for each in said["must_not_join"]:
        assert not any({each["left"], each["right"]} <= group for group in groups), each
    false = {each["record"] for each in said["decoys"]}
    assert not any(group & false for group in groups)


@settings(max_examples=12, deadline=None)
@given(ORDERS)
def test_hosts_and_mailboxes_are_reserved(order):
    for text in texts(invent(order)).values():
        hosts = re.findall(r"https?://([^/\s\"'<>»”):;,]+)", text)
        hosts = [each for each in hosts if each not in ("schema.org", "www.w3.org")]
        assert all(each.removesuffix(".").endswith(".example") for each in hosts), hosts
        assert all(each.endswith(".example") for each in re.findall(r"[\w.]+@([\w-]+\.\w+)", text))


@settings(max_examples=12, deadline=None)
@given(ORDERS)
def test_numbers_are_of_the_ranges_kept_for_fiction(order):
    told = cast(order)
    assert KEPT.fullmatch(re.sub(r"\D", "", told.phone)), told.phone
    for path, text in pages(invent(order)).items():
        if path.endswith(".html"):
            for each in NUMBER.findall(_plain(text)):
                plain = re.sub(r"\D", "", each)
                assert KEPT.fullmatch(plain), (path, each)


SURNAMES = frozenset(fold(row["name"]) for row in table(folder("data") / "surnames.tsv"))


@settings(max_examples=12, deadline=None)
@given(ORDERS)
def test_no_surname_is_one_of_the_tables(order):
    told = cast(order)
    people = (told.subject, *told.friends, told.partner, told.sibling, *told.members, *told.team)
    assert not {fold(each.last) for each in people} & SURNAMES
    assert not set(told.taken) & SURNAMES
    for path, text in pages(invent(order)).items():
        if "results" in text and path.endswith(".html"):
            written = re.findall(r"<td>([^<]+)</td>", text)
            listed = [
                each.split()[0]
                for each in written
                if each.split()[0].isupper() and each[0].isalpha()
            ]
            assert not {fold(each) for each in listed} & SURNAMES


@pytest.mark.parametrize(("lang", "style", "hard"), KINDS)
def test_the_decoys_are_those_of_the_level(lang, style, hard):
    said = truth(invent(Order(seed=11, language=lang, style=style, hardness=hard)))
    wanted = set(hardness().levels[hard].decoys) - ({"fan"} if style == "2008" else set())
    own = {
        each["record"].partition("#")[0]
        for each in said["decoys"]
        if each["record"].startswith("d")
    }
    assert len(own) == len(wanted - {"colleague"})
    within = [
        each["record"] for each in said["decoys"] if each["record"].startswith(("p7#", "p10#"))
    ]
    assert len(within) == ("colleague" in wanted)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_court_is_never_the_subjects(lang):
    said = truth(invent(Order(seed=2, language=lang, hardness=4)))
    (court,) = [each for each in said["decoys"] if language(lang).verdicts["court"] == each["why"]]
    apart = {each["left"] for each in said["must_not_join"] if each["right"] == court["record"]}
    mine = {
        each[side]
        for each in said["joins"]
        if each.get("of") == "subject"
        for side in ("left", "right")
        if side in each
    }
    assert apart == mine


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_export_is_in_its_real_layout(lang):
    """The headings are those that `rules/exports` knows of the official archives."""
    for seed in range(40):
        files = texts(invent(Order(seed=seed, language=lang, style="today", hardness=0)))
        profile = next(
            (
                text
                for path, text in files.items()
                if path.endswith(("/Profile.csv", "/Profil.csv", "/profile.csv"))
            ),
            None,
        )
        if profile:
            known = yaml.safe_load(
                (
                    folder("rules")
                    / "exports"
                    / ("linkedin.yml" if "Sex" not in profile else "strava.yml")
                ).read_text("utf-8")
            )["headers"]
            headings = next(csv.reader(io.StringIO(profile)))
            told = [each for names in known.values() for each in names]
            assert len(set(headings) & set(told)) >= 5
            return
    pytest.fail("no export in forty persons")
