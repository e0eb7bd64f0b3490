"""Members found by the ends of their paths, however an archive spells them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.paths import Paths, natural


@pytest.mark.parametrize(
    ("name", "end", "found"),
    [
        ("Profile.csv", "Profile.csv", True),
        ("top/profile.CSV", "Profile.csv", True),
        ("My Profile.csv", "Profile.csv", False),
        ("analytics\\qa\\vote.submit.json", "qa/vote.submit.json", True),
        ("Takeout/Mon activité/YouTube/MonActivité.json", "Mon activité/*/MonActivité.json", True),
        (unicodedata.normalize("NFD", "Mon activité/x/MonActivité.json"), "MonActivité.json", True),
        ("Mon activité/x/MonActivité.json".encode().decode("cp437"), "MonActivité.json", True),
        ("who_you’ve_followed.json", "who_you've_followed.json", True),
        ("data/tweets-part3.js", "tweets-part*.js", True),
        ("data/tweets.js", "tweets-part*.js", False),
        ("a/b/posts.json", "a/*/posts.json", True),
        ("a/b/c/posts.json", "a/*/posts.json", False),
        ("posts_1.json", "posts_1.jso*", True),
        ("posts_1xjson", "posts_1.json", False),
    ],
)
def test_ends_of_paths(name, end, found):
    assert [each for _, _, each in Paths([name]).ending(end)] == [name] * found


def test_numbers_count_as_numbers():
    names = ["t-part10.js", "t-part2.js", "t.js"]
    assert sorted(names, key=natural) == ["t.js", "t-part2.js", "t-part10.js"]


@given(st.lists(st.text(max_size=20)), st.text(max_size=10))
def test_any_name_and_any_end_are_looked_up(names, end):
    assert {each for _, _, each in Paths(names).ending(end)} <= set(names)
