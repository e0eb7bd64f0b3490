"""Values read by the engine for one person's own functions, for a database to compare.

Each answers one text with a tab between its parts; equal texts are read once.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from math import log2

from auditor.link.compare import firms
from auditor.link.compare.derived import shown, spelt
from auditor.link.compare.forms import forms
from auditor.link.compare.handles import handles, surprise
from auditor.link.compare.parse import parts
from auditor.link.compare.places import share_of
from auditor.link.compare.work import trades
from auditor.link.profiles import side
from auditor.link.weights import Tables, Weights
from auditor.model.names import fold
from auditor.model.place import place_key

MANY = 100_000
"""Answers kept: towns and employers recur, names less."""

Read = Callable[[str], str]


def readers(weights: Weights, tables: Tables) -> Mapping[str, Read]:
    """Name of the function of SQL → what it does."""

    def name(text: str) -> str:
        return _name(text, tables)

    def handle(text: str) -> str:
        written, _, called = text.partition("\t")
        row = side({"id": "row", "handle": written, "name": called})
        found = handles(row, weights)
        if not found:
            return "\t\t"
        one = found[0]
        made = [each for form in forms(row, tables) if (each := shown(one, form, tables))]
        least = min(made, key=lambda each: each.share, default=None) or spelt(one, tables)
        return f"{one.text}\t{_bits(2.0 ** -surprise(one, tables))}\t{_bits(least.share) if least else ''}"

    def town(text: str) -> str:
        place = tables.place(text)
        if place is None:
            return "\t\t\t"
        share = _bits(share_of(place, weights))
        return f"{place.country} {place_key(place.name)}\t{place.lat}\t{place.lon}\t{share}"

    def firm(text: str) -> str:
        return " ".join(sorted(firms.core(text, tables)))

    def job(text: str) -> str:
        return _list(trades(fold(text), tables))

    found: Mapping[str, Read] = {
        "name": name,
        "handle": handle,
        "town": town,
        "firm": firm,
        "job": job,
    }
    return {f"{word}_any": lru_cache(MANY)(each) for word, each in found.items()}


def _name(text: str, tables: Tables) -> str:
    first = next(parts(text, tables))
    given, surname = first.given.rstrip("*"), first.surname
    if not given:  # one word that nobody bears as a given name is no name
        return "\t" * 6
    known = [
        given,
        surname,
        _list(first.givens),
        _list(first.surnames),
        _bits(_borne(given, tables)),
        _bits(tables.surname_share(surname)) if surname else "",
        "1" if first.likely else "",
    ]
    return "\t".join(known)


def _borne(given: str, tables: Tables) -> float:
    """The share of people who bear a given name, or one that it may stand for."""
    meant = (each for each in tables.nicknames.get(given, ()) if each in tables.given)
    return max(tables.given_share(given), min(1.0, sum(map(tables.given_share, meant))))


def _list(words: frozenset[str] | set[str]) -> str:
    return ";".join(sorted(words))


def _bits(share: float) -> str:
    return f"{-log2(max(share, 1e-12)):.4f}"
