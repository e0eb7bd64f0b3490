"""What the posts of a gallery give away: a street, work, a thing, a group, a journey, a birthday."""

from datetime import date
from typing import Any

from auditor.workshop.persona.clues import Clue, Shown, tell
from auditor.workshop.persona.grammar import sentences
from auditor.workshop.persona.markup.profile import Post
from auditor.workshop.persona.pen import Pen
from auditor.workshop.persona.shared import born, companions, journey, travelled


class Posts:
    """What a gallery gives away."""

    def __init__(self, pen: Pen) -> None:
        self.pen = pen
        self.clues: tuple[Clue, ...] = ()
        self.shown: tuple[Shown, ...] = ()
        self.facts: list[tuple[str, str]] = []
        self.found: list[Post] = []

    def posts(self) -> list[Post]:
        """All of them, newest first."""
        cast, pen = self.pen.cast, self.pen
        here = f"{cast.street}, {cast.town.name}"
        self._tell(
            "post_street", {"street": cast.street, "town": cast.town.name}, place=here, times=2
        )
        firm = cast.subject.employer
        self._tell("post_work", {"employer": firm}, place=firm, employer=firm)
        self._tell("post_object", {"object": cast.thing}, object=cast.thing)
        self._tell(
            f"post_group_{cast.hobby.time}",
            {"group": cast.group, "venue": cast.venue},
            place=cast.venue,
            group=cast.group,
            venue=cast.venue,
        )
        self._journey()
        self._birthday()
        for text, on in pen.captions(4):
            self._add(text, on)
        return sorted(self.found, key=lambda each: (each.on, each.id), reverse=True)

    def _tell(
        self,
        key: str,
        clues: dict[str, str],
        *,
        place: str | None = None,
        times: int = 1,
        **values: Any,
    ) -> None:
        texts = [self.pen.phrase(key, **values) for _ in range(times)]
        days = [self.pen.before(10, 200) for _ in texts]
        if self.pen.tells():
            for text, on in zip(texts, days, strict=True):
                self._add(sentences(text), on, place)
            self.clues += tell(**clues)

    def _journey(self) -> None:
        pen, trip = self.pen, self.pen.cast.journey
        one, two = pen.cast.friends
        text = pen.phrase(
            "post_company", place=trip.place, month=pen.month(trip.month), a=one.first, b=two.first
        )
        if pen.tells():
            self._add(text, date(trip.year, trip.month, 20), trip.place)
            self.clues += tell(company=journey(pen))
            self.shown += companions(pen)
            self.facts += travelled(pen)

    def _birthday(self) -> None:
        pen, person = self.pen, self.pen.cast.subject
        on = date(pen.cast.order.now.year, person.born.month, min(person.born.day, 28))
        text = pen.phrase("post_birthday", age=person.age(on))
        if pen.tells() and on < pen.cast.order.now and on.day == person.born.day:
            self._add(text, on)
            self.clues += tell(birthday=f"{on.day} {pen.month(on.month)}", age=born(pen, person))
            self.facts.append(("birth_day_month", on.strftime("%m-%d")))

    def _add(self, text: str, on: date, place: str | None = None) -> None:
        self.found.append(
            Post(id=self.pen.number(), text=text, on=on, at="18:20:00+01:00", place=place)
        )
