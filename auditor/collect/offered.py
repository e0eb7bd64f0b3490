"""Content that no reader of ours knows, offered to those of other packages.

Another package offers a reader under the entry-point group ``auditor.readers``: an object with
``detects(data, name)`` and ``read(data, context)``. Like ours it yields items, writes nothing and
asks nobody: it runs in the limited child.
"""

from collections.abc import Iterator
from typing import Protocol, cast

from auditor import plugins
from auditor.collect.reading import Context, name_of
from auditor.model.profile import Item

GROUP = "auditor.readers"


class Offered(Protocol):
    """A reader of another package."""

    def detects(self, data: bytes, name: str) -> bool:
        """Is it content of its kind?"""

    def read(self, data: bytes, context: Context) -> Iterator[Item]:
        """Yield what the content shows."""


def read(data: bytes, context: Context) -> Iterator[Item]:
    """What the first reader that knows the content finds in it; else why it cannot be read.

    Raises:
        PluginError: a reader cannot be loaded.
    """
    for each in plugins.named(GROUP).values():
        offered = cast("Offered", each)
        if offered.detects(data, name_of(context)):
            yield from offered.read(data, context)
            return
    from auditor.collect import unknown  # it loads a parser of pages

    yield from unknown.read(data, context)
