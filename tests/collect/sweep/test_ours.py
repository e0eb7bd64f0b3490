"""Our own list: every entry whole, with its source, and never another's words for absence alone."""

import re

import pytest

from auditor.collect.sweep import lists, ours
from auditor.collect.sweep.fill import is_tame
from auditor.errors import PackError
from auditor.resources.folders import folder

ENTRIES = ours.entries(folder("rules") / "sites.yml")


def test_names_are_given_once():
    names = [each.name for each in ENTRIES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda each: each.name)
def test_an_entry_is_whole(entry):
    assert entry.source
    assert entry.url.startswith("https://")
    assert (entry.barrier is None) is (entry.found is not None and entry.missing is not None)
    if entry.barrier is None:
        assert entry.found.text, "presence is told in words"
        assert "{account}" in (entry.probe or entry.url)
    if entry.pattern is not None:
        assert is_tame(entry.pattern)
        assert re.compile(entry.pattern)
    if entry.network is not None:
        assert (folder("rules") / "networks" / f"{entry.network}.yml").is_file()


def test_it_is_what_is_asked_without_another_list():
    found = lists.read(None)
    assert (found.form, len(found.sites)) == ("auditor", len(ENTRIES))
    asked = [each for each in found.sites if each.barred is None]
    assert len(asked) >= 50


@pytest.mark.parametrize(
    "entry",
    [
        "{name: a, url: 'https://a.example/{account}', source: x}",
        "{name: a, url: 'https://a.example/', source: x, found: {status: 200}, missing: {status: 404}}",
        "{name: a, url: 'https://a.example/{account}', source: x, barrier: login, found: {status: 200}, missing: {status: 404}}",
        "{name: a, url: 'https://a.example/{account}', barrier: login}",
        "{name: a, url: 'https://a.example/{account}', source: x, barrier: moat}",
    ],
)
def test_a_list_in_our_form_is_checked(tmp_path, entry):
    path = tmp_path / "mine.yml"
    path.write_text(f"sites:\n  - {entry}\n", encoding="utf-8")
    with pytest.raises(PackError):
        lists.read(path)


def test_a_list_in_our_form_is_taken(tmp_path):
    path = tmp_path / "mine.yml"
    entry = "{name: a, url: 'https://a.example/{account}', source: x, found: {status: 200, text: y}, missing: {status: 404}}"
    path.write_text(f"sites:\n  - {entry}\n", encoding="utf-8")
    assert [each.name for each in lists.read(path).sites] == ["a"]
