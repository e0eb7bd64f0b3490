"""A structured field into the normal form of its kind."""

import datetime
import re
from collections.abc import Iterator

from auditor.extract import contact, plain, structured
from auditor.extract.birth import OLDEST
from auditor.extract.dates import born_at_age, day, of_year
from auditor.extract.lexicon import Lexicon
from auditor.extract.names import parse
from auditor.extract.reading import Reading
from auditor.extract.spot import marks
from auditor.model.fact import Period
from auditor.model.names import fold
from auditor.model.profile import Field

_EPOCH = datetime.date(1900, 1, 1)


def normal(
    field: Field, lexicon: Lexicon, regions: tuple[str, ...]
) -> Iterator[tuple[str, str, Period | None]]:
    """Kind, value and period of what a field says; a field may say several things (a name)."""
    text = field.text.strip()
    if not text or field.name.startswith("label:"):
        return
    if field.name in {"full_name", "alias"}:
        yield from _name(text, lexicon)
    elif field.name in {"birth_date", "birth_day_month", "birth_year", "age"}:
        yield from _birth(text, lexicon)
    elif field.name == "username" and (text.strip("@").isdigit() or "/" in text):
        return  # an account's number says nothing of its holder, an address is no handle
    elif field.name == "activity":
        yield "activity", _activity(text, lexicon), None
    elif field.name.startswith("phone"):
        yield from _phone(text, field.name, lexicon, regions)
    elif field.name.startswith("email"):
        domain = text.rpartition("@")[2]
        yield (contact.email_kind(domain) if "." in domain else field.name), text.casefold(), None
    else:
        yield field.name, _value(field.name, text, lexicon), _period(field)


def _name(text: str, lexicon: Lexicon) -> Iterator[tuple[str, str, Period | None]]:
    person = parse(text, lexicon)
    known = fold(person.given).split("-")[0] in lexicon.given
    if person.whole and (known or not text.islower()):  # “poutine express” is nobody's name
        yield "full_name", text, None
        if known:
            yield "first_name", person.given, None
    elif known:
        yield "first_name", person.given, None
        if not person.bare:
            yield "alias", text, None
    else:
        yield "alias", text, None


def _birth(text: str, lexicon: Lexicon) -> Iterator[tuple[str, str, Period | None]]:
    found = day(text, None, lexicon)
    year = re.fullmatch(r"(?:19|20)\d\d", text)
    years = re.fullmatch(r"(\d{1,3})(?:\s?(?:ans|years?(?: old)?))?", text)
    short = re.fullmatch(r"(\d\d)-(\d\d)", text)
    if found is not None:
        yield "birth_date", found.isoformat(), Period(low=found, high=found)
    elif year:
        yield "birth_year", text, of_year(int(text))
    elif short:
        yield "birth_day_month", text, None
    elif years:
        yield "age", years[1], None


def _phone(
    text: str, name: str, lexicon: Lexicon, regions: tuple[str, ...]
) -> Iterator[tuple[str, str, Period | None]]:
    reading = Reading(text=text, mentions=(), lexicon=lexicon, own=True, regions=regions)
    found = next(structured.phone(reading), None)
    yield (found.kind, found.value, None) if found else (name, re.sub(r"[^\d+]", "", text), None)


def _value(name: str, text: str, lexicon: Lexicon) -> str:
    if name in {"home_commune", "birth_place", "geotag"}:
        first = re.split(r"[,(/]", text)[0].strip()
        place = lexicon.place(first)
        return place.name if place else first
    if name == "username":
        return text.lstrip("@").casefold()
    if name in {"job_title", "school", "home_address", "workplace_address", "family_status"}:
        return fold(text)
    return text


def _activity(text: str, lexicon: Lexicon) -> str:
    """The activity as the tables name it, else as it is written."""
    words = plain.plain(text)
    found = next(lexicon.spotters["activities"].spot(words, marks(words)), None)
    return found.value if found else fold(text)


def _period(field: Field) -> Period | None:
    if field.period is None or field.period == (None, None):
        return None
    low, high = field.period
    return Period(low=low or _EPOCH, high=high or datetime.date.max)


STALE = datetime.timedelta(days=3 * 365)
"""How long before it was saved an undated page may have been written (own choice: profiles of that
time were seldom older; a longer span only weakens what an age says)."""


def at_age(value: str, seen_on: datetime.date) -> Period | None:
    """The possible birth dates of an age that a page shows when it is saved; the age may be stale."""
    years = int(value)
    if years > OLDEST:
        return None
    now, then = born_at_age(years, seen_on), born_at_age(years, seen_on - STALE)
    return Period(low=then.low, high=now.high)
