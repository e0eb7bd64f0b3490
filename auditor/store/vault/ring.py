"""The system's keyring, where the user wants their passphrase kept; no other place is accepted for it.

With some backends installed `keyring` writes secrets to a file in clear without a word (measured):
only those that the operating system itself protects are on the list.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from auditor.errors import VaultError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")
SERVICE = "auditor vault"
TRUSTED = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.Windows.WinVaultKeyring",
    }
)


def refuse_missing() -> None:
    """Refuse a system without a keyring to be trusted, before anything is made that counts on it.

    Raises:
        VaultError: there is none.
    """
    _trusted()


def remembered(vault: str) -> str | None:
    """The passphrase kept for a vault, by the vault's id; None where the keyring has none."""
    return _asked(lambda ring: ring.get_password(SERVICE, vault))


def remember(vault: str, passphrase: str) -> None:
    """Keep a passphrase in the keyring.

    Raises:
        VaultError: there is no keyring to be trusted, or it refuses.
    """
    _asked(lambda ring: ring.set_password(SERVICE, vault, passphrase))


def forget(vault: str) -> bool:
    """Remove a passphrase from the keyring; was there one?"""
    if remembered(vault) is None:
        return False
    _asked(lambda ring: ring.delete_password(SERVICE, vault))
    return True


def _asked(question: "Callable[[KeyringBackend], T]") -> T:
    try:
        return question(_trusted())
    except VaultError:
        raise
    except Exception as failure:  # each backend has errors of its own
        raise VaultError(
            "the keyring does not answer (%(type)s); unlock it, or give the passphrase yourself",
            type=type(failure).__name__,
        ) from None


def _trusted() -> "KeyringBackend":
    try:
        from keyring.backend import get_all_keyring
    except ImportError:
        raise VaultError(
            "keyrings are an extra; install it with pip install 'privacy-auditor[keyring]'"
        ) from None
    found = [each for each in get_all_keyring() if _name(each) in TRUSTED]
    if not found:
        raise VaultError("this system has no keyring to be trusted; give the passphrase yourself")
    return max(found, key=lambda each: each.priority)


def _name(backend: "KeyringBackend") -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"
