"""From what was collected to facts in records, source by source."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from auditor.extract import context, fields, files, pictures
from auditor.extract.cast import Cast, cast
from auditor.extract.kit import Tools
from auditor.extract.names import Mention, parse
from auditor.extract.passage import Passage, note, of_one, passage
from auditor.extract.sheet import Sheet
from auditor.model.extraction import Extraction
from auditor.model.fact import Fact
from auditor.model.names import fold
from auditor.model.profile import Field, Page, Person, Post, Profile
from auditor.model.record import Record, Role

OLD = datetime.timedelta(days=5 * 365)
"""A post older than this is an old post (`kinds.yml`: five years)."""

ARTICLES = frozenset({"les", "le", "la", "the", "los", "las"})
"""Articles that begin a band's or a club's name, and no person's."""


def extract(places: Sequence[Profile | Page], tools: Tools, *, now: datetime.date) -> Extraction:
    """All records and facts of what was collected, in the order of the sources."""
    tools = replace(
        _with_names(places, tools),
        groups=tuple(_groups(places, tools)),
        pictures=pictures.recurring(places, tools.same_picture),
    )
    records: dict[str, Record] = {}
    facts: dict[str, Fact] = {}
    for place in places:
        made = _profile(place, tools, now) if isinstance(place, Profile) else _page(place, tools)
        for record, found in made:
            records.setdefault(record.id, record)  # the first profile of a source stands for it
            facts.update({fact.id: fact for fact in found})
    return Extraction(records=tuple(records.values()), facts=tuple(facts.values()))


def _groups(places: Iterable[Profile | Page], tools: Tools) -> Iterator[str]:
    """Names shown by accounts that are no person's: a band's, a club's."""
    for place in places:
        for field in place.fields if isinstance(place, Profile) else ():
            if field.name in {"full_name", "alias"} and is_group(field.text, tools):
                yield field.text.strip()


def is_group(name: str, tools: Tools) -> bool:
    """Does the name show an organisation: an article before it, or a word such as *club* or *Ltd*?"""
    words = [fold(word) for word in name.split()]
    if len(words) < 2:  # noqa: PLR2004
        return False
    return words[0] in ARTICLES or any(word in tools.lexicon.organisations for word in words)


def _with_names(places: Iterable[Profile | Page], tools: Tools) -> Tools:
    """The words, and the given names that the accounts of this case themselves show."""
    shown = (
        fold(field.text.split()[0])
        for place in places
        for field in (place.fields if isinstance(place, Profile) else ())
        if field.name == "full_name" and len(field.text.split()) > 1
        if not is_group(field.text, tools)
    )
    new = frozenset(each for each in shown if each.isalpha()) - tools.lexicon.ordinary
    return replace(tools, lexicon=replace(tools.lexicon, given=tools.lexicon.given | new))


def _profile(
    profile: Profile, tools: Tools, now: datetime.date
) -> Iterator[tuple[Record, Iterable[Fact]]]:
    names = [each.text for each in profile.fields if each.name in {"full_name", "alias"}]
    username = [each.text for each in profile.fields if each.name == "username"]
    owner = Record(
        id=f"{profile.source}#owner",
        source=profile.source,
        role=Role.OWNER,
        label=next(iter([*names, *username, profile.account or profile.source])),
        account=profile.account,
        url=profile.url,
    )
    # A friend list counts, it does not name: only people tagged in posts become records.
    people = [each for each in profile.people if each.post is not None]
    # A band or a club does not say *I*: what its page tells is told of the people it names.
    personal = not any(is_group(each, tools) for each in names)
    passages = [passage(each, tools, own=personal and each.by is None) for each in profile.posts]
    members = cast(profile.source, owner, names, _named(passages, people, tools), tools.lexicon)
    sheet = Sheet(source=profile.source, confidence=tools.confidence)
    for field in (*profile.fields, *profile.links):
        _field(field, owner, sheet, tools, seen_on=profile.observed_at.date())
    _posts(passages, members, sheet, tools)
    _people(people, members, sheet, tools)
    if not personal:
        context.of_group(profile, owner, members, sheet)
    context.of_posts(profile, owner, sheet, oldest=now - OLD)
    files.of_posts(profile, owner, sheet, tools)
    yield from _by_record([owner, *members.records.values()], sheet)


