"""From what was collected to facts in records, source by source."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from auditor.extract import birth, context, curriculum, described, files, hours, joking, pictures
from auditor.extract.cast import Cast, cast
from auditor.extract.kit import Tools
from auditor.extract.names import Mention, parse
from auditor.extract.passage import Draft, drafts, note, passage
from auditor.extract.sheet import Sheet
from auditor.model.extraction import Extraction
from auditor.model.fact import Fact
from auditor.model.names import fold
from auditor.model.profile import Field, Page, Person, Post, Profile
from auditor.model.record import Record, Role

OLD = datetime.timedelta(days=5 * 365)
"""A post older than this is an old post (`kinds.yml`: five years)."""

MANY = 50_000
"""Posts up to which the model of names reads every one: about a minute (measured: 1,000 texts a CPU second)."""

CLUBS = 200
"""Clubs that a page gives in a column or a field and that are looked for elsewhere: a race has some dozen."""
_CLUB = "group_membership"

ARTICLES = frozenset({"les", "le", "la", "the", "los", "las"})
"""Articles that begin a band's or a club's name, and no person's."""


def extract(places: Sequence[Profile | Page], tools: Tools, *, now: datetime.date) -> Extraction:
    """All records and facts of what was collected, in the order of the sources."""
    posts = sum(len(place.posts) for place in places)
    tools = replace(
        _with_names(places, tools),
        thorough=posts <= MANY,
        groups=tuple(dict.fromkeys(_groups(places, tools))),
        addresses=frozenset(place.url for place in places if place.url),
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
    """Names of bands and clubs: of accounts that are no person's, and of the clubs that people state."""
    for place in places:
        own = place.fields if isinstance(place, Profile) else ()
        yield from (each.text.strip() for each in own if _of_group(each, tools))
        listed = (each for person in place.people for each in person.fields)
        for field in islice((each for each in (*own, *listed) if each.name == _CLUB), CLUBS):
            if " " in field.text.strip():
                yield field.text.strip()


def _of_group(field: Field, tools: Tools) -> bool:
    return field.name in {"full_name", "alias"} and is_group(field.text, tools)


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
    # A friend list counts, it does not name: save those whom the case itself has a page of.
    people = [each for each in profile.people if each.post or each.url in tools.addresses]
    # A band or a club does not say *I*: what its page tells is told of the people it names.
    personal = not any(is_group(each, tools) for each in names)
    read = [*drafts(profile.posts, tools, own=personal)]
    members = cast(profile.source, owner, names, _named(read, people, tools), tools.lexicon)
    for person in (one for each in read if _wished(each) for one in each.mentions):
        members.hailed(person)
    sheet = Sheet(source=profile.source, confidence=tools.confidence)
    for field in (*profile.fields, *profile.links):
        described.field(field, owner, sheet, tools, seen_on=profile.observed_at.date())
    _posts(read, members, sheet, tools)
    described.people(people, members, sheet, tools)
    if personal:
        hours.of_posts(profile, owner, sheet)
        joking.of_profile(profile, owner, sheet, tools)
        curriculum.of_profile(profile, owner, sheet, tools.lexicon.sections)
        context.of_quiet(profile, owner, sheet)
    else:
        context.of_group(profile, owner, members, sheet)
    context.of_posts(profile, owner, sheet, oldest=now - OLD)
    files.of_posts(profile, owner, sheet, tools)
    yield from _by_record([owner, *members.records.values()], sheet)


def _wished(each: Draft) -> bool:
    """Does somebody wish the owner a happy birthday, on the owner's own account?"""
    return each.post.by is not None and birth.WISH.search(each.text.text) is not None


def _page(page: Page, tools: Tools) -> Iterator[tuple[Record, Iterable[Fact]]]:
    dated = [_dated(each, page.published_on) for each in page.posts]
    read = [*drafts(dated, tools, own=False)]
    members = cast(page.source, None, (), _named(read, page.people, tools), tools.lexicon)
    sheet = Sheet(source=page.source, confidence=tools.confidence)
    described.people(page.people, members, sheet, tools)
    named = {members.record(person, row).id for person, row in _named(read, page.people, tools)}
    # An article that names one person still speaks of others; a page that describes one does not.
    if len(named) == 1 and page.people:
        read = [replace(each, sole=True) for each in read]
    _posts(read, members, sheet, tools)
    shown = {
        members.record(described.person_name(each, tools), each.row).id for each in page.people
    }
    rows = {record.id for each in read for record in _in_row(each, members)}
    context.of_page(page, members, sheet, listed=shown | rows)
    curriculum.of_page(page, read, members, sheet, tools.lexicon.sections)
    yield from _by_record(members.records.values(), sheet)


def _named(
    drafts: Iterable[Draft], people: Iterable[Person], tools: Tools
) -> Iterator[tuple[Mention, int | None]]:
    """Everybody a source names, with the row of the list they stand in."""
    named = [(person, each.row) for each in drafts for person in each.mentions]
    named += [
        (parse(tag.name, tools.lexicon), each.row) for each in drafts for tag in each.post.tags
    ]
    named += [(described.person_name(each, tools), each.row) for each in people]
    yield from named


def _posts(drafts: Iterable[Draft], people: Cast, sheet: Sheet, tools: Tools) -> None:
    for each in (passage(one, tools) for one in drafts):
        note(each, people, sheet, tools)
        for tag in each.post.tags:
            described.tag(tag.name, each, people, sheet, tools)
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


def _in_row(each: Draft, members: Cast) -> Iterator[Record]:
    if each.row is not None:
        yield from (members.record(person, each.row) for person in each.mentions)


def _dated(post: Post, published: datetime.date | None) -> Post:
    return post if post.published_on or published is None else replace(post, published_on=published)


def _by_record(records: Iterable[Record], sheet: Sheet) -> Iterator[tuple[Record, Iterable[Fact]]]:
    facts: dict[str, list[Fact]] = {}
    for fact in sheet.facts.values():
        facts.setdefault(fact.record, []).append(fact)
    for record in records:
        if record.id in facts:
            yield record, facts[record.id]
