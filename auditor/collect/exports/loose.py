"""JSON of another shape than a type has: what fits is taken, what does not is as if it were not there.

A batch that a typed decoder refuses comes as plain values (`stream.elements`); one number written as a
text costs that number, not the post.
"""

from types import NoneType, UnionType
from typing import Any, get_args, get_origin

import msgspec

from auditor.collect.exports.shapes import node

_NOTHING = object()


def fitted(value: Any, of: Any) -> Any:
    """The value as a Struct of the type `of`; what is one already is handed back."""
    return value if isinstance(value, of) else of(**_fields(node(value), of))


def _fields(found: dict[str, Any], of: Any) -> dict[str, Any]:
    told = (
        (each.name, _as(found[each.encode_name], each.type))
        for each in msgspec.structs.fields(of)
        if each.encode_name in found
    )
    return {name: value for name, value in told if value is not _NOTHING}


def _as(value: Any, kind: Any) -> Any:
    try:
        return msgspec.convert(value, kind, strict=False)
    except (msgspec.ValidationError, ValueError, OverflowError, RecursionError):
        return _parts(value, kind)


def _parts(value: Any, kind: Any) -> Any:
    """What of an object or of a list fits."""
    if isinstance(kind, UnionType):
        found = (_as(value, each) for each in get_args(kind) if each is not NoneType)
        return next((each for each in found if each is not _NOTHING), _NOTHING)
    if get_origin(kind) is list and isinstance(value, list):
        each_kind = get_args(kind)[0]
        return [each for each in (_as(one, each_kind) for one in value) if each is not _NOTHING]
    if get_origin(kind) is dict and isinstance(value, dict):
        each_kind = get_args(kind)[1]
        told = ((name, _as(one, each_kind)) for name, one in value.items())
        return {name: each for name, each in told if each is not _NOTHING}
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and isinstance(value, dict):
        return kind(**_fields(value, kind))
    return _NOTHING
