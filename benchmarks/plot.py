"""A plot of claims against what came true, as SVG."""

from collections.abc import Iterable, Iterator

Bins = Iterable[tuple[float, float, int]]
"""Mean claim, share that came true, pairs."""

SIZE, EDGE = 420, 50
"""Pixels of the square, and around it."""
_HEAD = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE + 2 * EDGE} {SIZE + 2 * EDGE}" '
    'font-family="sans-serif" font-size="13" role="img" '
    'aria-label="Claimed probability against the share that came true">'
)


def reliability(before: Bins, after: Bins) -> str:
    """Two lines of bins beside the diagonal of perfect claims; a dot is larger for more pairs."""
    parts = [
        _HEAD,
        f'<rect width="{SIZE + 2 * EDGE}" height="{SIZE + 2 * EDGE}" fill="#fff"/>',
        *_frame(),
        *_line(before, "#b45309", "before", 0),
        *_line(after, "#1d4ed8", "after", 1),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _frame() -> Iterator[str]:
    low, high = EDGE, EDGE + SIZE
    yield f'<path d="M{low} {low}V{high}H{high}" fill="none" stroke="#111"/>'
    yield f'<path d="M{low} {high}L{high} {low}" stroke="#999" stroke-dasharray="4 4"/>'
    for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
        x, y = _at(tick, tick)
        yield f'<text x="{x:.0f}" y="{high + 18}" text-anchor="middle">{tick:g}</text>'
        yield f'<text x="{low - 8}" y="{y + 4:.0f}" text-anchor="end">{tick:g}</text>'
    yield f'<text x="{EDGE + SIZE / 2}" y="{high + 40}" text-anchor="middle">claimed</text>'
    yield f'<text x="{low}" y="{low - 14}">came true</text>'


def _line(found: Bins, colour: str, label: str, place: int) -> Iterator[str]:
    dots = [(*_at(claim, true), pairs) for claim, true, pairs in found if pairs]
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y, _ in dots)
    yield f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
    for x, y, pairs in dots:
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{min(9.0, 2 + pairs**0.25):.1f}" fill="{colour}"/>'
    yield f'<text x="{EDGE + 14}" y="{EDGE + 20 + 18 * place}" fill="{colour}">{label} calibration</text>'


def _at(claim: float, true: float) -> tuple[float, float]:
    return EDGE + SIZE * claim, EDGE + SIZE * (1 - true)
