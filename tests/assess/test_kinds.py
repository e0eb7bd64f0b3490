"""assess/kinds.py"""

import pytest

from auditor.assess.kinds import kinds
from auditor.errors import PackError


def test_every_kind_is_named_in_both_languages(vocabulary):
    assert all(kind.name["fr"] and kind.name["en"] for kind in vocabulary.values())
    assert {kind.article for kind in vocabulary.values()} == {None, 9, 10}


@pytest.mark.parametrize("kind", ["relative", "ex_partner", "child_name", "third_party_address"])
def test_kinds_of_other_people_say_so(vocabulary, kind):
    assert vocabulary[kind].others


@pytest.mark.parametrize("kind", ["employer", "health", "tagged_by_other", "family_status"])
def test_kinds_of_the_person_do_not(vocabulary, kind):
    assert not vocabulary[kind].others


def test_a_kind_that_stands_twice_is_refused(tmp_path):
    kind = "  - {id: age, family: identity, origin: [text], name: {fr: âge, en: age}}\n"
    (tmp_path / "facts.yml").write_text("kinds:\n" + kind + kind, encoding="utf-8")
    with pytest.raises(PackError, match="twice: age"):
        kinds(tmp_path)
