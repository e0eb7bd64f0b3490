"""The key of a case: a random secret that only the case's folder holds, from which tokens are made.

Who knows a person's name and the day of their mandate can make no token without it.
"""

import secrets
from pathlib import Path

from auditor.errors import MandateError
from auditor.store.files import refuse_untrusted, write_atomically

FILE = ".auditor-proof-key"
_BYTES = 32
"""256 bits: as long as what HMAC-SHA256 makes of it (RFC 2104, section 3)."""


def read(case: Path) -> bytes | None:
    """The key of a case; None where none was made yet.

    Raises:
        AuditorError: the file is not as it was written, or others could read it.
    """
    path = case / FILE
    if not path.exists() and not path.is_symlink():
        return None
    refuse_untrusted(path)
    try:
        key = bytes.fromhex(path.read_text("ascii"))
    except (OSError, ValueError):
        key = b""
    if len(key) != _BYTES:
        raise MandateError(
            "%(file)s is damaged; remove it, and ask for new tokens with `auditor mandate proof`",
            file=FILE,
        )
    return key


def kept(case: Path) -> bytes:
    """The key of a case, made at the first call; readable to its owner alone.

    Raises:
        AuditorError: it cannot be read, or not be written.
    """
    known = read(case)
    if known is not None:
        return known
    made = secrets.token_bytes(_BYTES)
    write_atomically(case / FILE, made.hex().encode())
    return made
