"""The hand that writes the pages: phrases picked at random and filled, dates, labels, and what is left out."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

from auditor.workshop.persona import grammar
from auditor.workshop.persona.cast import Cast
from auditor.workshop.persona.language import Level, hardness
from auditor.workshop.persona.person import Person

T = TypeVar("T")


class Pen:
    """Writes one case; holds the stream of chance that its choices are drawn from."""

    def __init__(self, cast: Cast, chance: random.Random) -> None:
        self.cast = cast
        self.words = cast.words
        self.chance = chance

    def page(self, name: str) -> "Pen":
        """A pen of its own for a page, so that what one page leaves out changes no other."""
        return Pen(self.cast, self.cast.order.chance(f"pages/{name}"))

    @property
    def level(self) -> Level:
        """What the order's hardness asks for."""
        return hardness().levels[self.cast.order.hardness]

    def tells(self) -> bool:
        """Whether a page tells a clue it may leave out: drawn even where it always does, so that levels share their pages."""
        return self.chance.random() < self.level.told

    def pick(self, among: Sequence[T]) -> T:
        """One of them."""
        return self.chance.choice(among)

    def phrase(self, key: str, of: Person | None = None, /, **values: object) -> str:
        """A phrase of that kind, said of a person: the subject, unless told otherwise."""
        found = self.words.phrases[key]
        template = found if isinstance(found, str) else self.pick(found)
        return self.fill(template, of, **values)

    def fill(self, template: str, of: Person | None = None, /, **values: object) -> str:
        """The template, filled and agreed."""
        female, form = (of or self.cast.subject).female, self.cast.role.form
        return grammar.fill(template, female, values, self.words.at, form)

    def dated(self, key: str, least: int, most: int, /, **values: object) -> tuple[str, date]:
        """A phrase of that kind, and a day so long ago that goes with it."""
        template = self.pick(self.words.phrases[key])
        return self.fill(template, **values), self._in_season(template, least, most)

    def some(self, key: str, number: int) -> list[str]:
        """Several phrases of a kind, none twice."""
        return self.chance.sample(list(self.words.phrases[key]), number)

    def captions(self, number: int) -> list[tuple[str, date]]:
        """Captions that tell nothing, each on a day that goes with it."""
        return [(each, self._in_season(each)) for each in self.some("filler", number)]

    def _in_season(self, caption: str, least: int = 3, most: int = 340) -> date:
        """A day of its months and of its day of the week; within the year where the span has none."""
        months = self.words.seasons.get(caption, range(1, 13))
        weekday = self.words.weekdays.get(caption)
        spans = (range(least, most), range(3, 340))
        days = [[self.cast.order.now - timedelta(days=each) for each in span] for span in spans]
        fitting = [
            [one for one in span if one.month in months and weekday in (None, one.isoweekday())]
            for span in days
        ]
        return self.pick(next(span for span in fitting if span))

    def label(self, key: str, **values: object) -> str:
        """A label of the site."""
        return grammar.fill(self.words.labels[key], False, values)

    def month(self, number: int) -> str:
        """A month's name."""
        return self.words.months[number - 1]

    def day(self, on: date) -> str:
        """*17 mars 2008*, *1er mai 2008*, *17 March 2008*."""
        day = self.words.first if on.day == 1 else str(on.day)
        return self.words.date.format(d=day, m=self.month(on.month), y=on.year)

    def before(self, least: int, most: int) -> date:
        """A day so many days before the pages were saved."""
        return self.cast.order.now - timedelta(days=self.chance.randint(least, most))

    def number(self) -> int:
        """A number such as sites give to what is posted there."""
        return self.chance.randint(10_000, 999_999)
