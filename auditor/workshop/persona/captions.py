"""What captions of photographs give away: a journey, kin, a thing, an evening, work."""

from datetime import date

from auditor.workshop.persona.clues import Clue, Shown, tell
from auditor.workshop.persona.markup.profile import Post
from auditor.workshop.persona.pen import Pen
from auditor.workshop.persona.shared import companions, journey, travelled


class Captions:
    """The captions of a photo account, and what they give away."""

    def __init__(self, pen: Pen) -> None:
        self.pen = pen
        self.clues: tuple[Clue, ...] = ()
        self.shown: tuple[Shown, ...] = ()
        self.facts: list[tuple[str, str]] = []
        self.texts: list[tuple[str, date]] = []

    def posts(self) -> list[Post]:
        """All of them, newest first."""
        for tells in (self._journey, self._kin, self._thing, self._evening, self._work):
            tells()
        self.texts += self.pen.captions(12)
        self.texts.sort(key=lambda each: (each[1], each[0]), reverse=True)
        return [
            Post(id=900_000 - 37 * at, text=text, on=on) for at, (text, on) in enumerate(self.texts)
        ]

    def _journey(self) -> None:
        pen, trip = self.pen, self.pen.cast.journey
        one, two = pen.cast.friends
        line = pen.phrase(
            "company",
            a=one.first,
            b=two.first,
            place=trip.place,
            month=pen.month(trip.month),
            year=trip.year,
        )
        on = date(trip.year, trip.month, pen.chance.randint(4, 24))
        if not pen.tells():
            return
        self.texts.append((line, on))
        self.clues += tell(company=journey(pen))
        self.shown += companions(pen)
        self.facts += travelled(pen)

    def _kin(self) -> None:
        pen, cast = self.pen, self.pen.cast
        mine = pen.words.phrases["mine_f" if cast.partner.female else "mine_m"]
        partner = pen.dated("partner", 10, 300, x=cast.partner.first, mine=mine)
        kin = pen.dated(
            "sister" if cast.sibling.female else "brother", 10, 300, x=cast.sibling.first
        )
        if pen.tells():
            self._add(partner, "partner", cast.partner.first)
        if pen.tells():
            self._add(kin, "relative", cast.sibling.first)
            self.shown += (
                Shown(
                    name=cast.sibling.first,
                    who="sibling",
                    clues=tell(first_name=cast.sibling.first),
                ),
            )

    def _thing(self) -> None:
        pen, cast = self.pen, self.pen.cast
        with_group, bare = (
            pen.phrase("object", object=cast.thing, group=cast.group),
            pen.phrase("object_bare", object=cast.thing),
        )
        if pen.tells():
            where = pen.tells()
            # Before the thing is for sale: a new toy is shown first.
            self.texts.append((with_group if where else bare, pen.before(100, 300)))
            self.clues += tell(object=cast.thing, group=cast.group if where else None)

    def _evening(self) -> None:
        pen, cast = self.pen, self.pen.cast
        with_group = pen.phrase("venue", venue=cast.venue, group=cast.group)
        bare = pen.phrase("venue_bare", venue=cast.venue)
        if pen.tells():
            where = pen.tells()
            self.texts.append((with_group if where else bare, pen.before(30, 120)))
            self.clues += tell(
                venue=cast.venue,
                group=cast.group if where else None,
            )

    def _work(self) -> None:
        pen, person = self.pen, self.pen.cast.subject
        firm, job = (
            pen.dated("workplace", 10, 300, employer=person.employer),
            pen.dated("job_bare", 10, 300, job=person.job),
        )
        if pen.tells():
            self._add(firm, "employer", person.employer)
            self.clues += tell(employer=person.employer)
        if pen.tells():
            self._add(job, "job_title", person.job)
            self.clues += tell(job=person.job)

    def _add(self, dated: tuple[str, date], kind: str, value: str) -> None:
        self.texts.append(dated)
        self.facts.append((kind, value))
