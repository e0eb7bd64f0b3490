"""link/compare/identity.py: name, handle and mailbox as one comparison."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.link.compare.identity import BEARS, SEARCHED, identity, named
from auditor.link.judge import judge
from auditor.model.link import Judgement

NAMES = [
    ("Loïc Tréhardel", "Loïc Tréhardel", "full"),
    ("Loïc Tréhardel", "LOIC TREHARDEL", "full"),
    ("TREHARDEL, Loïc", "Loïc Tréhardel", "full"),
    ("DESROSIERS LEMELIN Maika", "Maïka Desrosiers-Lemelin", "full"),
    ("Julia Krügelstein", "Julia Kruegelstein", "full"),
    ("Julia Krügelstein", "Julia Krugelstein", "full"),
    ("Julia Kruger", "Julia Krueger", "close"),
    ("Søren Østergaard", "Soeren Oestergaard", "full"),
    ("Åsa Bråthen", "Aasa Braathen", "full"),
    ("Sören Weiß", "Soren Weiss", "full"),
    ("Félix Lebœuf", "Felix Leboeuf", "full"),
    ("Maïka Desrosiers", "Maïka Desrosiers-Lemelin", "full"),
    ("Rachel Hale née Okwuosa", "Rachel Okwuosa", "full"),
    ("Sean O'Brannoc", "Sean OBrannoc", "full"),
    ("Iain MacTavell", "Iain McTavell", "full"),
    ("Jean de la Tourette", "Jean Delatourette", "full"),
    ("Saïd El Mahrani", "Said Elmahrani", "full"),
    ("Dr Loïc Tréhardel", "M. Loïc Tréhardel", "full"),
    ("Jean-Claude Tréhardel", "Jean Claude Tréhardel", "full"),
    ("Надя Комарин", "Nadya Komarin", "full"),
    ("محمد بنعلي", "Mohamed Benali", "full"),
    ("王小明", "Xiaoming Wang", "full"),
    ("김민수", "Min-su Gim", "full"),
    ("Fred Dupont", "Frédéric Dupont", "nickname"),
    ("Bob Smith", "Robert Smith", "nickname"),
    ("Marie-Pierre Quellec", "Marie Quellec", "nickname"),
    ("Loïc T.", "Loïc Tréhardel", "initial"),
    ("Marc L***", "Marc Lebrun", "initial"),
    ("Maïka D.L.", "Maïka Desrosiers-Lemelin", "initial"),
    ("Rachel H.", "Rachel Okwuosa-Hale", "initial"),
    ("L. Tréhardel", "Loïc Tréhardel", "initial_surname"),
    ("M. Desrosiers-L.", "Maïka Desrosiers-Lemelin", "initial_surname"),
    ("R Okwuosa", "R. Okwuosa", "initial_surname"),
    ("J.-C. Dupont", "Jean-Claude Dupont", "initial_surname"),
    ("Ma*** Le***", "Marc Lebrun", "initials"),
    ("Martin Paul", "Paul Martin", "swapped"),
    ("Loïc", "Loïc Tréhardel", "given_only"),
    ("Loic Trehard", "Loïc Tréhardel", "close"),
    ("Gwenaele Tréhardel", "Gwenaëlle Tréhardel", "close"),
    ("Loïc Tran", "Loïc Tréhardel", "surname_differs"),
    ("Loïc T.", "Loïc Aubrac", "surname_differs"),
    ("Ludovic Tréhardel", "Loïc Tréhardel", "given_differs"),
    ("Robert Hale Jr", "Robert Hale Sr", "given_differs"),
    ("Hélène Aubrac-Milot", "José Piñeda", "conflict"),
]


@pytest.mark.parametrize(("left", "right", "level"), NAMES)
def test_the_level_of_two_names(case, kit, left, right, level):
    made = case({"a#owner": [("full_name", left)], "b#owner": [("full_name", right)]})
    found = identity(made["a#owner"], made["b#owner"], kit.weights, kit.tables)
    back = identity(made["b#owner"], made["a#owner"], kit.weights, kit.tables)
    assert found.level == back.level == level
    assert found.bits == back.bits


HANDLES = [
    ("loic_tr", "Loïc T.", "loic_tr", "Loïc Tréhardel", "handle_derived"),
    ("loic_tr", None, "loic_tr", None, "handle_derived"),
    ("zorblax99", None, "zorblax99", None, "handle"),
    ("zorblax99", "Loïc Tréhardel", "zorblax99", "Loïc Tréhardel", "full_and_handle"),
    ("zorblax99", "Loïc Tréhardel", "zorblax99", "Nora Quellec", "conflict"),
    ("ines.castelb", None, "inescb59", None, "handle_close"),
    ("poutine_express", None, "poutine.express", None, "handle_close"),
    (None, "Rachel Okwuosa-Hale", "rokhale", None, "handle_derived"),
    (None, "Inès Castelbourg", "inescb59", None, "handle_derived"),
    (None, "Maïka Desrosiers-Lemelin", "maika.dl.runs", None, "handle_derived"),
    (None, "Loïc Tréhardel", "l0ic.trehardel85", None, "handle_derived"),
    ("loic.trehardel", "Loïc Tréhardel", "loic.trehardel", "Loïc Tréhardel", "full"),
    ("loic_tr", "Loïc Tréhardel", "mage62", "Loïc Tréhardel", "full"),
]


def told(handle, name):
    return [(kind, value) for kind, value in (("username", handle), ("full_name", name)) if value]


@pytest.mark.parametrize(("handle", "name", "other", "named_", "level"), HANDLES)
def test_the_level_of_two_handles(case, kit, handle, name, other, named_, level):
    made = case({"a#owner": told(handle, name), "b#owner": told(other, named_)})
    for one, two in (("a#owner", "b#owner"), ("b#owner", "a#owner")):
        assert identity(made[one], made[two], kit.weights, kit.tables).level == level


def test_a_handle_and_a_stranger_name_say_nothing(case, kit):
    made = case({"a#owner": told(None, "Loïc Tréhardel"), "b#owner": told("mage62", None)})
    assert identity(made["a#owner"], made["b#owner"], kit.weights, kit.tables) is None


def bits(case, kit, left, right):
    made = case({"a#owner": left, "b#owner": right})
    return identity(made["a#owner"], made["b#owner"], kit.weights, kit.tables).bits


def test_what_is_independent_adds_up_and_what_derives_counts_once(case, kit):
    name = ("full_name", "Marie Martin")
    alone = bits(case, kit, [name], [name])
    made_of_it = [name, ("username", "marie.martin")]
    apart = [name, ("username", "zorblax99")]
    handle = bits(case, kit, apart[1:], apart[1:])
    assert alone < bits(case, kit, made_of_it, made_of_it) < alone + handle / 2
    cap = kit.weights.comparisons["identity"]["full_and_handle"].cap
    assert bits(case, kit, apart, apart) == pytest.approx(min(cap, alone + handle), abs=0.02)


def test_a_mail_address_made_of_the_name(case, kit):
    made = case(
        {
            "a#owner": told(None, "Rachel Okwuosa-Hale"),
            "b#owner": [("email_work", "r.okwuosa-hale@brightmoor.example")],
        }
    )
    found = identity(made["a#owner"], made["b#owner"], kit.weights, kit.tables)
    assert found.level == "mail_derived"


def test_one_mailbox_on_both_sides_is_no_second_clue(case, kit):
    mail = [("email_personal", "zorblax99@post.example")]
    made = case({"a#owner": mail, "b#owner": mail})
    assert identity(made["a#owner"], made["b#owner"], kit.weights, kit.tables) is None


def test_a_maiden_name_is_a_name(case, kit):
    made = case(
        {
            "a#owner": [("full_name", "Rachel Hale"), ("maiden_name", "Okwuosa")],
            "b#owner": [("full_name", "Rachel Okwuosa")],
        }
    )
    assert named(made["a#owner"], made["b#owner"], kit.weights, kit.tables).level in BEARS


def test_the_fullest_form_decides_not_the_kindest(case, kit):
    made = case(
        {
            "a#owner": [("alias", "Loïc T."), ("full_name", "Loïc Tréhardel")],
            "b#owner": [("full_name", "Loïc Tran")],
        }
    )
    found = identity(made["a#owner"], made["b#owner"], kit.weights, kit.tables)
    assert found.level == "surname_differs"


def test_a_rare_name_weighs_more_than_a_common_one(case, kit):
    rare, common = [("first_name", "Gwenaëlle")], [("first_name", "Marie")]
    assert bits(case, kit, rare, rare) > bits(case, kit, common, common) + 3


@pytest.mark.parametrize("handle", ["zorblax99", "loic_tr", "dragon", "marie75"])
def test_no_handle_alone_joins(case, kit, handle):
    made = case({"a#owner": told(handle, None), "b#owner": told(handle, None)})
    assert judge(made["a#owner"], made["b#owner"], kit).judgement is not Judgement.SAME


@pytest.mark.parametrize(
    ("left", "right"),
    [("nuit.blanche.idec", "nuit.blanche_idec"), ("poutine_express", "poutine.express")],
)
def test_a_near_handle_is_another_person_until_more_is_known(case, kit, left, right):
    made = case({"a#owner": told(left, None), "b#owner": told(right, None)})
    verdict = judge(made["a#owner"], made["b#owner"], kit)
    assert verdict.judgement is Judgement.DIFFERENT


def test_an_umlaut_written_away_does_not_join_two_plain_names(case, kit):
    made = case(
        {
            "a#owner": [*told(None, "Julia Kruger"), ("home_commune", "Bordeaux")],
            "b#owner": [*told(None, "Julia Krueger"), ("home_commune", "Bordeaux")],
        }
    )
    assert judge(made["a#owner"], made["b#owner"], kit).judgement is not Judgement.SAME


def test_a_handle_made_of_the_name_joins_with_one_more_fact(case, kit):
    here = [*told("loic_tr", "Loïc T."), ("employer", "Atelier Quai Sud")]
    there = [*told("loic_tr", "Loïc Tréhardel"), ("employer", "Atelier Quai Sud")]
    made = case({"a#owner": here, "b#owner": there, "c#owner": here[:2], "d#owner": there[:2]})
    assert judge(made["a#owner"], made["b#owner"], kit).judgement is Judgement.SAME
    assert judge(made["c#owner"], made["d#owner"], kit).judgement is not Judgement.SAME


def test_levels_of_one_name_weigh_less_the_less_they_say(case, kit):
    whole = [("full_name", "Loïc Tréhardel")]
    shown = ["Loïc Tréhardel", "L. Tréhardel", "Loïc T.", "L. T.", "Loïc Tran", "Nora Quellec"]
    found = [bits(case, kit, whole, [("full_name", each)]) for each in shown]
    assert found == sorted(found, reverse=True)


def test_the_levels_are_those_of_the_weights(kit):
    assert BEARS < SEARCHED < set(kit.weights.comparisons["identity"])


@given(one=st.text(max_size=30), other=st.text(max_size=30))
def test_no_name_alone_reaches_the_prior(case, kit, one, other):
    made = case({"a#owner": [("full_name", one)], "b#owner": [("full_name", other)]})
    found = identity(made["a#owner"], made["b#owner"], kit.weights, kit.tables)
    assert found is None or found.bits < -kit.weights.prior


PEOPLE = st.builds(
    "{} {}".format,
    st.sampled_from(["Loïc", "Hélène", "Jean-Noël", "Gwenaëlle", "José", "M.", "Inès"]),
    st.sampled_from(["Tréhardel", "Aubrac-Milot", "Piñeda", "de Kerloc'h", "T.", "Le Guénec"]),
)
CALLED = st.sampled_from([None, "loic_tr", "loictr", "helene.am", "zorblax99", "j0se", "inescb59"])


@given(one=PEOPLE, other=PEOPLE, handle=CALLED, second=CALLED)
def test_the_two_sides_may_be_turned(case, kit, one, other, handle, second):
    made = case({"a#owner": told(handle, one), "b#owner": told(second, other)})
    there = identity(made["a#owner"], made["b#owner"], kit.weights, kit.tables)
    back = identity(made["b#owner"], made["a#owner"], kit.weights, kit.tables)
    assert (there and (there.level, there.bits)) == (back and (back.level, back.bits))


@given(one=PEOPLE, other=PEOPLE)
def test_capitals_and_accents_change_nothing(case, kit, one, other):
    plain = one.translate(str.maketrans("éèëïñ", "eeein"))
    made = case(
        {
            "a#owner": told(None, one),
            "b#owner": told(None, other),
            "c#owner": told(None, plain.upper()),
        }
    )
    there = identity(made["a#owner"], made["b#owner"], kit.weights, kit.tables)
    same = identity(made["c#owner"], made["b#owner"], kit.weights, kit.tables)
    assert (there and (there.level, there.bits)) == (same and (same.level, same.bits))
