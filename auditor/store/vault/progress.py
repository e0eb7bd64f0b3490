"""The progress of a sweep in a case with a vault: encrypted, a line committed at a time."""

from collections.abc import Iterable

from auditor.store.vault.ledger import Ledger

_STAMP = "sweep"
_LINE = "sweep:"
_OURS = "meta WHERE name = ? OR substr(name, 1, ?) = ?"


class Notes:
    """Progress among the notes of an open vault."""

    def __init__(self, vault: Ledger, stamp: str) -> None:
        self._vault = vault
        if vault.note(_STAMP) != stamp:
            with vault.transaction():
                forget(vault)
                vault.set_note(_STAMP, stamp)
        self._count = sum(1 for _ in self.known())

    def known(self) -> Iterable[str]:
        """The lines of the sweep before, in their order."""
        wanted = "SELECT value FROM meta WHERE substr(name, 1, ?) = ? ORDER BY name"
        return tuple(line for (line,) in self._vault.ask(wanted, len(_LINE), _LINE))

    def add(self, line: str) -> None:
        """Keep a line in a transaction of its own."""
        with self._vault.transaction():
            self._vault.set_note(f"{_LINE}{self._count:08}", line)
        self._count += 1

    def done(self) -> None:
        """Delete the lines, from the log of the database too."""
        with self._vault.transaction():
            forget(self._vault)
        self._vault.forget_pages()


def forget(vault: Ledger) -> int:
    """Delete what an unfinished sweep left, in a transaction; how many notes went."""
    return vault.delete(_OURS, _STAMP, len(_LINE), _LINE)
