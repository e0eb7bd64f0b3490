"""The drawing of a map: boxes stand apart within the sheet, and no line passes behind one."""

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model.link import Band
from auditor.report.charts.joins import Node, Shape
from auditor.report.charts.layout import NARROW, WIDE, layout


@st.composite
def trees(draw):
    """A tree of up to forty nodes, some found by way of pages of others."""
    count = draw(st.integers(1, 40))
    text = st.text(max_size=60)
    nodes = [Node(key="n0", shape=Shape.ACCOUNT, name=draw(text), place=draw(text))]
    for at in range(1, count):
        others = [f"o{at}-{each}" for each in range(draw(st.integers(0, 2)) if at % 5 == 0 else 0)]
        nodes.append(
            Node(key=f"n{at}", shape=Shape.PAGE, name=draw(text), place=draw(text), number=at,
                 parent=f"n{draw(st.integers(0, at - 1))}", band=Band.PROBABLE,
                 told=("probable", "12 bits"), through=tuple(others))
        )  # fmt: skip
        nodes.extend(
            Node(key=each, shape=Shape.OTHER, name="H… M…", place="amis") for each in others
        )
    return nodes


def segments(path):
    """The straight pieces of a path, as (x1, y1, x2, y2) with x1 <= x2 and y1 <= y2."""
    steps = re.findall(r"([MHV])(-?[\d.]+)(?: (-?[\d.]+))?", path)
    x, y = float(steps[0][1]), float(steps[0][2])
    for letter, value, _ in steps[1:]:
        to = (float(value), y) if letter == "H" else (x, float(value))
        yield min(x, to[0]), min(y, to[1]), max(x, to[0]), max(y, to[1])
        x, y = to


def crosses(piece, box):
    x1, y1, x2, y2 = piece
    return x1 < box.x + box.width and x2 > box.x and y1 < box.y + box.height and y2 > box.y


@pytest.mark.parametrize("sheet", [WIDE, NARROW])
@given(nodes=trees())
def test_boxes_stand_apart_within_the_sheet(sheet, nodes):
    drawn = layout(nodes, sheet)
    assert len(drawn.boxes) == len(nodes)
    for box in drawn.boxes:
        assert box.x >= 0
        assert box.x + box.width <= sheet.width
        assert box.y >= 0
        assert box.y + box.height <= drawn.height
        assert all(0 < line.y <= box.height for line in box.lines)
    for left, right in combinations(drawn.boxes, 2):
        assert (
            left.x + left.width <= right.x or right.x + right.width <= left.x
            or left.y + left.height <= right.y or right.y + right.height <= left.y
        )  # fmt: skip


@pytest.mark.parametrize("sheet", [WIDE, NARROW])
@given(nodes=trees())
def test_no_line_passes_behind_a_box(sheet, nodes):
    drawn = layout(nodes, sheet)
    for edge in drawn.edges:
        for piece in segments(edge.path):
            assert not any(crosses(piece, box) for box in drawn.boxes), edge.path


@given(nodes=trees())
def test_every_join_is_a_line_and_stands_below_its_parent(nodes):
    drawn = layout(nodes, WIDE)
    tops = {box.node.key: box.y for box in drawn.boxes}
    joined = [each.node for each in drawn.edges if not each.found]
    assert [each.key for each in joined] == [each.key for each in nodes if each.parent]
    assert all(tops[each.key] > tops[each.parent] for each in joined)
    assert layout(nodes, WIDE) == drawn


def test_pages_of_others_have_a_column_of_their_own():
    nodes = [
        Node(key="a", shape=Shape.ACCOUNT, name="a", place="x"),
        Node(key="b", shape=Shape.PAGE, name="b", place="x", parent="a", number=1, through=("o",)),
        Node(key="o", shape=Shape.OTHER, name="o", place="x"),
    ]
    start, join, other = layout(nodes, WIDE).boxes
    assert other.x > max(start.x, join.x)
    assert other.y == join.y


@pytest.mark.parametrize("sheet", [WIDE, NARROW])
def test_a_long_name_is_cut_to_its_box(sheet):
    (box,) = layout([Node(key="a", shape=Shape.PAGE, name="w" * 400, place="p" * 400)], sheet).boxes
    assert [each.role for each in box.lines] == ["name"] * 3 + ["place"] * 3
    assert box.lines[2].text.endswith("…")
