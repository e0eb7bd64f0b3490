"""Join patterns on records made by hand: what joins, what is refused, what a person decides."""

import pytest

from auditor.link.cluster import cluster
from auditor.link.judge import judge
from auditor.model.link import HumanJudgement, Judgement
from tests.builders import fact


def judged(kit, sides, left, right):
    return judge(sides[left], sides[right], kit).judgement


def together(kit, sides, *names, human=()):
    groups = cluster(sides, kit, human).groups
    return any(set(names) <= group for group in groups)


BASSIST = [("alias", "Loïc T."), ("home_commune", "Nantes"), ("activity", "bass")]


def test_jp02_a_short_name_with_its_context_joins(case, kit):
    made = case(
        {
            "a#owner": [*BASSIST, ("checkin", "la cale 2")],
            "b#loic": [*BASSIST, ("geotag", "la cale 2")],
        }
    )
    assert judged(kit, made, "a#owner", "b#loic") is Judgement.SAME


def test_jp02_a_short_name_and_a_town_are_not_enough(case, kit):
    made = case({"a#owner": BASSIST[:2], "b#loic": BASSIST[:2]})
    assert judged(kit, made, "a#owner", "b#loic") is Judgement.UNSURE


def test_jp03_a_tag_that_leads_to_the_account_joins_and_a_fan_link_does_not(case, kit):
    url = "https://amis.example/profil/48213"
    owner = {"h#owner": [("full_name", "Loïc Tréhardel")]}
    accounts = {"h#owner": ("amis:48213", url)}
    tagged = case(
        owner | {"c#loic": [("full_name", "Loïc Tréhardel"), ("tagged_by_other", url)]}, accounts
    )
    fan = case(
        owner | {"f#owner": [("full_name", "Nora Quellec"), ("bio_crosslink", url)]}, accounts
    )
    assert judged(kit, tagged, "c#loic", "h#owner") is Judgement.SAME
    assert judged(kit, fan, "f#owner", "h#owner") is Judgement.DIFFERENT


def photo(record, name, *, passage="post-1"):
    return [
        fact(record, "first_name", name, passage=passage, on="2008-06-07"),
        fact(
            record, "full_name" if " " in name else "alias", name, passage=passage, on="2008-06-07"
        ),
    ]


def test_jp05_two_companions_a_place_and_a_month_join(case, kit):
    made = case(
        {
            "a#owner": [
                ("alias", "Loïc T."),
                fact("a#owner", "third_party_mention", "Hélène", passage="post-1", on="2008-06-07"),
                fact("a#owner", "geotag", "Montréal", passage="post-1", on="2008-06-07"),
            ],
            "a#helene": photo("a#helene", "Hélène"),
            "a#jose": photo("a#jose", "José"),
            "c#owner": [
                ("full_name", "Hélène Aubrac-Milot"),
                fact("c#owner", "geotag", "Montréal", passage="post-1", on="2008-06-08"),
            ],
            "c#loic": photo("c#loic", "Loïc Tréhardel"),
            "c#jose": photo("c#jose", "José Piñeda"),
        }
    )
    assert together(kit, made, "a#owner", "c#loic")
    assert together(kit, made, "a#jose", "c#jose")
    assert not together(kit, made, "a#owner", "c#owner")


def test_jp10_an_initial_is_lifted_by_the_job_and_the_brother_is_refused(case, kit):
    made = case(
        {
            "d#loic": [
                ("full_name", "Loïc Tréhardel"),
                ("home_commune", "Nantes"),
                ("job_title", "dessinateur"),
            ],
            "g#l": [
                ("alias", "L. Tréhardel"),
                ("job_title", "dessinateur-projeteur"),
                ("employer", "Atelier Quai Sud"),
                ("workplace_address", "Nantes"),
            ],
            "x#ludovic": [
                ("full_name", "Ludovic Tréhardel"),
                ("job_title", "architecte"),
                ("employer", "Agence Ligne d'Eau"),
                ("workplace_address", "Nantes"),
            ],
        }
    )
    assert together(kit, made, "d#loic", "g#l")
    assert not together(kit, made, "d#loic", "x#ludovic")
    assert not together(kit, made, "g#l", "x#ludovic")


def test_jp13_a_namesake_of_another_generation_is_refused(case, kit):
    made = case(
        {
            "d#loic": [
                ("full_name", "Loïc Tréhardel"),
                ("home_commune", "Nantes"),
                fact("d#loic", "age", "28", period=("1979-06-24", "1980-06-23")),
            ],
            "e#row": [
                ("full_name", "Loïc Tréhardel"),
                ("home_commune", "Rezé"),
                fact("e#row", "school", "lycee 1991", period=("1991-01-01", "1991-12-31")),
            ],
        }
    )
    assert judged(kit, made, "d#loic", "e#row") is Judgement.DIFFERENT


