"""`auditor workshop figures`, as a trainer types it."""

import json

import jsonschema
import pytest

from auditor.workshop.figures.shape import schema
from tests.cli.command import run
from tests.workshop.figures.made import NUMBER, SECRETS, files, person

TOLD = "The figures: {}\n"


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """Fourteen people, then and now: nine answers to secret questions, later three."""
    place = tmp_path_factory.mktemp("room")
    for name, many in (("then", 9), ("now", 3)):
        (place / name).mkdir()
        people = [person(SECRETS if at < many else ("home_commune",)) for at in range(14)]
        for at, each in enumerate(files(place / name, people)):
            each.rename(place / name / f"{at:02}.json")
    return place


def of(room, name):
    return sorted((room / name).glob("*.json"))


def test_nine_of_fourteen(room):
    out = run(room, "workshop", "figures", *of(room, "then"), "--lang", "en")
    assert (out.returncode, out.stderr) == (0, "")
    assert "Figures of a group of 14" in out.stdout
    assert "9 of 14  F-02  Answers to secret questions are public" in out.stdout


def test_before_takes_all_files_up_to_the_next_option(room):
    out = run(
        room, "workshop", "figures", *of(room, "now"), "--before", *of(room, "then"), "--lang", "en"
    )
    assert (out.returncode, out.stderr) == (0, "")
    assert "14 people before, 14 now" in out.stdout
    assert "9 of 14 → fewer than five  F-02" in out.stdout
    again = [part for each in of(room, "then") for part in ("--before", each)]
    assert (
        run(room, "workshop", "figures", *of(room, "now"), *again, "--lang", "en").stdout
        == out.stdout
    )


def test_the_forms_are_written_whole_and_private(room, tmp_path):
    for form in ("html", "json", "text"):
        to = tmp_path / f"figures.{form}"
        out = run(
            room,
            "workshop",
            "figures",
            *of(room, "then"),
            "--format",
            form,
            "--lang",
            "en",
            "--to",
            to,
        )
        assert (out.returncode, out.stdout, out.stderr) == (0, TOLD.format(to), "")
        assert to.stat().st_mode & 0o077 == 0
    plain = json.loads((tmp_path / "figures.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema()).validate(plain)
    assert next(each["now"] for each in plain["rules"] if each["code"] == "F-02") == {
        "told": "count",
        "people": 9,
    }


@pytest.mark.parametrize("form", ["html", "json"])
def test_a_page_or_json_goes_to_a_file_unless_the_terminal_is_asked_for(room, tmp_path, form):
    given = (*of(room, "then"), "--format", form, "--lang", "en")
    out = run(tmp_path, "workshop", "figures", *given)
    assert (out.returncode, out.stderr) == (0, "")
    assert out.stdout == f"The figures: figures.{form}\n"
    shown = run(tmp_path, "workshop", "figures", *given, "--to", "-")
    assert shown.stdout == (tmp_path / f"figures.{form}").read_text("utf-8")


def test_a_file_that_is_called_a_page_is_one(room, tmp_path):
    for name, begins in (("wall.html", "<!doctype html>"), ("wall.json", "{"), ("wall.txt", "Fig")):
        out = run(tmp_path, "workshop", "figures", *of(room, "then"), "--lang", "en", "--to", name)
        assert out.stdout == f"The figures: {name}\n"
        assert (tmp_path / name).read_text("utf-8").lstrip().startswith(begins)


def test_a_group_too_small_for_numbers_is_told_so_first(room, tmp_path):
    seven = of(room, "then")[:7]
    out = run(tmp_path, "workshop", "figures", *seven, "--lang", "en")
    assert out.returncode == 0
    assert out.stdout.splitlines()[3].startswith("This group is too small for numbers: from 9")
    page = run(tmp_path, "workshop", "figures", *seven, "--lang", "en", "--format", "html")
    assert page.stderr.startswith("This group is too small for numbers: from 9")


def test_the_help_says_how_many_and_one_file_each(room):
    said = " ".join(run(room, "workshop", "figures", "--help").stdout.split())
    assert "Nine people at least" in said
    assert "One file per person" in said


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (lambda _room: [], "at least five people are needed; results given: 0"),
        (lambda room: of(room, "then")[:4], "at least five people are needed; results given: 4"),
        (lambda room: [*of(room, "then"), "--before", *of(room, "now")[:4]], "at least five people are needed"),
        (lambda room: [*of(room, "then"), of(room, "then")[0]],
         "file 15, in the order given, and file 1, in the order given, are the same result"),
        (lambda room: [*of(room, "then"), "nowhere.json"], "file 15, in the order given, cannot be read (FileNotFoundError)"),
        (lambda room: [*of(room, "then"), room], "file 15, in the order given, is not a file"),
        (lambda room: [*of(room, "then"), "--to", of(room, "then")[3]], "written over one of the results"),
        (lambda room: [*of(room, "then"), "--to", "no/where.html"], "where.html cannot be written"),
    ],
)  # fmt: skip
def test_what_cannot_be_counted_is_one_line_and_exit_2(room, arguments, says):
    out = run(room, "workshop", "figures", *arguments(room), "--lang", "en")
    assert out.returncode == 2
    assert out.stdout == ""
    assert len(out.stderr.splitlines()) == 1
    assert says in out.stderr


@pytest.mark.parametrize("arguments", [("--before",), ("--viewer", "nobody")])
def test_an_option_without_its_value_is_the_usage(room, arguments):
    out = run(room, "workshop", "figures", *of(room, "then"), *arguments)
    assert out.returncode == 2
    assert "Error: " in out.stderr


def test_a_result_with_names_is_told_how_to_be_made_again(room, tmp_path):
    from auditor.model.redaction import Redaction
    from tests.workshop.figures.made import result

    named = tmp_path / "zelie-canarivane.json"
    named.write_bytes(result(person(NUMBER, name="Zélie Canarivane"), Redaction.NONE))
    out = run(room, "workshop", "figures", *of(room, "then"), named, "--lang", "en")
    assert out.returncode == 2
    assert (
        "file 15, in the order given, has names in it; make it again with `auditor audit CASE --format json --redact all`"
        in out.stderr
    )
    assert "anarivane" not in out.stderr
