"""Records of a domain, asked of a real server of names on loopback."""

import pytest

from auditor.collect.net.answer import FetchRefusedError
from auditor.collect.net.dns import texts
from tests.collect.net.names import served


def test_every_text_of_a_name_is_found_whole():
    records = {"_auditor-proof.nora.example.": ["un", "x" * 300, "été"]}
    with served(records) as server:
        for name in ("_auditor-proof.nora.example", "_auditor-proof.nora.example."):
            assert set(texts(name, servers=[server])) == {"un", "x" * 300, "été"}


@pytest.mark.parametrize("name", ["other.example", "nora.example"])
def test_a_name_without_such_a_record_has_none(name):
    with served({"_auditor-proof.nora.example.": ["un"], "nora.example.": []}) as server:
        assert texts(name, servers=[server]) == ()


def test_a_server_that_refuses_is_named():
    with (
        served({}, refuses=True) as server,
        pytest.raises(FetchRefusedError, match="NoNameservers"),
    ):
        texts("nora.example", servers=[server])


@pytest.mark.parametrize("name", ["a..example", "x" * 64 + ".example", ("y" * 60 + ".") * 5])
def test_what_is_no_name_is_refused(name):
    with served({}) as server, pytest.raises(FetchRefusedError, match="records of the domain"):
        texts(name, servers=[server])


def test_a_name_is_asked_as_it_stands_and_never_below_a_domain_of_this_machine():
    with served({}) as server:
        texts("nora.example", servers=[server])
        assert served.asked == ["nora.example."]
