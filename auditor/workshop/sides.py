"""What somebody reads of a person on one page: the name, the lines of the profile, a few posts with their dates.

Only what the viewer of a card sees; nothing that the program made of it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from auditor.model.fact import Fact
from auditor.model.profile import Page, Post, Profile
from auditor.model.record import Record, Role
from auditor.model.report import View
from auditor.model.text import say
from auditor.report.inert import visible
from auditor.report.lookup import Lookup

POSTS = 4
"""Posts of a page shown on a card: what still can be read on a wall."""
DETAILS = 6
"""Lines of a profile shown on a card."""
LONGEST = 220
"""Signs of a post shown on a card."""
BEFORE = 80
"""Signs kept before what is said of the person, where a long text is cut."""
FIELD = "field"


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A post, or a line of a page."""

    text: str
    when: str = ""
    where: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A person as one page shows them."""

    record: str
    name: str
    place: str
    """The network or the site."""
    address: str
    holder: bool
    """Is it their own account, or does the page name them?"""
    page: str = ""
    """Whose page it is, where it is somebody else's or nobody's."""
    details: tuple[tuple[str, str], ...] = ()
    excerpts: tuple[Excerpt, ...] = ()


def shown(
    book: Lookup,
    view: View,
    page: Profile | Page | None,
    record: Record,
    decisive: Collection[str] = (),
) -> Shown:
    """The person of a record as the viewer reads them; `decisive` facts are among what is shown."""
    seen = set(view.facts)
    facts = [each for each in book.facts.values() if each.id in seen]
    there = [each for each in facts if each.source == record.source]
    mine = [each for each in there if each.record == record.id]
    holder = record.role is Role.OWNER
    excerpts = tuple(_excerpts(book, page, there if holder else mine, mine, set(decisive)))
    heading = "" if holder else _heading(book, record, page)
    place = _titled(book, page, record.source)
    return Shown(
        record=record.id,
        name=book.label(record.id),
        place=place,
        address=_address(book, record, page),
        holder=holder,
        page="" if heading == place else heading,
        details=tuple(_details(book, mine, excerpts)),
        excerpts=excerpts,
    )


def site(book: Lookup, page: Profile | Page | None, source: str) -> str:
    """The network's name, else the host that the page had; a file's name says nothing to a room."""
    if book.network(source) is not None:
        return book.site(source)
    if page is None or not page.url:
        return _title(book, page) or book.words(say("a saved page"))
    return book.text(page.url.partition("://")[2].partition("/")[0] or page.url)


def _titled(book: Lookup, page: Profile | Page | None, source: str) -> str:
    """The network's name, else the page's title: its host stands in the address already."""
    if book.network(source) is not None:
        return site(book, page, source)
    return _title(book, page) or site(book, page, source)


def _title(book: Lookup, page: Profile | Page | None) -> str:
    return book.text(page.title) if isinstance(page, Page) and page.title else ""


def _address(book: Lookup, record: Record, page: Profile | Page | None) -> str:
    address = record.url or (page.url if page else None) or ""
    return book.text(address.partition("://")[2] or address)


def _heading(book: Lookup, record: Record, page: Profile | Page | None) -> str:
    """The title of a page that is nobody's, or the name of whose page it is."""
    if isinstance(page, Page):
        return book.text(page.title)
    owner = f"{record.source}#owner"
    return book.label(owner) if owner in book.records else ""


def _details(
    book: Lookup, facts: Iterable[Fact], excerpts: Iterable[Excerpt]
) -> Iterator[tuple[str, str]]:
    """The lines of the profile, each said once, and none that an excerpt says again."""
    said = {" ".join(each.text.split()).casefold() for each in excerpts}
    found: dict[str, tuple[str, str]] = {}
    for each in facts:
        words = book.short(each) if each.passage == FIELD else ""
        key = words.casefold()
        if not words or "://" in words or any(key in one for one in said):
            continue
        found.setdefault(key, (book.kind(each.kind), words))
    yield from list(found.values())[:DETAILS]


def _excerpts(
    book: Lookup,
    page: Profile | Page | None,
    facts: Iterable[Fact],
    mine: Iterable[Fact],
    decisive: Collection[str],
) -> Iterator[Excerpt]:
    """The posts that decided, then those that say most; in the order of the page, each text once."""
    posts = {each.id: each for each in page.posts} if page else {}
    told: dict[str, list[Fact]] = {}
    for each in facts:
        if each.passage in posts:
            told.setdefault(each.passage, []).append(each)
    chosen = sorted(told, key=_weight(told, decisive), reverse=True)
    texts: dict[str, str] = {}
    for passage in chosen:
        texts.setdefault(" ".join(posts[passage].text.split()), passage)
    kept = set(list(texts.values())[:POSTS])
    anchors = {each.passage: each for each in reversed(list(mine))}
    for passage, post in posts.items():
        if passage in kept:
            yield _excerpt(book, page, post, anchors.get(passage))


def _weight(
    told: dict[str, list[Fact]], decisive: Collection[str]
) -> Callable[[str], tuple[int, int]]:
    def weight(passage: str) -> tuple[int, int]:
        facts = told[passage]
        return (
            sum(each.id in decisive for each in facts),
            len({(each.record, each.kind) for each in facts}),
        )

    return weight


def _excerpt(book: Lookup, page: Profile | Page | None, post: Post, anchor: Fact | None) -> Excerpt:
    """A post with its day; a line of a page that is dated as a whole, with the day of the page."""
    when = post.published_on or (anchor.published_on if anchor else None)
    when = when or (page.published_on if isinstance(page, Page) else None)
    return Excerpt(
        text=_cut(post.text, anchor.span[0] if anchor and anchor.span else 0),
        when=book.words.day(when) if when else "",
        where=book.text(post.place or ""),
        by=book.text(post.by or ""),
    )


def _cut(text: str, anchor: int) -> str:
    """The text, or of a long one the part around what is said of the person, whole words only."""
    if len(text) <= LONGEST:
        return _lines(text)
    start = max(0, min(anchor - BEFORE, len(text) - LONGEST))
    part = text[start : start + LONGEST]
    if start:
        part = f"…{part.partition(' ')[2] or part}"
    if start + LONGEST < len(text):
        part = f"{part.rpartition(' ')[0] or part}…"
    return _lines(part)


def _lines(text: str) -> str:
    """Lines of a page on one line, told apart; hidden signs named."""
    return visible(" · ".join(each.strip() for each in text.splitlines() if each.strip()))
