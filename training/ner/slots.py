"""What a slot of an own sentence is filled with: a label (or none) and a value."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from training.ner import pools
from training.ner.pools import family, listed, names, towns, words

LABEL_OF = {
    **dict.fromkeys("given family name family_first initial_name".split(), "PER"),
    **dict.fromkeys(
        "city plain_city country in_country bare_country region region_en street street_en spot".split(),
        "LOC",
    ),
    **dict.fromkeys("org firm school school_en club clinic clinic_en".split(), "ORG"),
}
"""Slots that are names; any other slot is ordinary words."""

_FIRMS = (
    "{} SARL|{} & Fils|Groupe {}|{} Conseil|Cabinet {}|Garage {}|Boulangerie {}|{} Immobilier|Ateliers {}"
    "|{} Ltd|{} Inc|{} & Sons|{} Partners|{} Consulting|{} Studio|{} Labs|{}Tech|{}|{}|{}|{} Media|Éditions {}"
).split("|")
_SCHOOLS = {
    "fr": "lycée {}|collège {}|école {}|Lycée {}|Collège {}|université de {city}|Université de {city}"
    "|fac de {city}|IUT de {city}|école primaire {}|INSA {city}|Sciences Po {city}|cégep de {city}|ENSA {city}",
    "en": "{} High School|{} Academy|University of {city}|{city} University|{city} College|{} Primary School"
    "|St {given}'s School|{city} High|{} Elementary|{city} State|{city} Grammar School",
}
_CLUBS = (
    "FC {city}|AS {city}|US {city}|{city} FC|{city} United|{city} Rovers|Stade {city}|Cercle celtique de {city}"
    "|Vélo Club de {city}|Chorale {}|Harmonie de {city}|{city} Runners|{city} Tigers|Club alpin de {city}"
    "|Judo Club {city}|Racing Club de {city}|Amicale laïque de {city}|{city} Harriers|Rugby Club {city}"
).split("|")
_CLINICS = {
    "fr": "clinique {}|CHU de {city}|hôpital {}|Clinique {}|centre hospitalier de {city}|Ehpad {}",
    "en": "{city} General Hospital|St {given}'s Hospital|{} Clinic|{city} Royal Infirmary|{} Medical Centre",
}
_EMOJI = "😂 😍 ❤️ 🎂 🎉 😭 🙏 💪 ☀️ 🏠 😅 🥰 ✈️ 🔥 👏 😘 🍻 🎸 :) ;) <3 ^^ :-) xD".split()
_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_DAYS = {
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
_PHONES = ("01 99 00 {:02} {:02}", "06 39 98 {:02} {:02}", "02 61 91 {:02} {:02}")
"""Ranges kept free for fiction."""
_STEMS = (
    "luna kraken pixel mousse velo papillon zebre nova tonton biscotte panda orage comete".split()
)


@dataclass(frozen=True, slots=True)
class Draw:
    """Who draws a value: the chance, the language, the origin of persons, the part of the pools."""

    rng: random.Random
    language: str
    origin: str
    held: bool

    def given(self) -> str:
        """A given name; one in twenty of two parts."""
        return self.rng.choice(names(self.origin, "given", self.held))

    def family(self) -> str:
        """A family name."""
        return family(self.rng, self.origin, self.held)

    def name(self) -> str:
        """A whole name in one of the ways people write it."""
        given, surname, way = self.given(), self.family(), self.rng.random()
        if way < 0.08:
            return f"{given} {surname.upper()}"
        if way < 0.12:
            return f"{surname.upper()} {given}"
        if way < 0.17:
            return f"{given} {surname}-{self.family().split()[-1]}"
        return f"{given} {surname}"

    def city(self) -> str:
        """A town, half the time of a country of the language."""
        return self.rng.choice(towns(self.language, self.rng.random() < 0.6, self.held))

    def built(self, patterns: str | list[str]) -> str:
        """A name of a school, a club or a firm made of a person's or a town's name."""
        pattern = self.rng.choice(patterns.split("|") if isinstance(patterns, str) else patterns)
        pattern = pattern.replace("{city}", self.city()).replace("{given}", self.given())
        return pattern.replace("{}", self.family() if self.rng.random() < 0.7 else self.name())

    def listed(self, name: str, slot: str) -> str:
        """A value of one of our lists."""
        return self.rng.choice(listed(name, slot, self.held))


def value(slot: str, draw: Draw) -> str:
    """A value for the slot."""
    return _MAKERS[slot](draw)


def _handle(draw: Draw) -> str:
    first, second = draw.rng.choice(_STEMS), draw.rng.choice(_STEMS)
    return (
        f"{first}{draw.rng.choice(['_', '', '.'])}{second}{draw.rng.choice(['', '29', '_x', '84'])}"
    )


def _phone(draw: Draw) -> str:
    return draw.rng.choice(_PHONES).format(draw.rng.randrange(100), draw.rng.randrange(100))


def _initials(draw: Draw) -> str:
    if draw.rng.random() < 0.5:
        return f"{draw.given()[0]}. {draw.family()}"
    return f"{draw.given()} {draw.family()[0].upper()}."


def _org(draw: Draw) -> str:
    return draw.rng.choice(listed("organisations.tsv", "", draw.held))


def _region(draw: Draw) -> str:
    return draw.listed("places.tsv", "region_fr")


def _either(fr: str, en: str) -> Callable[[Draw], str]:
    return lambda draw: draw.listed("places.tsv", fr if draw.language == "fr" else en)


def _word(name: str) -> Callable[[Draw], str]:
    return lambda draw: draw.rng.choice(words(name, draw.language))


_MAKERS: dict[str, Callable[[Draw], str]] = {
    "given": Draw.given,
    "family": Draw.family,
    "name": Draw.name,
    "family_first": lambda d: f"{d.family().upper()} {d.given()}",
    "initial_name": _initials,
    "city": Draw.city,
    "plain_city": lambda d: d.city().replace(" ", "").replace("-", "").replace("'", ""),
    "country": lambda d: d.listed("places.tsv", "country"),
    "in_country": lambda d: d.listed("places.tsv", "in_country"),
    "bare_country": lambda d: d.rng.choice(["Italie", "Espagne", "Algérie", "Irlande", "Arménie"]),
    "region": _region,
    "region_en": lambda d: d.listed("places.tsv", "region_en"),
    "street": lambda d: d.listed("places.tsv", "street_fr"),
    "street_en": lambda d: d.listed("places.tsv", "street_en"),
    "spot": _either("spot_fr", "spot_en"),
    "org": _org,
    "firm": lambda d: d.built(_FIRMS),
    "school": lambda d: d.built(_SCHOOLS["fr"]),
    "school_en": lambda d: d.built(_SCHOOLS["en"]),
    "club": lambda d: d.built(_CLUBS) if d.rng.random() < 0.8 else _org(d),
    "clinic": lambda d: d.built(_CLINICS["fr"]),
    "clinic_en": lambda d: d.built(_CLINICS["en"]),
    "job": _word("jobs"),
    "hobby": _word("hobbies"),
    "hobby_en": _word("hobbies"),
    "emoji": lambda d: d.rng.choice(_EMOJI) * d.rng.choice([1, 1, 1, 2, 3]),
    "month": lambda d: d.rng.choice(_MONTHS[d.language]),
    "month_en": lambda d: d.rng.choice(_MONTHS["en"]),
    "day": lambda d: d.rng.choice(_DAYS[d.language]),
    "day_en": lambda d: d.rng.choice(_DAYS["en"]),
    "year": lambda d: str(d.rng.randrange(1950, 2026)),
    "n": lambda d: str(d.rng.randrange(2, 90)),
    "hour": lambda d: f"{d.rng.randrange(6, 23)}h{d.rng.choice(['', '30', '15'])}",
    "zip": lambda d: f"{d.rng.randrange(1000, 98000):05}",
    "phone": _phone,
    "handle": _handle,
    "tag": lambda d: "#" + d.rng.choice(["instatravel", "nofilter", "souvenirs", "tbt"]),
}
assert set(LABEL_OF) <= set(_MAKERS), "every label belongs to a slot"
ORIGINS = pools.ORIGINS
