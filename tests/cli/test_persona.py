"""`auditor workshop persona`: a folder that can be audited, or one line that says why there is none."""

import pytest
from typer.testing import CliRunner

from auditor.cli import app
from auditor.errors import AuditorError
from auditor.workshop.persona import LANGUAGES, STYLES, invent, order

RUN = CliRunner()
ASK = ["workshop", "persona", "--seed", "5", "--lang", "en", "--style", "today"]


def run(*arguments):
    return RUN.invoke(app, list(map(str, arguments)))


def written(folder):
    return {
        str(each.relative_to(folder)): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file()
    }


def test_a_person_is_left_as_a_case_folder(tmp_path):
    out = run(*ASK, "--hardness", 2, "--to", tmp_path / "new")
    assert out.exit_code == 0, out.output
    assert written(tmp_path / "new") == invent(order(5, "en", "today", 2))
    assert "README.md" in out.output
    assert f"auditor audit {tmp_path / 'new'}" in out.output.replace("\n", "")
    assert "auditor workshop new --case" in out.output


def test_without_a_folder_it_stands_beside_us_under_a_telling_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(*ASK).exit_code == 0
    assert (tmp_path / "persona-en-today-5-1" / "mandate.yml").is_file()


def test_an_empty_folder_is_used(tmp_path):
    assert run(*ASK, "--to", tmp_path).exit_code == 0
    assert (tmp_path / "truth.yml").is_file()


@pytest.mark.parametrize(
    "wrong",
    [
        ["--seed", "-1"],
        ["--seed", "99999999999999999999999"],
        ["--hardness", "9"],
        ["--hardness", "-1"],
        ["--lang", "de"],
        ["--style", "1998"],
    ],
)
def test_impossible_parameters_are_refused_and_nothing_is_made(tmp_path, wrong):
    out = run(*ASK, *wrong, "--to", tmp_path / "new")
    assert isinstance(out.exception, AuditorError)
    assert len(str(out.exception).splitlines()) == 1
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("option", ["--lang", "--style"])
def test_a_refusal_says_what_was_given_and_what_there_is(option):
    out = run(*ASK, option, "d\u202ee\n" + "x" * 500)
    said = str(out.exception)
    assert "\u202e" not in said
    assert len(said) < 100
    assert all(each in said for each in (LANGUAGES if option == "--lang" else STYLES))


@pytest.mark.parametrize("there", ["file", "full", "link"])
def test_what_is_there_is_not_written_over(tmp_path, there):
    place = tmp_path / "new"
    if there == "file":
        place.write_text("mine")
    elif there == "full":
        place.mkdir()
        (place / "mine.txt").write_text("mine")
    else:
        place.symlink_to(tmp_path / "elsewhere")
    out = run(*ASK, "--to", place)
    assert isinstance(out.exception, AuditorError)
    assert "nothing was written" in str(out.exception)
    assert not (tmp_path / "elsewhere").exists()
    if there == "full":
        assert [each.name for each in place.iterdir()] == ["mine.txt"]


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path):
    (tmp_path / "file").write_text("")
    out = run(*ASK, "--to", tmp_path / "file" / "new")
    assert isinstance(out.exception, AuditorError)
    assert str(tmp_path) not in str(out.exception)


def test_the_program_says_it_in_one_line_and_ends_with_2(tmp_path):
    from tests.cli.command import run as program

    out = program(tmp_path, *ASK, "--hardness", 9)
    assert out.returncode == 2
    assert len(out.stderr.strip().splitlines()) == 1
    assert not list(tmp_path.iterdir())
