"""The one place where a reader meets what it is given: whatever breaks there becomes a failure."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from auditor.collect.reading import Context
from auditor.collect.unreadable import UnreadableError, failed
from auditor.errors import AuditorError
from auditor.model.profile import Item
from auditor.model.text import say

T = TypeVar("T")


def guarded(
    reader: Callable[[T, Context], Iterator[Item]], content: T, context: Context
) -> Iterator[Item]:
    """What a reader yields; should it break, a failure that names the type of fault and no content.

    Raises:
        AuditorError: the set-up is broken, not the source.
    """
    try:
        yield from reader(content, context)
    except AuditorError:
        raise
    except UnreadableError as fault:
        yield fault.failure(context.source.id)
    except Exception as fault:
        yield failed(
            context.source.id,
            say("reading broke off: %(type)s", type=type(fault).__name__),
            say("tell the project of it, without sending the file; other sources were read"),
        )
