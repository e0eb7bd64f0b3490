"""A long list of words as one pattern: what words begin alike is written once, so it is compiled and tried fast."""

import re
from collections.abc import Iterable

from auditor.screening.redact.signs import SEPARATOR

_BETWEEN = re.compile(r"[ '-]")
_Tree = dict[str, "_Tree"]
_END = ""
"""Where a word may end."""


def pattern(words: Iterable[str]) -> str:
    """The words, parts of one apart by whatever may stand between two words of a phrase."""
    tree: _Tree = {}
    for word in words:
        branch = tree
        for letter in _BETWEEN.sub(" ", word):
            branch = branch.setdefault(letter, {})
        branch[_END] = {}
    return _written(tree)


def _written(tree: _Tree) -> str:
    """Longer words first: those that go on are tried before the end."""
    branches = [
        (SEPARATOR if letter == " " else re.escape(letter)) + _written(branch)
        for letter, branch in tree.items()
        if letter != _END
    ]
    if not branches:
        return ""
    made = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{made})?" if _END in tree else made
