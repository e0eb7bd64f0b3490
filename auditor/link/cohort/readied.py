"""Rows read by the functions of the engine for one person, value by value."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.link.cohort.bits import frame
from auditor.link.cohort.read import readers
from auditor.link.weights import Tables, Weights

if TYPE_CHECKING:
    import duckdb

_LIST = "string_split(nullif({0}, ''), ';')"
_NUMBER = "try_cast(nullif({0}, '') AS FLOAT)"
NAMED = "coalesce(told(name), told(concat_ws(' ', told(given_name), told(surname))))"


def read(
    con: "duckdb.DuckDBPyConnection",
    said: frozenset[str],
    there: frozenset[str],
    weights: Weights,
    tables: Tables,
) -> None:
    """Put the columns that the engine for one person reads in the place of those of ``people``."""
    for name, function in readers(weights, tables).items():
        con.create_function(name, function, ["VARCHAR"], "VARCHAR")
    texts = {
        each: f"told({each})"
        for each in ("name", "given_name", "surname", "handle", "town", "region")
    }
    empty = ", ".join(f"NULL::VARCHAR AS {each}" for each in texts if each not in said)
    source = f"SELECT *{', ' + empty if empty else ''} FROM rows"
    parts = dict(_parts(said))
    columns = dict(_columns(said))
    made = ", ".join(f"{sql} AS {name}" for name, sql in columns.items())
    cut = ", ".join(f"string_split({sql}, chr(9)) AS {name}_parts" for name, sql in parts.items())
    con.execute(
        f"CREATE TEMP TABLE readied AS SELECT row, {made} FROM (SELECT row, {cut} FROM ({source}))"
    )
    dropped = ", ".join(["row", *(each for each in columns if each in there)])
    con.execute(
        f"CREATE OR REPLACE TABLE people AS SELECT readied.*, people.* EXCLUDE ({dropped}) "
        "FROM people JOIN readied USING (row)"
    )
    con.execute("DROP TABLE readied")


def _parts(said: frozenset[str]) -> Iterator[tuple[str, str]]:
    yield "name", f"name_any({NAMED})"
    if "handle" in said:
        yield "handle", f"handle_any(told(handle) || chr(9) || coalesce({NAMED}, ''))"
    if said & {"town", "region"}:
        yield "town", "town_any(coalesce(told(town), told(region)))"
    if "employer" in said:
        yield "employer", "firm_any(told(employer))"
    if "job" in said:
        yield "job", "job_any(told(job))"
    if "school" in said:
        yield "school", "firm_any(told(school))"


def _columns(said: frozenset[str]) -> Iterator[tuple[str, str]]:
    for at, name in enumerate(("given", "surname"), 1):
        yield name, f"nullif(name_parts[{at}], '')"
        yield f"{name}_frame", frame(f"nullif(name_parts[{at}], '')")
        yield f"{name}s", _LIST.format(f"name_parts[{at + 2}]")
        yield f"{name}_bits", _NUMBER.format(f"name_parts[{at + 4}]")
    yield "likely", "nullif(name_parts[7], '')"
    if "handle" in said:
        yield "handle", "nullif(handle_parts[1], '')"
        yield "handle_bits", _NUMBER.format("handle_parts[2]")
        yield "made_bits", _NUMBER.format("handle_parts[3]")
    if said & {"town", "region"}:
        yield "town", "nullif(town_parts[1], '')"
        yield "town_lat", _NUMBER.format("town_parts[2]")
        yield "town_lon", _NUMBER.format("town_parts[3]")
        yield "town_bits", _NUMBER.format("town_parts[4]")
    if "employer" in said:
        yield "employer", "nullif(employer_parts[1], '')"
    if "job" in said:
        yield "trades", _LIST.format("job_parts[1]")
    if "school" in said:
        yield "school", "nullif(school_parts[1], '')"
