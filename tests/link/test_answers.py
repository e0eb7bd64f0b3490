"""The answers of the link room for one viewer: inference, absence, namesakes, impersonation, remedies."""

import datetime

from auditor.link.infer import infer
from auditor.link.view import Question, link
from auditor.model.mandate import Account, Mandate, Purpose, Subject
from auditor.model.viewer import Viewer
from auditor.model.visibility import Visibility
from tests.builders import fact, record


def mandate(*accounts):
    return Mandate(
        subject=Subject(name="Rachel Okwuosa-Hale"),
        purpose=Purpose.SELF_AUDIT,
        language="en",
        signed_on=datetime.date(2026, 1, 1),
        expires_on=datetime.date(2027, 1, 1),
        accounts=tuple(Account(id=each) for each in accounts),
    )


WISH = {"period": ("2008-03-15", "2008-03-17")}
AGE = {"period": ("1979-06-24", "1980-06-23")}


def test_wishes_and_an_age_give_the_birth_date_as_an_interval():
    facts = [
        fact("c#x", "birth_day_month", "03-17", **WISH),
        fact("d#x", "age", "28", **AGE),
    ]
    made = {each.kind: each for each in infer([record("c#x"), record("d#x")], facts, 0.8)}
    assert made["birth_date"].value == "1980-03-17"
    assert str(made["birth_date"].period.low) == "1980-03-15"
    assert set(made["birth_date"].inferred_from) == {each.id for each in facts}


def test_ages_that_contradict_each_other_give_nothing():
    facts = [
        fact("c#x", "birth_day_month", "03-17", **WISH),
        fact("d#x", "age", "28", **AGE),
        fact("e#x", "age", "61", period=("1946-01-01", "1947-01-01")),
    ]
    assert list(infer([], facts, 0.8)) == []


def test_a_wish_of_29_february_is_understood():
    facts = [
        fact("c#x", "birth_day_month", "02-29", period=("2008-02-27", "2008-02-29")),
        fact("d#x", "age", "28", period=("1979-03-01", "1980-02-29")),
    ]
    made = [each for each in infer([], facts, 0.8) if each.kind == "birth_date"]
    assert [each.value for each in made] == ["1980-02-29"]


def test_what_is_inferred_is_as_hidden_as_its_least_visible_source():
    from dataclasses import replace

    facts = [
        replace(fact("c#x", "birth_day_month", "03-17", **WISH), visibility=Visibility.MEMBERS),
        fact("d#x", "age", "28", **AGE),
    ]
    (made,) = [each for each in infer([], facts, 0.8) if each.kind == "birth_date"]
    assert made.visibility is Visibility.MEMBERS


def test_one_handle_on_two_networks_is_reused_on_both():
    records = [record("a#owner", account="photos:x"), record("b#owner", account="amis:7")]
    facts = [fact("a#owner", "username", "loic_tr"), fact("b#owner", "username", "loic.tr")]
    made = [each.value for each in infer(records, facts, 0.8) if each.kind == "username_reuse"]
    assert made == ["amis", "photos"]


def asked(kit, people, accounts, *listed, viewer=Viewer.ANYONE):
    records = [record(name, account=accounts.get(name)) for name in people]
    facts = [fact(name, *told) for name, each in people.items() for told in each]
    return link(records, facts, kit, Question(viewer=viewer, mandate=mandate(*listed)))


WORK = [("employer", "Brightmoor Foods"), ("job_title", "hr manager")]


def test_a_second_account_that_claims_to_be_the_subject_is_flagged_and_not_merged(kit):
    people = {
        "a#owner": [("full_name", "Rachel Okwuosa-Hale"), *WORK],
        "f#owner": [("full_name", "Rachel Okwuosa Hale"), *WORK],
    }
    found = asked(kit, people, {"a#owner": "pro:rachel", "f#owner": "pro:rachel2"}, "pro:rachel")
    assert [each.record for each in found.impersonations] == ["f#owner"]
    assert all(len(one.records) == 1 for one in found.identities)
    assert [each.kind for each in found.made] == ["duplicate_profile"]


def test_listed_accounts_are_one_person_for_the_subject_alone(kit):
    people = {"a#owner": [("alias", "zorblax")], "b#owner": [("full_name", "Rachel Okwuosa-Hale")]}
    accounts = {"a#owner": "photos:z", "b#owner": "pro:r"}
    for viewer, records in ((Viewer.ME, 2), (Viewer.CONTACT, 1)):
        found = asked(kit, people, accounts, "photos:z", "pro:r", viewer=viewer)
        assert max(len(one.records) for one in found.identities) == records
