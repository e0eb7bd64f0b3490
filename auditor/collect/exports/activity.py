"""ActivityStreams 2: values that may be one, several, a text or a node, and whom a note is for."""

from typing import Any

from auditor.collect.addresses import resolve
from auditor.model.visibility import Visibility

PUBLIC = frozenset({"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"})
"""The forms in which everybody is addressed."""

Node = dict[str, Any]


def listed(value: Any) -> list[Any]:
    """One or several, as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def text(value: Any) -> str:
    """A text; empty for anything else."""
    return value if isinstance(value, str) else ""


def urls(value: Any) -> list[str]:
    """The web addresses of a value: a string, a link object, a list of them."""
    found: list[str] = []
    for each in listed(value):
        written = (each.get("href") or each.get("url")) if isinstance(each, dict) else each
        url = resolve(None, written) if isinstance(written, str) else None
        found += [url] if url else []
    return found


def names(*values: Any) -> set[str]:
    """Whom the values name, by id."""
    return {
        str(each.get("id") if isinstance(each, dict) else each)
        for value in values
        for each in listed(value)
        if each
    }


def audience(note: Node, activity: Node, actor: Node) -> Visibility | None:
    """Who sees a note, by its address; None where it has none.

    To everybody is `anyone`, and `indexed` where the actor lets searches find their posts; a copy to
    everybody is unlisted, `anyone`; to followers is `contacts`; to named people alone is `me`.
    """
    to = names(note.get("to"), activity.get("to"))
    copied = names(note.get("cc"), activity.get("cc"))
    if to & PUBLIC:
        # "discoverable" speaks of the profile: it is taken only where "indexable" is not said.
        found = actor.get("indexable", actor.get("discoverable"))
        return Visibility.INDEXED if found is True else Visibility.ANYONE
    if copied & PUBLIC:
        return Visibility.ANYONE
    followers = actor.get("followers")
    if any(each == followers or each.rstrip("/").endswith("/followers") for each in to | copied):
        return Visibility.CONTACTS
    return Visibility.ME if to or copied else None


def author(note: Node, activity: Node) -> Node:
    """Who wrote a note, as much as it says."""
    found = note.get("attributedTo") or activity.get("actor")
    found = found[0] if isinstance(found, list) and found else found
    return found if isinstance(found, dict) else {"id": found, "url": found} if found else {}


def ids(actor: Node) -> set[str]:
    """The ids and addresses of an actor."""
    return names(actor.get("id")) | set(urls(actor.get("url")))
