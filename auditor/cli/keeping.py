"""Where a command finds what a case keeps, and how it asks for the passphrase of a vault."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.errors import VaultError

if TYPE_CHECKING:
    from auditor.store.keep import Keep

LONGEST = 4_096
"""Bytes that are read as passphrases."""

PassphraseFd = Annotated[
    int | None,
    typer.Option(
        "--passphrase-fd", help="Read the passphrase of the vault from this file descriptor."
    ),
]


@contextmanager
def keeping(case: Path, fd: int | None, *, now: datetime) -> "Iterator[Keep]":
    """The vault of the case where it has one, else memory."""
    from auditor.store.vault import door

    if not door.has_vault(case):
        from auditor.store.keep import Memory

        yield Memory(case=case)
        return
    with door.opened(case, passphrase(case, fd), now=now) as vault:
        yield vault


def passphrase(case: Path, fd: int | None) -> str:
    """The passphrase of a case's vault: from the descriptor, the keyring or the terminal, in this order.

    Raises:
        VaultError: none of them gives one.
    """
    from auditor.store.vault import door, key

    if fd is not None:
        return lines(fd, 1)[0]
    door.refuse_missing(case)
    file = key.read(case / door.FOLDER)
    if file.keyring:
        from auditor.store.vault import ring

        known = ring.remembered(file.id)
        if known is not None:
            return known
    return asked("Passphrase of the vault: ", "Phrase de passe du coffre : ")


def fresh(fd: int | None, *, line: int = 0) -> str:
    """A new passphrase, typed twice at the terminal, or the given line of the descriptor."""
    if fd is not None:
        return lines(fd, line + 1)[line]
    first = asked("New passphrase: ", "Nouvelle phrase de passe : ")
    if asked("The same again: ", "La même encore : ") != first:
        raise VaultError("the two passphrases differ; try again")
    return first


def asked(english: str, french: str) -> str:
    """What is typed at the terminal, unseen.

    Raises:
        VaultError: there is no terminal to ask at.
    """
    import getpass

    from auditor.cli.speech import spoken

    if not sys.stdin.isatty():
        raise VaultError("the case has a vault: give its passphrase with --passphrase-fd")
    return getpass.getpass(french if spoken() == "fr" else english)


def lines(fd: int, count: int) -> list[str]:
    """The first lines of a descriptor.

    Raises:
        VaultError: it cannot be read, or has fewer lines.
    """
    try:
        with os.fdopen(fd, "rb") as file:
            data = file.read(LONGEST)
        found = data.decode().splitlines()
    except (OSError, UnicodeDecodeError) as failure:
        raise VaultError(
            "--passphrase-fd %(number)s cannot be read (%(type)s)",
            number=fd,
            type=type(failure).__name__,
        ) from None
    if len(found) < count:
        raise VaultError("--passphrase-fd gives fewer lines than are needed")
    return found
