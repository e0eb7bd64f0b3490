"""One passage of a source: read by every recognizer, its facts written on the right records."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from auditor.extract import attach
from auditor.extract.cast import Cast
from auditor.extract.kit import Tools
from auditor.extract.names import Mention, mentions
from auditor.extract.nlp import tokens
from auditor.extract.passages import Safe, safe
from auditor.extract.reading import Found, Reading
from auditor.extract.sheet import Sheet
from auditor.model.fact import About, Voice
from auditor.model.names import fold
from auditor.model.profile import Post
from auditor.model.record import Record

BESIDE = frozenset(
    {"activity", "group_membership", "home_commune", "job_title", "employer", "age", "school"}
)
"""Kinds that in the owner's own words may still be said of the person they stand beside."""

PERSONAL = frozenset({"home_commune", "employer", "job_title", "school", "age", "family_status"})
"""Kinds that a sentence in one's own post may say of a relative or a friend instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A post or block made ready once: who is named in it is needed before anything is read."""

    post: Post
    reading: Reading
    text: Safe
    row: int | None


def passage(post: Post, tools: Tools, *, own: bool, row: int | None = None) -> Passage:
    """The post as a passage; `own` when the owner of the account speaks in it."""
    text = safe(post.text)
    return Passage(
        post=post,
        text=text,
        row=row,
        reading=Reading(
            text=text.text,
            doc=tokens(text.text),
            mentions=tuple(mentions(text.text, tools.lexicon)),
            lexicon=tools.lexicon,
            own=own,
            published_on=post.published_on,
            regions=tools.regions,
        ),
    )


def of_one(each: Passage) -> Passage:
    """The passage of a page that names one person only."""
    return replace(each, reading=replace(each.reading, sole=True))


def note(each: Passage, people: Cast, sheet: Sheet, tools: Tools) -> None:
    """Everything the recognizers find in the passage, on the records it belongs to."""
    for person in each.reading.mentions:
        name(people.record(person, each.row), person, each, sheet)
    for by, recognize in tools.recognizers.items():
        for found in recognize(each.reading):
            if _names_owner(found, each.reading, people):
                continue
            for record in _whose(found, each, people):
                _write(found, by, record, each, sheet)
    for found in _known_groups(each.reading, tools.groups):
        for record in _whose(found, each, people):
            _write(found, "group", record, each, sheet)


def name(record: Record, person: Mention, each: Passage, sheet: Sheet) -> None:
    """What a name tells: full name, given name, the form it is shortened to."""
    kind = "full_name" if person.whole else "alias" if not person.bare else ""
    for each_kind, value, sure in (
        (kind, person.text, "name"),
        ("first_name", person.given, "first_name"),
    ):
        if each_kind and len(value.rstrip(".*")) > 1:
            sheet.note(
                record,
                each_kind,
                value,
                sight=each.post.sight,
                by="name",
                sure=sure,
                quote=person.text,
                passage=each.post.id,
                span=(each.text.written(person.start), each.text.written(person.end)),
                published_on=each.post.published_on,
            )


def _whose(found: Found, each: Passage, people: Cast) -> Iterator[Record]:
    beside = found.kind in BESIDE and _of_person(found, each.reading)
    if found.person is None and each.reading.own and people.owner is not None and not beside:
        yield people.owner
        return
    person = (beside,) if beside else attach.persons(found, each.reading)
    yield from (people.record(one, each.row) for one in person)
    if not person and each.reading.sole:
        yield from people.records.values()


def _names_owner(found: Found, reading: Reading, people: Cast) -> bool:
    """The owner's own name in their own words is no mention of somebody else."""
    if found.kind != "third_party_mention" or people.owner is None:
        return False
    person = reading.mention_at(found.start, found.end)
    return person is not None and people.record(person) is people.owner


def _of_person(found: Found, reading: Reading) -> Mention | None:
    """“vernissage de Julia”: what is said *of* the person named right after it."""
    after = reading.text[found.end : found.end + 4].casefold()
    for link in (" de ", " d'", " d’", " of "):
        if after.startswith(link):
            start = found.end + len(link)
            return next((each for each in reading.mentions if each.start == start), None)
    return None


def _write(found: Found, by: str, record: Record, each: Passage, sheet: Sheet) -> None:
    start, end = each.text.written(found.start), each.text.written(found.end)
    own = each.reading.own and record.role == "owner"
    sheet.note(
        record,
        found.kind,
        found.value,
        sight=each.post.sight,
        by=by,
        quote=each.post.text[start:end],
        passage=each.post.id,
        span=(start, end),
        said_by=Voice.SELF if own else Voice.OTHER,
        about=_about(found, record, each),
        polarity=found.polarity,
        time=found.time,
        published_on=each.post.published_on,
        period=found.period,
    )


def _about(found: Found, record: Record, each: Passage) -> About:
    """Whom the fact speaks of: in one's own words *she works at* is somebody else's employer."""
    if record.role != "owner":
        return About.SUBJECT if found.about is About.UNKNOWN else found.about
    if found.kind in PERSONAL and each.reading.own:
        return attach.third_person(found, each.reading) or found.about
    return found.about


def _known_groups(reading: Reading, groups: tuple[str, ...]) -> Iterator[Found]:
    folded = fold(reading.text)
    if len(folded) != len(reading.text):
        return
    for group in groups:
        start = folded.find(fold(group))
        if start >= 0:
            yield Found(
                kind="group_membership", value=fold(group), start=start, end=start + len(group)
            )
