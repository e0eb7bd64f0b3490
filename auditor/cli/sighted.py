"""What the terminal shows of a sweep: each account as it is found, how far it is, a summary at the end."""

import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import typer

from auditor.cli.speech import spoken, tell
from auditor.model.text import say

if TYPE_CHECKING:
    from auditor.collect.sweep.lists import SiteList
    from auditor.model.network import Network
    from auditor.model.sighting import Sighting


class Form(StrEnum):
    """Forms of the result."""

    TEXT = "text"
    JSON = "json"


class Show:
    """What the terminal shows while sites answer, and what is left at the end."""

    def __init__(self, *, form: Form, where: Path | None, quiet: bool) -> None:
        from auditor.report.words import Words

        self._words: Words = Words(language=spoken())
        self._form = form
        self._where = where
        self._quiet = quiet
        # The result itself goes to standard output where no file is named: then nothing else does.
        self._aside = form is Form.JSON and where is None
        self._all = self._seen = 0

    def origin(self, wanted: "SiteList") -> None:
        """Whose list it is; a licence is told even to those who want quiet."""
        if wanted.licence and wanted.form != "auditor":
            text = say(
                "List in the form of %(form)s, licence: %(licence)s; authors: %(authors)s. "
                "It is read for this sweep only.",
                form=wanted.form,
                licence=wanted.licence,
                authors=wanted.authors or "–",
            )
            tell(text, err=True)
        if wanted.left_out and not self._quiet:
            count = say(
                "Entries that ask for no handle, left out: %(count)s.", count=wanted.left_out
            )
            tell(count, err=True)

    def begin(self, count: int, known: "Iterable[Sighting]") -> None:
        """So many sites are asked; these were known from before the interruption."""
        self._all = count
        before = list(known)
        if before and not self._quiet:
            tell(say("Taken up: %(count)s sites answered before.", count=len(before)), err=True)
        for each in before:
            self.one(each)

    def one(self, sighting: "Sighting") -> None:
        """A site answered."""
        self._seen += 1
        if is_hit(sighting):
            self._clear()
            from auditor.report.sightings import line

            typer.echo(line(sighting, self._words), err=self._aside)
        if self._is_watched:
            sys.stderr.write(f"\r{self._seen}/{self._all}")
            sys.stderr.flush()

    def end(self, found: "list[Sighting]", case: Path) -> None:
        """The result, where it was asked for, and the summary."""
        from auditor.report import sightings
        from auditor.store.files import write_atomically

        self._clear()
        card = _cards(case)
        if self._form is Form.JSON:
            data = sightings.result(found, self._words)
        elif self._where is not None:
            data = sightings.text(found, self._words, card)
        else:
            data = b""  # its lines were shown as they came
        if self._where is not None:
            write_atomically(self._where, data)
        else:
            typer.echo(data.decode(), nl=False)
        if not self._quiet:
            typer.echo(sightings.summary(found, self._words, card), nl=False, err=self._aside)

    @property
    def _is_watched(self) -> bool:
        return not self._quiet and sys.stderr.isatty()

    def _clear(self) -> None:
        if self._is_watched:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def is_hit(sighting: "Sighting") -> bool:
    """Is there an account?"""
    return sighting.verdict == "found"


def _cards(case: Path) -> "Callable[[str], Network | None]":
    """The card of the network that an address belongs to; cards are read only where one names its host."""
    from auditor.collect.cards import by_host, cards
    from auditor.resources.folders import folder

    folders = (folder("rules") / "networks", case / "networks")
    written = "\n".join(
        file.read_text("utf-8", "replace") for each in folders for file in each.glob("*.yml")
    )
    known = cache(lambda: cards(folders[0], case))

    def card(url: str) -> "Network | None":
        host = (urlsplit(url).hostname or "").removeprefix("www.")
        return by_host(known(), host) if host and host in written else None

    return card
