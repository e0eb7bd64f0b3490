"""The vault of a case: an encrypted database, the key that opens it, and the trail of what was done to it.

Where it lies and whether there is one is said here: that much needs none of its engines.
"""

import os
from pathlib import Path

from auditor.errors import VaultError

FOLDER = "vault"


def has_vault(case: Path) -> bool:
    """Does the case keep a vault?"""
    return os.path.lexists(case / FOLDER)


def refuse_missing(case: Path) -> None:
    """Refuse a case without a vault.

    Raises:
        VaultError: it has none.
    """
    if not has_vault(case):
        raise VaultError("the case has no vault; make one with `auditor vault create`")
