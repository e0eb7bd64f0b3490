"""The number plate of one's own vehicle, as written in a hurry: after a word for it, in small letters too."""

import re
from collections.abc import Iterator

from auditor.extract import said
from auditor.extract.reading import Found, Reading
from auditor.model.fact import About

_FORM = (
    r"(?P<plate>\d[a-z]{3}\d{3}|[a-z]{2}[ ·-]?\d{3}[ ·-]?[a-z]{2}|\d{2,4} ?[a-z]{2,3} ?\d{2}|"
    r"[a-z]{2}\d{2} ?[a-z]{3}|[a-z]\d{1,3} ?[a-z]{3}|"
    r"[a-z]\d{2} ?[a-z]{3}|\d{3} ?[a-z]{3}|[a-z]{3}[ -]?\d{3,4}|\d-[a-z]{3}-\d{3}|[a-z]{4}[ -]?\d{3}|"
    r"\d{2,3}-[a-z]{1,2}-\d{3,5})(?![\w-])"
)
_CUED = re.compile(
    r"(?<!\w)(?:plaque|plaques|plaque d'immatriculation|immatricul\w{1,6}|immat|plate|plates|"
    r"number plate|license plate|licence plate|reg|registration|rego)"
    r"(?: (?:no|number|numero|n°))?(?: ?(?:[:=,]|(?:est|is|c'?est|c|its|it's|reads|etait|was|toujours|"
    r"still|aussi)(?!\w)))*[ \"“«]{0,3}" + _FORM
)
_BARE = re.compile(
    r"(?:\b(?:ma|mon|notre|my|our)\s(?:[\w’'-]+\s){1,4})\(?(?P<plate>[A-Z]{2}\d\d ?[A-Z]{3}|"
    r"[A-Z]{2}-\d{3}-[A-Z]{2})(?![\w-])",
)
_MINE = re.compile(r"(?<!\w)(?:ma|mon|mes|notre|nos|my|our|m'a|m'ont|moi|me|i|je|j'ai|jai)(?!\w)")
_THEIRS = re.compile(
    r"(?<!\w)(?:(?:le|la|the) (?:conducteur|conductrice|driver|owner|proprietaire)|delit de fuite|"
    r"hit and run|whoever|celui|celle|"
    r"sa|son|his|her|their|your|votre|ta|ton)\s(?:\S+\s){0,4}$"
)
NEAR = 90
"""Characters before a plate in which its bearer is named."""


def own_plate(reading: Reading) -> Iterator[Found]:
    """The number plate that someone says is their own vehicle's."""
    if not reading.own:
        return
    for match in _CUED.finditer(reading.plain):
        low, _ = said.sentence(reading, match.start())
        before = reading.plain[max(low, match.start() - NEAR) : match.start()]
        mine = _MINE.search(before) and not _THEIRS.search(before)
        if mine and not said.quoted(reading, *match.span("plate")):
            start, end = match.span("plate")
            yield _plate(match["plate"], start, end)
    for match in _BARE.finditer(reading.text):
        yield _plate(match["plate"], *match.span("plate"))


def _plate(written: str, start: int, end: int) -> Found:
    value = re.sub(r"\W", "", written).upper()
    return Found(kind="vehicle_plate", value=value, start=start, end=end, about=About.SUBJECT)
