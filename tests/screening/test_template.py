"""An empty log: what it offers, and that it can be read once it is filled in."""

import json
from pathlib import Path

import jsonschema
import pytest
from python_calamine import load_workbook

from auditor.errors import ScreeningError
from auditor.model.screening_rule import Table
from auditor.resources.folders import folder
from auditor.screening import columns, template
from auditor.screening.read import log

PUBLISHED = folder("rules") / "screening" / "log.schema.json"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_workbook_has_three_sheets_with_heads_and_one_that_explains(tmp_path, language):
    (tmp_path / "log.xlsx").write_bytes(template.workbook(language))
    book = load_workbook(tmp_path / "log.xlsx")
    assert book.sheet_names[:3] == [each.value for each in Table]
    for table in Table:
        assert book.get_sheet_by_name(table.value).to_python()[0] == list(columns.columns(table))
    told = book.get_sheet_by_index(3).to_python()
    assert {row[1] for row in told} >= {name for table in Table for name in columns.columns(table)}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_empty_template_is_read_and_holds_no_look(tmp_path, language):
    (tmp_path / "log.xlsx").write_bytes(template.workbook(language))
    for name, data in template.folder(language).items():
        (tmp_path / name).write_bytes(data)
    for path in (tmp_path / "log.xlsx", tmp_path):
        with pytest.raises(ScreeningError, match="no look"):
            log(path, day_first=True)


def test_a_folder_that_is_filled_in_is_read(tmp_path):
    for name, data in template.folder("fr").items():
        (tmp_path / name).write_bytes(data)
    looks = tmp_path / "looks.csv"
    looks.write_text(looks.read_text("utf-8-sig") + "1,C-1,Acheteur\n", encoding="utf-8")
    practice = tmp_path / "practice.yml"
    practice.write_text(practice.read_text("utf-8").replace("employees:", "employees: 12"), "utf-8")
    found = log(tmp_path, day_first=True)
    assert (found.looks[0].candidate, found.practice.employees) == ("C-1", 12.0)
    assert not found.absent


def test_the_schema_that_is_published_is_the_one_of_the_columns():
    assert json.loads(PUBLISHED.read_text("utf-8")) == columns.schema()
    jsonschema.Draft202012Validator.check_schema(columns.schema())


def test_the_schema_takes_a_log_and_refuses_what_is_none():
    check = jsonschema.Draft202012Validator(columns.schema())
    assert check.is_valid(
        {"looks": [{"candidate": "C-1", "stage": "interview", "friend_request": "no"}]}
    )
    assert not check.is_valid({"looks": [{"candidate": "C-1", "stage": "whenever"}]})
    assert not check.is_valid({"looks": [{"post": "P"}]})
    assert not check.is_valid({"looks": [], "people": []})


def test_every_column_is_explained_in_both_languages():
    for table in Table:
        for name, each in columns.columns(table).items():
            for said in (each.label, each.help):
                assert set(said) == {"fr", "en"}, name
    labels = [each for table in (Table.LOOKS,) for each in columns.headed(table)]
    assert len(labels) == len(set(labels))


def test_the_tables_name_what_the_rows_hold():
    from auditor.screening.log import File, Look, Practice

    for table, row in ((Table.LOOKS, Look), (Table.CANDIDATES, File), (Table.PRACTICE, Practice)):
        assert set(row._fields[1:]) <= set(columns.columns(table)), Path(table)
