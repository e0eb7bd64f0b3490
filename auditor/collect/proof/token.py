"""Tokens: short texts that only this case can make, for one address, one person and one week."""

import base64
import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

MARK = "auditor-"
"""How a token begins: who finds it in a profile sees what it is."""
LIFE = timedelta(days=7)
"""How long a token is valid (knowledge/sources.md §5)."""
_LENGTH = 20
"""Signs after the mark: 100 bits, which nobody meets by chance."""
_TOKEN = re.compile(rf"(?<![\w-]){MARK}[A-Z2-7]{{{_LENGTH}}}(?![\w-])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """What makes the tokens of a case and knows them again; nothing of a token is stored."""

    key: bytes
    subject: str
    today: date

    @property
    def expires_on(self) -> date:
        """The last day on which a token of today is valid."""
        return self.today + LIFE

    def fresh(self, url: str) -> str:
        """The token of today for an address."""
        return self._on(url, self.expires_on)

    def stands_in(self, url: str, text: str) -> bool:
        """Does the text hold a token for the address that is still valid?"""
        found = _TOKEN.findall(text)
        days = (self.today + timedelta(days=ahead) for ahead in range(LIFE.days + 1))
        valid = [self._on(url, day) for day in days] if found else []
        return any(hmac.compare_digest(each, one) for each in found for one in valid)

    def _on(self, url: str, day: date) -> str:
        """Bound to the key, the address, the day it ends, and the subject."""
        said = f"{canonical(url)}\n{day.isoformat()}\n{self.subject}"
        made = hmac.new(self.key, said.encode(), hashlib.sha256).digest()
        return MARK + base64.b32encode(made).decode()[:_LENGTH]


def canonical(url: str) -> str:
    """An address in the form in which two of them are compared.

    >>> canonical("HTTPS://Loic.Example:443/#moi")
    'https://loic.example'
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url
    host = (parts.hostname or "").casefold()
    usual = {"https": 443, "http": 80}.get(parts.scheme)
    place = host if port in {None, usual} else f"{host}:{port}"
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.scheme}://{place}{parts.path.rstrip('/')}{query}"
