"""What every test shares: no network but loopback, and builders of small data."""

import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from auditor.resources.folders import research_data

# A busy machine is slow, not wrong: no deadline; the same examples for everybody.
settings.register_profile(
    "house",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("house")

_LOOPBACK = ("127.", "::1", "localhost")


@pytest.fixture(autouse=True)
def offline(monkeypatch):
    """Nothing but loopback can be reached, whatever a test or a part tries."""
    connect = socket.socket.connect

    def guarded(self, address):
        if isinstance(address, tuple) and not str(address[0]).startswith(_LOOPBACK):
            raise PermissionError("a test tried to leave this machine")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """The folder of corpora and fixtures, where there is one."""
    return research_data() or pytest.skip("no data folder: set AUDITOR_DATA to run this test")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are no names: archives hold the time, and every process must call a test the same."""
    return f"{argname}-bytes" if isinstance(val, bytes) and len(val) > 20 else None
