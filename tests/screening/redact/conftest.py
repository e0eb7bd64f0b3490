import pytest

from auditor.resources.folders import folder
from auditor.screening.redact import load


@pytest.fixture(scope="session")
def grounds():
    """The lexicons as they are shipped."""
    return load(folder("rules"), folder("data"))
