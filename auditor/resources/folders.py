"""Where the data folders are: beside the code in a checkout, inside the package in a wheel."""

import os
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def folder(name: str) -> Path:
    """The folder `rules`, `reports`, `samples` or `data`."""
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def research_data() -> Path | None:
    """Corpora and fixtures for training, tests and benchmarks; None where there are none."""
    path = Path(os.environ.get("AUDITOR_DATA", _PACKAGE.parent.parent / "shared" / "data"))
    return path if path.is_dir() else None
