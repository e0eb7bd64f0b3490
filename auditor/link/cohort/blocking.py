"""Which pairs are compared: those that share a key, as in the engine for one person.

A key that many rows share says little. The blocks are taken from the smallest up, kind by kind,
until a kind has made the pairs it may: what is left out is the commonest names and days.
"""

import re
from typing import TYPE_CHECKING

from auditor.link.cohort.bits import FRAMED

if TYPE_CHECKING:
    import duckdb

PAIRS = 500_000
"""Pairs that one kind of key may make: two seconds of comparing. With 300,000, a million rows lose a sixth of recall."""
LONE = 100_000
"""The same where a surname is all that is shared: few such pairs are one person."""
CROWDED = 400
"""Rows under one key beyond which it says too little (as in `auditor.link.block`)."""

ROOM = 32
"""Kinds that a key has room for: its lowest five bits; 58 bits of hash are over them."""


def _start(column: str, letters: int) -> str:
    return f"CASE WHEN length({column}) >= {letters} THEN left({column}, {letters}) END"


KINDS: tuple[tuple[str, ...], ...] = (
    ("mail",),
    ("phone",),
    ("handle",),
    ("picture",),
    ("CASE WHEN length(mailbox) > 4 THEN mailbox END",),
    ("least(given, surname)", "greatest(given, surname)"),
    ("given", "birth"),
    ("surname", "birth"),
    ("birth", "town"),
    ("birth", "postcode"),
    ("birth", "birth_place"),
    ("given_frame", "surname_frame"),
    (_start("given", 3), _start("surname", 3), "birth_year"),
    ("surname", "town", _start("given", 1)),
    ("given", "town", _start("surname", 1)),
    ("surname", "postcode"),
    ("given", "postcode"),
    ("surname",),
)
"""What rows that share a key have in common; a kind is made where rows fill all of its columns."""


def keys(con: "duckdb.DuckDBPyConnection", there: frozenset[str], source: str) -> None:
    """Make the table ``keyed`` from `source`: the ``keys`` of each ``row`` that say enough."""
    there |= {f"{name}_frame" for name in there & FRAMED}
    made = [each for each in KINDS if all(_columns(part) <= there for part in each)]
    hashed = ", ".join(_key(each, kind) for kind, each in enumerate(made))
    con.execute(
        f"CREATE TEMP TABLE marked AS SELECT * FROM (SELECT row, unnest([{hashed}]) AS key "
        f"FROM {source}) WHERE key IS NOT NULL"
    )
    con.execute(
        f"CREATE TEMP TABLE blocks AS SELECT key, key % {ROOM} AS kind, count(*) AS size FROM marked "
        f"GROUP BY key HAVING size BETWEEN 2 AND {CROWDED}"
    )
    lone = [kind for kind, each in enumerate(made) if each == ("surname",)] or [-1]
    con.execute(_KEPT.format(lone=lone[0]))
    con.execute(
        "CREATE OR REPLACE TABLE keyed AS "
        "SELECT row, list(key) AS keys FROM marked JOIN kept USING (key) GROUP BY row"
    )
    con.execute("DROP TABLE marked; DROP TABLE blocks; DROP TABLE kept")


_KEPT = f"""
CREATE TEMP TABLE kept AS
WITH sizes AS (
    SELECT kind, size, sum(sum(size * (size - 1) / 2)) OVER (PARTITION BY kind ORDER BY size) AS pairs
    FROM blocks GROUP BY kind, size
)
SELECT key FROM blocks JOIN sizes USING (kind, size)
WHERE pairs <= CASE WHEN kind IN ({{lone}}) THEN {LONE} ELSE {PAIRS} END
"""


def _key(parts: tuple[str, ...], kind: int) -> str:
    whole = " AND ".join(f"{part} IS NOT NULL" for part in parts)
    return f"CASE WHEN {whole} THEN (hash({', '.join(parts)}) >> 6)::BIGINT * {ROOM} + {kind} END"


def _columns(part: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z_]+", part)) & READ


READ = frozenset(
    "mail phone handle mailbox given surname given_frame surname_frame birth birth_year birth_place "
    "town postcode picture".split()
)
"""Columns that keys are made of."""
