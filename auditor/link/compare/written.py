"""Work addresses and the names they are made of: first initial and surname at the employer's domain."""

import re
from collections.abc import Iterator

from auditor.link.compare.firms import core
from auditor.link.compare.forms import forms
from auditor.link.side import Side
from auditor.link.weights import Tables
from auditor.model.fact import Fact
from auditor.model.names import fold

_PUBLIC = frozenset("co com org net gov gouv ac".split())
"""Second levels under which firms register (co.uk, gouv.fr)."""
_SHORTEST = 4
"""Letters of a firm's word that make a domain its own, and of a surname that an address names (own choice)."""


def employer_of(mail: Fact, side: Side, tables: Tables) -> Fact | None:
    """The employer of a side whose name the domain of an address bears."""
    label = domain(mail)
    if not label:
        return None
    return next((fact for fact in side.of("employer") if _bears(label, fact, tables)), None)


def domain(mail: Fact) -> str:
    """The part of an address's domain that somebody chose: ``brightmoor`` of ``x@brightmoor.co.uk``."""
    labels = fold(mail.value.partition("@")[2]).split(".")[:-1]
    chosen = [each for each in labels if each not in _PUBLIC]
    return chosen[-1].replace("-", "") if chosen else ""


def _bears(label: str, employer: Fact, tables: Tables) -> bool:
    """All words of the firm's name, or one that is its own and no other's."""
    words = re.findall(r"[^\W_]+", fold(employer.value))
    own = {word for word in core(employer.value, tables) if len(word) >= _SHORTEST}
    return label in own or label == "".join(words)


def names(mail: Fact, side: Side, tables: Tables) -> bool:
    """Would the side's name get this address: ``r.okwuosa-hale`` for Rachel Okwuosa-Hale?"""
    letters = re.sub(r"[^a-z]", "", fold(mail.value.partition("@")[0]))
    return any(letters in set(_addresses(each.given, each.surname)) for each in forms(side, tables))


def _addresses(given: str, surname: str) -> Iterator[str]:
    """The usual ways to make an address of a name.

    Half of a double surname beside an initial is as well a colleague's: it wants the first name in full.
    """
    first, last = given.replace("-", ""), surname.replace(" ", "")
    if len(last) < _SHORTEST or not first:
        return
    yield from (first + last, first[0] + last, last + first, last + first[0], last)
    if len(first) >= _SHORTEST:
        yield from (first + half for half in surname.split() if len(half) >= _SHORTEST)
