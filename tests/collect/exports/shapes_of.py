"""JSON of any shape, and the way Meta breaks its text: for the tests of exports."""

import json

from hypothesis import strategies as st

from tests.collect.test_archive import zipped

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)


def shaped(*keys: str) -> st.SearchStrategy:
    """Any JSON value whose objects use the given keys, so that readers meet them with odd values."""
    names = st.sampled_from(keys) | st.text(max_size=4)
    return st.recursive(
        SCALARS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=5),
        max_leaves=12,
    )


def broken(text: str) -> str:
    """A text written as if each byte of its UTF-8 were a letter."""
    return text.encode().decode("latin-1")


def meta(value: object) -> bytes:
    """A JSON document as Meta writes it: every text and key broken, and escaped."""
    return json.dumps(_mapped(value), indent=2).encode()


def archive(parts: dict[str, object], *, root: str = "export") -> bytes:
    """A zip of documents below a folder; texts stand as they are, other values as Meta writes them."""
    return zipped(
        (f"{root}/{name}", value if isinstance(value, str | bytes) else meta(value))
        for name, value in parts.items()
    )


def _mapped(value: object) -> object:
    if isinstance(value, str):
        return broken(value)
    if isinstance(value, dict):
        return {broken(key): _mapped(each) for key, each in value.items()}
    return [_mapped(each) for each in value] if isinstance(value, list) else value
