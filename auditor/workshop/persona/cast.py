"""The story: a person, whom they know, where they go, and all that pages can tell of it."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from auditor.workshop.persona import naming
from auditor.workshop.persona.grammar import agree
from auditor.workshop.persona.language import Hobby, Language, Role, Town, Trade, language
from auditor.workshop.persona.order import Order
from auditor.workshop.persona.person import Handles, Person, letters

_AGES = range(24, 47)
_DAYS = 365
_TRAINED = 21
"""The age before which nobody has the job yet."""
_SAME_SEX = 0.1
"""Couples of one sex among those made: enough to be ordinary."""
TEAM = 4
"""Colleagues on the page of a team."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """Where the subject went with two friends."""

    place: str
    month: int
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Everybody and everything of one story."""

    order: Order
    words: Language
    subject: Person
    handles: Handles
    friends: tuple[Person, Person]
    partner: Person
    sibling: Person
    members: tuple[Person, Person]
    """Two others of the group; the second one's name is near the subject's where decoys ask for it."""
    team: tuple[Person, ...]
    town: Town
    hobby: Hobby
    role: Role
    group: str
    thing: str
    """The subject's thing that is sold later: *ampli basse Orage 200*."""
    venue: str
    event: str
    street: str
    phone: str
    journey: Journey
    paper: str
    since: int
    taken: frozenset[str]
    """Surnames that are somebody's already, folded."""


def cast(order: Order) -> Cast:
    """Everybody of the story that the order asks for."""
    words, chance = language(order.language), order.chance("cast")
    taken: set[str] = set()
    town, trade = chance.choice(words.towns), chance.choice(words.jobs)
    subject = _subject(order, words, chance, taken, town=town, trade=trade)
    hobby = chance.choice(words.hobbies)
    role = chance.choice(hobby.roles)
    club, place, day, way, paper = chance.sample(words.tails, 5)
    kin = person("sibling", words, chance, taken, near=subject)
    kin = replace(kin, last=subject.last, first=_same_initial(subject, kin, words, chance))
    return Cast(
        order=order,
        words=words,
        subject=subject,
        handles=handles(subject, hobby, words.alias, chance),
        friends=(
            person("friend1", words, chance, taken, near=subject),
            person("friend2", words, chance, taken, near=subject),
        ),
        partner=_partner(words, chance, taken, subject),
        sibling=_employed(kin, words, chance, trade, town),
        members=(
            person("member1", words, chance, taken, near=subject),
            person("member2", words, chance, taken, near=subject),
        ),
        team=tuple(_colleagues(words, chance, taken, trade, subject)),
        town=town,
        hobby=hobby,
        role=role,
        group=f"{chance.choice(hobby.heads)} {chance.choice(hobby.adjectives)}".format(tail=club),
        thing=role.object.format(model=chance.choice(words.models)),
        venue=chance.choice(hobby.venues).format(tail=place),
        event=chance.choice(hobby.events).format(tail=day),
        street=street(words, chance, way),
        phone=phone(words, town, chance),
        journey=Journey(
            place=_elsewhere(words, town, chance), month=chance.randint(3, 9), year=order.now.year
        ),
        paper=called(words, chance.choice(words.papers), paper),
        since=max(order.now.year - chance.randint(2, 9), subject.born.year + _TRAINED),
        taken=frozenset(taken),
    )


def _subject(
    order: Order,
    words: Language,
    chance: random.Random,
    taken: set[str],
    *,
    town: Town,
    trade: Trade,
) -> Person:
    female = chance.random() < 0.5  # noqa: PLR2004 (half)
    born = order.now - timedelta(days=chance.choice(_AGES) * _DAYS + chance.randrange(20, _DAYS))
    return Person(
        id="subject",
        first=chance.choice(naming.firsts(words.country, _decade(born), female)),
        last=naming.surname(words, chance, taken),
        female=female,
        born=born,
        town=town.name,
        job=agree(trade.title, female),
        employer=firm(words, chance, trade),
    )


