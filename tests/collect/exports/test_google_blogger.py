"""Blogger's feed: whole entries at flat memory, and nothing that could fill it."""

import contextlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.exports.google_blogger import entries
from auditor.collect.unreadable import UnreadableError
from tests.collect.exports.test_google import FEED

HEAD = "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:app='http://purl.org/atom/app#'>"


def read(text):
    return list(entries(io.BytesIO(text.encode())))


def test_each_entry_says_what_it_is():
    found = read(FEED)
    assert [(each["blogger:type"], each["blogger:status"]) for each in found] == [
        ("POST", "LIVE"),
        ("POST", "DRAFT"),
        ("COMMENT", "LIVE"),
    ]
    assert found[0]["content"] == "<p>Du cuir &amp; du papier.</p>"


def test_the_form_before_2018_is_read():
    kind = (
        "<category scheme='http://schemas.google.com/g/2005#kind' term='http://x.example/#post'/>"
    )
    draft = "<app:control><app:draft>yes</app:draft></app:control>"
    found = read(f"{HEAD}<entry>{kind}{draft}<title>Un</title></entry></feed>")
    assert found[0]["category"].endswith("#post")
    assert (found[0]["app:draft"], found[0]["title"]) == ("yes", "Un")


def test_a_text_of_another_element_is_not_the_entrys():
    (found,) = read(
        f"{HEAD}<entry><author><title>non</title></author><title>oui</title></entry></feed>"
    )
    assert found["title"] == "oui"


@pytest.mark.parametrize(
    "text",
    [
        "<a>" * 50,
        "<feed><entry><title>" + "x" * 3_000_000,
        "<feed><entry title='" + "x" * 3_000_000,
        "<feed><!-- " + "x" * 3_000_000,
        "<!DOCTYPE a [<!ENTITY b 'x'>]><feed>&b;</feed>",
        "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><feed>&b;</feed>",
        "<feed>" + "<entry/>" * 100_001,
        "no feed",
        "",
    ],
)
def test_what_could_fill_the_memory_is_refused(text):
    with pytest.raises(UnreadableError):
        read(text)


@given(st.text(alphabet="<>/entry&;'= x", max_size=80))
def test_nothing_else_than_a_refusal_is_raised(text):
    with contextlib.suppress(UnreadableError):
        read(f"{HEAD}{text}")
