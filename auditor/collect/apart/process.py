"""Reading apart, as the rest of room 1 sees it: a function from content to items."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import msgspec

from auditor.collect.apart import message
from auditor.collect.apart.bounds import Bounds
from auditor.collect.apart.worker import StoppedError, TooLongError, TooMuchError, Worker
from auditor.collect.reading import Context
from auditor.collect.unreadable import UnreadableError
from auditor.model.network import Network
from auditor.model.profile import Item
from auditor.model.text import Text, say
from auditor.store.rows import Row

_SMALLER: Text = say("give a smaller part of it; other sources were read")
_AGAIN: Text = say("save or download it again; other sources were read")


class Apart:
    """One child for the whole audit: started for the first content that needs it, replaced when it dies."""

    def __init__(self, networks: Mapping[str, Network], bounds: Bounds) -> None:
        self._networks = dict(networks)
        self._bounds = bounds
        self._worker: Worker | None = None

    def __enter__(self) -> "Apart":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __call__(self, kind: str, content: bytes | Path, context: Context) -> Iterator[Item]:
        """What content of a kind shows; a file is read in pieces, where it lies.

        Raises:
            UnreadableError: it took too long or too much memory, or made the reader stop.
            AuditorError: the program itself is broken.
        """
        rows, fault = self._told(kind, content, context)
        try:
            for each in rows:
                yield message.believed(each, context.source.id)
        except (msgspec.MsgspecError, ValueError) as forged:
            self.close()
            fault = _stopped(type(forged).__name__)
        if fault is not None:
            raise fault

    def close(self) -> None:
        """End the child."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()

    def _told(
        self, kind: str, content: bytes | Path, context: Context
    ) -> tuple[list[Row], UnreadableError | None]:
        """All that the child has to say, before any of it is used: the clock is the child's alone."""
        rows: list[Row] = []
        size = content.stat().st_size if isinstance(content, Path) else len(content)
        more = self._bounds.more(size)
        seconds, wall = self._bounds.seconds + more, self._bounds.wall + more
        order = _order(kind, content, context, (seconds, wall))
        try:
            worker = self._running(kind)
            rows.extend(worker.ask(order, wall=wall, most=self._bounds.answer))
        except TooLongError:
            return rows, _fault(
                say("reading took longer than %(seconds)s s", seconds=round(seconds))
            )
        except TooMuchError:
            size = round(self._bounds.memory_mb)
            return rows, _fault(say("reading needed more than %(size)s MB", size=size))
        except StoppedError as fault:
            return rows, _stopped(str(fault))
        except OSError as fault:
            return rows, _stopped(type(fault).__name__)
        return rows, None

    def _running(self, kind: str) -> Worker:
        if self._worker is None or not self._worker.is_ready():
            self.close()
            start = message.Start(networks=self._networks, memory=self._bounds.memory, kind=kind)
            self._worker = Worker(start)
        return self._worker


def _order(
    kind: str, content: bytes | Path, context: Context, limits: tuple[float, float]
) -> message.Order:
    seconds, wall = limits
    bare = replace(context, networks={}, apart=None)
    data = b"" if isinstance(content, Path) else content
    path = str(content.absolute()) if isinstance(content, Path) else None
    return message.Order(kind=kind, context=bare, seconds=seconds, wall=wall, data=data, path=path)


def _fault(reason: Text) -> UnreadableError:
    return UnreadableError(reason, _SMALLER)


def _stopped(kind: str) -> UnreadableError:
    return UnreadableError(say("the reader stopped (%(type)s)", type=kind), _AGAIN)