def _page(page: Page, tools: Tools) -> Iterator[tuple[Record, Iterable[Fact]]]:
    passages = [
        passage(_dated(each, page.published_on), tools, own=False, row=_row(each))
        for each in page.posts
    ]
    members = cast(page.source, None, (), _named(passages, page.people, tools), tools.lexicon)
    sheet = Sheet(source=page.source, confidence=tools.confidence)
    _people(page.people, members, sheet, tools)
    named = {members.record(person, row).id for person, row in _named(passages, page.people, tools)}
    # An article that names one person still speaks of others; a page that describes one does not.
    if len(named) == 1 and page.people:
        passages = [of_one(each) for each in passages]
    _posts(passages, members, sheet, tools)
    described = {members.record(person_name(each, tools), each.row).id for each in page.people}
    rows = {record.id for each in passages for record in _in_row(each, members)}
    context.of_page(page, members, sheet, listed=described | rows)
    yield from _by_record(members.records.values(), sheet)


def _named(
    passages: Iterable[Passage], people: Iterable[Person], tools: Tools
) -> Iterator[tuple[Mention, int | None]]:
    """Everybody a source names, with the row of the list they stand in."""
    named = [(person, each.row) for each in passages for person in each.reading.mentions]
    named += [
        (parse(tag.name, tools.lexicon), each.row) for each in passages for tag in each.post.tags
    ]
    named += [(person_name(each, tools), each.row) for each in people]
    yield from named


def _posts(passages: Iterable[Passage], people: Cast, sheet: Sheet, tools: Tools) -> None:
    for each in passages:
        note(each, people, sheet, tools)
        for tag in each.post.tags:
            _tag(tag.name, each, people, sheet, tools)
        if each.post.place and people.owner is not None:
            place = tools.lexicon.place(each.post.place.split(",")[0])
            sheet.note(
                people.owner,
                "geotag",
                place.name if place else each.post.place,
                sight=each.post.sight,
                by="field",
                passage=each.post.id,
                quote=each.post.place,
                published_on=each.post.published_on,
            )


def _tag(label: str, each: Passage, people: Cast, sheet: Sheet, tools: Tools) -> None:
    """A tagged person: their name, that others tag them, and the account the tag leads to."""
    person = parse(label, tools.lexicon)
    record = people.record(person, each.row)
    for tag in (one for one in each.post.tags if one.name == label):
        field = Field(name="full_name", text=tag.name, sight=tag.sight)
        _field(field, record, sheet, tools, passage=each.post.id, by="tag")
        # That others tag someone is seen with the name; where the tag leads, with tags' links.
        for value, sight in (
            (f"{sheet.source}/{each.post.id}", tag.sight),
            (tag.url, tag.url_sight),
        ):
            if value:
                sheet.note(
                    record,
                    "tagged_by_other",
                    value,
                    sight=sight,
                    by="tag",
                    passage=each.post.id,
                    quote=tag.name,
                    published_on=each.post.published_on,
                )
        if people.owner is not None and each.reading.own and record is not people.owner:
            sheet.note(
                people.owner,
                "third_party_mention",
                tag.name,
                sight=tag.sight,
                by="tag",
                passage=each.post.id,
                about="other",
                published_on=each.post.published_on,
            )


def _people(people: Iterable[Person], members: Cast, sheet: Sheet, tools: Tools) -> None:
    for person in people:
        record = members.record(person_name(person, tools), person.row)
        for field in person.fields:
            _field(field, record, sheet, tools, passage=person.post or "field")


def person_name(person: Person, tools: Tools) -> Mention:
    """The name of a person whom a page describes with structure."""
    label = next((each.text for each in person.fields if each.name in {"full_name", "alias"}), "")
    return parse(label, tools.lexicon)


def _field(
    field: Field,
    record: Record,
    sheet: Sheet,
    tools: Tools,
    *,
    passage: str = "field",
    by: str = "field",
    seen_on: datetime.date | None = None,
) -> None:
    for kind, value, period in fields.normal(field, tools.lexicon, tools.regions):
        if kind == "age" and seen_on is not None:
            period = fields.at_age(value, seen_on)  # noqa: PLW2901 - the page is dated by its saving
        sheet.note(
            record,
            kind,
            value,
            sight=field.sight,
            by=by,
            quote=field.text,
            passage=passage,
            period=period,
        )


def _in_row(each: Passage, members: Cast) -> Iterator[Record]:
    if each.row is not None:
        yield from (members.record(person, each.row) for person in each.reading.mentions)


def _dated(post: Post, published: datetime.date | None) -> Post:
    return post if post.published_on or published is None else replace(post, published_on=published)


def _row(post: Post) -> int | None:
    """The number of a row of a list, from its id."""
    head, _, number = post.id.partition("-")
    return int(number) if head == "row" and number.isdigit() else None


def _by_record(records: Iterable[Record], sheet: Sheet) -> Iterator[tuple[Record, Iterable[Fact]]]:
    facts: dict[str, list[Fact]] = {}
    for fact in sheet.facts.values():
        facts.setdefault(fact.record, []).append(fact)
    for record in records:
        if record.id in facts:
            yield record, facts[record.id]
