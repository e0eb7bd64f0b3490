"""store/vault/ring.py: the system's own keyring, or none."""

import os
import shutil
import subprocess
import sys

import pytest
from keyring.backend import KeyringBackend

from auditor.errors import VaultError
from auditor.store.vault import ring

SCRIPT = """
printf 'login' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
exec "$0" -c "
from auditor.store.vault import ring
ring.refuse_missing()
assert ring.remembered('vault-1') is None and not ring.forget('vault-1')
ring.remember('vault-1', 'quatre mots sans aucun lien')
assert ring.remembered('vault-1') == 'quatre mots sans aucun lien'
assert ring.remembered('vault-2') is None
assert ring.forget('vault-1') and ring.remembered('vault-1') is None
print('kept and forgotten')
"
"""


class Plaintext(KeyringBackend):
    """A backend as some packages bring one: it would write the secret to a file in clear."""

    priority = 99

    def get_password(self, service, username):
        pytest.fail("asked")

    def set_password(self, service, username, password):
        pytest.fail("told")

    def delete_password(self, service, username):
        pytest.fail("asked")


def test_a_backend_that_is_not_on_the_list_is_never_told(monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    for asked in (
        ring.refuse_missing,
        lambda: ring.remembered("vault-1"),
        lambda: ring.remember("vault-1", "secret"),
        lambda: ring.forget("vault-1"),
    ):
        with pytest.raises(VaultError, match="no keyring to be trusted"):
            asked()


def test_a_real_keyring_keeps_and_forgets(tmp_path):
    if not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")):
        if os.environ.get("AUDITOR_KEYRING") == "required":
            pytest.fail("gnome-keyring and dbus are missing")
        pytest.skip("no keyring: apt install gnome-keyring dbus to run this test")
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    out = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", SCRIPT, sys.executable],
        env={**os.environ, **home},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert out.stdout.strip() == "kept and forgotten", out.stderr
