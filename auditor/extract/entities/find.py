"""All recognizers over one text: cheap looks decide who reads it, the best of what overlaps is kept."""

import re
from collections.abc import Callable

from auditor.extract.entities.address import address, postcode
from auditor.extract.entities.ages import age
from auditor.extract.entities.contact import email, handle, spelled_email, url
from auditor.extract.entities.dates import date
from auditor.extract.entities.entity import Entity
from auditor.extract.entities.moments import relative, time, year
from auditor.extract.entities.numbers import card, iban, ip, money
from auditor.extract.entities.overlap import resolved
from auditor.extract.entities.papers import filed, national_id, plate
from auditor.extract.entities.people import nationality, title
from auditor.extract.entities.phones import phone
from auditor.extract.entities.places import place
from auditor.extract.entities.sight import Recognizer, Sight, sight
from auditor.extract.entities.spelled import spelled_age, spelled_date
from auditor.extract.lexicon import Lexicon

_DOTTED = re.compile(r"[^\W_]\.[^\W\d_]{2}|://")
_IP_DOTS = 3
_SIGNS = frozenset("at arobase arobas arrobase chez a".split())

Gate = Callable[[Sight], bool]


def _digits(least: int) -> Gate:
    """Does the text hold that many digits?"""
    return lambda sight: sight.digits >= least


def _always(_: Sight) -> bool:
    return True


READERS: tuple[tuple[Gate, tuple[Recognizer, ...]], ...] = (
    (lambda sight: "@" in sight.text, (email, handle)),
    (
        lambda sight: (
            not sight.words.isdisjoint(_SIGNS)
            and (any(sign in sight.text for sign in "([{<") or _spelling(sight))
        ),
        (spelled_email,),
    ),
    (lambda sight: _DOTTED.search(sight.text) is not None, (url,)),
    (_digits(12), (card,)),
    (_digits(8), (iban,)),
    (_digits(6), (national_id,)),
    (_digits(7), (phone,)),
    (_digits(5), (filed,)),
    (_digits(4), (year,)),
    (_digits(2), (plate, postcode)),
    (_digits(1), (date, age, time, money)),
    (lambda sight: ":" in sight.text or sight.text.count(".") >= _IP_DOTS, (ip,)),
    (_always, (spelled_date, spelled_age, relative, title, nationality, place, address)),
)
"""Who reads a text, by the least that it must hold for them."""


def structured(text: str, *, regions: tuple[str, ...], lexicon: Lexicon) -> list[Entity]:
    """Everything that is named without a trained model, from left to right, without overlap."""
    seen = sight(text, regions, lexicon)
    found: list[Entity] = []
    for gate, readers in READERS:
        if gate(seen):
            for reader in readers:
                found.extend(reader(seen))
    return resolved(found) if found else found


def _spelling(sight: Sight) -> bool:
    """Do words say the signs of an address?"""
    return not sight.words.isdisjoint({"dot", "point", "arobase", "arobas"})
