"""Making, opening and closing a vault; nothing in it is touched before all of it was found trustworthy."""

import os
import re
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from auditor.errors import OutputError, VaultError
from auditor.store import files, judgements
from auditor.store.vault import FOLDER, database, has_vault, key, refuse_missing, trail
from auditor.store.vault.key import Key
from auditor.store.vault.trail import Head, Verb
from auditor.store.vault.vault import Vault

_MAKING = re.compile(r"\.vault-[0-9a-f]{12}")
_STALE = timedelta(hours=1)
SLACK = timedelta(days=1)
"""How far behind the last use the clock may stand: time zones and small corrections."""


def create(case: Path, passphrase: str, *, now: datetime, keyring: bool = False) -> None:
    """Make the vault of a case: whole, or not at all.

    Raises:
        VaultError: there is one already, or the passphrase is too short.
        OutputError: the folder of the case cannot be written.
    """
    if has_vault(case):
        raise VaultError("the case has a vault already; see `auditor vault status`")
    refuse_linked(case)
    refuse_weak(passphrase)
    try:
        _clear(case, now)
        _make(case, passphrase, now=now, keyring=keyring)
    except OSError as failure:
        raise OutputError(
            "the vault cannot be made in %(case)s (%(type)s); check the folder and the space left",
            case=case.resolve().name,
            type=type(failure).__name__,
        ) from failure


def _clear(case: Path, now: datetime) -> None:
    """Remove what a kill left of an earlier try, nothing being in it; a try that may still go on stays."""
    for left in case.iterdir():
        found = left.lstat()
        old = now.timestamp() - found.st_mtime > _STALE.total_seconds()
        if _MAKING.fullmatch(left.name) and stat.S_ISDIR(found.st_mode) and old:
            shutil.rmtree(left)


def _make(case: Path, passphrase: str, *, now: datetime, keyring: bool) -> None:
    forbid_core_files()
    folder = case / f".vault-{os.urandom(6).hex()}"
    folder.mkdir(mode=files.PRIVATE_FOLDER)
    try:
        fresh = Key.fresh()
        trail.begin(folder)
        connection = database.create(folder, fresh.of("database"))
        vault = Vault(
            case=case, folder=folder, key=fresh, database=connection, head=Head(), size=0, now=now
        )
        with vault.transaction():
            vault.set_note("last_used", now.isoformat())
            vault.act(Verb.CREATED)
        connection.close()
        key.write(folder, key.wrap(fresh, passphrase, created_on=now.date(), keyring=keyring))
        folder.rename(case / FOLDER)
        files.sync_folder(case)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


@contextmanager
def opened(
    case: Path, passphrase: str, *, now: datetime, anew: bool = False, clock: bool = False
) -> Iterator[Vault]:
    """The vault of a case, closed at the end.

    With `anew`, a trail that does not hold is begun again (a purge of everything must go through);
    with `clock`, a clock that stands before the last use is accepted.

    Raises:
        VaultError: the passphrase is wrong, or anything in the folder is not as it was left.
    """
    vault = _open(case, passphrase, now=now, anew=anew, clock=clock)
    try:
        yield vault
    finally:
        with database.reading():
            vault.database.close()


def _open(case: Path, passphrase: str, *, now: datetime, anew: bool, clock: bool) -> Vault:
    refuse_missing(case)
    folder = case / FOLDER
    forbid_core_files()
    files.refuse_untrusted(folder, folder=True)
    opened_ = key.unwrap(key.read(folder), passphrase)
    connection = database.connect(folder, opened_.of("database"))
    try:
        vault = Vault(
            case=case,
            folder=folder,
            key=opened_,
            database=connection,
            head=Head(),
            size=0,
            now=now,
        )
        _follow(vault, anew=anew)
        _look_at_clock(vault, accepted=clock)
    except BaseException:
        connection.close(True)
        raise
    return vault


def _follow(vault: Vault, *, anew: bool) -> None:
    """Verify the trail up to the head that the database knows, and take what a crash left ahead."""
    try:
        found = trail.read(vault.folder, vault.key.of("trail"), vault.kept_head())
    except VaultError:
        if not anew:
            raise
        (vault.folder / trail.FILE).unlink(missing_ok=True)
        trail.begin(vault.folder)
        return
    vault.head, vault.size = found.head, found.size


def _look_at_clock(vault: Vault, *, accepted: bool) -> None:
    """A clock set back would bring a mandate that ended to life again.

    Raises:
        VaultError: it stands before the last use of the vault.
    """
    last = datetime.fromisoformat(vault.note("last_used"))
    if vault.now < last - SLACK and not accepted:
        raise VaultError(
            "the clock says %(now)s, before the last use of the vault on %(last)s; set it right "
            "(or, if it ran ahead then, run `auditor vault check --accept-clock`)",
            now=vault.now.date(),
            last=last.date(),
        )
    with vault.transaction():
        vault.set_note("last_used", max(vault.now, last).isoformat())
        vault.keep_head()


def accept_clock(vault: Vault) -> None:
    """Take the clock as it stands: it ran ahead when the vault was last used."""
    with vault.transaction():
        vault.set_note("last_used", vault.now.isoformat())
        vault.act(Verb.CLOCK_SET)


def take_in_judgements(vault: Vault) -> int:
    """Bring the case's `judgements.yml` into its vault and remove the readable file; how many there were."""
    refuse_linked(vault.case)
    rows = judgements.written(vault.case)
    judgements.decided(rows)
    if rows:
        vault.decide(rows)
        files.shred(vault.case / judgements.FILE)
    return len(rows)


def refuse_linked(case: Path) -> None:
    """Refuse a `judgements.yml` that lies elsewhere: it could be taken in, but not removed.

    Raises:
        OutputError: it is a link.
    """
    if (case / judgements.FILE).is_symlink():
        raise OutputError("%(file)s is a link; name the file itself", file=judgements.FILE)


def rekey(case: Path, old: str, new: str, *, now: datetime, keyring: bool) -> None:
    """Change the passphrase: the small key file is written anew, its old bytes are overwritten.

    Raises:
        VaultError: the old passphrase is wrong, or the new one too short.
    """
    refuse_missing(case)
    refuse_weak(new)
    with opened(case, old, now=now) as vault:
        file = key.read(vault.folder)
        path = vault.folder / key.FILE
        # The old bytes stay reachable through this descriptor after the new file took the name.
        with path.open("r+b") as before:
            fresh = key.wrap(vault.key, new, created_on=file.created_on, keyring=keyring)
            key.write(vault.folder, fresh)
            files.overwrite(before.fileno())
        with vault.transaction():
            vault.act(Verb.REKEYED)


def refuse_weak(passphrase: str) -> None:
    """Refuse a passphrase that could be guessed.

    Raises:
        VaultError: it is too short.
    """
    if len(passphrase) < key.SHORTEST:
        raise VaultError(
            "the passphrase is shorter than %(count)s characters; four or five words make a good one",
            count=key.SHORTEST,
        )


def forbid_core_files() -> None:
    """A crash must not write the memory, with keys and facts, to a file."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
