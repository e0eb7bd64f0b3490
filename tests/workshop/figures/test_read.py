"""What is handed in: five at least, each once, masked, and as the program made it; anything else in one line."""

import datetime
import json
from dataclasses import replace
from pathlib import Path

import pytest

from auditor.errors import ResultError
from auditor.model.redaction import Redaction
from auditor.model.viewer import Viewer
from auditor.report.redact import redact
from auditor.report.words import Words
from auditor.workshop.figures.follows import follows
from auditor.workshop.figures.masked import is_masked
from auditor.workshop.figures.read import Reader, later_file, two_groups
from tests.workshop.figures.made import NOON, NUMBER, SECRETS, book, files, person, result
from tests.workshop.played import played

CANARY = "Zélie Canarivane"
KINDS = (*SECRETS, *NUMBER, "home_commune", "employer")


def reader(viewer=Viewer.FRIEND_OF_FRIEND, language="en"):
    return Reader(book(), viewer, Words(language=language))


def read(paths, **more):
    return reader(**more).reports(paths, later_file)


@pytest.fixture
def six(tmp_path):
    return files(tmp_path, [person(KINDS) for _ in range(6)])


def refused(paths, **more):
    """What is said of them; never a word of theirs, nor of the files' names."""
    with pytest.raises(ResultError) as caught:
        read(paths, **more)
    said = str(caught.value)
    assert "\n" not in said
    assert not any(each in said.casefold() for each in ("canarivane", "zelie", "zélie", "quellec"))
    return said


def changed(path, change):
    plain = json.loads(path.read_text("utf-8"))
    change(plain)
    path.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")


def test_six_results_are_six_reports(six):
    assert len(read(six)) == 6


@pytest.mark.parametrize("many", range(5))
def test_fewer_than_five_are_refused(six, many):
    assert f"at least five people are needed; results given: {many}" in refused(six[:many])


def test_the_same_file_twice_is_refused_by_number_however_laid_out_and_whenever_made(six, tmp_path):
    assert (
        "file 7, in the order given, and file 2, in the order given, are the same result"
        in refused([*six, six[1]])
    )
    copy = tmp_path / "copy.json"
    plain = json.loads(six[1].read_text("utf-8")) | {"made_at": "2026-12-31T10:00:00Z"}
    plain |= {"language": "en"}
    copy.write_text(json.dumps(dict(reversed(plain.items()))), encoding="utf-8")
    assert (
        "file 4, in the order given, and file 2, in the order given, are the same result"
        in refused([*six[:3], copy, *six[3:]])
    )


@pytest.mark.parametrize("mode", [Redaction.NONE, Redaction.OTHERS])
def test_a_file_with_names_is_refused_and_told_how_to_be_made_again(six, mode):
    six[3].write_bytes(result(person(KINDS, name=CANARY), mode))
    said = refused(six)
    assert said.startswith("file 4, in the order given, has names in it")
    assert "--redact all" in said


@pytest.mark.parametrize("place", ["subject", "label", "alias"])
def test_a_name_put_back_by_hand_is_noticed(six, place):
    def name(plain):
        if place == "label":
            plain["records"][0]["label"] = CANARY
        elif place == "alias":
            plain["mandate"]["aliases"] = [CANARY]
        else:
            plain["mandate"]["subject"] = CANARY

    changed(six[0], name)
    assert "file 1, in the order given, has names in it" in refused(six)


def test_another_version_is_refused_without_saying_which(six):
    changed(six[2], lambda plain: plain.update(auditor=CANARY))
    said = refused(six)
    assert "file 3, in the order given, was made by another version" in said
    assert "make it again with this version" in said


def test_a_result_of_one_viewer_cannot_be_counted_for_another(six):
    changed(six[2], lambda plain: plain["views"].pop("friend_of_friend"))
    assert "file 3, in the order given, does not say what this viewer sees" in refused(six)


def view(plain):
    return plain["views"]["friend_of_friend"]


def first(plain):
    return view(plain)["findings"][0]


