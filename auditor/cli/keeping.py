"""Where a command finds what a case keeps, and how it asks for the passphrase of a vault."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.speech import spoken, tell
from auditor.errors import VaultError
from auditor.model.text import say

if TYPE_CHECKING:
    from auditor.model.mandate import Mandate
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
def keeping(case: Path, mandate: "Mandate", fd: int | None, *, now: datetime) -> "Iterator[Keep]":
    """The vault of the case where it has one, else memory; a vault notes the consent it works under."""
    from auditor.store.vault import has_vault

    if not has_vault(case):
        from auditor.store.keep import Memory

        yield Memory(case=case)
        return
    from auditor.store import consent
    from auditor.store.vault import door

    with door.opened(case, passphrase(case, fd), now=now) as vault:
        consent.given(case, mandate, now, shown=None)
        if taken := door.take_in_judgements(vault):
            text = say("judgements.yml is in the vault now; judgements: %(count)s.", count=taken)
            tell(text, err=True)
        yield vault


def passphrase(case: Path, fd: int | None) -> str:
    """The passphrase of a case's vault: from the descriptor, the keyring or the terminal, in this order.

    Raises:
        VaultError: none of them gives one.
    """
    from auditor.store.vault import FOLDER, key, refuse_missing

    if fd is not None:
        return lines(fd, 1)[0]
    refuse_missing(case)
    file = key.read(case / FOLDER)
    if file.keyring:
        from auditor.store.vault import ring

        known = ring.remembered(file.id)
        if known is not None:
            return known
    return asked("Passphrase of the vault: ", "Phrase de passe du coffre : ")


def fresh(fd: int | None) -> str:
    """A new passphrase, typed twice at the terminal, or the first line of the descriptor."""
    if fd is not None:
        return lines(fd, 1)[0]
    first = asked("New passphrase: ", "Nouvelle phrase de passe : ")
    if asked("The same again: ", "Encore une fois : ") != first:
        raise VaultError("the two passphrases differ; try again")
    return first


def asked(english: str, french: str) -> str:
    """What is typed at the terminal, unseen.

    Raises:
        VaultError: there is no terminal to ask at.
    """
    import getpass

    if sys.stdin is None or not sys.stdin.isatty():
        raise VaultError(
            "there is no terminal to ask for the passphrase at; give it with --passphrase-fd"
        )
    try:
        return getpass.getpass(french if spoken() == "fr" else english)
    except EOFError:
        raise VaultError("no passphrase was given") from None


def lines(fd: int, count: int) -> list[str]:
    """The first lines of a descriptor.

    Raises:
        VaultError: it cannot be read, or has fewer lines.
    """
    try:
        with os.fdopen(fd, "rb") as file:
            data = file.read(LONGEST + 1)
        found = _cut(data)
    except (OSError, ValueError, TypeError, OverflowError) as failure:
        raise VaultError(
            "--passphrase-fd %(number)s cannot be read (%(type)s)",
            number=fd,
            type=type(failure).__name__,
        ) from None
    if len(found) < count or not all(found[:count]):
        raise VaultError("--passphrase-fd gives fewer lines than are needed")
    return found


def _cut(data: bytes) -> list[str]:
    """Lines as a terminal ends them: other signs that may end a line are signs of a passphrase."""
    if len(data) > LONGEST:
        raise ValueError
    return [each.removesuffix("\r") for each in data.decode().removesuffix("\n").split("\n")]
