"""Values out of JSON that may have any shape: what is not there, or is something else, is empty."""

from typing import Any

Node = dict[str, Any]


def text(value: Any) -> str:
    """A text, without blanks around it; empty for anything else."""
    return value.strip() if isinstance(value, str) else ""


def node(value: Any) -> Node:
    """An object; an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def nodes(value: Any) -> list[Node]:
    """The objects of a list; a lone object counts as a list of one."""
    found = value if isinstance(value, list) else [value]
    return [each for each in found if isinstance(each, dict)]


def at(value: Any, *path: str) -> Any:
    """What stands under a path of keys; None where it leads nowhere."""
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value


def one(value: Any, key: str) -> Node:
    """The first object of a list, out of its wrapping: ``[{"account": {…}}]``."""
    first = next(iter(nodes(value)), {})
    return node(first.get(key, first))
