"""The key of a vault: random, wrapped by a passphrase; changing the passphrase rewrites this file only.

The key file says how costly the passphrase is to try (argon2id, RFC 9106) and holds the master key
sealed with AES-256-GCM; all the rest of the file is sealed along, so that no line can be changed.
"""

import os
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Self

import msgspec

from auditor.errors import VaultError
from auditor.store.files import refuse_untrusted, write_atomically

FILE = "key.json"
VERSION = 1
SHORTEST = 12
"""Characters of a passphrase: below, argon2id does not make trying them all long enough."""
LARGEST = 4_096
"""Bytes of a key file that is read."""
_BYTES = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What trying one passphrase costs: 64 MiB, 3 passes, 4 lanes, about 0.25 CPU seconds."""

    memory_kib: int = 65_536
    passes: int = 3
    lanes: int = 4

    def bearable(self) -> bool:
        """May a file ask this of us? Four times our cost in each is the ceiling: a hostile file asks for more."""
        most = Cost()
        return (
            8 * self.lanes <= self.memory_kib <= 4 * most.memory_kib
            and 0 < self.passes <= 4 * most.passes
            and 0 < self.lanes <= 4 * most.lanes
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFile:
    """What the key file says."""

    auditor_vault: int
    id: str
    created_on: date
    keyring: bool
    """Is the passphrase kept by the system's keyring?"""
    cost: Cost
    salt: bytes
    nonce: bytes = b""
    sealed: bytes = b""

    @property
    def head(self) -> bytes:
        """Everything that is sealed along with the key."""
        return msgspec.json.encode(replace(self, nonce=b"", sealed=b""))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Key:
    """The master key; from it each use has a key of its own."""

    id: str
    master: bytes

    @classmethod
    def fresh(cls) -> Self:
        """A new random key."""
        return cls(id=os.urandom(16).hex(), master=os.urandom(_BYTES))

    def of(self, use: str) -> bytes:
        """The key for one use (HKDF, RFC 5869)."""
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        made = HKDF(SHA256(), length=_BYTES, salt=bytes.fromhex(self.id), info=use.encode())
        return made.derive(self.master)


def wrap(
    key: Key, passphrase: str, *, created_on: date, keyring: bool, cost: Cost = Cost()
) -> KeyFile:
    """The key file that this passphrase opens, each try at the given cost."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    file = KeyFile(
        auditor_vault=VERSION,
        id=key.id,
        created_on=created_on,
        keyring=keyring,
        cost=cost,
        salt=os.urandom(16),
    )
    nonce = os.urandom(12)
    sealed = AESGCM(_stretched(passphrase, file)).encrypt(nonce, key.master, file.head)
    return replace(file, nonce=nonce, sealed=sealed)


def unwrap(file: KeyFile, passphrase: str) -> Key:
    """The key in the file.

    Raises:
        VaultError: the passphrase is another one, or the file was changed.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        master = AESGCM(_stretched(passphrase, file)).decrypt(file.nonce, file.sealed, file.head)
    except (InvalidTag, ValueError):
        raise VaultError(
            "the passphrase does not open the vault; type it again (or %(file)s was changed: restore it)",
            file=FILE,
        ) from None
    return Key(id=file.id, master=master)


def read(folder: Path) -> KeyFile:
    """The key file of a vault's folder.

    Raises:
        VaultError: missing, open to others, damaged, of a newer program, or asking for a cost beyond reason.
    """
    path = folder / FILE
    refuse_untrusted(path)
    with path.open("rb") as lines:
        data = lines.read(LARGEST + 1)
    try:
        file = msgspec.json.decode(data, type=KeyFile)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise _damaged() from None
    if file.auditor_vault > VERSION:
        raise VaultError("the vault was made by a newer version of auditor; install that version")
    if not file.cost.bearable():
        raise VaultError(
            "%(file)s asks for more work than any vault needs; it was changed: restore it",
            file=FILE,
        )
    if (
        msgspec.json.encode(file) + b"\n" != data
    ):  # a flipped bit that reads the same is still a change
        raise _damaged()
    return file


def write(folder: Path, file: KeyFile) -> None:
    """Write the key file, whole or not at all."""
    write_atomically(folder / FILE, msgspec.json.encode(file) + b"\n")


def _stretched(passphrase: str, file: KeyFile) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    # The same passphrase typed on another keyboard may be composed otherwise: é, or e and an accent.
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogateescape")
    return Argon2id(
        salt=file.salt,
        length=_BYTES,
        iterations=file.cost.passes,
        lanes=file.cost.lanes,
        memory_cost=file.cost.memory_kib,
    ).derive(secret)


def _damaged() -> VaultError:
    return VaultError("%(file)s is damaged; restore it from a backup of the vault", file=FILE)
