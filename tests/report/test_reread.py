"""A result read again is the report it was made from; anything else is refused."""

import json
import sys
from dataclasses import fields, replace

import pytest

from auditor.errors import ResultError
from auditor.model.fact import Fact
from auditor.model.link import Level
from auditor.model.mandate import Account, Proof
from auditor.model.record import Record
from auditor.model.redaction import Redaction
from auditor.model.report import Report
from auditor.model.text import Text
from auditor.report import csv, html, markdown, terminal
from auditor.report.reread import LARGEST, content, reread
from auditor.report.result import render
from tests.audited import audited, shared

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


INSTALLED = ("rules", "kinds", "networks", "known_advice")
"""What no result holds: whoever reads one takes what is installed."""
NOT_HELD = {Record: ("url", "row"), Fact: ("period",), Level: ("identifier", "conflict")}
"""What no form of a report shows, and no result holds either."""


def again(report, language="fr", mode=Redaction.NONE):
    """The report, through a result and back."""
    found = reread(
        render(report, language=language, redact=mode), file="old.json", comparable=False
    )
    return replace(found, **{each: getattr(report, each) for each in INSTALLED})


def bare(item):
    """The same without what a result does not hold; sentences as they are said."""
    if isinstance(item, Text):
        return dict(item.details).get("sentence", item.id % dict(item.details))
    if isinstance(item, dict):
        return {key: bare(each) for key, each in item.items()}
    if isinstance(item, tuple):
        return tuple(map(bare, item))
    if not hasattr(item, "__dataclass_fields__"):
        return item
    left_out = NOT_HELD.get(type(item), ())
    return type(item).__name__, {
        each.name: bare(getattr(item, each.name))
        for each in fields(item)
        if each.name not in left_out
    }


@pytest.fixture(params=["made", "marc-l", "ines"])
def whole(request, report, tmp_path_factory):
    """A small report made by hand, and two of whole audits."""
    if request.param == "made":
        return report
    return audited(request.param, shared(tmp_path_factory.getbasetemp()))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("mode", list(Redaction))
def test_every_form_made_of_a_result_is_the_one_made_of_the_audit(whole, language, mode):
    found = again(whole, language)
    for form in (html, markdown, csv, terminal):
        make = getattr(form, "render", None) or terminal.summary
        assert make(found, language=language, redact=mode) == make(
            whole, language=language, redact=mode
        )


def test_a_result_of_a_result_is_the_same(whole):
    assert written(again(whole)) == written(whole)


def test_all_of_the_report_comes_back_but_what_no_form_shows(report):
    found = again(report, "en")
    for each in fields(Report):
        if each.name not in {"language", "mandate"}:
            assert bare(getattr(found, each.name)) == bare(getattr(report, each.name)), each.name


def test_a_result_masked_stays_masked(report):
    for mode in (Redaction.OTHERS, Redaction.ALL):
        masked = again(report, mode=mode)
        page = html.render(masked, language="fr", redact=Redaction.NONE).decode()
        assert "Marchand" not in page
        assert ("Tréhardel" in page) is (mode is Redaction.OTHERS)


def test_names_in_sentences_are_masked_too(report):
    """Sentences come back whole: what stood in their places is masked with the rest of them."""
    named = replace(
        report.failures[0], reason=Text("%(who)s is missing", (("who", "Hélène Marchand"),))
    )
    found = again(replace(report, failures=(named,)), "en")
    assert "Marchand" in html.render(found, language="en", redact=Redaction.NONE).decode()
    assert "Marchand" not in html.render(found, language="en", redact=Redaction.OTHERS).decode()


def test_accounts_that_were_not_proved_are_still_not(report):
    proof = Proof(method="rel-me", on=report.mandate.signed_on)
    accounts = (Account(id="photos:loic_tr", proofs=(proof,)), Account(id="amis:loic"))
    mandate = replace(report.mandate, fictional=False, accounts=accounts)
    found = again(replace(report, mandate=mandate)).mandate
    assert [each.id for each in found.unproved] == ["amis:loic"]
    assert [each.id for each in found.accounts] == ["photos:loic_tr", "amis:loic"]


def test_an_older_result_lacks_what_was_added_since(report):
    plain = json.loads(written(report))
    for key in (
        "failures",
        "advice",
        "unknown_visibility",
        "counsel",
        "fixes",
        "without_protected",
    ):
        plain.pop(key, None)
    for view in plain["views"].values():
        for key in ("sees", "links", "absences", "namesakes", "impersonations", "portrait",
                    "remedies", "crowd"):  # fmt: skip
            view.pop(key)
    found = reread(json.dumps(plain).encode(), file="old.json")
    assert found.failures == ()
    assert all(view.portrait is None for view in found.views.values())
    assert html.render(found, language="fr", redact=Redaction.OTHERS)


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


LINK = {"id": "l", "left": "a", "right": "b", "levels": [], "judgement": "same"}
EDIT = {"fact": "f", "effort": "", "by_whom": ""}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("dials", {"fraud": {"value": 10**9, "grade": "A"}}),
        ("dials", {"fraud": {"value": 1, "grade": '"><b>'}}),
        ("crowd", {"low": -1, "high": 1, "place": ""}),
        ("crowd", {"low": 1, "high": 10**13, "place": ""}),
        ("remedies", [{"edits": [{**EDIT, "action": "burn"}], "breaks": []}]),
        ("links", [{**LINK, "bits": 1e300, "probability": 0.5}]),
        ("links", [{**LINK, "bits": 1, "probability": 2}]),
        ("portrait", {"start": "a", "steps": [{"record": "a", "crowd": 0}]}),
    ],
)
def test_figures_that_no_report_can_draw_are_refused(report, key, value):
    data = edited(["views", "search", key], value)(json.loads(written(report)))
    with pytest.raises(ResultError) as refused:
        reread(data, file="old.json")
    assert f"(at $.views[...].{key}" in str(refused.value)


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