def _partner(words: Language, chance: random.Random, taken: set[str], subject: Person) -> Person:
    """Of the other sex but for one in ten."""
    one = person("partner", words, chance, taken, near=subject)
    female = subject.female if chance.random() < _SAME_SEX else not subject.female
    names = naming.firsts(words.country, _decade(one.born), female)
    return replace(one, female=female, first=_another(chance, names, subject))


def person(
    id_: str, words: Language, chance: random.Random, taken: set[str], *, near: Person
) -> Person:
    """Somebody of about the same age, with another first name and a surname of their own."""
    female = chance.random() < 0.5  # noqa: PLR2004 (half)
    born = near.born + timedelta(days=chance.randint(-4 * _DAYS, 4 * _DAYS))
    names = naming.firsts(words.country, _decade(born), female)
    first = _another(chance, names, near)
    return Person(
        id=id_, first=first, last=naming.surname(words, chance, taken), female=female, born=born
    )


def _another(chance: random.Random, names: Sequence[str], near: Person) -> str:
    return chance.choice([each for each in names if each[:1] != near.first[:1]])


def _colleagues(
    words: Language, chance: random.Random, taken: set[str], trade: Trade, subject: Person
) -> list[Person]:
    found = []
    for number, job in enumerate(trade.others[:TEAM]):
        one = person(f"colleague{number}", words, chance, taken, near=subject)
        found.append(replace(one, job=agree(job, one.female), employer=subject.employer))
    return found


def _employed(
    kin: Person, words: Language, chance: random.Random, trade: Trade, town: Town
) -> Person:
    """The sibling, of another trade, at a firm in the same town."""
    other = chance.choice([each for each in words.jobs if each != trade])
    return replace(
        kin, town=town.name, job=agree(other.title, kin.female), employer=firm(words, chance, other)
    )


def _same_initial(subject: Person, kin: Person, words: Language, chance: random.Random) -> str:
    names = naming.firsts(words.country, _decade(kin.born), kin.female)
    like = [each for each in names if each[0] == subject.first[0] and each != subject.first]
    return chance.choice(like or [each for each in names if each != subject.first])


def _decade(born: date) -> int:
    return born.year // 10 * 10


def _elsewhere(words: Language, town: Town, chance: random.Random) -> str:
    return chance.choice([each for each in words.trips if each != town.name])


def firm(words: Language, chance: random.Random, trade: Trade) -> str:
    """An invented firm: the head says the trade, the tail the place it never stood."""
    head, tail = chance.choice(trade.heads), chance.choice(words.tails)
    return called(words, head, tail)


def called(words: Language, head: str, tail: str) -> str:
    """*Librairie du Quai-Neuf*, *Bluegate Books*."""
    return f"{tail} {head}" if words.country == "GB" else f"{head} {tail}"


def street(words: Language, chance: random.Random, tail: str) -> str:
    """An invented street; a British one of one word, lest it be *Wash Lane Lane*."""
    tails = [each for each in words.tails if " " not in each]
    tail = chance.choice(tails) if words.country == "GB" else tail
    return called(words, chance.choice(words.streets), tail)


def phone(words: Language, town: Town, chance: random.Random) -> str:
    """A number of the ranges that are kept for fiction."""
    return chance.choice(words.phone).format(
        area=town.area, a=chance.randint(0, 99), b=chance.randint(0, 99), n=chance.randint(0, 999)
    )


def handles(subject: Person, hobby: Hobby, ends: Sequence[str], chance: random.Random) -> Handles:
    """A handle made of the name, its variant, and one made of what the person does."""
    first, last = letters(subject.first), letters(subject.last)
    main = chance.choice(
        [f"{first}_{last[:4]}", f"{first}.{last[:5]}", f"{first[0]}{last}", f"{first}{last[:3]}"]
    )
    year = f"{subject.born.year % 100:02d}"
    variant = chance.choice([f"{main}{year}", f"{main}_{year}", letters(main) + year])
    alias = f"{letters(hobby.does)}.{chance.choice(ends)}{chance.randint(10, 99)}"
    return Handles(main=main, variant=variant, alias=alias)
