"""`auditor purge CASE`: forget what was derived, and say what was removed and what cannot be promised."""

import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.audit import Language
from auditor.cli.keeping import PassphraseFd, passphrase
from auditor.cli.speech import speak, tell
from auditor.errors import OutputError
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
    from auditor.collect.mandate import stated

    speak(lang)
    if [source is not None, all_, expired].count(True) != 1:
        raise OutputError("say what to forget: --source NAME, --all or --expired")
    now = datetime.now(tz=UTC)
    mandate = stated(case)
    speak(lang or mandate.language)
    if expired and not _has_ended(case, mandate, now):
        tell(say("Nothing has expired: the mandate holds until %(day)s.", day=mandate.expires_on))
        return
    forget(case, source, passphrase_fd, now=now)
    _own_files(case, mandate, source, remove=own_files)


def forget(case: Path, source: str | None, fd: int | None, *, now: datetime) -> None:
    """Forget what the case keeps of one source, or all of it, and say what went."""
    from auditor.store import files, judgements
    from auditor.store.vault import door
    from auditor.store.vault.purge import purge as purged

    gone: Mapping[Count, int] = {}
    if door.has_vault(case):
        secret = passphrase(case, fd)
        with door.opened(case, secret, now=now, anew=source is None, clock=True) as vault:
            gone = purged(vault, source)
    written = case / judgements.FILE
    if source is None and written.is_file() and not written.is_symlink():
        files.shred(written)
        tell(say("Removed: %(file)s", file=judgements.FILE))
    _tell_gone(gone)


def _tell_gone(gone: "Mapping[Count, int]") -> None:
    from auditor.store.vault import trail

    if not any(gone.values()):
        tell(say("The case kept nothing of it."))
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
    if known is not None and known.withdrawn_on is not None:
        return mandate.signed_on <= known.withdrawn_on
    if now.date() <= mandate.expires_on:
        return False
    consent.ended(case, mandate, State.EXPIRED, now)
    return True


def _own_files(case: Path, mandate: "Mandate", source: str | None, *, remove: bool) -> None:
    """List the user's own files; remove them where that was asked."""
    from auditor.collect.flaws import is_inside

    paths = [
        case / each.path
        for each in mandate.sources
        if each.path is not None and source in {None, each.id}
    ]
    found = [path for path in paths if path.exists() and is_inside(path, case)]
    if not found:
        return
    tell(say("Your own files, removed:") if remove else say("Your own files, untouched:"))
    for path in found:
        if remove:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        typer.echo(f"  {path}")