TAMPERED = {
    "a key of theirs": lambda plain: plain.update({CANARY: 1}),
    "no views": lambda plain: plain.pop("views"),
    "a key missing": lambda plain: plain.pop("failures"),
    "a word for a number": lambda plain: first(plain).update(severity=CANARY),
    "a rule nobody knows": lambda plain: first(plain).update(rule=CANARY),
    "another code": lambda plain: first(plain).update(code=CANARY),
    "a milder severity": lambda plain: first(plain).update(severity=1),
    "a fact that is not there": lambda plain: first(plain).update(facts=[CANARY]),
    "no facts": lambda plain: first(plain).update(facts=[]),
    "facts that do not carry it": lambda plain: [
        each.update(facts=[plain["facts"][0]["id"]]) for each in view(plain)["findings"]],
    "a finding twice": lambda plain: view(plain)["findings"].append(first(plain)),
    "a finding taken out": lambda plain: view(plain)["findings"].pop(0),
    "nothing found": lambda plain: view(plain).update(findings=[], dials={
        each: {"value": 0, "grade": "A"} for each in view(plain)["dials"]}),
    "a better dial": lambda plain: view(plain)["dials"]["fraud"].update(value=3, grade="A"),
    "a better grade": lambda plain: view(plain)["dials"]["fraud"].update(grade="A"),
    "a worse dial": lambda plain: view(plain)["dials"]["safety"].update(value=90, grade="E"),
    "a dial that is none": lambda plain: view(plain)["dials"].update({CANARY: {"value": 0, "grade": "A"}}),
    "a dial missing": lambda plain: view(plain)["dials"].pop("fraud"),
    "somebody else's finding": lambda plain: first(plain).update(identity=CANARY),
    "another view's dial": lambda plain: plain["views"]["search"]["dials"]["fraud"].update(value=99, grade="E"),
    "protected facts kept": lambda plain: plain.update(without_protected=False),
}  # fmt: skip


@pytest.mark.parametrize("name", TAMPERED)
def test_what_was_tampered_with_is_refused_and_not_quoted(six, name):
    changed(six[4], TAMPERED[name])
    assert refused(six).startswith("file 5, in the order given, ")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is not JSON"),
        (CANARY.encode(), "is not JSON"),
        (f'{{"{CANARY}": "{CANARY}"}}'.encode(), "is no result of an audit"),
        (b"[" * 2_000_000, "no result of an audit"),
        (b"\xff\xfe\x00", "is not JSON"),
        (None, "cannot be read (FileNotFoundError)"),
    ],
)
def test_what_is_no_result_is_called_by_its_number(six, tmp_path, data, says):
    path = tmp_path / "zelie-canarivane.json"
    if data is not None:
        path.write_bytes(data)
    assert says in refused([*six, path])


def test_the_refusal_is_said_in_the_readers_language(six):
    six[0].write_bytes(b"{}")
    assert refused(six, language="fr").startswith(str(Words(language="fr")(later_file(1))))


@pytest.mark.parametrize(
    "declared", [frozenset(), frozenset({"sms_2fa"}), frozenset({"breached_email"})]
)
def test_what_the_subject_declared_is_allowed_for(tmp_path, declared):
    """F-04 rests on a fact that stands in no result: that codes come by text message."""
    told = files(
        tmp_path, [person((*NUMBER, "username_reuse"), declared=declared) for _ in range(5)]
    )
    assert len(read(told)) == 5


def test_two_groups_may_hold_the_same_person_unchanged_but_not_one_file(tmp_path):
    then = [person(KINDS, at=NOON - datetime.timedelta(days=28)) for _ in range(5)]
    now = [replace(each, made_at=each.made_at + datetime.timedelta(days=28)) for each in then]
    old, new = files(tmp_path, then), files(tmp_path, now)
    assert [len(each) for each in two_groups(reader(), new, old)] == [5, 5]
    with pytest.raises(
        ResultError, match=r"file 1, .*, and file 1 of --before, .*, are the same result"
    ):
        two_groups(reader(), [old[0], *new[1:]], old)
    with pytest.raises(ResultError, match="younger than the others"):
        two_groups(reader(), old, new)
    with pytest.raises(ResultError, match="file 2 of --before, in the order given, "):
        two_groups(reader(), new, [old[0], Path("nowhere.json"), *old[2:]])


@pytest.mark.parametrize("name", ["marc-l", "rachel"])
def test_an_audit_of_a_sample_follows_from_itself(name):
    """Every view, with protected facts left out and values masked."""
    report = played(name).report
    masked = redact(report, Redaction.ALL, shared=True)
    assert is_masked(masked)
    assert follows(masked, book())
    assert not is_masked(redact(report, Redaction.OTHERS, shared=True))
    assert not is_masked(report)
