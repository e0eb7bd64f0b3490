"""Where the nodes of a map stand and how its lines run: rows by distance from the start, lines in the gaps.

The same nodes always give the same drawing. No line passes behind a box: it turns in the gap under its
parent's row and, where it goes further, in the gutter beside its own column.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from auditor.model.link import Band
from auditor.report.charts.joins import Node, Shape
from auditor.report.charts.lettering import lines

LINE, PAD, GAP, GUTTER, TRACK = 16, 9, 38, 18, 5
"""Pixels: a line of text, a box's padding, between rows, between columns, between lines of two parents."""
BOLD, PLAIN = 7.7, 6.9
"""Pixels of a sign at 12.5 pixels bold and at 12: the mean of the widest font that is likely, DejaVu Sans."""
MOST = 3
"""Lines of a name or of a place; all of it stands in the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """How much room there is: a wide page, a phone."""

    name: str
    width: int
    columns: int


_KINDS = ("found", "follows", *(each.value for each in Band))
WIDE = Sheet(name="wide", width=840, columns=5)
NARROW = Sheet(name="narrow", width=292, columns=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of text within a box, and what it is."""

    y: int
    role: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A node in its place."""

    node: Node
    x: int
    y: int
    width: int
    height: int
    lines: tuple[Line, ...]

    @property
    def middle(self) -> int:
        """Where a line meets its upper or lower edge."""
        return self.x + self.width // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A line between two boxes; pages of others hang on a dotted one."""

    path: str
    node: Node
    found: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """A drawing of one size."""

    sheet: Sheet
    height: int
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]

    @property
    def strokes(self) -> tuple[tuple[str, str], ...]:
        """The lines of each kind as one path: the fainter first, so that the surer are drawn over them."""
        found: dict[str, list[str]] = {kind: [] for kind in _KINDS}
        for edge in self.edges:
            band = edge.node.band
            found["found" if edge.found else band.value if band else "follows"].append(edge.path)
        return tuple((kind, "".join(paths)) for kind, paths in found.items() if paths)


@dataclass(slots=True)
class _Grid:
    """Cells by row and column, with who stands in which."""

    columns: int
    cells: dict[str, tuple[int, int]] = field(default_factory=dict)
    taken: set[tuple[int, int]] = field(default_factory=set)

    def put(self, key: str, row: int, wanted: int) -> None:
        """In that row as near to the wanted column as there is room, else in the next row that has some."""
        free = [each for each in range(self.columns) if (row, each) not in self.taken]
        if not free:
            return self.put(key, row + 1, wanted)
        self.set(key, (row, min(free, key=lambda each: (abs(each - wanted), each))))
        return None

    def set(self, key: str, cell: tuple[int, int]) -> None:
        self.cells[key] = cell
        self.taken.add(cell)


def layout(nodes: Sequence[Node], sheet: Sheet) -> Map:
    """The nodes on a sheet."""
    cells = _placed(nodes, sheet)
    step = sheet.width // sheet.columns
    texts = {each.key: _lines(each, step - GUTTER) for each in nodes}
    tops = _tops(cells, {key: _height(found) for key, found in texts.items()})
    boxes = {
        each.key: Box(
            node=each,
            x=cells[each.key][1] * step + GUTTER // 2,
            y=tops[cells[each.key][0]],
            width=step - GUTTER,
            height=_height(texts[each.key]),
            lines=texts[each.key],
        )
        for each in nodes
    }
    return Map(
        sheet=sheet,
        height=tops[-1] - GAP + 2,
        boxes=tuple(boxes.values()),
        edges=(*_joins(boxes, cells, tops), *_found(boxes)),
    )


def _placed(nodes: Sequence[Node], sheet: Sheet) -> Mapping[str, tuple[int, int]]:
    """The cell of each node: below its parent; pages of others apart, in a last column of their own."""
    others = [each for each in nodes if each.shape is Shape.OTHER]
    grid = _Grid(sheet.columns - bool(others))
    depths = _depths(nodes)
    for depth in sorted(set(depths.values())):
        row = 1 + max((each for each, _ in grid.cells.values()), default=-1)
        here = [each for each in nodes if depths.get(each.key) == depth]
        for key, wanted in _wanted(here, grid):
            grid.put(key, row, wanted)
    lead = {each: grid.cells[node.key][0] for node in nodes for each in node.through[::-1]}
    lane = -1
    for node in sorted(others, key=lambda each: lead[each.key]):
        lane = max(lane + 1, lead[node.key])
        grid.set(node.key, (lane, sheet.columns - 1))
    return grid.cells


