"""The notes of an ActivityStreams document: a long timeline in parts, any other shape at once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from auditor.collect import jsontext, stream
from auditor.collect.exports.activity import Node, listed
from auditor.collect.exports.notes import Activity, Entry, Note
from auditor.collect.stream import Array, Readable
from auditor.collect.unreadable import UnreadableError

_ACTORS = frozenset("Person Organization Group Service Application".split())
_ACTIVITIES = frozenset("Create Update".split())
_COLLECTIONS = frozenset(
    "OrderedCollection Collection OrderedCollectionPage CollectionPage".split()
)
_NOTES = frozenset("Note Article Question Image Video Audio Page Event".split())


@dataclass(slots=True, kw_only=True)
class Found:
    """What documents tell beside their notes."""

    actor: Node = field(default_factory=dict)
    faults: list[UnreadableError] = field(default_factory=list)


def entries(file: Readable, found: Found) -> Iterator[list[Entry]]:
    """The notes, some at a time; what cannot be read is kept with what is found."""
    try:
        start = file.read(stream.WHOLE)
        if len(start) < stream.WHOLE:
            yield from _short(start, file, found)
        elif array := timeline(start, file):
            yield from _long(array, found)
        else:
            document = jsontext.parse(start + file.read(jsontext.LARGEST))
            yield list(_notes(document, found))
    except UnreadableError as fault:
        found.faults.append(fault)


def timeline(start: bytes, file: Readable) -> Array | None:
    """The array of a collection that a document opens in its first megabyte."""
    array = stream.opened(start, file, "orderedItems", "items")
    before = array.before() if array is not None else None
    kinds = _kinds(before) if isinstance(before, dict) else None
    return None if kinds is None or (kinds and not kinds & _COLLECTIONS) else array


def _short(data: bytes, file: Readable, found: Found) -> Iterator[list[Entry]]:
    """The notes of a document held whole, or the sound ones where it is damaged."""
    try:
        yield list(_notes(jsontext.parse(data), found))
    except UnreadableError as fault:
        known = len(found.faults)
        if array := timeline(data, file):
            yield from _long(array, found)
        if len(found.faults) == known:
            found.faults.append(fault)


def _long(array: Array, found: Found) -> Iterator[list[Entry]]:
    for part in stream.elements(array, Activity):
        if isinstance(part, UnreadableError):
            found.faults.append(part)
        else:
            yield _carried(part, found)


def _carried(part: list[Any], found: Found) -> list[Entry]:
    """The notes that the elements of a timeline carry."""
    carried: list[Entry] = []
    for each in part:
        if not isinstance(each, Activity):
            carried.extend(_notes(each, found))
        elif each.type in _ACTIVITIES and isinstance(each.object, Note):
            carried.append(each)
    return carried


def _notes(document: Any, found: Found) -> Iterator[tuple[Node, Node]]:
    """The notes of plain values, and on the way the actor."""
    waiting = [document]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, dict):
            continue
        kinds = _kinds(node)
        if kinds & _COLLECTIONS:
            waiting.extend(reversed(listed(node.get("orderedItems") or node.get("items"))))
        elif kinds & _ACTIVITIES and isinstance(node.get("object"), dict):
            if isinstance(node.get("actor"), dict) and not found.actor:
                found.actor = node["actor"]
            yield node["object"], node
        elif kinds & _ACTORS:
            found.actor = node
        elif kinds & _NOTES:
            yield node, node


def _kinds(node: Node) -> set[str]:
    return {each for each in listed(node.get("type")) if isinstance(each, str)}
