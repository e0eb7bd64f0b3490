"""The levels that a database finds are those of the engine for one person, and weigh the same."""

import random

import duckdb
import pytest

from auditor.link.cohort import applied, rows, session
from auditor.link.cohort.engine import Task
from auditor.link.cohort.engine_duckdb import DuckEngine
from auditor.link.cohort.score import scored
from auditor.link.judge import total
from auditor.link.profiles import side
from tests.link.cohort.conftest import TODAY

COMPARED = "identity contact birth place work study group picture".split()
NOT_ASKED = frozenset(
    "handle_derived mail_derived handle_close contained same_region compatible school_conflict suffix".split()
)
"""Levels that a database does not ask for: docs/cohort.md says so."""
SAME_HANDLE = frozenset({"handle", "full_and_handle"})
"""A mailbox of one side may be the handle of the other, which is not asked for either."""
OTHERS = 0.005
"""Share of answers that may differ otherwise: names in two forms, misspelt given names."""

OTHER_BITS = 0.01
"""Share of pairs of equal levels that may weigh otherwise: a given name and its pet form, of unlike frequency."""


@pytest.fixture(scope="module")
def judged(people, kit, tmp_path_factory):
    """Pairs, half of them of one person: the levels of both engines, and their bits without a prior."""
    folder = tmp_path_factory.mktemp("parity")
    con = session.opened(folder, kit.tables, 1)
    rows.read(con, [people], TODAY)
    way = applied.Applied(weights=kit.weights, tables=kit.tables)
    way.ready(con, rows.columns(con), folder / "people")
    found = con.execute(f"DESCRIBE FROM read_parquet('{folder / 'people'}')").fetchall()
    model = way.model(frozenset(each[0] for each in found))
    pairs = _pairs(con, people)
    con.execute('CREATE TABLE pairs ("left" BIGINT, "right" BIGINT)')
    con.executemany("INSERT INTO pairs VALUES (?, ?)", pairs)
    task = Task(people=folder / "people", model=model, rarities=way.rarities)
    DuckEngine(con, task).compare("pairs", folder / "vectors")
    scored(con, way.scale(con, model, "", "", 1), f"read_parquet('{folder / 'vectors'}')", "found")
    return list(_both(con, model, kit))


def _pairs(con, people):
    truth = con.execute(f"SELECT row, person FROM rows JOIN '{people}' USING (id)").fetchall()
    of = dict(truth)
    same = [(one, other) for one in of for other in of if one < other and of[one] == of[other]]
    draw = random.Random(1)
    others = {tuple(sorted(draw.sample(sorted(of), 2))) for _ in range(len(same))}
    return sorted({*same, *others})


def _both(con, model, kit):
    shown = con.execute("SELECT * FROM rows")
    names = [each[0] for each in shown.description]
    sides = {
        row[names.index("row")]: side(dict(zip(names, row, strict=True)))
        for row in shown.fetchall()
    }
    for left, right, pattern, bits in con.execute("FROM found").fetchall():
        ours = {
            name: level
            for name, compare in kit.comparisons.items()
            if (level := compare(sides[left], sides[right], kit.weights, kit.tables))
        }
        yield _named(applied.levels(pattern, model)), bits, ours


def _named(levels):
    """The joint level of a name and a handle of its own."""
    if levels.pop("own", None) and levels.get("identity") != "conflict":
        whole = levels.get("identity") in {"full", "nickname", "swapped"}
        levels["identity"] = "full_and_handle" if whole else "handle"
    return levels


def test_levels_agree_save_those_that_are_not_asked_for(judged):
    asked, differing = 0, []
    for levels, _, ours in judged:
        for name in COMPARED:
            one, other = levels.get(name), ours[name].level if name in ours else None
            asked += 1
            if one != other and other not in NOT_ASKED | SAME_HANDLE:
                differing.append((name, one, other))
    assert asked > 5_000
    assert len(differing) <= OTHERS * asked, differing


@pytest.mark.parametrize("name", ["contact", "work", "study", "group", "picture"])
def test_these_levels_agree_always(judged, name):
    assert all(
        levels.get(name) == (ours[name].level if name in ours else None)
        for levels, _, ours in judged
    )


def test_where_levels_agree_bits_agree(judged, kit):
    checked, differing = 0, []
    for levels, bits, ours in judged:
        if {name: each.level for name, each in ours.items()} == levels:
            checked += 1
            worth = kit.weights.among(1).calibration.evidence(
                total(list(ours.values()), kit.weights)
            )
            if bits != pytest.approx(worth, abs=0.1):
                differing.append((levels, bits))
    assert checked > 300
    assert len(differing) <= OTHER_BITS * checked, differing


def test_all_levels_of_the_model_are_known_to_the_weights(kit):
    for each in applied.HOUSE:
        for comparison, level in each.tells.values():
            assert level in kit.weights.comparisons[comparison]


def test_the_database_reads_a_quote_in_a_path(tmp_path):
    path = tmp_path / "it's.parquet"
    duckdb.sql(f"COPY (SELECT 1 AS id) TO {session.quoted(path)} (FORMAT parquet)")
    assert duckdb.sql(f"FROM read_parquet({session.quoted(path)})").fetchall() == [(1,)]