def test_jp15_a_matter_of_justice_is_never_attributed_on_name_town_and_age(case, kit):
    age = {"period": ("1979-06-24", "1980-06-23")}
    made = case(
        {
            "a#owner": [
                *BASSIST,
                fact("a#owner", "age", "28", **age),
                ("job_title", "dessinateur"),
            ],
            "d#loic": [
                ("alias", "Loïc T."),
                ("home_commune", "Nantes"),
                ("job_title", "dessinateur"),
                fact("d#loic", "age", "28", **age),
                ("criminal_record", "tribunal"),
            ],
        }
    )
    verdict = judge(made["a#owner"], made["d#loic"], kit)
    assert verdict.judgement is Judgement.UNSURE
    assert verdict.why is not None


def test_a_name_alone_joins_nothing_however_rare(case, kit):
    made = case(
        {
            "a#owner": [("full_name", "Gwenaëlle Tréhardel")],
            "b#owner": [("full_name", "Gwenaëlle Tréhardel")],
        }
    )
    assert judged(kit, made, "a#owner", "b#owner") is not Judgement.SAME


def test_two_records_of_one_page_are_two_people(case, kit):
    told = [*BASSIST, ("phone_mobile", "+33639984127")]
    made = case({"a#loic-t": told, "a#loic-trehard": told})
    assert not together(kit, made, "a#loic-t", "a#loic-trehard")


@pytest.mark.parametrize("said", [Judgement.DIFFERENT, Judgement.UNSURE])
def test_a_person_who_says_different_is_never_overruled(case, kit, said):
    told = [("full_name", "Loïc Tréhardel"), ("phone_mobile", "+33639984127")]
    made = case({"a#owner": told, "b#owner": told, "c#owner": told})
    human = [HumanJudgement(left="a#owner", right="b#owner", judgement=said)]
    apart = said is Judgement.DIFFERENT
    assert together(kit, made, "a#owner", "b#owner", human=human) is not apart


def test_a_person_who_says_same_is_followed(case, kit):
    made = case({"a#owner": [("alias", "zorblax")], "b#owner": [("full_name", "Nora Quellec")]})
    human = [HumanJudgement(left="a#owner", right="b#owner", judgement=Judgement.SAME)]
    assert together(kit, made, "a#owner", "b#owner", human=human)


def test_two_accounts_of_one_network_stay_apart(case, kit):
    told = [("full_name", "Rachel Okwuosa"), ("employer", "Brightmoor"), ("job_title", "nurse"),
            ("home_commune", "Leeds")]  # fmt: skip
    accounts = {"a#owner": ("pro:rachel", None), "b#owner": ("pro:rachel-2", None)}
    assert not together(
        kit, case({"a#owner": told, "b#owner": told}, accounts), "a#owner", "b#owner"
    )
    others = {"a#owner": ("pro:rachel", None), "b#owner": ("chirp:rachel", None)}
    assert together(kit, case({"a#owner": told, "b#owner": told}, others), "a#owner", "b#owner")


def test_a_human_different_holds_against_two_human_sames(case, kit):
    told = [("full_name", "Loïc Tréhardel"), ("phone_mobile", "+33639984127")]
    made = case({"a#owner": told, "b#owner": told, "c#owner": told})
    human = [
        HumanJudgement(left="a#owner", right="b#owner", judgement=Judgement.SAME),
        HumanJudgement(left="b#owner", right="c#owner", judgement=Judgement.SAME),
        HumanJudgement(left="a#owner", right="c#owner", judgement=Judgement.DIFFERENT),
    ]
    found = cluster(made, kit, human)
    assert not any({"a#owner", "c#owner"} <= group for group in found.groups)
    said = {(link.left, link.right): link.judgement for link in found.links if link.human}
    assert said["a#owner", "c#owner"] is Judgement.DIFFERENT


def test_a_pseudonym_that_is_declared_both_ways_joins(case, kit):
    urls = {"n#owner": "https://a.example/owl", "h#owner": "https://b.example/harriet"}
    made = case(
        {
            "n#owner": [("full_name", "Night Owl"), ("bio_crosslink", urls["h#owner"])],
            "h#owner": [("full_name", "Harriet Lomax"), ("bio_crosslink", urls["n#owner"])],
        },
        {name: (f"{name[0]}:x", url) for name, url in urls.items()},
    )
    assert judged(kit, made, "n#owner", "h#owner") is Judgement.SAME
