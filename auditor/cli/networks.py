"""`auditor networks`: what is known of each network."""

import difflib
import json
from collections.abc import Mapping
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.audit import Language
from auditor.cli.speech import speak
from auditor.errors import PackError
from auditor.model.text import Text, say

if TYPE_CHECKING:
    from auditor.model.network import Network

app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="List the networks, or show what is known."
)

Lang = Annotated[Language | None, typer.Option(help="Language of the answer.")]


_ALIKE = 0.7
"""How alike two words must be (`difflib`); at its own 0.6, "twiter" is like "ownsite"."""


class Shape(StrEnum):
    """How a card is written."""

    TEXT = "text"
    JSON = "json"


@app.command("list")
def list_(lang: Lang = None) -> None:
    """One line a network: id, name, kind, defaults established, whether its export is read."""
    from auditor.collect.known import readable
    from auditor.report.card import KINDS
    from auditor.report.words import Words

    words, read = Words(language=speak(lang)), readable()
    rows = [
        (
            card.id,
            words.of(card.name, card.id),
            words(KINDS[card.kind]),
            words(_count(card)),
            words(say("its export is read") if card.id in read else say("no export is read")),
        )
        for card in _cards().values()
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        typer.echo("  ".join(cells).rstrip())


@app.command("show")
def show(
    network: Annotated[
        str, typer.Argument(help="An id (linkedin), a host (linkedin.com) or an address on it.")
    ],
    lang: Lang = None,
    format_: Annotated[
        Shape, typer.Option("--format", help="A text to read, or the card as JSON.")
    ] = Shape.TEXT,
) -> None:
    """Who sees what by default, where to change it, how to get your data, leave, and whom to write to."""
    from auditor.assess.kinds import kinds
    from auditor.report.card import sheet
    from auditor.resources.folders import folder

    language = speak(lang)
    card = _named(network, _cards())
    if format_ is Shape.JSON:
        typer.echo(json.dumps(asdict(card), indent=2, ensure_ascii=False, default=str))
    else:
        typer.echo(sheet(card, kinds(folder("rules")), language), nl=False)


def _cards() -> Mapping[str, "Network"]:
    from auditor.collect.cards import cards
    from auditor.resources.folders import folder

    return cards(folder("rules") / "networks")


def _named(name: str, cards: Mapping[str, "Network"]) -> "Network":
    """The card of an id or a host.

    Raises:
        PackError: there is none; the nearest ids are named.
    """
    from auditor.collect.cards import by_host

    asked = _host(name.casefold().strip())
    found = cards.get(asked) or by_host(cards, asked)
    if found is not None:
        return found
    near = _near(asked, cards)
    if near:
        raise PackError(
            "no network is called %(name)s; did you mean %(near)s?",
            name=asked[:40],
            near=", ".join(near),
        )
    raise PackError("no network is called %(name)s; see `auditor networks list`", name=asked[:40])


def _host(name: str) -> str:
    """The host of an address or of ``@who@host``: who it is of is not looked up, nor repeated."""
    place = name.partition("://")[2] or name
    return place.partition("/")[0].rpartition("@")[2]


def _near(asked: str, cards: Mapping[str, "Network"]) -> list[str]:
    """Ids whose own, name or host looks like what was asked for."""
    spellings = {
        spelling.casefold(): card.id
        for card in cards.values()
        for spelling in (card.id, *card.name.values(), *(host.split(".")[0] for host in card.hosts))
    }
    matches = difflib.get_close_matches(asked, spellings, n=5, cutoff=_ALIKE)
    return list(dict.fromkeys(spellings[each] for each in matches))


def _count(card: "Network") -> Text:
    return say(
        "defaults established: %(known)s of %(all)s",
        known=len(card.established),
        all=len(card.visibility),
    )
