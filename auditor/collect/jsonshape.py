"""The elements of an array decoded: to a type where they have its shape, else to plain values."""

from collections.abc import Iterable
from types import GenericAlias
from typing import Any

import msgspec

from auditor.collect import jsontext
from auditor.collect.unreadable import UnreadableError

MOST_DAMAGED = 10_000
"""Elements: a file with more is not worth the time."""
MOST_ODD = 1_000_000
"""Elements of another shape than was asked for: each takes twenty times as long (measured: 2 µs)."""
_RAWS = msgspec.json.Decoder(list[msgspec.Raw])
_PLAIN = msgspec.json.Decoder(Any)


class Shape:
    """A decoder that counts what it cannot decode."""

    def __init__(self, of: Any) -> None:
        self._many = msgspec.json.Decoder(GenericAlias(list, of))
        self._one = msgspec.json.Decoder(of)
        self.damaged = 0
        self.odd = 0
        """Elements of another shape."""

    def batch(self, data: bytes | memoryview) -> list[Any] | None:
        """The elements of ``a,b,c``; None where it is no whole number of sound elements."""
        array = b"".join((b"[", data, b"]"))
        try:
            found: list[Any] = self._many.decode(array)
        except msgspec.ValidationError:  # a kind of DecodeError: another shape, not a wrong cut
            raws = _raws(array)
            return None if raws is None else self.each(map(bytes, raws))
        except (ValueError, RecursionError):
            return None
        return found

    def each(self, pieces: Iterable[bytes]) -> list[Any]:
        """The elements, one by one; the damaged are left out and counted."""
        found = []
        for piece in pieces:
            if self.damaged > MOST_DAMAGED:
                break
            try:
                found.append(self._element(piece))
            except UnreadableError:
                self.damaged += 1
        return found

    def _element(self, piece: bytes) -> Any:
        for decoder in (self._one, _PLAIN):
            try:
                return decoder.decode(piece)
            except (ValueError, RecursionError):
                self.odd += 1
        # What msgspec refuses, the standard library may read: 1e400, for one.
        return jsontext.parse(piece)


def _raws(array: bytes) -> list[msgspec.Raw] | None:
    try:
        return _RAWS.decode(array)
    except (ValueError, RecursionError):
        return None
