"""JSON from strangers: whatever it holds, it ends in a value or in a reason."""

import json
import re
from collections.abc import Iterator
from typing import Any

from auditor.collect.unreadable import UnreadableError
from auditor.model.text import Text, say

LARGEST = 64_000_000
"""Bytes of a document that is read whole (an archive's member has the same limit)."""
_MOST_BRACKETS, _MOST_COMMAS = 1_000_000, 4_000_000
"""What a document of that size has at most where it says something: each opens a value, which takes
some 200 bytes of memory, or parts two, which take 60."""
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
"""Half a character, unless the other half is beside it."""


def parse(data: bytes) -> Any:
    """The value of a UTF-8 document, a byte order mark allowed.

    Raises:
        UnreadableError: what RFC 8259 or the standard library would read in more than one way.
    """
    if len(data) > LARGEST:
        raise refused(say("the JSON is larger than 64 MB"))
    if data.count(b"{") + data.count(b"[") > _MOST_BRACKETS or data.count(b",") > _MOST_COMMAS:
        raise refused(say("the JSON holds more values than a document of an export"))
    try:
        return value(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise refused(say("the JSON is not UTF-8 text")) from None


def value(text: str, *, lenient: bool = False) -> Any:
    """The value of a text; lenient: NaN reads as nothing, raw line ends may stand in strings.

    Raises:
        UnreadableError: cut, nested too deep, a number of thousands of digits, a key given twice,
            half a character. It names the kind of fault, never the text.
    """
    try:
        found = json.loads(
            text,
            strict=not lenient,
            parse_constant=_nothing if lenient else _not_a_number,
            object_pairs_hook=dict if lenient else _once,
        )
        if _HALF.search(text):
            json.dumps(found, ensure_ascii=False).encode()
    except json.JSONDecodeError:
        raise refused(say("the JSON is cut or damaged")) from None
    except RecursionError:
        raise refused(say("the JSON is nested too deep")) from None
    except UnicodeEncodeError:
        raise refused(say("the JSON holds half a character")) from None
    except _FaultError as fault:
        raise refused(fault.reason) from None
    except ValueError:
        raise refused(say("the JSON holds a number of thousands of digits")) from None
    return found


def first(text: str, start: int) -> tuple[Any, int]:
    """The value that begins at `start` and where it ends, whatever comes after: data within a script.

    Raises:
        UnreadableError: cut, damaged, or nested too deep.
    """
    try:
        return _LENIENT.raw_decode(text, start)
    except RecursionError:
        raise refused(say("the JSON is nested too deep")) from None
    except ValueError:
        raise refused(say("the JSON is cut or damaged")) from None


def dicts(root: Any) -> Iterator[tuple[dict[str, Any], str, dict[str, Any] | None]]:
    """Every object in reading order, with the key it stands under and the object that holds it."""
    waiting: list[tuple[Any, str, dict[str, Any] | None]] = [(root, "", None)]
    while waiting:
        found, key, holder = waiting.pop()
        if isinstance(found, dict):
            yield found, key, holder
            waiting.extend((each, name, found) for name, each in reversed(found.items()))
        elif isinstance(found, list):
            waiting.extend((each, key, holder) for each in reversed(found))


class _FaultError(ValueError):
    """A fault that the standard library lets pass."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason
        super().__init__(str(reason))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _FaultError(say("the JSON gives a key twice"))
    return found


def _not_a_number(_: str) -> None:
    raise _FaultError(say("the JSON holds a number that is none"))


def _nothing(_: str) -> None:
    return None


_LENIENT = json.JSONDecoder(strict=False, parse_constant=_nothing)


def refused(reason: Text) -> UnreadableError:
    """Why a document, or a part of it, is not read."""
    return UnreadableError(
        reason,
        say("ask the network for the export again, and give it as it was downloaded"),
    )
