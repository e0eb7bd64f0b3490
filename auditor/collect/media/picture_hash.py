"""A difference hash: tells copies of one picture, whatever their size; it knows nothing of faces.

Neal Krawetz, “Kind of Like That” (hackerfactor.com, 21 January 2013): shrink to 9 × 8 shades of
grey, then one bit for each pair of neighbours, whether the left one is darker.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from auditor.collect.media.table import table
from auditor.model.picture import distance

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTH, HEIGHT = 9, 8


def of_picture(thumbnail: "Image") -> str | None:
    """The hash of a small picture: 16 hexadecimal signs; None for one nearly plain."""
    from PIL.Image import Resampling

    grey = thumbnail.convert("L").resize((WIDTH, HEIGHT), Resampling.LANCZOS)
    shades = list(grey.tobytes())
    if max(shades) - min(shades) < table().picture_hash.least_contrast.value:
        return None
    return f"{sum(bit << place for place, bit in enumerate(reversed(_bits(shades)))):016x}"


def same_picture(left: str | None, right: str | None) -> bool:
    """Are both of one picture? A picture without a hash is the same as none."""
    if left is None or right is None:
        return False
    return distance(left, right) <= table().picture_hash.same_within.value


def _bits(shades: Sequence[int]) -> list[bool]:
    rows = (shades[start : start + WIDTH] for start in range(0, len(shades), WIDTH))
    return [left < right for row in rows for left, right in pairwise(row)]
