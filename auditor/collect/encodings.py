"""The encoding of a table: exports are in UTF-8; what a spreadsheet saved again is in something else."""

START = 65_536
"""Bytes by which the encoding is told."""


def encoding_of(start: bytes) -> str | None:
    """The encoding of a table that begins so; None where that is no text."""
    if start[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "utf-16"
    if b"\x00" in start:
        return None
    cut = max(start.rfind(b"\n"), 0) if len(start) == START else len(start)
    try:
        start[:cut].decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"
