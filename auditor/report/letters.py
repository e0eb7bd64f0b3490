"""Letters that a reader can send: erasure, access, objection, to whoever answers for a place.

One for each controller and kind of request, of the places that hold facts of the subject's which carry
a finding. They tell what a page shows by the kinds of data alone: never a value, never somebody else's.
"""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from auditor.model.fact import Fact
from auditor.model.names import fold
from auditor.model.record import Role
from auditor.model.text import say
from auditor.report.duties import Duty, duties, own_sources
from auditor.report.laws import authority, is_default, law
from auditor.report.lookup import Lookup
from auditor.report.mask import MASK
from auditor.report.offices import Office, address, offices, safe
from auditor.resources.folders import folder

if TYPE_CHECKING:
    from jinja2 import Template

HANDFUL = 6
"""Letters shown in a page: two controllers, three requests each; a command writes all of them."""
WIDTH = 78
"""Columns of a letter that is written as a file."""
LANGUAGES = ("fr", "en")


class Request(StrEnum):
    """What is asked for, the most useful first."""

    ERASURE = "erasure"
    ACCESS = "access"
    OBJECTION = "objection"


TITLES = {
    Request.ERASURE: say("Ask for erasure"),
    Request.ACCESS: say("Ask what is held about you"),
    Request.OBJECTION: say("Object to what is done with it"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page that is written about, and the kinds of data it shows, in words."""

    address: str
    kinds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter, ready but for what stands in [square brackets]."""

    request: Request
    title: str
    to: str
    """The controller, or the publisher of a page."""
    contact: str
    """An address of mail or a form, where it is known."""
    note: str
    """What the sender should know; it is no part of the letter."""
    text: str
    file: str
    """A name for it as a file."""
    number: int
    """The same for all letters to one controller."""
    language: str


def letters(book: Lookup, known: Iterable[Duty] | None = None) -> tuple[Letter, ...]:
    """All letters, those that concern the gravest findings first; `known` are the duties, if gathered already.

    A letter is somebody's: of a report in which nobody is named there is none.
    """
    if not safe(name := book.report.mandate.subject.name) or MASK in name:
        return ()
    made: list[Letter] = []
    found = duties(book) if known is None else known
    for number, office in enumerate(offices(book, found), 1):
        made.extend(_letter(book, office, request, number) for request in Request)
    return tuple(made)


def wrapped(text: str) -> str:
    """The letter in lines of a fixed width, for a file; addresses are never broken."""
    return "\n".join(
        textwrap.fill(
            line,
            WIDTH,
            break_long_words=False,
            break_on_hyphens=False,
            subsequent_indent="  " if line.startswith("– ") else "",
        )
        for line in text.split("\n")
    )


def _letter(book: Lookup, office: Office, request: Request, number: int) -> Letter:
    words, home = book.words, book.report.home
    language = words.language if words.language in LANGUAGES else "en"
    pages = tuple(_pages(book, office))
    text = _template(f"{request}.{language}.txt").render(
        name=safe(book.report.mandate.subject.name),
        recipient=tuple(filter(None, (office.name, *office.lines, office.contact))),
        accounts=tuple(dict.fromkeys(_accounts(book, office.facts))),
        pages=pages,
        special=any(_is_special(book, each) for one in office.facts.values() for each in one),
        publisher=office.publisher,
        law=law(home),
        authority=authority(home, language),
    )
    return Letter(
        request=request,
        title=words(TITLES[request]),
        to=office.name,
        contact=office.contact,
        note=" ".join(filter(None, (office.note, _elsewhere(book, office)))),
        text=text.strip() + "\n",
        file=f"{number:02}-{request}-{_slug(office.name)}.txt",
        number=number,
        language=language,
    )


def _elsewhere(book: Lookup, office: Office) -> str:
    """A caution where the card tells of the company that answers in the Union, and the law is another's."""
    if is_default(book.report.home) or office.publisher:
        return ""
    return book.words(
        say("Check in the privacy policy that this is the company that answers where you live.")
    )


def _pages(book: Lookup, office: Office) -> Iterator[Page]:
    """Each page once, with the kinds of data that it shows of the subject."""
    found: dict[str, list[Fact]] = {}
    for source, facts in office.facts.items():
        found.setdefault(address(book, source), []).extend(facts)
    for where, facts in found.items():
        yield Page(address=where, kinds=book.words.listing(_kinds(book, facts)))


def _kinds(book: Lookup, facts: Iterable[Fact]) -> list[str]:
    """What a page shows, in words: nothing of others, and of what the law protects most no name."""
    known = book.report.kinds
    told = (
        each.kind
        for each in facts
        if not _is_special(book, each) and not (each.kind in known and known[each.kind].others)
    )
    return [book.kind(each) for each in dict.fromkeys(told)]


def _is_special(book: Lookup, fact: Fact) -> bool:
    kind = book.report.kinds.get(fact.kind)
    return kind is not None and kind.article is not None


def _accounts(book: Lookup, sources: Iterable[str]) -> Iterator[str]:
    """The subject's own accounts there, as they are called."""
    own = own_sources(book.report)
    there = set(sources) & own
    for record in book.report.records:
        if record.source in there and record.role is Role.OWNER and record.account:
            handle = safe(record.account.partition(":")[2])
            if handle and MASK not in handle:
                yield f"{handle} ({book.site(record.source)})"


def _slug(name: str) -> str:
    """A part of a file's name: letters and digits of the alphabet alone."""
    kept = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in fold(name))
    return "-".join(filter(None, kept.split("-")))[:40].strip("-") or "page"


@cache
def _template(name: str) -> "Template":
    """A letter's template: plain text, so that nothing is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(  # noqa: S701 - plain text is written, no HTML
        loader=FileSystemLoader(folder("reports") / "letters"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return made.get_template(name)
