"""A cell as it was typed into what it says; what cannot be read is named, never quoted."""

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Any

from auditor.model.text import Text, say
from auditor.screening.columns import Column, Kind, plain
from auditor.screening.days import Order, day

NOT_DONE = frozenset({"no", "non", "none", "aucun", "aucune", "n", "nein", "0", "false", "faux"})
_UNKNOWN = frozenset({"", "?", "n/a", "na", "nd", "unknown", "inconnu", "-", "—", "–"})
_SEVERAL = re.compile(r"\s*(?:[;|&\n]|\s/\s|\s\+\s|\s(?:et|and|und)\s)\s*")
_ADDRESS = re.compile(r"https?:|www\.|^[\w.-]+\.[a-z]{2,}/", re.IGNORECASE)
_FORMULA = re.compile(
    r"^\s*[=@]|^\s*[+-](?=[A-Za-z(])|^#(?:REF|NAME|VALUE|N/A|DIV/0|NULL|NUM)[!?]?"
)
_HUNDRED = 100


class OddCellError(ValueError):
    """A cell that cannot be read; its text is a message id and quotes nothing."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.id)
        self.why = why


def read(column: Column, order: Order) -> Callable[[Any], Any]:
    """What reads the cells of a column.

    It gives None for an empty cell, False for *not done*, and raises `OddCellError` for what cannot be read.
    """
    ways: Mapping[Kind, Callable[[Any], Any]] = {
        Kind.WHO: _who,
        Kind.TEXT: _text,
        Kind.CHOICE: lambda cell: _choice(cell, column),
        Kind.DAY: lambda cell: _day(cell, order),
        Kind.WHEN: lambda cell: _when(cell, order),
        Kind.YES: _yes,
        Kind.SAID: lambda cell: _said(cell, column),
        Kind.LIST: _list,
        Kind.PAIRS: _pairs,
        Kind.NUMBER: lambda cell: _number(cell, column.most),
        Kind.HASH: _hash,
    }
    return ways[column.kind]


def _bare(cell: Any) -> str:
    """The cell as text; a formula is no answer."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = str(cell).strip()
    if _FORMULA.search(text):
        raise OddCellError(say("a formula stands there; paste its value instead"))
    return text


def _is_empty(cell: Any) -> bool:
    return plain(_bare(cell)) in _UNKNOWN


def _who(cell: Any) -> str:
    text = _bare(cell)
    parts = [each for each in _SEVERAL.split(text) if any(map(str.isalnum, each))]
    codes = [any(map(str.isdigit, each)) for each in text.split(",")]
    # "Zephyrin, Ode" is one person; "C-12, C-13" are two.
    if len(parts) > 1 or (len(codes) > 1 and all(codes)):
        raise OddCellError(say("several people in one cell; write a row for each"))
    return " ".join(text.split())


def _text(cell: Any) -> str:
    return " ".join(_bare(cell).split())


def _choice(cell: Any, column: Column) -> str | None:
    if _is_empty(cell):
        return None
    said = plain(_bare(cell))
    for name, ways in column.choices.items():
        if said in {plain(each) for each in (name, *ways)}:
            return name
    raise OddCellError(
        say(
            "not one of the words of this column; write one of: %(words)s",
            words=", ".join(f"{name} ({ways[0]})" for name, ways in column.choices.items()),
        )
    )


def _day(cell: Any, order: Order) -> Any:
    if not isinstance(cell, datetime.date) and plain(_bare(cell)) in NOT_DONE:
        return False
    return _when(cell, order)


def _when(cell: Any, order: Order) -> Any:
    if isinstance(cell, datetime.date):
        return cell
    if _is_empty(cell):
        return None
    found = day(_bare(cell), order)
    if found is None:
        raise OddCellError(say("no day that can be read; write it as 2026-03-02"))
    return found


def _yes(cell: Any) -> bool | None:
    if _is_empty(cell):
        return None
    return plain(_bare(cell)) not in NOT_DONE


def _said(cell: Any, column: Column) -> Any:
    if _is_empty(cell):
        return None
    said = plain(_bare(cell))
    if said in NOT_DONE:
        return False
    for name, ways in column.words.items():
        if said in {plain(each) for each in (name, *ways)}:
            return name
    return _bare(cell)


def _list(cell: Any) -> Any:
    if _is_empty(cell):
        return None
    if plain(_bare(cell)) in NOT_DONE:
        return ()
    return tuple(dict.fromkeys(filter(None, map(plain, re.split(r"[;\n]", _bare(cell))))))


def _pairs(cell: Any) -> Any:
    if _is_empty(cell):
        return None
    if plain(_bare(cell)) in NOT_DONE:
        return False
    found = {}
    for each in re.split(r"[;\n]", _bare(cell)):
        left, sign, right = each.partition("=")
        if left.strip():
            tied = right.strip() if sign else ""
            found[plain(left)] = "" if plain(tied) in NOT_DONE | _UNKNOWN else tied
    return tuple(found.items())


def _number(cell: Any, most: float | None) -> float | None:
    if _is_empty(cell):
        return None
    text = _bare(cell).replace("\u202f", "").replace("\u00a0", "").replace(" ", "")
    try:
        value = float(text.rstrip("%").replace(",", "."))
    except ValueError:
        raise OddCellError(say("no number that can be read")) from None
    if most is not None and (text.endswith("%") or value > most):
        value /= _HUNDRED
    if not 0 <= value <= (most or float("inf")):
        raise OddCellError(say("a number out of its range"))
    return value


def _hash(cell: Any) -> str:
    text = str(cell)
    if _ADDRESS.search(text):
        raise OddCellError(
            say(
                "an address stands where its hash should: the log must not lead to a candidate's pages"
            )
        )
    return text
