"""`auditor judge`: what is left open is put to the person, and their word is kept at once."""

import shutil
import signal
import subprocess
import sys
from functools import partial

import pytest
import yaml

from auditor.resources.folders import folder
from tests.cli.command import run

PASSPHRASE = "quatre mots sans aucun lien"
FAST = ("--quiet", "--model", "none")


@pytest.fixture
def auditor(tmp_path):
    return partial(run, tmp_path)


@pytest.fixture
def case(tmp_path):
    """Three accounts; the tastes of two of them agree, which is a suggestion and no more."""
    shutil.copytree(folder("samples") / "tastes", tmp_path / "case")
    return tmp_path / "case"


def kept(case):
    rows = yaml.safe_load((case / "judgements.yml").read_text(encoding="utf-8"))
    return [(each["left"], each["right"], each["judgement"]) for each in rows]


def test_an_open_pair_is_shown_and_the_answer_is_kept_and_not_asked_again(auditor, case):
    out = auditor("judge", "case", *FAST, "--lang", "en", piped="perhaps\ny\n")
    assert out.returncode == 0, out.stderr
    assert "Pair 1 of 1: possible" in out.stdout
    assert "many rare tastes in common" in out.stdout
    assert out.stdout.count("One person?") == 2
    assert "Kept: 1." in out.stdout
    assert kept(case) == [("t1#owner", "t2#owner", "same")]
    again = auditor("judge", "case", *FAST, "--lang", "en", piped="n\n")
    assert "No pair is left open." in again.stdout
    assert kept(case) == [("t1#owner", "t2#owner", "same")]


def test_in_french_and_when_nothing_more_is_typed_nothing_is_kept(auditor, case):
    out = auditor("judge", "case", *FAST, "--lang", "fr", piped="")
    assert out.returncode == 0, out.stderr
    assert "Une seule personne ? [o]ui" in out.stdout
    assert not (case / "judgements.yml").exists()


def test_a_pair_is_judged_without_questions_and_the_vault_keeps_it(auditor, case):
    assert auditor("vault", "create", "case", lines=[PASSPHRASE]).returncode == 0
    out = auditor("judge", "case", "t1#owner", "t2#owner", "different", *FAST, lines=[PASSPHRASE])
    assert out.returncode == 0, out.stderr
    assert not (case / "judgements.yml").exists()
    told = auditor("vault", "judgements", "case", lines=[PASSPHRASE])
    (row,) = yaml.safe_load(told.stdout)
    assert (row["left"], row["right"], row["judgement"]) == ("t1#owner", "t2#owner", "different")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["t1#owner", "t9#owner", "same"], "there is no such record; records are named place#name"),
        (["t1#owner", "t1#owner", "same"], "a record is compared with itself"),
        (["t1#owner", "t2#owner"], "name two records and what you judge of them"),
        (["t1#owner", "t3#owner", "same"], "records of t2 and t3 to be two people"),
    ],
)
def test_what_cannot_be_judged_is_one_line(auditor, case, arguments, says):
    before = [
        {"left": "t1#owner", "right": "t2#owner", "judgement": "same"},
        {"left": "t2#owner", "right": "t3#owner", "judgement": "different"},
    ]
    text = yaml.safe_dump(before)
    (case / "judgements.yml").write_text(text, encoding="utf-8")
    out = auditor("judge", "case", *arguments, *FAST, "--lang", "en")
    assert out.returncode == 2
    assert says in out.stderr
    assert out.stderr.count("\n") == 1
    assert (case / "judgements.yml").read_text(encoding="utf-8") == text


def test_whoever_breaks_off_loses_no_answer(tmp_path):
    case = tmp_path / "case"
    shutil.copytree(folder("samples") / "marc-l", case)
    asked = subprocess.Popen(
        [sys.executable, "-m", "auditor", "judge", str(case), *FAST, "--lang", "en"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    shown = until(asked.stdout, "One person?")
    assert not (case / "judgements.yml").exists()
    asked.stdin.write("n\n")
    asked.stdin.flush()
    shown += until(asked.stdout, "One person?")
    asked.send_signal(signal.SIGINT)
    out, err = asked.communicate(timeout=60)
    assert asked.returncode == 0, err
    assert err == ""
    assert "Pair 2 of" in shown
    assert "Kept: 1." in out
    assert [judged for _, _, judged in kept(case)] == ["different"]


def until(stream, words):
    """What the stream says, up to these words."""
    said = ""
    while not said.endswith(words):
        sign = stream.read(1)
        assert sign, said
        said += sign
    return said
