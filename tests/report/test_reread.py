"""A result read again is the report it was made from, as far as comparing goes; anything else is refused."""

import json
import sys

import pytest

from auditor.errors import ResultError
from auditor.model.redaction import Redaction
from auditor.report.reread import LARGEST, content, reread
from auditor.report.result import render

CANARY = "Zélie Canarivane"


def written(report, mode=Redaction.NONE):
    return render(report, language="fr", redact=mode)


def test_what_is_compared_comes_back_as_it_was(report):
    found = reread(written(report), file="old.json")
    assert found.facts == report.facts
    assert found.sources == report.sources
    assert [each.id for each in found.records] == [each.id for each in report.records]
    assert found.mandate.subject.name == report.mandate.subject.name
    assert (found.version, found.made_at, found.language) == ("0.1.0", report.made_at, "fr")
    for viewer, view in report.views.items():
        again = found.views[viewer]
        assert again.findings == view.findings
        assert again.identities == view.identities
        assert (again.dials, again.made) == (view.dials, view.made)


def test_a_result_of_another_version_may_say_more(report):
    plain = json.loads(written(report))
    plain["later"] = {"key": [1]}
    plain["facts"][0]["later"] = True
    data = b"\xef\xbb\xbf" + json.dumps(plain).encode()
    assert reread(data, file="old.json").facts == report.facts


def edited(place, value):
    def edit(plain):
        at = plain
        for key in place[:-1]:
            at = at[key]
        at[place[-1]] = value
        return json.dumps(plain).encode()

    return edit


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is not JSON"),
        (b"\x00\xff\xfe", "is not JSON"),
        (b"<html>", "is not JSON"),
        (f'{{"{CANARY}": "{CANARY}'.encode(), "is not JSON"),
        (b"[" * 2_000_000, r"at \$"),
        (b'{"later": ' + b"[" * 2_000_000, "is not JSON"),
        (b'{"auditor": "\xff"}', "is not JSON"),
        (b'{"auditor": NaN}', "is not JSON"),
        (b"null", r"at \$"),
        (b"[]", r"at \$"),
        (f'"{CANARY}"'.encode(), r"at \$"),
        (b'{"facts": []}', r"at \$"),
        (b'{"auditor": ' + b"9" * 5_000 + b"}", r"at \$.auditor"),
    ],
)
def test_what_is_no_result_is_refused_without_a_word_of_it(data, says):
    with pytest.raises(ResultError, match=says) as refused:
        reread(data, file="old.json")
    assert CANARY not in str(refused.value)


@pytest.mark.parametrize(
    ("edit", "place"),
    [
        (edited(["facts", 0, "visibility"], CANARY), "$.facts[0].visibility"),
        (edited(["facts", 0, "value"], 7), "$.facts[0].value"),
        (edited(["made_at"], CANARY), "$.made_at"),
        (edited(["views", CANARY], {}), "$.views"),
        (edited(["views", "search"], CANARY), "$.views[...]"),
        (edited(["views", "search", "dials", "fraud"], {CANARY: 1}), "$.views[...].dials[...]"),
        (edited(["sources", 0, "status"], f"x` - at `$.{CANARY}`"), "$.sources[0].status"),
        (edited(["mandate", "subject"], None), "$.mandate.subject"),
    ],
)
def test_a_faulty_result_tells_where_in_our_words_alone(report, edit, place):
    with pytest.raises(ResultError) as refused:
        reread(edit(json.loads(written(report))), file="old.json")
    assert f"(at {place}" in str(refused.value)
    assert "Canarivane" not in str(refused.value)


def test_every_name_masked_is_refused_since_ids_are_numbers_there(report):
    with pytest.raises(ResultError, match="--redact all"):
        reread(written(report, Redaction.ALL), file="old.json")
    assert reread(written(report, Redaction.OTHERS), file="old.json").records


def test_too_large_is_refused_before_it_is_read():
    with pytest.raises(ResultError, match="larger than 64 MB"):
        reread(b" " * (LARGEST + 1), file="old.json")


def test_a_file_is_read_no_further_than_that(tmp_path):
    huge = tmp_path / "huge.json"
    with huge.open("wb") as file:
        file.truncate(50 * LARGEST)  # a sparse file: no byte of it is on the disk
    assert len(content(huge)) == LARGEST + 1


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders")
def test_a_pipe_a_folder_and_nothing_are_refused(tmp_path):
    import os

    os.mkfifo(tmp_path / "pipe")
    for name, says in ((".", "not a file"), ("pipe", "not a file"), ("none", "cannot be read")):
        with pytest.raises(ResultError, match=says):
            content(tmp_path / name)
