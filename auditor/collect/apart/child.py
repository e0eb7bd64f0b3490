"""The child: it confines itself, then reads one content after the other until the pipe closes.

Its own standard output and error go nowhere: what a library prints may quote what it reads.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import IO, Any

import msgspec

from auditor.collect.apart import message
from auditor.collect.guard import guarded
from auditor.collect.member import Member
from auditor.collect.modules import module
from auditor.collect.reading import Context
from auditor.errors import AuditorError
from auditor.model.network import Network
from auditor.model.profile import Item
from auditor.resources.confine import allow, confine, rest
from auditor.store.rows import Row, row


class _ExhaustedError(BaseException):
    """No memory is left; no reader may take it for a fault of the content."""


def main() -> None:
    """Answer orders until there are no more."""
    orders, answers = _pipes()
    begun = message.receive(orders, message.start)
    _leave_out()
    module(begun.kind)
    confine(begun.memory)
    while True:
        try:
            asked = message.receive(orders, message.order)
        except EOFError:
            return
        message.send(answers, _answer(asked, begun.networks, answers))
        rest()


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The two ends that lead to the audit; nothing else can reach them by printing."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for each in (1, 2):
        os.dup2(nowhere, each)
    os.close(nowhere)
    return sys.stdin.buffer, answers


def _leave_out() -> None:
    """Libraries of libraries that reading does not need: a client of the web, a slow parser."""
    sys.modules.setdefault("requests", ModuleType("requests"))  # mf2py's, for addresses
    sys.modules.setdefault("html5lib", None)  # type: ignore[arg-type]  # bs4's, where there is one


def _answer(asked: message.Order, networks: Mapping[str, Network], answers: IO[bytes]) -> Row:
    """Send what the content shows; the last row says how it ended."""
    context = replace(asked.context, networks=networks)
    allow(asked.seconds, asked.wall)
    try:
        for each in guarded(_read, asked, context):
            message.send(answers, _row(each))
    except (_ExhaustedError, MemoryError):
        return message.MEMORY, b""
    except AuditorError as fault:
        told = message.BrokenSetUp(
            kind=type(fault).__name__, reason=fault.reason, details=fault.details
        )
        return message.SETUP, message.encode(told)
    return message.DONE, b""


def _read(asked: message.Order, context: Context) -> Iterator[Item]:
    reader = module(asked.kind)
    try:
        if asked.path is None:
            yield from reader.read(asked.data, context)
            return
        path = Path(asked.path)
        with Member(path.name, lambda: path.open("rb")) as file:
            yield from reader.read_stream(file, context)
    except MemoryError:
        raise _ExhaustedError from None


def _row(item: Item) -> Row:
    """The row of an item; half a character, which no row can hold, becomes a sign of its loss."""
    try:
        return row(item)
    except UnicodeEncodeError:
        return row(msgspec.convert(_whole(msgspec.to_builtins(item)), type(item)))


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {_whole(key): _whole(each) for key, each in value.items()}
    return [_whole(each) for each in value] if isinstance(value, list | tuple) else value
