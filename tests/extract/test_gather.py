"""extract/gather.py: who a place shows, and whose each fact is."""

import datetime

import pytest

from auditor import kits
from auditor.extract.gather import extract
from auditor.extract.kit import Tools
from auditor.extract.recognizers import RECOGNIZERS
from auditor.model.fact import About, Voice
from auditor.model.profile import Field, Page, Person, Post, Profile, Tag
from auditor.model.visibility import Origin, Sight, Visibility

SEEN = datetime.datetime(2008, 12, 1, tzinfo=datetime.UTC)
OPEN = Sight(visibility=Visibility.INDEXED, origin=Origin.DECLARED)
HIDDEN = Sight(visibility=Visibility.FRIENDS_OF_FRIENDS, origin=Origin.DECLARED)
DAY = datetime.date(2008, 6, 7)


@pytest.fixture(scope="session")
def tools(words):
    return Tools(
        recognizers=RECOGNIZERS, confidence=kits.confidence(), lexicon=words, cues=kits.cues
    )


@pytest.fixture
def told(tools):
    """Records of some places: record id → set of (kind, value)."""

    def read(*places):
        found = extract(places, tools, now=datetime.date(2026, 11, 24))
        records = {record.id: set() for record in found.records}
        for fact in found.facts:
            records[fact.record].add((fact.kind, fact.value))
        return records

    return read


def profile(*posts, fields=(), people=(), source="p"):
    return Profile(
        source=source,
        account="photos:x",
        network="photos",
        url="https://photos.example/x",
        collector="test",
        observed_at=SEEN,
        sight=OPEN,
        fields=tuple(Field(name=name, text=text, sight=OPEN) for name, text in fields),
        posts=posts,
        people=people,
    )


def page(*posts, people=(), organisation=None, town=None, published=None):
    return Page(
        source="w",
        network=None,
        url=None,
        collector="test",
        observed_at=SEEN,
        sight=OPEN,
        organisation=organisation,
        town=town,
        published_on=published,
        posts=posts,
        people=people,
    )


def post(text, number=1, *, tags=(), by=None, name="post"):
    return Post(id=f"{name}-{number}", text=text, sight=OPEN, published_on=DAY, tags=tags, by=by)


def test_a_companion_is_a_record_and_a_mention(told):
    found = told(profile(post("scooter à Vancouver avec Hélène"), fields=[("alias", "Loïc T.")]))
    assert ("first_name", "Hélène") in found["p#helene"]
    assert ("third_party_mention", "Hélène") in found["p#owner"]
    assert ("geotag", "Vancouver") in found["p#owner"]


def test_the_same_name_twice_is_one_record_and_a_given_name_joins_its_full_name(told):
    found = told(
        profile(
            post("vernissage de Julia Krügelstein, mon ex, Bordeaux, 2007", 1),
            post("chez les parents de Julia, 14 bd des Acacias", 2),
            fields=[("alias", "Loïc T.")],
        )
    )
    assert set(found) == {"p#owner", "p#julia-krugelstein"}
    assert ("ex_partner", "Julia Krügelstein") in found["p#owner"]
    assert ("third_party_address", "14 bd des acacias") in found["p#owner"]


def test_the_owner_named_on_their_own_page_is_the_owner(told):
    found = told(profile(post("demander Loïc après 19h"), fields=[("full_name", "Loïc Tréhardel")]))
    assert set(found) == {"p#owner"}
    assert ("third_party_mention", "Loïc") not in found["p#owner"]


def test_a_band_does_not_say_i(told):
    found = told(
        profile(
            post("basse Loïc T., chant Nora, batterie Loic Trehard"),
            fields=[("full_name", "Les Volets Clos"), ("home_commune", "Nantes")],
        )
    )
    assert {("activity", "bass"), ("group_membership", "les volets clos")} <= found["p#loic-t"]
    assert ("activity", "drums") in found["p#loic-trehard"]
    assert ("activity", "drums") not in found["p#loic-t"]
    assert ("home_commune", "Nantes") in found["p#loic-t"]


def test_a_name_that_an_account_bears_is_known_everywhere(told):
    band = profile(fields=[("full_name", "Les Volets Clos")], source="b")
    press = page(post("Les Volets Clos ont joué, raconte Loïc Tréhardel", name="block"))
    assert ("group_membership", "les volets clos") in told(band, press)["w#loic-trehardel"]


def test_an_article_gives_a_person_what_it_says_of_them_and_no_employer(told):
    found = told(
        page(
            post("raconte le bassiste Loïc Tréhardel, 28 ans, dessinateur de métier", name="block"),
            organisation="La Gazette locale",
            published=DAY,
        )
    )["w#loic-trehardel"]
    assert {("age", "28"), ("activity", "bass"), ("job_title", "dessinateur")} <= found
    assert not [kind for kind, _ in found if kind == "employer"]


