"""`auditor extract`, as its user meets it."""

import json
import subprocess
import sys

import pytest

from auditor.resources.folders import folder
from tests.cli.command import run

ROOT = folder("rules").parent
TEXT = "J’habite à Nantes avec mon chat Moustache.\n\nDemain on part pour Lisbonne !"


def auditor(*arguments, **more):
    """The process of a command."""
    return run(ROOT, "extract", *arguments, **more)


def kinds(out):
    return {(each["kind"], each["value"]) for each in json.loads(out.stdout)["facts"]}


def test_a_text_that_is_piped_in():
    out = auditor("-", "--lang", "fr", piped=TEXT)
    assert out.returncode == 1, out.stderr
    assert "commune de résidence: Nantes" in out.stdout
    assert "«\u00a0Nantes\u00a0»" in out.stdout
    assert "nom d’un animal: Moustache" in out.stdout


def test_a_text_file(tmp_path):
    (tmp_path / "post.txt").write_text(TEXT, "utf-8")
    out = auditor(tmp_path / "post.txt", "--format", "json")
    assert out.returncode == 1, out.stderr
    assert {("home_commune", "Nantes"), ("pet_name", "Moustache")} <= kinds(out)


def test_it_explains_how():
    out = auditor("-", "--explain", "--lang", "fr", piped=TEXT)
    assert "cue: " in out.stdout
    assert "speaker: self" in out.stdout
    assert "le nom d’un animal" in out.stdout


def test_the_day_resolves_tomorrow():
    out = auditor(
        "-", "--format", "json", "--on", "2026-05-30", piped="Mon avion part demain pour Lisbonne"
    )
    days = [
        each["time"]["date"]
        for each in json.loads(out.stdout)["facts"]
        if each["kind"] == "travel_plan"
    ]
    assert "2026-05-31" in days


def test_others_are_not_the_subject():
    own = auditor("-", "--format", "json", piped="J'habite à Nantes")
    told = auditor("-", "--format", "json", "--others", piped="J'habite à Nantes")
    assert ("home_commune", "Nantes") in kinds(own)
    assert ("home_commune", "Nantes") not in kinds(told)


def test_a_saved_page_and_an_export(tmp_path):
    page = folder("samples") / "marc-l" / "footprint"
    (first, *_) = sorted(page.glob("*.html"))
    out = auditor(first, "--format", "json")
    assert out.returncode == 1, out.stderr
    assert kinds(out)


def test_nothing_found_is_no_error():
    out = auditor("-", piped="Bonjour tout le monde")
    assert out.returncode == 0, out.stderr


def test_without_a_model_rules_go_on_alone():
    out = auditor("-", "--model", "no_such_pipeline", piped=TEXT)
    assert out.returncode == 1
    assert "rules alone" in out.stderr
    assert "Moustache" in out.stdout


@pytest.mark.parametrize(
    ("content", "said"), [(b"\xff\xfe\x00caf\xe9", "UTF-8"), (b"a" * 5_000_001, "larger")]
)
def test_what_cannot_be_read_is_one_line(tmp_path, content, said):
    (tmp_path / "x.txt").write_bytes(content)
    out = auditor(tmp_path / "x.txt")
    assert out.returncode == 2
    assert said in out.stderr
    assert len(out.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["missing.txt"], "no such file"), (["-", "--on", "31 mai"], "--on"), (["docs"], "no export")],
)
def test_wrong_input_is_told(arguments, said):
    out = auditor(*arguments, piped="x")
    assert out.returncode == 2
    assert said in out.stderr + out.stdout


def test_reading_a_text_reaches_no_network(tmp_path):
    code = (
        "import socket\n"
        "def refuse(*a, **k): raise SystemExit('a socket was opened')\n"
        "socket.socket.connect = refuse\nsocket.getaddrinfo = refuse\n"
        "import sys; sys.argv = ['auditor', 'extract', sys.argv[1]]\n"
        "from auditor.cli import main; main()\n"
    )
    (tmp_path / "post.txt").write_text(TEXT, "utf-8")
    out = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "post.txt")],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert out.returncode == 1, out.stderr
