"""What the headers of an answer ask of whoever reads them: to go elsewhere, to come back later."""

import contextlib
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from urllib.parse import SplitResult, urljoin

REDIRECTS = frozenset((301, 302, 303, 307, 308))


def joined(place: SplitResult, target: str) -> str:
    """The address that a redirect names; headers come as Latin-1 and are UTF-8 more often."""
    with contextlib.suppress(UnicodeError):
        target = target.encode("latin-1").decode("utf-8")
    try:
        return urljoin(place.geturl(), target)
    except ValueError:
        return ""


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait, by the host's own clock where it names a moment."""
    text = headers.get("Retry-After", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        then = parsedate_to_datetime(text)
        return max(0.0, (then - parsedate_to_datetime(headers.get("Date", ""))).total_seconds())
    except (ValueError, TypeError):
        return None
