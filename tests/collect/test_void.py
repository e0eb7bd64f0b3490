"""Values that say nothing."""

import pytest

from auditor.collect.void import is_void, without_void
from tests.collect.test_belonging import profile


@pytest.mark.parametrize(
    "text", ["None", "none", "N/A", "null", "(null)", "—", "-", "@", "...", "", " ", "Non renseigné", "[]", "\u200b"]
)  # fmt: skip
def test_a_word_for_nothing_is_nothing(text):
    assert is_void(text)


@pytest.mark.parametrize("text", ["Nantes", "NA", "0", "🦊🌈", "+33", "None Such", "Aucun"])
def test_a_value_is_a_value(text):
    assert not is_void(text)


def test_only_what_says_nothing_is_left_out():
    found = without_void(profile(full_name="Zélie", home_commune="N/A"))
    assert [each.name for each in found.fields] == ["full_name"]
    whole = profile(full_name="Zélie")
    assert without_void(whole) is whole
