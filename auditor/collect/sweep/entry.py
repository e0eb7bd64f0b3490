"""Entries of other people's lists, read with care: anything may stand in them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from auditor.collect.sweep.site import Site
from auditor.model.text import Text, say

_LONGEST_NAME = 80

USELESS: Text = say("the entry of the list cannot be used")
NOT_WORKING: Text = say("the list marks it as not working")
NO_GUEST: Text = say("the list gives the site's answer only to those who are logged in")


def protected(barriers: Iterable[object]) -> Text:
    """A site keeps programs out; nothing is done to get around that."""
    names = ", ".join(plain(each) for each in barriers)
    return say("not checkable automatically (%(barriers)s); open it yourself", barriers=names)


def each_site(
    entries: Iterable[tuple[str, Any]], read: Callable[[str, Mapping[str, Any]], Site | None]
) -> list[Site | None]:
    """A site an entry; an entry that cannot be read is a site that cannot be checked, not nothing."""
    found: list[Site | None] = []
    for name, entry in entries:
        try:
            found.append(read(plain(name), entry))
        except (KeyError, TypeError, ValueError, AttributeError):
            found.append(Site(name=plain(name), url=_shown(entry), barred=USELESS))
    return found


def plain(text: object) -> str:
    """A name fit for a terminal: one line, no control signs, not long."""
    return "".join(each if each.isprintable() else " " for each in str(text))[
        :_LONGEST_NAME
    ].strip()


def words(value: object) -> tuple[str, ...]:
    """One text or several; empty ones say nothing and are left out."""
    several = value if isinstance(value, list | tuple) else (value,)
    return tuple(each for each in several if isinstance(each, str) and each)


def numbers(value: object) -> frozenset[int]:
    """One status or several."""
    several = value if isinstance(value, list | tuple) else (value,)
    return frozenset(each for each in several if isinstance(each, int) and each is not True)


def strings(value: object) -> dict[str, str]:
    """Names with their texts."""
    if not isinstance(value, Mapping):
        return {}
    return {str(name): str(text) for name, text in value.items() if isinstance(text, str | int)}


def text(entry: Mapping[str, Any], key: str) -> str | None:
    """A text that may be missing.

    Raises:
        TypeError: something else stands there.
    """
    found = entry.get(key)
    if found is None or found == "":
        return None
    if not isinstance(found, str):
        raise TypeError
    return found


def _shown(entry: object) -> str:
    """The address of an entry that cannot be used, where it has one."""
    if isinstance(entry, Mapping):
        for key in ("uri_pretty", "uri_check", "url", "urlMain"):
            if isinstance(entry.get(key), str):
                return plain(entry[key])
    return ""
