"""What goes through the pipes between the audit and its child: a length, then MessagePack.

Never pickle: a child that was taken over can send nothing but rows of the model, and each is
checked before it is believed.
"""

import re
from typing import IO, Any, TypeVar

from msgspec import Struct, msgpack

from auditor.collect.reading import Context
from auditor.errors import AuditorError, PackError, PluginError
from auditor.model.failure import Failure
from auditor.model.network import Network
from auditor.model.profile import Item
from auditor.model.text import Text
from auditor.store.rows import Row, item

T = TypeVar("T")

DONE, MEMORY, SETUP = "done", "memory", "setup"
"""What an answer ends with, where it is no row: all was read; out of memory; the program is broken."""
_LENGTH = 4
_PLAIN = re.compile(r"(?:[^%]|%%|%\((\w+)\)s)*")
"""A message id whose places are all named, without widths that would fill the memory."""


class Start(Struct, frozen=True, kw_only=True):
    """What the child is told first."""

    networks: dict[str, Network]
    memory: int
    """Bytes it may use over those it starts with."""
    kind: str
    """What it will read first: its reader is loaded while nothing untrusted is near."""


class Order(Struct, frozen=True, kw_only=True):
    """One content to read."""

    kind: str
    context: Context
    seconds: float
    """Of the processor."""
    wall: float
    """By the clock, should nobody be left to look at it."""
    data: bytes = b""
    path: str | None = None
    """Where it lies, instead of the bytes."""


class BrokenSetUp(Struct, frozen=True, kw_only=True):
    """An error of the set-up, to be raised again: its class, what it says, and with which details."""

    kind: str
    reason: str
    details: dict[str, str]


class ForgedError(ValueError):
    """A row that no reader of ours can have made."""


encode = msgpack.Encoder().encode
start = msgpack.Decoder(Start)
order = msgpack.Decoder(Order)
broken = msgpack.Decoder(BrokenSetUp)
row = msgpack.Decoder(tuple[str, bytes])


def send(pipe: IO[bytes], message: Any) -> None:
    """Put one message into a pipe.

    Raises:
        OSError: nobody reads it any more.
    """
    data = encode(message)
    pipe.write(len(data).to_bytes(_LENGTH, "big"))
    pipe.write(data)
    pipe.flush()


def receive(pipe: IO[bytes], kind: "msgpack.Decoder[T]", most: int = 0xFFFF_FFFF) -> T:
    """Take the next message out of a pipe.

    Raises:
        EOFError: there is none, or not the whole of it.
        ForgedError: it is longer than `most` bytes.
        msgspec.DecodeError: it is no message of its kind.
    """
    size = int.from_bytes(_exactly(pipe, _LENGTH), "big")
    if size > most:
        raise ForgedError
    return kind.decode(_exactly(pipe, size))


def believed(found: Row, source: str) -> Item:
    """The item of a row that came from the child.

    Raises:
        ForgedError: it is of another source, or would do harm when it is said.
        msgspec.DecodeError: it is of no kind that reading yields.
    """
    if found[0] not in {"profile", "page", "batch", "failure"}:
        raise ForgedError
    made = item(found)
    if made.source != source:
        raise ForgedError
    if isinstance(made, Failure) and not (_is_plain(made.reason) and _is_plain(made.mend)):
        raise ForgedError
    return made


def raised(body: bytes) -> AuditorError:
    """The error of the set-up that the child met.

    Raises:
        ForgedError: it would do harm when it is said.
        msgspec.DecodeError: it is none.
    """
    found = broken.decode(body)
    if not _is_plain(Text(found.reason, tuple(found.details.items()))):
        raise ForgedError
    kind = PluginError if found.kind == PluginError.__name__ else PackError
    return kind(found.reason, **found.details)


def _is_plain(text: Text) -> bool:
    named = set(re.findall(r"%\((\w+)\)s", text.id.replace("%%", "")))
    return _PLAIN.fullmatch(text.id) is not None and named <= set(dict(text.details))


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return data
