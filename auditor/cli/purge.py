"""`auditor purge CASE`: forget what was derived, and say what was removed and what cannot be promised."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.audit import Language
from auditor.cli.keeping import PassphraseFd, passphrase
from auditor.cli.speech import speak, tell
from auditor.errors import MandateError, OutputError, VaultError
from auditor.model.text import say

if TYPE_CHECKING:
    from auditor.model.mandate import Mandate
    from auditor.store.vault.trail import Count


def purge(
    case: Annotated[Path, typer.Argument(help="The folder of the case.")],
    source: Annotated[str | None, typer.Option(help="Forget this source of the mandate.")] = None,
    all_: Annotated[bool, typer.Option("--all", help="Forget everything derived.")] = False,
    expired: Annotated[
        bool, typer.Option("--expired", help="Forget everything if the consent has ended.")
    ] = False,
    own_files: Annotated[
        bool, typer.Option("--own-files", help="Remove your own files too: the sources named.")
    ] = False,
    passphrase_fd: PassphraseFd = None,
    lang: Annotated[Language | None, typer.Option(help="Language of the answer.")] = None,
) -> None:
    """Forget one source, or everything, or what outlived its consent. The consent record stays."""
    from auditor.cli.own import listed, removed

    speak(lang)
    if [source is not None, all_, expired].count(True) != 1:
        raise OutputError("say what to forget: --source NAME, --all or --expired")
    now = datetime.now(tz=UTC)
    mandate = stated_or_none(case, needed=expired or own_files)
    speak(lang or (mandate.language if mandate else None))
    if expired and mandate is not None and not _has_ended(case, mandate, now):
        tell(say("Nothing has expired: the mandate holds until %(day)s.", day=mandate.expires_on))
        return
    named = mandate is not None and any(each.id == source for each in mandate.sources)
    forget(case, source, passphrase_fd, now=now, named=named)
    if mandate is not None:
        removed(case, mandate, source) if own_files else listed(case, mandate, source)


def stated_or_none(case: Path, *, needed: bool = False) -> "Mandate | None":
    """The mandate; forgetting goes without one, only not what depends on its words."""
    from auditor.collect.mandate import stated

    try:
        return stated(case)
    except MandateError:
        if needed or not case.is_dir():
            raise
        return None


def forget(
    case: Path, source: str | None, fd: int | None, *, now: datetime, named: bool = True
) -> None:
    """Forget what the case keeps of one source, or all of it, and say what went.

    Raises:
        OutputError: no such source is named in the mandate or kept.
        VaultError: the vault cannot be opened.
    """
    from auditor.store import files, judgements, progress, proof_key
    from auditor.store.vault import has_vault

    gone: Mapping[Count, int] = {}
    if has_vault(case):
        gone = _forgotten(case, source, fd, now=now, named=named)
    elif source is not None and not named:
        raise _unknown()
    for name in (judgements.FILE, proof_key.FILE, progress.FILE) if source is None else ():
        if (case / name).exists():
            files.shred(case / name)
            tell(say("Removed: %(file)s", file=name))
    _tell_gone(gone)


def _forgotten(
    case: Path, source: str | None, fd: int | None, *, now: datetime, named: bool
) -> "Mapping[Count, int]":
    from auditor.store.vault import door
    from auditor.store.vault.purge import knows, purge

    secret = passphrase(case, fd)
    try:
        with door.opened(case, secret, now=now, anew=source is None, clock=True) as vault:
            if source is not None and not named and not knows(vault, source):
                raise _unknown()
            return purge(vault, source)
    except VaultError:
        tell(say("To forget it without opening it, remove the folder vault/ yourself."))
        raise


def _unknown() -> OutputError:
    return OutputError("neither the mandate nor the vault names that source; check its name")


def _tell_gone(gone: "Mapping[Count, int]") -> None:
    from auditor.store.vault import trail

    if not any(gone.values()):
        tell(say("Nothing of it was kept."))
        return
    count = {each.value: gone.get(each, 0) for each in trail.Count}
    tell(
        say(
            "Removed from the vault: sources %(sources)s, rows %(rows)s, records %(records)s, "
            "facts %(facts)s, views %(views)s, judgements %(judgements)s, results %(results)s.",
            **count,
        )
    )
    tell(
        say(
            "Copies in backups and snapshots, and worn cells of the disk, may still hold the old pages: "
            "they are unreadable without the passphrase. More cannot be promised."
        )
    )
    tell(say("Reports that you had written are your own files; remove them yourself."))


def _has_ended(case: Path, mandate: "Mandate", now: datetime) -> bool:
    """Was the consent withdrawn, or has the mandate run out? The latter is recorded."""
    from auditor.model.consent import State
    from auditor.store import consent

    known = consent.read(case)
    day = known.withdrawn_on if known is not None else None
    if day is not None and mandate.signed_on <= day:
        return True
    if now.date() <= mandate.expires_on:
        return False
    consent.ended(case, mandate, State.EXPIRED, now)
    return True
