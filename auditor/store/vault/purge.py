"""Forgetting: derived data leave the vault, its log and its decrypted pages."""

from collections.abc import Mapping

from auditor.store.vault import database
from auditor.store.vault.trail import Count, Verb
from auditor.store.vault.vault import Vault

_DERIVED = {
    "records": Count.RECORDS,
    "facts": Count.FACTS,
    "views": Count.VIEWS,
    "results": Count.RESULTS,
}
"""What is made from all sources together: it goes when any of them goes."""
_ALL = {"imports": Count.SOURCES, "rows": Count.ROWS, **_DERIVED, "judgements": Count.JUDGEMENTS}


def purge(vault: Vault, source: str | None = None) -> Mapping[Count, int]:
    """Forget one source and all that was concluded with it, or everything; how much went.

    Facts are read with what every source shows (names, bands) and results tell of all of them, so
    none of those outlives one of its sources.
    """
    with database.reading(), vault.database:
        gone = _source(vault, source) if source is not None else _empty(vault, _ALL)
        vault.act(Verb.PURGED, gone)
    with database.reading():
        database.forget_pages(vault.database)
    return gone


def _source(vault: Vault, source: str) -> dict[Count, int]:
    rows = "rows WHERE import IN (SELECT id FROM imports WHERE source = ?)"
    gone = {Count.ROWS: vault.delete(rows, source)}
    gone[Count.SOURCES] = vault.delete("imports WHERE source = ?", source)
    about = "judgements WHERE substr(lower, 1, ?) = ? OR substr(upper, 1, ?) = ?"
    start = f"{source}#"  # the ids of a source's records begin so
    gone[Count.JUDGEMENTS] = vault.delete(about, len(start), start, len(start), start)
    return gone | (_empty(vault, _DERIVED) if gone[Count.SOURCES] else {})


def _empty(vault: Vault, tables: Mapping[str, Count]) -> dict[Count, int]:
    vault.set_note("extraction", None)
    return {count: vault.delete(table) for table, count in tables.items()}
