"""`auditor workshop new`: the folder of a session, or one clear line and exit 2; nobody real is ever shown."""

import shutil

import pytest

from auditor.resources.folders import folder
from tests.cli.command import run

FILES = {"index.html", "slides.html", "game.html", "hand-out.html", "quiz.html", "quiz-answers.html",
         "session-plan.html", "care.html", "debate.html", "certificate.html"}  # fmt: skip


@pytest.fixture
def copied(tmp_path):
    """A fictional case of one's own."""
    return shutil.copytree(folder("samples") / "trail", tmp_path / "mine")


def spoil(path, old, new):
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def refused(out, *said):
    assert out.returncode == 2
    assert out.stderr.startswith("auditor: ")
    assert len(out.stderr.splitlines()) == 1
    assert all(each in out.stderr for each in said), out.stderr


def new(where, *arguments):
    return run(where, "workshop", "new", *arguments)


def test_a_folder_is_made_from_samples_and_from_a_folder(tmp_path, copied):
    out = new(
        tmp_path, "--case", f"trail, {copied}", "--minutes", "90", "--lang", "fr", "--to", "a/room"
    )
    assert out.returncode == 0, out.stderr
    assert {each.name for each in (tmp_path / "a" / "room").iterdir()} == FILES
    assert "index.html" in out.stdout
    page = (tmp_path / "a" / "room" / "slides.html").read_text(encoding="utf-8")
    assert '<html lang="fr">' in page
    assert 'data-minutes="90"' in page


def test_an_empty_folder_is_filled(tmp_path):
    (tmp_path / "room").mkdir()
    assert new(tmp_path, "--case", "namesakes", "--lang", "en", "--to", "room").returncode == 0
    assert {each.name for each in (tmp_path / "room").iterdir()} == FILES


def test_what_is_there_is_left_alone(tmp_path):
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "mine.txt").write_text("mine", encoding="utf-8")
    refused(new(tmp_path, "--case", "trail", "--to", "room"), "room", "nothing was written")
    assert [each.name for each in (tmp_path / "room").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("kind", ["file", "link"])
def test_neither_a_file_nor_a_link_is_written_through(tmp_path, kind):
    if kind == "file":
        (tmp_path / "room").write_text("mine", encoding="utf-8")
    else:
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "room").symlink_to(tmp_path / "elsewhere")
    refused(new(tmp_path, "--case", "trail", "--to", "room"), "nothing was written")
    assert not (tmp_path / "elsewhere").is_dir() or not list((tmp_path / "elsewhere").iterdir())


def test_an_unknown_name_is_answered_with_the_known_ones(tmp_path):
    refused(new(tmp_path, "--case", "marcl"), "marcl", "marc-l", "ines")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_no_case_is_called_by_its_name(tmp_path):
    (tmp_path / "notes").mkdir()
    refused(new(tmp_path, "--case", "notes"), "notes", "mandate.yml", "marc-l")


def test_the_session_speaks_the_language_of_its_case(tmp_path):
    assert new(tmp_path, "--case", "namesakes", "--to", "room").returncode == 0
    page = (tmp_path / "room" / "slides.html").read_text(encoding="utf-8")
    assert '<html lang="fr">' in page


@pytest.mark.parametrize("name", ["", " , "])
def test_no_name_is_refused(tmp_path, name):
    refused(new(tmp_path, "--case", name), "--case")


def test_nobody_real_is_shown(tmp_path, copied):
    spoil(copied / "mandate.yml", "fictional: true", "fictional: false")
    out = new(tmp_path, "--case", copied, "--to", "room")
    refused(out, "mine")
    assert "Kerlor" not in out.stderr
    assert not (tmp_path / "room").exists()


def test_a_case_without_a_truth_is_refused(tmp_path, copied):
    (copied / "truth.yml").unlink()
    refused(new(tmp_path, "--case", copied, "--to", "room"), "truth.yml")


def test_a_case_that_joins_nothing_is_refused(tmp_path):
    out = new(tmp_path, "--case", "discreet", "--to", "room")
    refused(out, "discreet")
    assert not (tmp_path / "room").exists()


@pytest.mark.parametrize(
    ("option", "value"), [("--minutes", "60"), ("--minutes", "0"), ("--lang", "de")]
)
def test_another_length_or_language_is_refused(tmp_path, option, value):
    out = new(tmp_path, "--case", "trail", option, value)
    assert out.returncode == 2
    assert value in out.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_generated_person_can_be_played(tmp_path):
    made = run(
        tmp_path,
        "workshop",
        "persona",
        "--seed",
        "7",
        "--lang",
        "en",
        "--style",
        "today",
        "--to",
        "them",
    )
    assert made.returncode == 0, made.stderr
    out = new(tmp_path, "--case", "them", "--lang", "en", "--to", "room")
    assert out.returncode == 0, out.stderr
    assert (tmp_path / "room" / "game.html").read_text(encoding="utf-8").count('class="card"') >= 4
