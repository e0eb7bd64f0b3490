"""Pairs into people: what hangs together is compared all with all, then cut where more speaks against.

Pairs that no key brought together were not compared, and what was not compared is no evidence. So the
rows that hang together by pairs that might be one are all compared with one another before any is cut.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from auditor.link.correlate import grouped

if TYPE_CHECKING:
    import duckdb
    import numpy as np

    Array = np.ndarray[Any, Any]

LARGEST = 400
"""Rows that may hang together: beyond, only surer pairs hold (80,000 pairs are a tenth of a second)."""
SURER = (0.0, 4.25, 10.0, 20.0)
"""Bits from which pairs hold rows together, tried in turn: odds of .05, .5, .95, a thousand, a million."""
WEIGHTIEST = 10.0
"""Bits that one pair counts at most when groups are cut: a thousand to one is sure, for or against."""


def together(con: "duckdb.DuckDBPyConnection", rows: int, pairs: str) -> "Array":
    """The part that each row hangs together with, by its number from 1 on; pairs have ``bits``."""
    import numpy as np

    part = np.zeros(rows + 1, dtype=np.int64)
    left, right, bits = _edges(con, pairs, SURER[0])
    open_ = np.ones(rows + 1, dtype=bool)
    for least in SURER:
        held = (bits >= least) & open_[left] & open_[right]
        label = _connected(rows + 1, left[held], right[held])
        size = np.bincount(label)
        fits = open_ & (size[label] <= LARGEST)
        part[fits] = label[fits] + part.max() + 1
        open_ &= ~fits
    part[open_] = np.flatnonzero(open_) + part.max() + 1
    return part


def unseen(con: "duckdb.DuckDBPyConnection", part: "Array", pairs: str, to: str) -> int:
    """Make the table `to` of the pairs inside a part that `pairs` does not hold; how many."""
    import numpy as np
    import pyarrow as pa

    size = np.bincount(part)
    rows = np.flatnonzero(size[part] > 2)  # noqa: PLR2004 - two that hang together were compared
    con.register("parts", pa.table({"row": rows, "part": part[rows]}))
    con.execute("CREATE OR REPLACE TABLE parted AS FROM parts")
    con.unregister("parts")
    con.execute(
        f'CREATE OR REPLACE TABLE {to} AS SELECT one.row AS "left", other.row AS "right" '
        "FROM parted one JOIN parted other ON one.part = other.part AND one.row < other.row "
        f'ANTI JOIN {pairs} seen ON seen."left" = one.row AND seen."right" = other.row'
    )
    found = con.execute(f"SELECT count(*) FROM {to}").fetchall()
    return int(found[0][0])


def clusters(
    con: "duckdb.DuckDBPyConnection",
    part: "Array",
    pairs: str,
    least: float,
    apart: Iterable[tuple[int, int]] = (),
) -> "Array":
    """The smallest row that each row is one person with, where pairs hold from `least` bits on."""
    import numpy as np

    left, right, bits = _edges(con, pairs, float("-inf"))
    inside = part[left] == part[right]
    left, right = left[inside], right[inside]
    weight = np.clip(bits[inside] - least, -WEIGHTIEST, WEIGHTIEST)
    forbidden = [(min(pair), max(pair)) for pair in apart if part[pair[0]] == part[pair[1]]]
    doubtful = np.zeros(int(part.max()) + 1, dtype=bool)
    doubtful[part[left[weight < 0]]] = True
    doubtful[part[[pair[0] for pair in forbidden]]] = True
    clear = ~doubtful[part[left]]
    label = _connected(len(part), left[clear], right[clear])
    first = _first(label)
    _cut(first, left[~clear], right[~clear], weight[~clear], forbidden)
    return first


def _cut(
    first: "Array", left: "Array", right: "Array", weight: "Array", forbidden: list[tuple[int, int]]
) -> None:
    """Put the rows of doubtful parts into the groups of largest weight; changes `first`."""
    import numpy as np

    rows = np.unique(np.concatenate([left, right]))
    at = np.searchsorted(rows, left), np.searchsorted(rows, right)
    edges = dict(
        zip(zip(at[0].tolist(), at[1].tolist(), strict=True), weight.tolist(), strict=True)
    )
    place = {int(row): number for number, row in enumerate(rows)}
    cannot = {
        (place[one], place[other]) for one, other in forbidden if {one, other} <= place.keys()
    }
    for group in grouped(len(rows), edges, cannot):
        first[rows[group]] = rows[group[0]]


def _edges(
    con: "duckdb.DuckDBPyConnection", pairs: str, least: float
) -> "tuple[Array, Array, Array]":
    found = con.execute(
        f'SELECT "left", "right", bits FROM {pairs} WHERE bits >= ?', [least]
    ).fetchnumpy()
    return found["left"], found["right"], found["bits"]


def _connected(count: int, left: "Array", right: "Array") -> "Array":
    import numpy as np
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    ones = np.ones(len(left), dtype=np.int8)
    label: Array = connected_components(
        coo_matrix((ones, (left, right)), shape=(count, count)), directed=False
    )[1]
    return label


def _first(label: "Array") -> "Array":
    """Label → the smallest row that bears it."""
    import numpy as np

    _, first = np.unique(label, return_index=True)
    return first[label]
