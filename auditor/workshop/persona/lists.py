"""Lists of 2008 in which one looks for a name, and a small ad that gives none."""

from auditor.model.visibility import Visibility
from auditor.workshop.persona.clues import Shown, Source, tell
from auditor.workshop.persona.grammar import sentences
from auditor.workshop.persona.markup.page import Offer, Table, listing, offer
from auditor.workshop.persona.pen import Pen
from auditor.workshop.persona.places import Sites
from auditor.workshop.persona.shared import html

_SCHOOL_ENDS = 18
_OTHER_YEARS = (-21, -17, -14, -11, -9, 9, 12)
"""Years of a class that a birth does not go with."""


def pupils(pen: Pen, sites: Sites) -> Source:
    """Former pupils of the name, none of them the subject: the years say so."""
    cast, person = pen.cast, pen.cast.subject
    left = person.born.year + _SCHOOL_ENDS
    past = [left + each for each in _OTHER_YEARS if left + each <= cast.order.now.year]
    years = sorted(pen.chance.sample(past, pen.chance.randint(3, 5)))
    towns = pen.chance.sample([each.name for each in cast.words.towns], len(years))
    named = pen.chance.sample(list(cast.words.tails), len(years))
    school = "{tail} {school}" if cast.words.country == "GB" else "{school} {tail}"
    rows = tuple(
        (
            person.name,
            school.format(school=cast.words.school, tail=tail),
            town,
            str(year),
        )
        for town, tail, year in zip(towns, named, years, strict=True)
    )
    card = sites.cards["pupils"]
    page = Table(
        url=f"https://{card.host}/search?id={pen.number()}",
        site=card.name,
        language=cast.order.language,
        title=pen.label("pupils", n=len(rows)),
        note=pen.label("search"),
        heads=tuple(pen.label(each) for each in ("name", "school", "town", "class")),
        rows=rows,
    )
    files, path = html("p5", listing(page))
    return Source(
        id="p5",
        files=files,
        path=path,
        card=card,
        seen_by=Visibility.ANYONE,
        absent=len(rows),
        shown=(Shown(name=person.name, who="pupils", clues=()),),
    )


def ad(pen: Pen, sites: Sites) -> Source:
    """The small ad: a first name, a number, a thing."""
    cast, person = pen.cast, pen.cast.subject
    where = pen.tells()
    on, amount = pen.before(5, 90), pen.chance.randint(4, 60) * 5
    rows = (
        (pen.label("seller"), person.first),
        (pen.label("price"), cast.words.currency.price.format(n=amount)),
        (pen.label("town"), f"{cast.town.name} ({cast.town.postal})"),
        (pen.label("phone"), cast.phone),
    )
    ad = Offer(
        url=f"https://{sites.cards['ads'].host}/{pen.number()}",
        site=sites.cards["ads"].name,
        language=cast.order.language,
        title=sentences(cast.thing),
        price=rows[1][1],
        amount=amount,
        currency=cast.words.currency.code,
        seller=person.first,
        rows=rows,
        text=sentences(
            pen.phrase(
                "ad", object=cast.thing, town=cast.town.name, first=person.first, phone=cast.phone
            )
        ),
        caption=pen.phrase("ad_photo" if where else "ad_photo_bare", group=cast.group),
        on=on,
        day=pen.day(on),
        posted=pen.label("posted"),
    )
    files, path = html("p6", offer(ad, pen.pick(["ld", "plain"])))
    clues = tell(
        first_name=person.first,
        phone=cast.phone,
        object=cast.thing,
        town=cast.town.name,
        group=cast.group if where else None,
    )
    return Source(
        id="p6",
        files=files,
        path=path,
        shows="profile",
        card=sites.cards["ads"],
        whose="subject",
        seen_by=Visibility.INDEXED,
        shown=(Shown(name="owner", who="subject", clues=clues),),
        facts=(("classified_ad", cast.thing), ("phone_mobile", cast.phone)),
    )
