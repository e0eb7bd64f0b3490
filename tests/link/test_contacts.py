"""link/compare/contacts.py, masks.py, written.py: what reaches a person, whole, half hidden, or made of a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.link.compare.contacts import account, contact
from auditor.link.compare.masks import Mask, mask
from auditor.link.judge import judge
from auditor.model.link import Judgement

MAIL, WORK, PHONE = "email_personal", "email_work", "phone_mobile"


def compared(case, kit, left, right):
    sides = case({"a#owner": left, "b#owner": right})
    return contact(sides["a#owner"], sides["b#owner"], kit.weights, kit.tables)


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ([(MAIL, "ines@post.example")], [(MAIL, "Ines@post.example")], "email"),
        ([(PHONE, "+33639984127")], [(PHONE, "+33639984127")], "phone"),
        ([(MAIL, "contact@asso.example")], [(WORK, "contact@asso.example")], "shared_mailbox"),
        ([(MAIL, "j***@post.example")], [(MAIL, "julie.k@post.example")], "masked_email"),
        ([(MAIL, "j***@post.example")], [(MAIL, "marc.k@post.example")], "masked_differs"),
        ([(MAIL, "j***@post.example")], [(MAIL, "julie@other.example")], "masked_differs"),
        ([(PHONE, "06 ** ** ** 27")], [(PHONE, "+33639984127")], "masked_phone"),
        ([(PHONE, "06 ** ** ** 28")], [(PHONE, "+33639984127")], "masked_differs"),
        ([(PHONE, "06 ** ** ** 27")], [(PHONE, "06 39 ** ** 27")], "masked_phone"),
        # Another address, another number: everybody has several.
        ([(MAIL, "ines@post.example")], [(MAIL, "i.castelbourg@post.example")], None),
        ([(PHONE, "+33639984127")], [(PHONE, "+33639984128")], None),
        # Missing is no disagreement.
        ([(MAIL, "ines@post.example")], [(PHONE, "+33639984127")], None),
        ([(MAIL, "ines@post.example")], [("alias", "ines")], None),
        ([("alias", "ines")], [("alias", "ines")], None),
    ],
)
def test_what_reaches_a_person(case, kit, left, right, level):
    found = compared(case, kit, left, right)
    assert (found and found.level) == level
    turned = compared(case, kit, right, left)
    assert (turned and (turned.level, turned.bits)) == (found and (found.level, found.bits))


def test_a_half_hidden_number_is_worth_its_digits_and_never_a_whole_one(case, kit):
    few = compared(case, kit, [(PHONE, "06 ** ** ** 27")], [(PHONE, "+33639984127")])
    more = compared(case, kit, [(PHONE, "06 39 ** ** 27")], [(PHONE, "+33639984127")])
    whole = compared(case, kit, [(PHONE, "+33639984127")], [(PHONE, "+33639984127")])
    assert 0 < few.bits < more.bits < whole.bits
    assert (few.identifier, whole.identifier) == (False, True)


@given(st.from_regex(r"0[67]( \d\d){4}", fullmatch=True), st.integers(0, 3), st.integers(0, 3))
def test_a_number_fits_every_way_to_hide_it(number, start, end):
    pairs = number.split(" ")
    shown = [*pairs[: start + 1], *(["**"] * (4 - start))]
    shown[len(shown) - end :] = pairs[len(pairs) - end :]
    hidden = mask(" ".join(shown))
    assert hidden is None or hidden.fits(Mask.whole("+33" + number.replace(" ", "")[1:]))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("06 ** ** ** 27", ("06", "27", "")),
        ("+33 6 •• •• •• 27", ("06", "27", "")),
        ("07700 xxx 418", ("07700", "418", "")),
        ("j***n@post.example", ("j", "n", "post.example")),
        ("j***@p***.example", ("j", "", "")),
        ("max@post.example", None),
        ("alexxandra@post.example", None),
        ("07700 900 418", None),
    ],
)
def test_what_a_mask_shows(text, seen):
    found = mask(text)
    assert (found and (found.start, found.end, found.domain)) == seen


RACHEL = [("full_name", "Rachel Okwuosa-Hale"), ("employer", "Brightmoor Foods")]


@pytest.mark.parametrize(
    ("mail", "told", "level"),
    [
        ("r.okwuosa-hale@brightmoor.example", RACHEL, "derived"),
        ("rachel.hale@brightmoor.co.example", RACHEL, "derived"),
        ("okwuosahale@brightmoor-foods.example", RACHEL, "derived"),
        ("t.ellery@brightmoor.example", RACHEL, None),
        ("r.okwuosa-hale@northfold.example", RACHEL, None),
        ("r.okwuosa-hale@foods.example", RACHEL, None),
        ("r.okwuosa-hale@brightmoor.example", RACHEL[:1], None),
        # Where both name the employer, the comparison of work weighs it.
        (
            "r.okwuosa-hale@brightmoor.example",
            [*RACHEL, ("email_work", "x@brightmoor.example")],
            "derived",
        ),
    ],
)
def test_jp04_the_address_a_name_would_get(case, kit, mail, told, level):
    found = compared(case, kit, told, [(WORK, mail)])
    assert (found and found.level) == level


def test_jp04_a_colleague_of_one_initial_and_a_common_surname_is_not_joined(case, kit):
    told = [("full_name", "Rachel Smith"), ("employer", "Brightmoor Foods")]
    sides = case({"a#owner": told, "b#owner": [(WORK, "r.smith@brightmoor.example")]})
    assert judge(sides["a#owner"], sides["b#owner"], kit).judgement is not Judgement.SAME


def test_jp09_a_number_that_another_first_name_has_now_joins_nothing(case, kit):
    told = {"a#owner": [("first_name", "Loïc"), (PHONE, "+33639984127")],
            "b#owner": [("first_name", "Sandrine"), (PHONE, "+33639984127")]}  # fmt: skip
    sides = case(told)
    verdict = judge(sides["a#owner"], sides["b#owner"], kit)
    assert verdict.judgement is not Judgement.SAME


def test_jp11_a_domain_record_joins_by_its_phone_and_a_proxys_record_shows_nobody(case, kit):
    owner = [("alias", "R. Okwuosa"), (PHONE, "+447700900418"), ("home_commune", "Leeds")]
    proxy = [
        ("full_name", "Whois Privacy Service"),
        (PHONE, "+447700900418"),
        (MAIL, "x@post.example"),
    ]
    sides = case({"d#owner": owner, "b#owner": owner, "x#owner": proxy})
    assert judge(sides["d#owner"], sides["b#owner"], kit).judgement is Judgement.SAME
    assert contact(sides["d#owner"], sides["x#owner"], kit.weights, kit.tables) is None
    veiled = [(MAIL, "a7f3@whoisguard.example")]
    assert compared(case, kit, veiled, veiled) is None


def test_one_account_read_twice(case, kit):
    told = {"a#owner": [("alias", "x")], "b#owner": [("alias", "y")], "c#owner": [("alias", "z")]}
    accounts = {
        "a#owner": ("photos:x", None),
        "b#owner": ("photos:x", None),
        "c#owner": (None, None),
    }
    sides = case(told, accounts)
    found = account(sides["a#owner"], sides["b#owner"], kit.weights, kit.tables)
    assert found.level == "same"
    assert account(sides["a#owner"], sides["c#owner"], kit.weights, kit.tables) is None
    assert account(sides["c#owner"], sides["c#owner"], kit.weights, kit.tables) is None
