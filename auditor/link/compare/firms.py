"""Names of firms, clubs and schools: the words that are theirs alone, and whether two are one."""

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from auditor.link.weights import Tables
from auditor.model.names import fold

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset("le la les l de du des d et the of and a au aux saint sainte st ste san".split())
"""Words that join others; the saints of hospitals and schools are many."""
_LONG = 6
"""Letters from which one misspelling leaves a word the same (own choice)."""


def core(name: str, tables: Tables) -> frozenset[str]:
    """The words that set a firm's name apart: ``brightmoor`` of ``Brightmoor Foods Ltd``."""
    return _core(fold(name), tables.organisations)


@lru_cache(maxsize=4096)
def _core(name: str, common: frozenset[str]) -> frozenset[str]:
    words = [word for word in _WORD.findall(name) if word not in _SMALL]
    own = frozenset(word for word in words if word not in common and not word.isdigit())
    return own or frozenset(words)


def same(one: str, other: str, tables: Tables) -> bool:
    """Are two names of one firm: are the words that set one apart all in the other's?

    A word that stands in many names (“hôpital”, “club”) makes no two one.
    """
    left, right = core(one, tables), core(other, tables)
    if not left or not right:
        return False
    shorter, longer = sorted((left, right), key=len)
    if not all(any(_alike(word, each) for each in longer) for word in shorter):
        return False
    return any(word not in tables.organisations for word in shorter) or left == right


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    return min(len(one), len(other)) >= _LONG and Levenshtein.distance(one, other) <= 1
