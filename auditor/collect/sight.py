"""Who can see a field or a post: what is known best wins.

The order of trust: what the export states · a page fetched without login · what the subject
declares · the network's dated default · else unknown.
"""

from auditor.collect.reading import Context
from auditor.model.mandate import SeenBy
from auditor.model.visibility import UNKNOWN_SIGHT, Origin, Sight, Visibility


def sight(field: str, context: Context, stated: Visibility | None = None) -> Sight:
    """The sight of a field (a kind, ``posts``, ``tag_links``) of the context's source."""
    if stated is not None and stated is not Visibility.UNKNOWN:
        return Sight(visibility=stated, origin=Origin.STATED)
    if context.fetched:
        return Sight(visibility=_fetched(context), origin=Origin.FETCHED)
    declared = _declared(context.source.seen_by, field)
    if declared is not None:
        return Sight(visibility=declared, origin=Origin.DECLARED)
    default = context.network.visibility.get(field) if context.network else None
    if default is not None and default.value is not Visibility.UNKNOWN:
        return Sight(visibility=default.value, origin=Origin.DEFAULT)
    return UNKNOWN_SIGHT


def whole(context: Context) -> Sight:
    """The sight of a source as a whole: its posts', where fields differ."""
    return sight("posts", context)


def _fetched(context: Context) -> Visibility:
    card = context.network.indexed if context.network else None
    found = bool(context.indexed) and card is not None and card.value
    return Visibility.INDEXED if found else Visibility.ANYONE


def _declared(seen_by: SeenBy, field: str) -> Visibility | None:
    """What the subject says of the field, else of the source; "unknown" says nothing."""
    declared = seen_by.fields.get(field, seen_by.default)
    return None if declared is Visibility.UNKNOWN else declared
