"""Handles and identifiers of the AT Protocol, by its own lists where they are at hand."""

import pytest

from auditor.collect.apis.bluesky import is_did, is_handle


@pytest.mark.parametrize(
    ("name", "sound"),
    [
        ("nora.example", True),
        ("NORA.Example", True),
        ("a1.b-2.example", True),
        ("nora", False),
        ("nora.", False),
        (".example", False),
        ("no_ra.example", False),
        ("-nora.example", False),
        ("nora.0", False),
        ("nora.example\n", False),
        ("nöra.example", False),
        ("a" * 64 + ".example", False),
    ],
)
def test_a_handle_is_a_domain_name(name, sound):
    assert is_handle(name) is sound


@pytest.mark.parametrize(
    ("name", "sound"),
    [
        ("did:plc:nora", True),
        ("did:web:nora.example", True),
        ("did:plc:", False),
        ("DID:plc:x", False),
    ],
)
def test_an_identifier_has_a_method_and_a_name(name, sound):
    assert is_did(name) is sound


def listed(folder, name):
    path = folder / "fixtures" / "bluesky" / "atproto-interop" / name
    lines = path.read_text("utf-8").split("\n")
    return [each for each in lines if each and not each.startswith("#")]


@pytest.mark.data
def test_the_protocols_own_lists_are_told_apart(data_folder):
    assert [x for x in listed(data_folder, "handle_syntax_invalid.txt") if is_handle(x)] == []
    assert [x for x in listed(data_folder, "did_syntax_valid.txt") if not is_did(x)] == []
    both = listed(data_folder, "atidentifier_syntax_valid.txt")
    assert [x for x in both if not (is_handle(x) or is_did(x))] == []
    neither = listed(data_folder, "atidentifier_syntax_invalid.txt")
    assert [x for x in neither if is_handle(x) or is_did(x)] == []
