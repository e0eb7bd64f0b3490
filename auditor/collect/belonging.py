"""Whether an export can be the subject's: by name and handle, as far as the mandate knows them."""

import re
from collections.abc import Iterable, Iterator

from auditor.model.mandate import Mandate
from auditor.model.names import fold
from auditor.model.profile import Profile

EXPORTS = "exports."
"""What the collectors of official exports are called by: nobody but the owner can download one."""
_NAMES = frozenset(("full_name", "alias"))
_WORD = re.compile(r"[^\W_]+")


def is_named(profile: Profile) -> bool:
    """Does it show a name or a handle by which it could be told whose it is?"""
    shown = any(each.name in _NAMES or each.name == "username" for each in profile.fields)
    return shown or profile.account is not None


def fits(profile: Profile, mandate: Mandate) -> bool:
    """May the export's account be the subject's? Yes, too, where it shows neither name nor handle.

    A shorter or longer form of a known name fits (``Zélie C.``, ``Zélie Anne Canarivane``), and any
    known handle; a name of which the mandate says nothing does not.
    """
    names = [each.text for each in profile.fields if each.name in _NAMES]
    handles = [each.text for each in profile.fields if each.name == "username"]
    handles += [profile.account] if profile.account else []
    if not names and not handles:
        return True
    known = (mandate.subject.name, *mandate.subject.aliases)
    if any(_is_form_of(left, right) for left in names for right in known):
        return True
    return bool(set(map(_handle, handles)) & set(_handles(mandate)))


def _handles(mandate: Mandate) -> Iterator[str]:
    accounts = (each.id for each in mandate.accounts)
    for each in (*mandate.subject.aliases, *mandate.handles, *accounts):
        yield _handle(each)


def _handle(text: str) -> str:
    """``mastodon:Zelie@social.example`` → ``zelie``."""
    return fold(text.rpartition(":")[2].removeprefix("@").partition("@")[0])


def _is_form_of(left: str, right: str) -> bool:
    first, second = _words(left), _words(right)
    fewer, more = sorted((first, second), key=len)
    return bool(fewer) and all(_is_among(word, more) for word in fewer)


def _words(name: str) -> list[str]:
    return _WORD.findall(fold(name))


def _is_among(word: str, words: Iterable[str]) -> bool:
    """A word, or the initial of one."""
    return any(word == each or (len(word) == 1 and each.startswith(word)) for each in words)
