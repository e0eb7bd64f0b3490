"""One short name for everything that a result follows from: the same name, the same result."""

import hashlib

import msgspec


def digest(*parts: object) -> str:
    """SHA-256 over the parts, dataclasses and mappings included; the order of keys and sets is no matter."""
    return hashlib.sha256(msgspec.json.encode(parts, order="sorted")).hexdigest()