def test_a_team_page_is_the_employer_of_those_it_lists(told):
    found = told(
        page(
            post("L. Tréhardel, dessinateur-projeteur", 1, name="row"),
            post("C. Ndoubane, architecte", 2, name="row"),
            organisation="Atelier Quai Sud",
            town="Nantes",
        )
    )
    assert ("employer", "Atelier Quai Sud") in found["w#l-trehardel"]
    assert ("workplace_address", "Nantes") in found["w#c-ndoubane"]
    assert ("job_title", "architecte") not in found["w#l-trehardel"]


def test_rows_separate_people_of_one_name(told):
    rows = [post(f"Loïc Tréhardel, Lycée Bleu, {town}", at, name="row") for at, town in
            ((1, "Brest"), (2, "Vannes"))]  # fmt: skip
    people = tuple(
        Person(
            fields=(Field(name="full_name", text="Loïc Tréhardel", sight=OPEN),),
            row=at,
            post=f"row-{at}",
        )
        for at in (1, 2)
    )
    found = told(page(*rows, people=people))
    assert set(found) == {"w#loic-trehardel-1", "w#loic-trehardel-2"}


def test_a_page_that_describes_one_person_speaks_of_them(told):
    name = Field(name="full_name", text="Julia Kruegelstein", sight=OPEN)
    found = told(
        page(
            post("Julia Kruegelstein, chargée des publics", 1, name="block"),
            post("Vernissage vendredi, elle vous reçoit.", 2, name="block"),
            people=(Person(fields=(name,), post="block-1"),),
        )
    )
    assert ("activity", "art_opening") in found["w#julia-kruegelstein"]


def test_a_friend_list_is_counted_not_read(told):
    friend = Person(fields=(Field(name="full_name", text="Yann Kervadoué", sight=OPEN),))
    found = told(
        profile(fields=[("full_name", "Loïc Tréhardel"), ("contact_list", "187")], people=(friend,))
    )
    assert set(found) == {"p#owner"}


def test_a_tag_is_seen_where_its_name_is_and_its_address_where_links_are(tools):
    tag = Tag(
        name="Loïc Tréhardel", sight=OPEN, url="https://amis.example/profil/48213", url_sight=HIDDEN
    )
    album = profile(
        post("notre café préféré", tags=(tag,)), fields=[("full_name", "Hélène Aubrac")]
    )
    found = extract([album], tools, now=SEEN.date())
    seen = {f.value: f.visibility for f in found.facts if f.record == "p#loic-trehardel"}
    assert seen["Loïc Tréhardel"] is seen["p/post-1"] is Visibility.INDEXED
    assert seen["https://amis.example/profil/48213"] is Visibility.FRIENDS_OF_FRIENDS


def test_a_wish_belongs_to_the_one_who_is_wished(told):
    tag = Tag(name="Loïc Tréhardel", sight=OPEN)
    found = told(
        profile(
            post("bon anniv Loïc ! 28 ans", tags=(tag,)), fields=[("full_name", "Hélène Aubrac")]
        )
    )
    assert set(found) == {"p#owner", "p#loic-trehardel"}
    assert ("birth_day_month", "06-07") in found["p#loic-trehardel"]
    assert ("birth_day_month", "06-07") not in found["p#owner"]


def test_what_someone_else_writes_on_a_wall_is_theirs(tools):
    wall = profile(
        post("j'habite à Lyon", by="Yann Kervadoué"), fields=[("full_name", "Loïc Tréhardel")]
    )
    found = extract([wall], tools, now=SEEN.date())
    assert not [fact for fact in found.facts if fact.kind == "home_commune"]
    (comment,) = [fact for fact in found.facts if fact.kind == "public_comment"]
    assert comment.said_by is Voice.OTHER


def test_a_relative_is_family_and_the_fact_keeps_its_place(tools):
    made = profile(post("mon frère Ludovic et moi"), fields=[("alias", "Loïc T.")])
    (fact,) = [f for f in extract([made], tools, now=SEEN.date()).facts if f.kind == "relative"]
    assert fact.about is About.FAMILY
    assert "mon frère Ludovic et moi"[slice(*fact.span)] == fact.quote == "Ludovic"