def _wanted(nodes: Sequence[Node], grid: _Grid) -> Iterator[tuple[str, int]]:
    """The columns that the nodes of one row would best have: those of one parent beside each other, below it."""
    middle = grid.columns // 2
    columns = {each.key: grid.cells[each.parent][1] if each.parent else middle for each in nodes}
    for column in sorted(set(columns.values())):
        mine = [each.key for each in nodes if columns[each.key] == column]
        first = min(column - (len(mine) - 1) // 2, grid.columns - len(mine))
        yield from ((key, max(0, first) + at) for at, key in enumerate(mine))


def _depths(nodes: Sequence[Node]) -> dict[str, int]:
    depths: dict[str, int] = {}
    for node in nodes:
        if node.shape is not Shape.OTHER:
            depths[node.key] = depths[node.parent] + 1 if node.parent else 0
    return depths


def _lines(node: Node, width: int) -> tuple[Line, ...]:
    bold, plain = (int((width - 2 * PAD) / each) for each in (BOLD, PLAIN))
    room = bold - 3 if node.number else bold  # the step's number stands in the corner
    parts = [
        *(("name", each) for each in lines(node.name, room, MOST)),
        *(("place", each) for each in lines(node.place, plain, MOST)),
        *(("told", each) for part in node.told for each in lines(part, plain, MOST)),
    ]
    return tuple(
        Line(y=PAD + 12 + at * LINE, role=role, text=text) for at, (role, text) in enumerate(parts)
    )


def _height(found: Sequence[Line]) -> int:
    return 2 * PAD + LINE * max(1, len(found)) - 2


def _tops(cells: Mapping[str, tuple[int, int]], heights: Mapping[str, int]) -> list[int]:
    """Where each row begins, and where one more would."""
    tops = [2]
    for row in range(1 + max(each for each, _ in cells.values())):
        high = [heights[key] for key, (each, _) in cells.items() if each == row]
        tops.append(tops[-1] + max(high, default=0) + GAP)
    return tops


def _joins(
    boxes: Mapping[str, Box], cells: Mapping[str, tuple[int, int]], tops: Sequence[int]
) -> tuple[Edge, ...]:
    return tuple(
        Edge(node=box.node, path=_path(boxes[box.node.parent], box, cells, tops))
        for box in boxes.values()
        if box.node.parent
    )


def _path(upper: Box, lower: Box, cells: Mapping[str, tuple[int, int]], tops: Sequence[int]) -> str:
    """Down, across in the gap, down; through the gutter where rows lie between."""
    (row, column), (end, _) = cells[upper.node.key], cells[lower.node.key]
    turn = tops[row + 1] - GAP + 8 + TRACK * (column % 5)
    start = f"M{upper.middle} {upper.y + upper.height}"
    if end == row + 1:
        across = "" if upper.middle == lower.middle else f"V{turn}H{lower.middle}"
        return f"{start}{across}V{lower.y}"
    gutter = lower.x - GUTTER // 2 + 1 + 3 * (column % 3)
    return f"{start}V{turn}H{gutter}V{lower.y - 9}H{lower.middle}V{lower.y}"


def _found(boxes: Mapping[str, Box]) -> tuple[Edge, ...]:
    """From a box to the pages of others that lead to it, one after the other."""
    made = []
    for box in boxes.values():
        before = box
        for other in (boxes[each] for each in box.node.through):
            made.append(Edge(node=other.node, found=True, path=_aside(before, other)))
            before = other
    return tuple(made)


def _aside(left: Box, right: Box) -> str:
    """Out at the side and over the row to the last column; within that column, straight down or up."""
    if left.x == right.x:
        upper, lower = sorted((left, right), key=lambda each: each.y)
        return f"M{upper.middle} {upper.y + upper.height}V{lower.y}"
    out, bend = left.x + left.width + GUTTER // 2 - 2, right.x - GUTTER // 2 + 2
    over = "" if out >= bend - GUTTER else f"H{out}V{left.y - 4}"
    return f"M{left.x + left.width} {left.y + 14}{over}H{bend}V{right.y + 14}H{right.x}"
