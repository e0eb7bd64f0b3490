"""What can be said of a vault from outside, and whether all of it is as it was left."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from auditor.errors import AuditorError, VaultError
from auditor.store import files
from auditor.store.vault import FOLDER, database, door, key, refuse_missing, trail
from auditor.store.vault.key import Cost
from auditor.store.vault.ledger import TABLES
from auditor.store.vault.vault import Vault

FILES = (key.FILE, database.FILE, trail.FILE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What a vault shows without its passphrase."""

    created_on: date
    cost: Cost
    keyring: bool
    size: int
    """Bytes of all its files."""
    acts: int
    """Lines of the trail, unverified."""


def status(case: Path) -> Status:
    """The outside of a vault.

    Raises:
        VaultError: there is none, or its folder cannot be trusted.
    """
    refuse_missing(case)
    folder = case / FOLDER
    files.refuse_untrusted(folder, folder=True)
    file = key.read(folder)
    for name in FILES:
        files.refuse_untrusted(folder / name)
    return Status(
        created_on=file.created_on,
        cost=file.cost,
        keyring=file.keyring,
        size=sum(each.lstat().st_size for each in folder.iterdir()),
        acts=(folder / trail.FILE).read_bytes().count(b"\n"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """How much a vault holds."""

    sources: int
    rows: int
    records: int
    facts: int
    views: int
    judgements: int
    results: int
    acts: int


def check(case: Path, passphrase: str, *, now: datetime, clock: bool = False) -> Contents:
    """Verify permissions, key, trail and every page of the database, then count what is there.

    Raises:
        VaultError: all that is wrong, each in a line.
    """
    refuse_missing(case)
    found = list(faults(case))
    if found:
        raise VaultError("%(faults)s", faults="\n".join(map(str, found)))
    with door.opened(case, passphrase, now=now, clock=clock) as vault:
        if clock:
            door.accept_clock(vault)
        if not database.is_whole(vault.database):
            raise VaultError(
                "%(file)s is damaged; restore the folder from a backup", file=database.FILE
            )
        return contents(vault)


def contents(vault: Vault) -> Contents:
    """Count what a vault holds."""
    held = {count.value: vault.count(table) for table, count in TABLES.items()}
    return Contents(**held, acts=vault.head.number)


def faults(case: Path) -> Iterator[AuditorError]:
    """Everything in the vault's folder that others could have written or may read."""
    folder = case / FOLDER
    for path in (folder, *(folder / name for name in FILES)):
        try:
            files.refuse_untrusted(path, folder=path == folder)
        except AuditorError as fault:
            yield fault
            if path == folder:
                return
    strange = {each.name for each in folder.iterdir()} - {*FILES, *database.SIDES}
    if strange:
        yield VaultError(
            "files in the folder of the vault that are none of its own: %(count)s; move them away",
            count=len(strange),
        )