def test_ids_are_stable_between_runs(tools):
    made = profile(post("scooter à Vancouver avec Hélène"), fields=[("alias", "Loïc T.")])
    first, second = (extract([made], tools, now=SEEN.date()) for _ in range(2))
    assert [fact.id for fact in first.facts] == [fact.id for fact in second.facts]
    assert len({fact.id for fact in first.facts}) == len(first.facts)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("My brother Tom, living in Bristol, brought cake.", "home_commune", "Bristol"),
        ("Ma sœur, installée à Lyon, vient demain.", "home_commune", "Lyon"),
        ("My boyfriend works at Barclays.", "employer", "Barclays"),
        ("Mon fils a 6 ans et lit déjà.", "age", "6"),
        ("My daughter is 4 years old.", "age", "4"),
        ("I'm 7 months pregnant", "age", "7"),
        ("Happy birthday to my little boy! 7 today!", "age", "7"),
        ("Happy birthday to my little boy! 7 today!", "birth_day_month", "06-07"),
        ("I don't work at Tesco", "employer", "Tesco"),
    ],
)
def test_what_is_said_of_a_relative_or_denied_is_not_the_owners(tools, text, kind, value):
    made = profile(post(text), fields=[("full_name", "Margaret Lomax")])
    for fact in extract([made], tools, now=SEEN.date()).facts:
        mine = fact.record == "p#owner" and (fact.kind, fact.value) == (kind, value)
        assert not (mine and fact.about is About.SUBJECT and fact.polarity == "asserted")


def test_what_one_says_of_oneself_after_speaking_of_others_is_ones_own(told):
    text = "My brother came and now I live in Leeds"
    found = told(profile(post(text), fields=[("full_name", "Margaret Lomax")]))
    assert ("home_commune", "Leeds") in found["p#owner"]


def test_a_person_of_an_unusual_name_is_no_group(told):
    own = profile(
        post("I live in Leeds. Lunch with Hannah."), fields=[("full_name", "Comfort Okwuosa")]
    )
    press = page(post("Comfort Okwuosa sang with Hannah Price.", name="block"))
    found = told(own, press)
    assert ("home_commune", "Leeds") in found["p#owner"]
    assert "w#comfort-okwuosa" in found
    assert not [kind for facts in found.values() for kind, _ in facts if kind == "group_membership"]


@pytest.mark.parametrize(
    "text",
    [
        "Claire Dubois, bibliothécaire, court le marathon.",
        "Margaret Lomax plays on the tennis court.",
        "Margaret Lomax was never convicted of anything.",
        "Judge Susan Miller sentenced a burglar to prison.",
    ],
)
def test_a_homonym_a_denial_and_the_judge_are_no_criminal_record(tools, text):
    facts = extract([page(post(text, name="block"))], tools, now=SEEN.date()).facts
    assert not [f for f in facts if f.kind == "criminal_record" and f.polarity == "asserted"]


def test_the_first_of_several_profiles_of_a_source_stands_for_it(tools):
    public = profile(fields=[("alias", "Les nuits du cuir")])
    private = profile(fields=[("full_name", "Odile Piquerelle")])
    found = extract([public, private], tools, now=datetime.date(2026, 11, 24))
    (owner,) = found.records
    assert owner.label == "Les nuits du cuir"
    assert {"Les nuits du cuir", "Odile Piquerelle"} <= {each.value for each in found.facts}


OLD_POST = Post(id="post-9", text="Vieux", sight=OPEN, published_on=datetime.date(2006, 6, 7))


@pytest.mark.parametrize(
    ("posts", "quiet"),
    [
        ([OLD_POST], True),
        ([OLD_POST, post("Récent")], False),
        ([OLD_POST, post("Bon anniversaire", by="Hélène")], True),  # it takes no owner for that
        ([Post(id="post-1", text="Sans date", sight=OPEN)], False),
        ([], False),
    ],
)
def test_an_account_is_forgotten_where_its_newest_post_was_old_when_it_was_saved(
    told, posts, quiet
):
    found = told(profile(*posts, fields=[("full_name", "Odile Piquerelle")]))["p#owner"]
    assert (("dormant_account", "photos") in found) is quiet


CV = [post(each, n) for n, each in enumerate(["Odile Piquerelle", "Formation", "Expérience"])]


@pytest.mark.parametrize(("third", "is_cv"), [("Compétences", True), ("Compétent", False)])
def test_a_curriculum_is_that_of_whom_it_names_first(told, third, is_cv):
    found = told(page(*CV, post(third, 7), post("Comptable avec Hélène Marchand", 8)))
    assert (("cv_public", "w") in found["w#odile-piquerelle"]) is is_cv
    assert ("cv_public", "w") not in found["w#helene-marchand"]


def test_a_curriculum_that_names_nobody_is_nobodys(told):
    found = told(page(post("Formation", 1), post("Expérience", 2), post("Compétences", 3)))
    assert not any("cv_public" in dict(facts) for facts in found.values())
