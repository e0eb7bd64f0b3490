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
    length = _length(stream)
    if length is None:
        return None
    block = stream.read(length) if length <= LARGEST_BLOCK else b""
    if len(block) != length or not block:
        raise _damaged()
    return block


def _length(stream: IO[bytes]) -> int | None:
    value = 0
    for place in range(_LONGEST_VARINT):
        byte = stream.read(1)
        if not byte:
            break
        value |= (byte[0] & 0x7F) << (7 * place)
        if byte[0] < 0x80:  # noqa: PLR2004 - the sign that nothing follows
            return value
    else:
        raise _damaged()
    if place:
        raise _damaged()
    return None


def _cid(block: bytes) -> tuple[int, int]:
    """The codec of a block, and where its CID ends."""
    if block.startswith(_OLD_CID):
        return 0, _OLD_LENGTH
    _version, at = _varint(block, 0)
    codec, at = _varint(block, at)
    _digest, at = _varint(block, at)
    length, at = _varint(block, at)
    return codec, at + length


def _varint(block: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place, byte in enumerate(block[at : at + _LONGEST_VARINT]):
        value |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:  # noqa: PLR2004
            return value, at + place + 1
    raise _damaged()


def _damaged() -> UnreadableError:
    return UnreadableError(
        say("%(file)s is cut or damaged", file="repo.car"),
        say("ask the network for the export again, and give it as it was downloaded"),
    )
