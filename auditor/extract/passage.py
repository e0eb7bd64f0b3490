"""One passage of a source: read by every recognizer, its facts written on the right records."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import tee

from auditor.extract import attach
from auditor.extract.cast import Cast
from auditor.extract.cues.find import find
from auditor.extract.kit import Tools
from auditor.extract.names import Mention, mentions, with_model
from auditor.extract.passages import Safe, safe
from auditor.extract.reading import Found, Named, Reading
from auditor.extract.sheet import Sheet
from auditor.model.fact import About, Voice
from auditor.model.names import fold
from auditor.model.profile import Post
from auditor.model.record import Record

BESIDE = frozenset(
    {"activity", "group_membership", "home_commune", "job_title", "employer", "age", "school"}
)
"""Kinds that in the owner's own words may still be said of the person they stand beside."""

JOURNEYS = frozenset({"travel_plan", "away_now"})
"""Kinds that one says of oneself without *I*, and of others by their name before."""

PERSONAL = frozenset({"home_commune", "employer", "job_title", "school", "age", "family_status"})
"""Kinds that a sentence in one's own post may say of a relative or a friend instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A post before it is read: who is named in it, which must be known of all posts first."""

    post: Post
    text: Safe
    own: bool
    """Does the owner of the account speak in it?"""
    row: int | None
    mentions: tuple[Mention, ...]
    named: tuple[Named, ...] | None
    """What the model of names found; None where it was not asked yet."""
    sole: bool = False
    """Does its page name one person only?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A post or block ready to be read; made when its turn comes, since a case may hold very many."""

    post: Post
    reading: Reading
    text: Safe
    row: int | None


def drafts(posts: Sequence[Post], tools: Tools, *, own: bool) -> Iterator[Draft]:
    """The posts with the persons they name; `own` when the owner of the account speaks in them."""
    texts = (safe(each.text) for each in posts)
    if tools.names is None or not tools.thorough:
        for post, text in zip(posts, texts, strict=True):
            yield _draft(post, text, None, tools, own=own)
        return
    read, asked = tee(texts)
    named = tools.names(each.text for each in asked)
    for post, text, names in zip(posts, read, named, strict=True):
        yield _draft(post, text, tuple(names), tools, own=own)


def _draft(
    post: Post, text: Safe, named: tuple[Named, ...] | None, tools: Tools, *, own: bool
) -> Draft:
    known = mentions(text.text, tools.lexicon)
    found = tuple(with_model(known, named or (), text.text, tools.lexicon))
    # What others write on an account is not the owner's word.
    mine = own and post.by is None
    return Draft(post=post, text=text, own=mine, row=row_of(post), mentions=found, named=named)


def row_of(post: Post) -> int | None:
    """The number of a row of a list, from its id."""
    head, _, number = post.id.partition("-")
    return int(number) if head == "row" and number.isdigit() else None


def passage(each: Draft, tools: Tools) -> Passage:
    """The post made ready for the recognizers."""
    text = each.text
    return Passage(
        post=each.post,
        text=text,
        row=each.row,
        reading=Reading(
            text=text.text,
            mentions=each.mentions,
            lexicon=tools.lexicon,
            asked=each.named,
            names=tools.names,
            own=each.own,
            published_on=each.post.published_on,
            regions=tools.regions,
            sole=each.sole,
        ),
    )


def note(each: Passage, people: Cast, sheet: Sheet, tools: Tools) -> None:
    """Everything the recognizers find in the passage, on the records it belongs to."""
    for person in each.reading.mentions:
        name(people.record(person, each.row), person, each, sheet)
    for found in findings(each.reading, tools):
        if _names_owner(found, each.reading, people):
            continue
        for record in _whose(found, each, people):
            _write(found, record, each, sheet)
    for found in _known_groups(each.reading, tools.groups):
        for record in _whose(found, each, people):
            _write(replace(found, by="group"), record, each, sheet)


def findings(reading: Reading, tools: Tools) -> Iterator[Found]:
    """What every recognizer finds, ours, others' and those written as cues, each with its name."""
    told: list[Found] = []
    for by, recognize in tools.recognizers.items():
        if by in tools.wanted and tools.wanted[by].isdisjoint(reading.keys):
            continue
        told += (replace(found, by=by) for found in recognize(reading))
    yield from told
    if reading.own:
        # What a grammar read there, with its date or check digits, need not be said twice.
        yield from (each for each in find(reading, tools.cues()) if not _told(each, told))


def _told(cue: Found, told: Iterable[Found]) -> bool:
    return any(
        each.kind == cue.kind and each.start < cue.end and cue.start < each.end for each in told
    )


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


def _write(found: Found, record: Record, each: Passage, sheet: Sheet) -> None:
    start, end = each.text.written(found.start), each.text.written(found.end)
    own = each.reading.own and record.role == "owner"
    sheet.note(
        record,
        found.kind,
        found.value,
        sight=each.post.sight,
        by=found.by,
        sure=found.sure,
        factor=found.factor,
        quote=each.post.text[start:end],
        passage=each.post.id,
        span=(start, end),
        said_by=Voice.SELF if own else Voice.OTHER,
        about=_about(found, record, each),
        polarity=found.polarity,
        time=found.time,
        published_on=each.post.published_on,
        period=found.period,
        why=found.why,
    )


def _about(found: Found, record: Record, each: Passage) -> About:
    """Whom the fact speaks of: in one's own words *she works at* is somebody else's employer."""
    if record.role != "owner":
        return About.SUBJECT if found.about is About.UNKNOWN else found.about
    if found.kind in JOURNEYS and attach.opened(found, each.reading):
        return About.OTHER
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
