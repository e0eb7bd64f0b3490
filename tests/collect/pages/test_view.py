"""What is said twice on a page is one field."""

from auditor.model.visibility import Visibility
from tests.collect.pages.views import view


def test_a_name_and_a_displayed_name_of_the_same_text_are_one():
    pairs = [
        ("full_name", "Loïc T."),
        ("alias", "Loic T."),
        ("home_commune", "Loïc T."),
        ("bio", ""),
    ]
    made = view("<p>x</p>", seen_by=Visibility.MEMBERS).fields(pairs)
    assert [(each.name, each.text) for each in made] == [
        ("full_name", "Loïc T."),
        ("home_commune", "Loïc T."),
    ]
    assert {each.sight.visibility for each in made} == {Visibility.MEMBERS}


def test_the_account_is_that_of_the_address():
    assert (view("").account, view("").handle) == ("photos:loic_tr", "loic_tr")
