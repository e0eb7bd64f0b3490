"""Whether a PDF can be drawn here."""

import subprocess
import sys

import pytest


def _draws() -> bool:
    """Asked of a child: WeasyPrint has Pillow read pictures that are cut, for the whole process."""
    asked = [sys.executable, "-c", "import weasyprint"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


NEEDS_PANGO = pytest.mark.skipif(
    not _draws(), reason="no PDF can be drawn: install Pango (README, “Other forms”)"
)
