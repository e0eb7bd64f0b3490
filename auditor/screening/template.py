"""An empty log to fill in: a workbook, or a folder of tables."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from auditor.model.screening_rule import Table
from auditor.screening.columns import Column, Kind, columns

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_ROWS = 5000
"""Rows of a sheet that offer their choices."""
_WIDE, _NARROW = 28, 16
_READ_ME = {"fr": "lisez-moi", "en": "read me"}
_HEADS = {
    "fr": ("Table", "Colonne", "Ce que c’est", "Ce qu’il faut y mettre", "Mots admis"),
    "en": ("Table", "Column", "What it is", "What to write in it", "Words it may hold"),
}
_YES = {"fr": ("oui", "non"), "en": ("yes", "no")}
_ABOUT = {
    "fr": (
        "Une ligne par consultation. Une case vide veut dire « on ne sait pas » ; « non » ou « aucun » veut dire "
        "« pas fait ». Mettez des codes plutôt que des noms, et jamais l’adresse d’une page ni ce qu’elle contient."
    ),
    "en": (
        "One row a look. An empty cell means “cannot tell”; “no” or “none” means “not done”. "
        "Write codes rather than names, and never the address of a page nor what it holds."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """How a sheet speaks and looks."""

    language: str
    head: Any
    day: Any


def workbook(language: str) -> bytes:
    """Three sheets with heads, help on each head and the words a cell may hold; a fourth that explains."""
    from xlsxwriter import Workbook

    made = io.BytesIO()
    with Workbook(made, {"in_memory": True}) as book:
        style = _Style(
            language=language,
            head=book.add_format({"bold": True, "bg_color": "#E9F1F0", "bottom": 1}),
            day=book.add_format({"num_format": "yyyy-mm-dd"}),
        )
        for table in Table:
            sheet = book.add_worksheet(table.value)
            for place, (name, column) in enumerate(columns(table).items()):
                _column(sheet, place, name, column, style)
            sheet.freeze_panes(1, 1)
        _explain(book.add_worksheet(_READ_ME[language]), style)
    return made.getvalue()


def _column(sheet: "Worksheet", place: int, name: str, column: Column, style: _Style) -> None:
    language = style.language
    sheet.write_string(0, place, name, style.head)
    sheet.write_comment(0, place, f"{column.label[language]}\n{column.help[language]}")
    sheet.set_column(
        place, place, max(_NARROW, len(name) + 2), style.day if column.kind is Kind.DAY else None
    )
    if words := _words(column, language):
        offered = {
            "validate": "list",
            "source": list(words),
            "error_type": "warning",
            "ignore_blank": True,
        }
        sheet.data_validation(1, place, _ROWS, place, offered)


def _words(column: Column, language: str) -> tuple[str, ...]:
    if column.kind is Kind.CHOICE:
        french = (ways[0] for ways in column.choices.values())
        return tuple(french) if language == "fr" else tuple(column.choices)
    return _YES[language] if column.kind is Kind.YES else ()


def _explain(sheet: "Worksheet", style: _Style) -> None:
    language = style.language
    sheet.write_string(0, 0, _ABOUT[language])
    for place, text in enumerate(_HEADS[language]):
        sheet.write_string(2, place, text, style.head)
    for row, cells in enumerate(_help(language), 3):
        for place, text in enumerate(cells):
            sheet.write_string(row, place, text)
    sheet.set_column(0, 4, _WIDE)


def _help(language: str) -> list[tuple[str, ...]]:
    return [
        (
            table.value,
            name,
            each.label[language],
            each.help[language],
            ", ".join(_words(each, language)),
        )
        for table in Table
        for name, each in columns(table).items()
    ]


def folder(language: str) -> Mapping[str, bytes]:
    """File name → content: two tables with their heads, the practice with a word on each line, the help."""
    return {
        "looks.csv": _list(columns(Table.LOOKS)),
        "candidates.csv": _list(columns(Table.CANDIDATES)),
        "practice.yml": _practice(language),
        f"{_READ_ME[language].replace(' ', '-')}.csv": _list(
            [_ABOUT[language]], _HEADS[language], *_help(language)
        ),
    }


def _list(*rows: Iterable[str]) -> bytes:
    made = io.StringIO()
    csv.writer(made).writerows(rows)
    return made.getvalue().encode("utf-8-sig")


def _practice(language: str) -> bytes:
    lines = [f"# {_ABOUT[language]}"]
    for name, each in columns(Table.PRACTICE).items():
        lines += [f"# {each.help[language]}", f"{name}:"]
    return ("\n".join(lines) + "\n").encode()
