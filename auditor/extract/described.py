"""What a source says with structure: fields, tagged persons, rows of people."""

import datetime
from collections.abc import Iterable

from auditor.extract import fields
from auditor.extract.cast import Cast
from auditor.extract.kit import Tools
from auditor.extract.names import Mention, parse
from auditor.extract.passage import Passage
from auditor.extract.sheet import Sheet
from auditor.model.profile import Field, Person
from auditor.model.record import Record


def tag(label: str, each: Passage, people: Cast, sheet: Sheet, tools: Tools) -> None:
    """A tagged person: their name, that others tag them, and the account the tag leads to."""
    person = parse(label, tools.lexicon)
    record = people.record(person, each.row)
    for one in (each_tag for each_tag in each.post.tags if each_tag.name == label):
        shown = Field(name="full_name", text=one.name, sight=one.sight)
        field(shown, record, sheet, tools, passage=each.post.id, by="tag")
        # That others tag someone is seen with the name; where the tag leads, with tags' links.
        for value, sight in (
            (f"{sheet.source}/{each.post.id}", one.sight),
            (one.url, one.url_sight),
        ):
            if value:
                sheet.note(
                    record,
                    "tagged_by_other",
                    value,
                    sight=sight,
                    by="tag",
                    passage=each.post.id,
                    quote=one.name,
                    published_on=each.post.published_on,
                )
        if people.owner is not None and each.reading.own and record is not people.owner:
            sheet.note(
                people.owner,
                "third_party_mention",
                one.name,
                sight=one.sight,
                by="tag",
                passage=each.post.id,
                about="other",
                published_on=each.post.published_on,
            )


def people(found: Iterable[Person], members: Cast, sheet: Sheet, tools: Tools) -> None:
    """Everybody whom the source describes, each with what it says of them."""
    for person in found:
        record = members.record(person_name(person, tools), person.row)
        for one in person.fields:
            field(one, record, sheet, tools, passage=person.post or "field")
        if person.post is None and person.row is None and person.url in tools.addresses:
            _listed(person, record, sheet)


def _listed(person: Person, record: Record, sheet: Sheet) -> None:
    """A list of contacts leads to the account of whom it names."""
    named = next(each for each in person.fields if each.name in {"full_name", "alias"})
    sheet.note(
        record, "tagged_by_other", str(person.url), sight=named.sight, by="tag", quote=named.text
    )


def person_name(person: Person, tools: Tools) -> Mention:
    """The name of a person whom a page describes with structure."""
    label = next((each.text for each in person.fields if each.name in {"full_name", "alias"}), "")
    return parse(label, tools.lexicon)


def field(
    each: Field,
    record: Record,
    sheet: Sheet,
    tools: Tools,
    *,
    passage: str = "field",
    by: str = "field",
    seen_on: datetime.date | None = None,
) -> None:
    """What a structured value says, written on a record."""
    for kind, value, period in fields.normal(each, tools.lexicon, tools.regions):
        if kind == "age" and seen_on is not None:
            period = fields.at_age(value, seen_on)  # noqa: PLW2901 - the page is dated by its saving
        sheet.note(
            record,
            kind,
            value,
            sight=each.sight,
            by=by,
            quote=each.text,
            passage=passage,
            period=period,
        )
