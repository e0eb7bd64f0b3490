"""Whether a PDF can be drawn here."""

import pytest


def _draws() -> bool:
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):  # the package, or the Pango it draws with
        return False
    return True


NEEDS_PANGO = pytest.mark.skipif(
    not _draws(), reason="no PDF can be drawn: install Pango (README, “Other forms”)"
)
