"""Handles that a person may have made of their own name: suggestions, the likeliest first.

French habits: no accents, particles kept or dropped, compound given names joined or cut, nicknames,
initials, the year of birth behind. Only the subject's name is looked at, and nothing is asked.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from auditor.collect.sweep.settings import Habits
from auditor.model.mandate import Mandate
from auditor.model.names import fold

_PARTICLES = frozenset("de du des d la le les l von van der den di da dos el al ben".split())
_HANDLE = re.compile(r"[a-z0-9](?:[a-z0-9._-]{1,28})[a-z0-9]")
"""3 to 30 signs: what most networks take."""
_YEAR = re.compile(r"(?:19|20)(\d\d)")
_ENDS_IN_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d|\d\d)$")

Forms = Mapping[str, float]
"""Ways to write a part of a name, each with its share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """A name in the parts that handles are made of."""

    given: Forms
    surname: Forms
    nickname: Forms


def variants(
    mandate: Mandate, habits: Habits, nicknames: Iterable[Mapping[str, str]]
) -> tuple[str, ...]:
    """Handles made of the subject's name and aliases, the likeliest first; known ones are left out.

    `nicknames` are rows of `data/nicknames.tsv`.
    """
    shares: defaultdict[str, float] = defaultdict(float)
    for alias in mandate.subject.aliases:
        shares[fold(alias).replace(" ", "")] += 1.0
    parts = _parts(mandate.subject.name, habits, nicknames)
    for handle, share in _handles(parts, habits):
        for ending, likely in _endings(mandate, habits).items():
            shares[handle + ending] += share * likely
    known = {each.casefold() for each in mandate.handles}
    fit = [each for each in shares if _HANDLE.fullmatch(each) and each not in known]
    return tuple(sorted(fit, key=lambda each: (-shares[each], len(each), each))[: habits.most])


def _parts(name: str, habits: Habits, nicknames: Iterable[Mapping[str, str]]) -> _Parts:
    given, surname = _split(name)
    first = given[0] if given else ""
    short = [row["nickname"] for row in nicknames if row["given"] in {first, "".join(given)}]
    return _Parts(
        given=_compound(given, habits.compounds),
        surname=_surname(surname, habits),
        nickname={each: 1 / len(short) for each in short},
    )


def _split(name: str) -> tuple[list[str], list[str]]:
    """Given name and surname in words; a surname in capitals may stand first."""
    words = name.split()
    if len(words) > 1 and words[0].isupper() and len(words[0]) > 1 and not words[-1].isupper():
        words = [*words[1:], words[0]]
    folded = [re.findall(r"[a-z0-9]+", fold(each)) for each in words]
    return (folded[0] if folded else []), [each for word in folded[1:] for each in word]


def _compound(words: list[str], shares: Forms) -> dict[str, float]:
    """A name of several words: joined, cut to the first, hyphened, or by its initials."""
    if len(words) <= 1:
        return dict.fromkeys(words, 1.0)
    forms = {
        "joined": "".join(words),
        "first": words[0],
        "hyphen": "-".join(words),
        "initials": "".join(each[0] for each in words),
    }
    return {form: shares[name] for name, form in forms.items()}


def _surname(words: list[str], habits: Habits) -> dict[str, float]:
    """The surname with its particles stuck to it, and without them."""
    plain = [each for each in words if each not in _PARTICLES]
    if not plain or plain == words:
        return _compound(words, habits.compounds)
    kept = {"".join(words): habits.particles["kept"]}
    dropped = _compound(plain, habits.compounds)
    return kept | {form: share * habits.particles["dropped"] for form, share in dropped.items()}


def _handles(parts: _Parts, habits: Habits) -> Iterator[tuple[str, float]]:
    """Every order of the parts, with every separator."""
    initial = _initials(parts.given)
    pairs: dict[str, tuple[Forms, Forms]] = {
        "given_surname": (parts.given, parts.surname),
        "initial_surname": (initial, parts.surname),
        "surname_given": (parts.surname, parts.given),
        "given_initial": (parts.given, _initials(parts.surname)),
        "surname_initial": (parts.surname, initial),
        "nickname_surname": (parts.nickname, parts.surname),
        "initials": (initial, _initials(parts.surname)),
    }
    for order, (left, right) in pairs.items():
        for one, first in left.items():
            for other, second in right.items():
                for mark, third in habits.separators.items():
                    yield f"{one}{mark}{other}", habits.orders[order] * first * second * third
    alone = {"given": parts.given, "surname": parts.surname, "nickname": parts.nickname}
    for order, forms in alone.items():
        yield from ((form, habits.orders[order] * share) for form, share in forms.items())


def _initials(forms: Forms) -> dict[str, float]:
    found: defaultdict[str, float] = defaultdict(float)
    for form, share in forms.items():
        found[form[:1]] += share
    return dict(found)


def _endings(mandate: Mandate, habits: Habits) -> dict[str, float]:
    """The year of birth as it stands behind a handle, where the mandate lets it be known."""
    year = _year(mandate)
    if year is None:
        return {"": 1.0}
    shares = habits.years
    endings = {"": shares[""], year[-2:]: shares["two"]}
    return endings | ({year: shares["four"]} if len(year) > 2 else {})  # noqa: PLR2004


def _year(mandate: Mandate) -> str | None:
    """The year of birth that is declared, else the digits that a known handle or alias ends with."""
    for key in ("birth_year", "birth_date"):
        if found := _YEAR.search(mandate.declared.cv.get(key, "")):
            return found[0]
    for each in (*mandate.handles, *mandate.subject.aliases):
        if found := _ENDS_IN_YEAR.search(each):
            return found[1]
    return None
