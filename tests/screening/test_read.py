"""Logs as people keep them: workbooks, folders, one table; and what cannot be read of them."""

# ruff: noqa: DTZ001 (a workbook writes hours without a zone)

import codecs
import csv
import io
from datetime import date, datetime

import pytest
from xlsxwriter import Workbook

from auditor.errors import ScreeningError
from auditor.model.screening_rule import Table
from auditor.screening.read import log
from tests.screening import builders

LOOK = {
    "candidate": "C-1",
    "post": "Acheteur",
    "looked_at": "02/03/2026",
    "source": "cv",
    "stage": "entretien",
}


def put(path, *tables):
    """A table as CSV."""
    made = io.StringIO()
    rows = list(builders.rows(tables))
    csv.writer(made, delimiter=";").writerows(rows)
    path.write_text(made.getvalue(), encoding="utf-8")
    return path


def book(path, **sheets):
    with Workbook(path) as made:
        for name, rows in sheets.items():
            sheet = made.add_worksheet(name)
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    if isinstance(cell, date):
                        sheet.write_datetime(
                            number, place, cell, made.add_format({"num_format": "yyyy-mm-dd"})
                        )
                    else:
                        sheet.write(number, place, cell)
    return path


def odd(found):
    return [(each.table, each.row, each.column) for each in found.unreadable]


def test_a_folder_holds_three_tables(tmp_path):
    put(tmp_path / "looks.csv", LOOK)
    put(tmp_path / "candidates.csv", {"candidate": "C-1", "post": "Acheteur", "outcome": "écarté"})
    (tmp_path / "practice.yml").write_text(
        "employer: Quai Sud\nemployees: 60\nwritten_rule: yes\nreaders: [A, B]\n"
    )
    found = log(tmp_path, day_first=True)
    (look,), (file,) = found.looks, found.files
    assert (look.row, look.looked_at, look.source, look.stage) == (
        2,
        date(2026, 3, 2),
        "candidate_supplied",
        "interview",
    )
    assert (file.outcome, file.decision_reason) == ("rejected", None)
    assert (found.practice.employees, found.practice.written_rule) == (60.0, True)
    assert (found.absent, found.unreadable) == ((), ())


def test_a_workbook_holds_three_sheets_and_days_as_days(tmp_path):
    path = book(
        tmp_path / "journal.xlsx",
        looks=[["candidate", "looked_at"], ["C-1", datetime(2026, 3, 2)], ["C-2", "2026-03-04"]],
        candidats=[["Candidat", "Issue"], ["C-1", "embauché"]],
        practice=[["employer", "Quai Sud"], ["employees", 60], ["access_restricted", "non"]],
    )
    found = log(path, day_first=True)
    assert [each.looked_at for each in found.looks] == [date(2026, 3, 2), date(2026, 3, 4)]
    assert found.files[0].outcome == "hired"
    assert (found.practice.employer, found.practice.access_restricted) == ("Quai Sud", False)


def test_one_table_of_looks_will_do_and_the_rest_is_absent(tmp_path):
    found = log(put(tmp_path / "x.csv", LOOK), day_first=True)
    assert found.absent == (Table.CANDIDATES, Table.PRACTICE)


