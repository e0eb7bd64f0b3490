"""A CAR file, version 1 (ipld.io/specs/transport/car): blocks one after the other, read as a stream.

Only the decoder of one block is a library's: a file of any size is read at flat memory, and one that
is cut gives its whole blocks first.
"""

import io
from collections.abc import Iterator
from typing import IO, Any, cast

from auditor.collect.member import Member
from auditor.collect.unreadable import UnreadableError
from auditor.model.text import say

LARGEST_BLOCK = 2_097_152
"""Bytes: twice what a record may have (atproto.com/specs/repository)."""
_LONGEST_VARINT = 9
"""Bytes (github.com/multiformats/unsigned-varint)."""
_MORE = 0x80
"""The sign of a byte of a varint that another follows."""
_CBOR = 0x71
_OLD_CID = b"\x12\x20"
_OLD_LENGTH = 34
"""A CID of version 0 has no codec: it begins with these two and has as many bytes."""


def blocks(file: Member) -> Iterator[Any]:
    """The values of the blocks in DAG-CBOR, in order; blocks of other codecs are passed over.

    Raises:
        UnreadableError: cut or damaged; the blocks before were given.
    """
    import libipld

    stream = io.BufferedReader(cast("io.RawIOBase", file), LARGEST_BLOCK)
    if _block(stream) is None:
        raise _damaged()
    while (block := _block(stream)) is not None:
        codec, start = _cid(block)
        if codec == _CBOR:
            try:
                value = libipld.decode_dag_cbor(block[start:])
            except Exception:  # the library raises what its decoder meets
                raise _damaged() from None
            yield value


def _block(stream: IO[bytes]) -> bytes | None:
    """The next block with its CID; None at the end of the file."""
    length = _number(stream)
    if length is None:
        return None
    block = stream.read(length) if length <= LARGEST_BLOCK else b""
    if len(block) != length or not block:
        raise _damaged()
    return block


def _number(stream: IO[bytes]) -> int | None:
    """The next varint; None at the end."""
    value = 0
    for place in range(_LONGEST_VARINT):
        byte = stream.read(1)
        if not byte and not place:
            return None
        if not byte:
            raise _damaged()
        value |= (byte[0] & ~_MORE) << (7 * place)
        if not byte[0] & _MORE:
            return value
    raise _damaged()


def _cid(block: bytes) -> tuple[int, int]:
    """The codec of a block, and where its CID ends."""
    if block.startswith(_OLD_CID):
        return 0, _OLD_LENGTH
    stream = io.BytesIO(block)
    _version, codec, _digest, length = (_number(stream) for _ in range(4))
    if codec is None or length is None:
        raise _damaged()
    return codec, stream.tell() + length


def _damaged() -> UnreadableError:
    return UnreadableError(
        say("%(file)s is cut or damaged", file="repo.car"),
        say("ask the network for the export again, and give it as it was downloaded"),
    )
