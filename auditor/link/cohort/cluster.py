"""Pairs into people: what hangs together is compared all with all, then cut where more speaks against.

Pairs that no key brought together were not compared, and what was not compared is no evidence. So the
rows that hang together by pairs that might be one are all compared with one another before any is cut.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from auditor.link.cohort import moves, small
from auditor.link.correlate import grouped

if TYPE_CHECKING:
    import duckdb
    import numpy as np

    Array = np.ndarray[Any, Any]

LARGEST = 400
"""Rows that may hang together: beyond, only surer pairs hold (80,000 pairs are a tenth of a second)."""
SURER = (0.0, 4.25, 10.0, 20.0)
"""Bits from which pairs hold rows together, tried in turn: even odds, .95, a thousand and a million to one."""
WEIGHTIEST = 10.0
"""Bits that one pair counts at most when groups are cut: a thousand to one is sure, for or against."""
NEVER = -1e9
"""What a pair weighs that nothing may join."""


def together(
    con: "duckdb.DuckDBPyConnection", rows: int, pairs: str, least: float = 0.0
) -> "Array":
    """The part that each row hangs together with, by its number from 1 on; pairs have ``bits``.

    Where pairs hold from less than even odds on, they hold rows together from there on.
    """
    import numpy as np

    part = np.zeros(rows + 1, dtype=np.int64)
    surer = (*(each for each in [least] if each < SURER[0]), *SURER)
    left, right, bits = _edges(con, pairs, surer[0])
    open_ = np.ones(rows + 1, dtype=bool)
    for sure in surer:
        held = (bits >= sure) & open_[left] & open_[right]
        label = _connected(rows + 1, left[held], right[held])
        size = np.bincount(label)
        fits = open_ & (size[label] <= LARGEST)
        part[fits] = label[fits] + part.max() + 1
        open_ &= ~fits
        if not open_.any():
            break
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
    weight = np.clip(_spoken(bits.astype(float), least), -WEIGHTIEST, WEIGHTIEST)
    never = np.array(list(apart), dtype=np.int64).reshape(-1, 2)
    left = np.concatenate([left, never.min(axis=1)]).astype(np.int64)
    right = np.concatenate([right, never.max(axis=1)]).astype(np.int64)
    weight = np.concatenate([weight, np.full(len(never), NEVER)])
    inside = part[left] == part[right]
    return _cut(len(part), left[inside], right[inside], weight[inside])


def _spoken(bits: "Array", least: float) -> "Array":
    """What pairs say for and against where `least` bits are asked for: rather one than two is not against."""
    import numpy as np

    against = np.minimum(bits - min(least, 0.0), 0.0)
    return np.where(bits > least, bits - least, against)


def _cut(count: int, left: "Array", right: "Array", weight: "Array") -> "Array":
    """Rows into the groups of largest weight: what hangs together, divided where something is against."""
    import numpy as np

    barred = _barred(left, right, weight, count)
    held = (weight > 0) & ~barred
    first = _first(_connected(count, left[held], right[held]))
    inside = first[left] == first[right]
    doubtful = np.zeros(count, dtype=bool)
    doubtful[first[left[inside & (weight < 0)]]] = True
    asked = inside & doubtful[first[left]]
    size = np.bincount(first, minlength=count)[first]
    few = asked & (size[left] <= moves.MOST)
    _divide(first, size, left[few], right[few], weight[few])
    many = asked & ~few
    _search(first, left[many], right[many], weight[many])
    return first


def _barred(left: "Array", right: "Array", weight: "Array", count: int) -> "Array":
    """Which pairs may never be together, whatever else is told of the same two rows."""
    import numpy as np

    pair = left * count + right
    found: Array = np.isin(pair, pair[weight == NEVER])
    return found


def _divide(first: "Array", size: "Array", left: "Array", right: "Array", weight: "Array") -> None:
    """Divide the parts of some rows, all of one size at once; changes `first`."""
    import numpy as np

    for each in np.unique(size[left]).tolist():
        here = size[left] == each
        one, other = left[here], right[here]
        rows = np.unique(np.concatenate([one, other]))
        rows = rows[np.argsort(first[rows], kind="stable")].reshape(-1, each)
        at = np.zeros(len(first), dtype=np.int64)
        at[rows.ravel()] = np.arange(rows.size)
        pairs = np.zeros((len(rows), each, each))
        np.add.at(pairs, (at[one] // each, at[one] % each, at[other] % each), weight[here])
        first[rows] = np.take_along_axis(rows, _ways(pairs), axis=1)


def _ways(pairs: "Array") -> "Array":
    """How parts are best divided: all ways are tried where rows are few."""
    import numpy as np

    each = pairs.shape[1]
    if each <= small.MOST:
        return small.divided(each, pairs[:, *np.triu_indices(each, 1)])
    return moves.divided(pairs + pairs.transpose(0, 2, 1))


def _search(first: "Array", left: "Array", right: "Array", weight: "Array") -> None:
    """Divide the larger parts, one by one; changes `first`."""
    import numpy as np

    rows = np.unique(np.concatenate([left, right]))
    at = zip(
        np.searchsorted(rows, left).tolist(), np.searchsorted(rows, right).tolist(), strict=True
    )
    told = list(zip(at, weight.tolist(), strict=True))
    edges = {edge: bits for edge, bits in told if bits != NEVER}
    for group in grouped(len(rows), edges, {edge for edge, bits in told if bits == NEVER}):
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
