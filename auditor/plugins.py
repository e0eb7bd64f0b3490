"""Parts that other packages offer through entry points.

Groups: ``auditor.recognizers``, ``auditor.comparisons``, ``auditor.readers``.
"""

from collections.abc import Mapping
from importlib.metadata import entry_points

from auditor.errors import PluginError

GROUPS = ("auditor.recognizers", "auditor.comparisons", "auditor.readers")


def named(group: str) -> Mapping[str, object]:
    """The parts of a group by name, loaded.

    Raises:
        PluginError: two packages offer a part of one name, or a part cannot be loaded.
    """
    found: dict[str, object] = {}
    for entry in sorted(entry_points(group=group), key=lambda each: each.name):
        if entry.name in found:
            raise PluginError(
                "two packages offer %(name)s in %(group)s; uninstall one of them",
                name=entry.name,
                group=group,
            )
        try:
            found[entry.name] = entry.load()
        except Exception as fault:  # whatever a stranger's package raises when it is imported
            raise PluginError(
                "%(name)s of %(group)s cannot be loaded (%(type)s); update or uninstall it",
                name=entry.name,
                group=group,
                type=type(fault).__name__,
            ) from fault
    return found


def offers(group: str) -> bool:
    """Does any package offer a part of the group? Nothing is loaded."""
    return bool(entry_points(group=group))


def versions() -> tuple[str, ...]:
    """Which packages offer parts, and their versions; nothing is loaded."""
    offered = (entry for group in GROUPS for entry in entry_points(group=group))
    return tuple(sorted(f"{each} {each.dist.version if each.dist else ''}" for each in offered))
