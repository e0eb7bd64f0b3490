"""The forms in which a side shows its name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditor.link.side import Side
from auditor.link.weights import Tables
from auditor.model.fact import Fact
from auditor.model.names import fold

_WORD = re.compile(r"[^\W\d_][\w’'-]*(?:\*{2,}|\.(?!\w))?")
_PARTICLES = frozenset("de du des d la le van von der den del".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A name as shown, folded, cut into given name and surname (either may be an initial or empty)."""

    given: str
    surname: str
    fact: Fact

    @property
    def whole(self) -> bool:
        """Are both parts written out?"""
        return len(self.given) > 1 and len(self.surname) > 1


def forms(side: Side, tables: Tables) -> Sequence[Form]:
    """The most complete forms of a side: one that another makes whole is left out."""
    known = side.cache.get("forms")
    if known is None:
        made = [form(fact, tables) for fact in side.of("full_name", "alias", "first_name")]
        kept: dict[tuple[str, str], Form] = {}
        for each in made:
            kept.setdefault((each.given, each.surname), each)
        whole = [
            one
            for one in kept.values()
            if one.given
            and not any(completes(other, one) for other in kept.values() if other is not one)
        ]
        known = side.cache["forms"] = tuple(whole)
    return known  # type: ignore[return-value]


def form(fact: Fact, tables: Tables) -> Form:
    """The name of a fact, cut into its parts."""
    given, surname = cut(fact.value, tables)
    return Form(given=given, surname=surname, fact=fact)


def cut(name: str, tables: Tables) -> tuple[str, str]:
    """Given name and surname, folded: ``DESROSIERS Maïka`` → ``maika``, ``desrosiers``."""
    words = [_plain(word) for word in _WORD.findall(name)]
    words = [word for word in words if word]
    if not words:
        return "", ""
    if len(words) == 1:
        return (words[0], "") if _given(words[0], tables) else ("", words[0])
    if not _given(words[0], tables) and len(words[0]) > 1 and _given(words[-1], tables):
        return words[-1], _joined(words[:-1])
    at = 1
    while at < len(words) - 1 and _given(words[at], tables) and words[at] not in _PARTICLES:
        at += 1
    return words[0], _joined(words[at:])


def completes(whole: Form, part: Form) -> bool:
    """Does `whole` say all that `part` says, and more?"""
    return (
        _begins(whole.given, part.given)
        and _begins(whole.surname, part.surname)
        and len(whole.given) + len(whole.surname) > len(part.given) + len(part.surname)
    )


def _begins(whole: str, part: str) -> bool:
    return part in {"", whole} or (len(part) == 1 and whole.startswith(part))


def _plain(word: str) -> str:
    return fold(word).rstrip(".*")


def _given(word: str, tables: Tables) -> bool:
    return word in tables.given or word.split("-", maxsplit=1)[0] in tables.given


def _joined(words: Iterable[str]) -> str:
    return " ".join(part for word in words for part in word.split("-"))
