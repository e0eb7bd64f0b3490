"""Labels of profiles and the kinds they announce."""

import pytest

from auditor.collect.labels import key, kind, names, table, words
from auditor.errors import PackError


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Ville", "home_commune"),
        ("ville :", "home_commune"),
        ("Lives in", "home_commune"),
        ("MÉTIER", "job_title"),
        ("Occupation", "job_title"),
        ("Pseudo", "username"),
        ("Situation amoureuse", "family_status"),
        ("Relationship  status:", "family_status"),
        ("Né le", "birth_date"),
        ("Travaille chez", "employer"),
        ("École", "school"),
        ("Téléphone", "phone_mobile"),
        ("Member since", "account_created"),
        ("Style", None),
        ("", None),
    ],
)
def test_labels_are_compared_without_case_accent_and_colon(label, expected):
    assert kind(label) == expected


def test_no_label_has_two_meanings():
    for name, labels in names("profile").items():
        assert {table("profile")[key(label)] for label in labels} == {name}


def test_a_missing_section_is_a_broken_set_up():
    with pytest.raises(PackError):
        words("walls", "nowhere")
