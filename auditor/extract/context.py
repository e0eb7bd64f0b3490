"""What a place says of everybody on it: the firm whose team it shows, the band whose channel it is."""

import datetime
from collections.abc import Collection, Iterator
from itertools import islice

from auditor.extract.cast import Cast
from auditor.extract.sheet import Sheet
from auditor.model.fact import About, Voice
from auditor.model.names import fold
from auditor.model.profile import Page, Post, Profile
from auditor.model.record import Record
from auditor.model.visibility import Origin, Sight, Visibility

COLLEAGUES = 10
"""Colleagues noted of one person: a page of two hundred names tells no more than ten do."""

QUIET = datetime.timedelta(days=2 * 365)
"""How long before it was saved an account was last posted to, for it to be taken for forgotten.

Two years: unused for so long, a Google account is deleted since it is likelier to be broken into (its
policy of May 2023, as king5.com reports it).
"""

CLUBS = frozenset(
    "club association asso comite amicale chorale choeur fanfare harmonie ligue society choir band league troop".split()
)
"""Words in the names of what people join beside their work."""


def of_page(page: Page, people: Cast, sheet: Sheet, *, listed: Collection[str]) -> None:
    """A page that lists people with their posts is their employer's; any page that names someone tags them.

    An article names people in running text: the paper that prints it is nobody's employer.
    """
    for record in people.records.values():
        if page.organisation and record.id in listed and _has(record, sheet, "job_title"):
            _note(record, _tie(page.organisation), page.organisation, page, sheet)
            _note(record, "workplace_address", page.town or "", page, sheet)
            for other in _listed_beside(record, people, listed):
                _note(record, "colleague", other.label, page, sheet, about=About.OTHER)
        _note(record, "tagged_by_other", page.source, page, sheet, by="metadata")


def _tie(organisation: str) -> str:
    """What somebody listed there is to it: a club has members, a firm has staff."""
    words = fold(organisation).replace("'", " ").replace("’", " ").split()
    return "employer" if CLUBS.isdisjoint(words) else "group_membership"


def _listed_beside(record: Record, people: Cast, listed: Collection[str]) -> Iterator[Record]:
    """The first of those whom a team page lists with somebody: they tell who works together."""
    others = (each for each in people.records.values() if each.id in listed and each != record)
    yield from islice(others, COLLEAGUES)


def of_group(profile: Profile, owner: Record, people: Cast, sheet: Sheet) -> None:
    """Whoever a band's or a club's account names with an activity is taken for a member."""
    shared = [
        fact
        for fact in sheet.facts.values()
        if fact.record == owner.id and fact.kind in {"home_commune", "geotag", "checkin"}
    ]
    for record in people.records.values():
        if not _has(record, sheet, "activity"):
            continue
        _note(record, "group_membership", fold(owner.label), profile, sheet)
        for fact in shared:
            _note(
                record,
                fact.kind,
                fact.value,
                profile,
                sheet,
                passage=fact.passage,
                quote=fact.quote,
            )


def of_posts(profile: Profile, owner: Record, sheet: Sheet, *, oldest: datetime.date) -> None:
    """What the account itself shows: is it indexed, how old are its posts, who comments."""
    if profile.sight.visibility is Visibility.INDEXED or any(
        fact.record == owner.id and fact.kind == "full_name" and fact.visibility == "indexed"
        for fact in sheet.facts.values()
    ):
        indexed = [
            f for f in sheet.facts.values() if f.record == owner.id and f.visibility == "indexed"
        ]
        for fact in indexed[:1]:
            sight = profile.sight if profile.sight.visibility == "indexed" else None
            sheet.note(
                owner,
                "profile_indexed",
                profile.network or profile.source,
                sight=sight or _sight(fact.visibility, fact.visibility_from),
                by="metadata",
            )
    dated = sorted((each for each in profile.posts if each.published_on), key=_date)
    for post in dated[:1]:
        if _date(post) < oldest:
            sheet.note(
                owner,
                "old_post",
                _date(post).isoformat(),
                sight=post.sight,
                by="metadata",
                passage=post.id,
                quote=post.text[:120],
                published_on=post.published_on,
            )
    for post in (each for each in profile.posts if each.by is not None):
        sheet.note(
            owner,
            "public_comment",
            f"{profile.source}/{post.id}",
            sight=post.sight,
            by="metadata",
            passage=post.id,
            quote=post.text[:120],
            said_by=Voice.OTHER,
            published_on=post.published_on,
        )


def of_quiet(profile: Profile, owner: Record, sheet: Sheet) -> None:
    """An account whose newest post was old when it was saved; one without dated posts tells nothing."""
    own = [each for each in profile.posts if each.published_on and each.by is None]
    last = max(own, key=_date, default=None)
    if last is not None and profile.observed_at.date() - _date(last) > QUIET:
        sheet.note(
            owner,
            "dormant_account",
            profile.network or profile.source,
            sight=profile.sight,
            by="metadata",
            passage=last.id,
            quote=last.text[:120],
            published_on=last.published_on,
        )


def _note(
    record: Record,
    kind: str,
    value: str,
    place: Page | Profile,
    sheet: Sheet,
    *,
    by: str = "context",
    passage: str = "field",
    quote: str = "",
    about: About = About.SUBJECT,
) -> None:
    sheet.note(
        record,
        kind,
        value,
        sight=place.sight,
        by=by,
        passage=passage,
        quote=quote,
        said_by=Voice.OTHER,
        about=about,
    )


def _has(record: Record, sheet: Sheet, kind: str) -> bool:
    return any(fact.record == record.id and fact.kind == kind for fact in sheet.facts.values())


def _sight(visibility: Visibility, origin: Origin | None) -> Sight:
    return Sight(visibility=visibility, origin=origin)


def _date(post: Post) -> datetime.date:
    return post.published_on or datetime.date.max
