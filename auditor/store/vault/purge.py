"""Forgetting: derived data leave the vault, its log and its decrypted pages."""

import json
from collections.abc import Iterable, Mapping

from auditor.store.vault import progress
from auditor.store.vault.ledger import TABLES
from auditor.store.vault.trail import Count, Verb
from auditor.store.vault.vault import Vault

_DERIVED = ("records", "facts", "views", "results")
"""What is made from all sources together: it goes when any of them goes."""


def purge(vault: Vault, source: str | None = None) -> Mapping[Count, int]:
    """Forget one source and all that was concluded with it, or everything; how much went.

    Facts are read with what every source shows (names, bands) and results tell of all of them, so
    none of those outlives one of its sources.
    """
    with vault.transaction():
        gone = _source(vault, source) if source is not None else _empty(vault, TABLES)
        if source is None:
            progress.forget(vault)
        vault.act(Verb.PURGED, gone)
    vault.forget_pages()
    return gone


def knows(vault: Vault, source: str) -> bool:
    """Does the vault hold anything of a source: rows, or a result that names it?"""
    if vault.count("imports WHERE source = ?", source):
        return True
    found = (json.loads(body) for _, body in vault.results())
    return any(source == each["id"] for one in found for each in one["sources"])


def _source(vault: Vault, source: str) -> dict[Count, int]:
    gone = _empty(vault, _DERIVED) if knows(vault, source) else {}
    gone[Count.SOURCES] = vault.count("imports WHERE source = ?", source)
    gone[Count.ROWS] = vault.forget(source)
    about = "judgements WHERE substr(lower, 1, ?) = ? OR substr(upper, 1, ?) = ?"
    start = f"{source}#"  # the ids of a source's records begin so
    gone[Count.JUDGEMENTS] = vault.delete(about, len(start), start, len(start), start)
    return gone


def _empty(vault: Vault, tables: Iterable[str]) -> dict[Count, int]:
    vault.set_note("extraction", None)
    return {TABLES[table]: vault.delete(table) for table in tables}
