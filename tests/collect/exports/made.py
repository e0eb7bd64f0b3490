"""Archives made of a few texts, and readings of them."""

import io
import json
from collections.abc import Mapping

from hypothesis import strategies as st

from auditor.collect.archive import Archive
from auditor.collect.member import Member
from auditor.model.profile import Batch, Profile

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda each: (
        st.lists(each, max_size=3) | st.dictionaries(st.text(max_size=8), each, max_size=3)
    ),
    max_leaves=12,
)
"""Any JSON: no reader may raise for the shape of what it reads."""


def archive(files: Mapping[str, object]) -> Archive:
    """An archive of texts, bytes, or values that are written as JSON."""
    held = {name: _bytes(each) for name, each in files.items()}
    return Archive(
        names=tuple(held), opener=lambda name: Member(name, lambda: io.BytesIO(held[name]))
    )


def posts(items) -> list:
    """Every post, of the profile and of the batches after it."""
    return [post for each in items if isinstance(each, Profile | Batch) for post in each.posts]


def _bytes(value) -> bytes:
    if isinstance(value, bytes):
        return value
    return (value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)).encode()
