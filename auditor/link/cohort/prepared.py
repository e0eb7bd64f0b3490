"""Rows as the engines compare them: folded, cut, reduced to what two ways of writing share.

Columns in which no row says anything are left out, so that a small table costs little.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

PHONE = 9
"""Digits at the end of a phone number that tell it, with its country's prefix or without (E.164, France)."""

_TEXTS = "network town region birth_place employer job school postcode language".split()
_CUT = "CASE WHEN told({0}) IS NULL THEN NULL ELSE string_split(cut_any({0}), chr(9)) END"
_PARTS = {
    "given": "rtrim(folded(given_name), '.*')",
    "surname": "rtrim(folded(surname), '.*')",
}


def prepare(con: "duckdb.DuckDBPyConnection", said: frozenset[str]) -> frozenset[str]:
    """Make the table ``people`` of ``rows``, where `said` columns hold something; its columns."""
    chosen = dict(_columns(said))
    listed = ", ".join(f"{sql} AS {name}" for name, sql in chosen.items())
    con.execute(f"CREATE TABLE people AS SELECT row, {listed} FROM ({_named(said)})")
    return frozenset(chosen)


def _named(said: frozenset[str]) -> str:
    """The rows, with the name cut where it is not given in parts."""
    empty = [f"NULL::VARCHAR AS {each}" for each in ("given_name", "surname") if each not in said]
    kept = ", ".join(["row", *sorted(said), *empty])
    if "name" not in said:
        return f"SELECT {kept}, NULL::VARCHAR[] AS parts FROM rows"
    parts = [f"told({each}) IS NULL" for each in ("given_name", "surname") if each in said]
    whole = " AND ".join(parts) or "true"
    return f"SELECT {kept}, CASE WHEN {whole} THEN {_CUT.format('name')} END AS parts FROM rows"


def _columns(said: frozenset[str]) -> Iterator[tuple[str, str]]:
    for at, (name, sql) in enumerate(_PARTS.items(), 1):
        yield name, f"coalesce(told({sql}), told(parts[{at}]))"
    for name in _TEXTS:
        if name in said:
            yield name, f"told(folded({name}))"
    if "maiden_name" in said:
        yield "maiden", "told(folded(maiden_name))"
    yield from _reached(said)
    yield from _born(said)
    yield from _habits(said)


def _reached(said: frozenset[str]) -> Iterator[tuple[str, str]]:
    if "handle" in said:
        yield "handle", "bare(folded(handle))"
    if "email" in said:
        yield "mail", "told(folded(email))"
        yield "mailbox", "bare(split_part(folded(email), '@', 1))"
    if "phone" in said:
        yield "phone", f"right(digits(phone), {PHONE})"


def _born(said: frozenset[str]) -> Iterator[tuple[str, str]]:
    day = "CAST(NULL AS VARCHAR)"
    if "birth_date" in said:
        day = "CASE WHEN regexp_full_match(birth_date, '[0-9]{4}-[0-9]{2}-[0-9]{2}.*') THEN left(birth_date, 10) END"
        yield "birth", day
    if said & {"birth_date", "birth_year"}:
        if "birth_date" not in said:
            yield "birth", day
        year = "try_cast(birth_year AS DOUBLE)::INTEGER" if "birth_year" in said else "NULL"
        yield "birth_year", f"coalesce(try_cast(left({day}, 4) AS INTEGER), {year})"


def _habits(said: frozenset[str]) -> Iterator[tuple[str, str]]:
    if said & {"school", "school_year"}:
        year = (
            "try_cast(school_year AS DOUBLE)::INTEGER" if "school_year" in said else "NULL::INTEGER"
        )
        yield "school_year", year
    for name in ("companions", "groups", "tastes"):
        if name in said:
            yield name, f"list_distinct(list_transform({name}, lambda x: folded(x)))"
    if "picture" in said:
        number = "('0x' || picture)::UBIGINT::HUGEINT"
        signed = f"({number} - CASE WHEN {number} >= 9223372036854775808 THEN 18446744073709551616 ELSE 0 END)::BIGINT"
        yield (
            "picture",
            f"CASE WHEN regexp_full_match(lower(picture), '[0-9a-f]{{16}}') THEN {signed} END",
        )