@pytest.mark.parametrize(("encoding", "mark"), [
    ("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("cp1252", b""), ("utf-16-le", codecs.BOM_UTF16_LE),
])  # fmt: skip
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_alphabets_and_signs_of_spreadsheets(tmp_path, encoding, mark, sign):
    text = f"Candidat{sign}Étape\r\nC-1{sign}présélection\r\n"
    (tmp_path / "x.csv").write_bytes(mark + text.encode(encoding))
    assert log(tmp_path / "x.csv", day_first=True).looks[0].stage == "shortlist"


def test_heads_are_known_by_their_labels_whatever_the_case(tmp_path):
    text = "CANDIDAT;Consulté le;Base légale\nC-1;2026-03-02;aucune\n"
    (tmp_path / "x.csv").write_text(text, encoding="utf-8")
    (look,) = log(tmp_path / "x.csv", day_first=True).looks
    assert (look.looked_at, look.legal_basis) == (date(2026, 3, 2), False)


def test_rows_that_cannot_be_read_are_listed_and_the_rest_is_there(tmp_path):
    path = put(
        tmp_path / "x.csv",
        LOOK,
        LOOK | {"candidate": "C-2; C-3"},
        LOOK | {"candidate": ""},
        LOOK | {"candidate": "C-4", "looked_at": "bientôt"},
        LOOK | {"candidate": "C-5", "stage": "=A1"},
    )
    found = log(path, day_first=True)
    assert [each.candidate for each in found.looks] == ["C-1", "C-4", "C-5"]
    assert [each.row for each in found.looks] == [2, 5, 6]
    assert odd(found) == [
        (Table.LOOKS, 3, "candidate"), (Table.LOOKS, 4, "candidate"),
        (Table.LOOKS, 5, "looked_at"), (Table.LOOKS, 6, "stage"),
    ]  # fmt: skip
    assert found.looks[1].looked_at is None


def test_mixed_dates_are_read_where_they_can_be_one_day_only(tmp_path):
    days = ["25/03/2026", "03/25/2026", "02/03/2026", "2026-03-02"]
    found = log(
        put(tmp_path / "x.csv", *(LOOK | {"looked_at": each} for each in days)), day_first=True
    )
    assert [each.looked_at for each in found.looks] == [
        date(2026, 3, 25),
        date(2026, 3, 25),
        None,
        date(2026, 3, 2),
    ]
    assert odd(found) == [(Table.LOOKS, 4, "looked_at")]
    assert len(found.notes) == 1


@pytest.mark.parametrize(("days", "day_first", "notes"), [
    (["03/25/2026", "02/03/2026"], True, 1), (["25/03/2026", "02/03/2026"], False, 1),
    (["25/03/2026"], True, 0), (["02/03/2026"], False, 0), (["2026-03-02"], True, 0),
])  # fmt: skip
def test_a_file_that_writes_dates_otherwise_than_its_place_is_told(
    tmp_path, days, day_first, notes
):
    path = put(tmp_path / "x.csv", *(LOOK | {"looked_at": each} for each in days))
    assert len(log(path, day_first=day_first).notes) == notes


def test_a_look_at_somebody_without_a_file_is_told(tmp_path):
    put(tmp_path / "looks.csv", LOOK, LOOK | {"candidate": "C-9"})
    put(tmp_path / "candidates.csv", {"candidate": "C-1", "post": ""})
    (note,) = log(tmp_path, day_first=True).notes
    assert dict(note.details) == {"count": "1", "rows": "3"}


def test_rows_keep_the_number_of_the_officers_own_table(tmp_path):
    (tmp_path / "x.csv").write_text(
        "\n\ncandidate;post\n;\nC-1;Acheteur\n\nC-2;Acheteur\n", encoding="utf-8"
    )
    assert [each.row for each in log(tmp_path / "x.csv", day_first=True).looks] == [5, 7]


def test_the_line_by_which_a_spreadsheet_tells_its_sign_is_no_row(tmp_path):
    (tmp_path / "x.csv").write_text(
        "sep=;\ncandidate;post\nC-1;Acheteur, zone 2\n", encoding="utf-8"
    )
    (look,) = log(tmp_path / "x.csv", day_first=True).looks
    assert (look.row, look.post) == (2, "Acheteur, zone 2")


def test_a_candidate_has_one_row_a_post(tmp_path):
    put(tmp_path / "looks.csv", LOOK)
    file = {"candidate": "C-1", "post": "Acheteur", "outcome": "rejected"}
    put(tmp_path / "candidates.csv", file, file | {"outcome": "hired"}, file | {"post": "Vendeur"})
    found = log(tmp_path, day_first=True)
    assert [(each.row, each.outcome) for each in found.files] == [(2, "rejected"), (4, "rejected")]
    assert odd(found) == [(Table.CANDIDATES, 3, "candidate")]


@pytest.mark.parametrize(("name", "content", "says"), [
    ("x.csv", b"", "empty"),
    ("x.csv", b"\n\n", "no look"),
    ("x.csv", b"candidate;post\n", "no look"),
    ("x.csv", b"post;looked_at\nA;2026-01-01\n", "candidate is missing"),
    ("x.csv", b"candidate;candidate\nA;B\n", "twice"),
    ("x.csv", b"candidat;Candidate\nA;B\n", "twice"),
    ("x.csv", b"candidate;loked_at\nA;B\n", "did you mean looked_at"),
    ("x.csv", b"candidate;Ode Zephyrin\nA;B\n", "column 2 is no column"),
    ("x.xlsx", b"PK\x03\x04 nothing", "cannot be read as a workbook"),
    ("x.xlsx", b"candidate;post\nA;B\n", "cannot be read as a workbook"),
    ("x.pdf", b"%PDF-1.7", "no log that is read"),
])  # fmt: skip
def test_what_is_no_log_is_refused_in_one_line(tmp_path, name, content, says):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ScreeningError, match=says) as refused:
        log(tmp_path / name, day_first=True)
    assert "Zephyrin" not in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_folder_or_book_without_looks_is_refused(tmp_path):
    put(tmp_path / "candidates.csv", {"candidate": "A"})
    with pytest.raises(ScreeningError, match=r"looks\.csv"):
        log(tmp_path, day_first=True)
    path = book(tmp_path / "x.xlsx", feuille1=[["candidate"], ["A"]], feuille2=[])
    with pytest.raises(ScreeningError, match="sheet of looks"):
        log(path, day_first=True)


def test_empty_sheets_are_tables_without_rows(tmp_path):
    path = book(tmp_path / "x.xlsx", looks=[["candidate"], ["A"]], candidates=[], practice=[])
    found = log(path, day_first=True)
    assert (len(found.looks), found.files, found.absent) == (1, (), ())


def test_a_formula_of_a_workbook_counts_by_its_value(tmp_path):
    with Workbook(tmp_path / "x.xlsx") as made:
        sheet = made.add_worksheet("looks")
        for place, name in enumerate(["candidate", "stage", "post"]):
            sheet.write(0, place, name)
        sheet.write_formula(1, 0, '="C-"&1', None, "C-1")
        sheet.write_formula(1, 1, "=B9", None, "hired")
        sheet.write_string(1, 2, "=1+1")
    found = log(tmp_path / "x.xlsx", day_first=True)
    assert (found.looks[0].candidate, found.looks[0].stage) == ("C-1", "hired")


def test_an_address_where_its_hash_should_stand_is_told(tmp_path):
    found = log(
        put(tmp_path / "x.csv", LOOK | {"url_hash": "https://reseau.example/ode"}), day_first=True
    )
    assert odd(found) == [(Table.LOOKS, 2, "url_hash")]
    assert len(found.looks) == 1


def test_nulls_and_ragged_rows_do_no_harm(tmp_path):
    (tmp_path / "x.csv").write_bytes(b'candidate;post\nA\0;B\nC\nD;E;F;G\n"never closed;x\n')
    assert [each.candidate for each in log(tmp_path / "x.csv", day_first=True).looks][:3] == [
        "A",
        "C",
        "D",
    ]
