"""Rows that hang together, and where they are cut."""

import duckdb
import pytest

from auditor.link.cohort import cluster


@pytest.fixture
def con():
    con = duckdb.connect()
    con.execute('CREATE TABLE pairs ("left" BIGINT, "right" BIGINT, bits FLOAT)')
    return con


def told(con, *pairs):
    con.executemany("INSERT INTO pairs VALUES (?, ?, ?)", pairs)


def groups(con, rows, apart=(), least=0.0):
    part = cluster.together(con, rows, "pairs")
    return cluster.clusters(con, part, "pairs", least, apart).tolist()[1:]


def test_what_hangs_together_by_pairs_that_hold(con):
    told(con, (1, 2, 5.0), (2, 3, 1.0), (4, 5, -9.0))
    assert groups(con, 5) == [1, 1, 1, 4, 5]


def test_what_speaks_against_cuts(con):
    told(con, (1, 2, 9.0), (2, 3, 3.0), (1, 3, -20.0))
    assert groups(con, 3) == [1, 1, 3]


def test_a_pair_that_may_not_be_is_never_together(con):
    told(con, (1, 2, 9.0), (2, 3, 9.0))
    found = groups(con, 3, apart=[(3, 1)])
    assert found[0] != found[2]


def test_more_certainty_joins_fewer(con):
    told(con, (1, 2, 3.0), (3, 4, 8.0))
    assert groups(con, 4, least=5.0) == [1, 2, 3, 3]


def test_pairs_inside_a_part_that_were_not_compared_are_found(con):
    told(con, (1, 2, 5.0), (2, 3, 5.0), (4, 5, 5.0))
    part = cluster.together(con, 5, "pairs")
    assert cluster.unseen(con, part, "pairs", "unseen") == 1
    assert con.execute("FROM unseen").fetchall() == [(1, 3)]


def test_a_crowd_that_hangs_by_doubtful_pairs_is_taken_apart(con):
    crowd = cluster.LARGEST + 50
    told(con, *((each, each + 1, 1.0) for each in range(1, crowd)), (1, 2, 12.0))
    part = cluster.together(con, crowd, "pairs")
    assert part[1] == part[2]
    assert part[2] != part[3]


def test_what_is_rather_one_is_not_against_where_more_is_asked(con):
    told(con, (1, 2, 9.0), (2, 3, 9.0), (1, 3, 1.0))
    assert groups(con, 3, least=5.0) == [1, 1, 1]
