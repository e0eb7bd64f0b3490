"""Samples as cases of a session, each audited once in a process."""

from functools import cache

from auditor.report.lookup import lookup
from auditor.workshop.cards import drafts
from auditor.workshop.cases import cases
from auditor.workshop.game import game
from tests.audited import NOW


@cache
def played(name):
    """The case of that sample."""
    (found,) = cases([name], now=NOW)
    return found


@cache
def book(name, language="fr"):
    """Its tables."""
    return lookup(played(name).report, language)


@cache
def pool(name):
    """Every card that its truth gives."""
    return drafts(played(name), book(name))


@cache
def cards(*names, language="fr", minutes=90):
    """The cards of a session on them."""
    return game([played(each) for each in names], language=language, minutes=minutes)
