"""What the subject holds of an account: its official export, or a page that they saved."""

import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from auditor.collect.addresses import same_address
from auditor.collect.proof.token import Tokens
from auditor.model.mandate import Account
from auditor.model.profile import Item, Profile

OLDEST = timedelta(days=90)
"""The age of an export (knowledge/sources.md §5): older ones lie about, on disks and in leaks."""
_OF_MANY_SERVERS = frozenset({"mastodon"})
"""Where a handle is somebody else's on the next server."""
_FROM_EXPORTS = "exports."
_MOST_MEMBERS = 100_000


def holds_export(
    account: Account, items: Iterable[Item], made_on: date | None, today: date
) -> bool:
    """Do items read from an export show the account, and was the export made lately?"""
    young = made_on is not None and timedelta(0) <= today - made_on <= OLDEST
    return young and any(
        isinstance(each, Profile)
        and each.collector.startswith(_FROM_EXPORTS)
        and is_of(account, each)
        for each in items
    )


def shows_token(account: Account, items: Iterable[Item], tokens: Tokens) -> bool:
    """Does a profile that was read show a token in a field of its holder?"""
    url = account.url or ""
    return any(
        isinstance(each, Profile)
        and is_of(account, each)
        and any(tokens.stands_in(url, said) for said in own_words(each))
        for each in items
    )


def own_words(profile: Profile) -> Iterator[str]:
    """What the holder of an account wrote in its fields; what others can write is left out."""
    yield from (each.text for each in (*profile.fields, *profile.links))
    yield from (each.text for each in profile.posts if each.id == "bio")


def is_of(account: Account, profile: Profile) -> bool:
    """Is the profile that account: by its id, its address, or its handle on that network?"""
    network, _, handle = account.id.partition(":")
    names = {each.text.casefold() for each in profile.fields if each.name == "username"}
    return (
        profile.account == account.id
        or same_address(profile.url, account.url)
        or (
            profile.network == network
            and handle.casefold().partition("@")[0] in names
            and (network not in _OF_MANY_SERVERS or _host(profile.url) == _host(account.url))
        )
    )


def _host(url: str | None) -> str:
    try:
        return urlsplit(url or "").netloc.casefold()
    except ValueError:
        return ""


def made_on(path: Path) -> date | None:
    """The day an export was made: the latest of its files; None where nothing tells."""
    try:
        if path.is_dir():
            stamps = (each.stat().st_mtime for each in path.rglob("*") if each.is_file())
            return date.fromtimestamp(max(stamps))  # noqa: DTZ012 (the day of this machine's clock)
        with zipfile.ZipFile(path) as archive:
            return date(*max(each.date_time for each in archive.infolist()[:_MOST_MEMBERS])[:3])
    except (OSError, ValueError, zipfile.BadZipFile):
        return None
