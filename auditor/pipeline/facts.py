"""What one text, page or export says, and nothing more: no mandate, no joining, no viewer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from auditor.collect.apart.bounds import bounds
from auditor.collect.apart.process import Apart
from auditor.collect.sources import collect
from auditor.extract.gather import extract
from auditor.extract.kit import Tools
from auditor.model.extraction import Extraction
from auditor.model.failure import Failure
from auditor.model.mandate import Mandate, Purpose, Source, Subject
from auditor.model.network import Network
from auditor.model.profile import Page, Post, Profile
from auditor.model.visibility import UNKNOWN_SIGHT
from auditor.store.rows import gathered

SOURCE = "text"
"""The id of a text that comes from no file of a case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """The facts, and what could not be read."""

    extraction: Extraction
    failures: Sequence[Failure]


def of_text(text: str, tools: Tools, *, now: datetime, on: date | None, own: bool) -> Read:
    """The facts of a text: its author's own words, or a page about others.

    Paragraphs apart by an empty line are read one by one; `on` is the day they were written, for
    “tomorrow” and ages; with `own`, *I* means the person whom the facts are about.
    """
    posts = tuple(_paragraphs(text, on))
    return Read(extraction=of_posts(posts, tools, now=now, own=own), failures=())


def of_posts(posts: tuple[Post, ...], tools: Tools, *, now: datetime, own: bool) -> Extraction:
    """The facts of pieces of text that come from no file of a case."""
    place = _spoken(posts, now) if own else _told(posts, now)
    return extract([place], tools, now=now.date())


def of_file(path: Path, tools: Tools, *, networks: Mapping[str, Network], now: datetime) -> Read:
    """The facts of a page or an export, read as an audit reads it, offline."""
    source = Source(id=path.stem, path=path.name, owner="other")
    asked = Mandate(
        subject=Subject(name=path.stem),
        purpose=Purpose.SELF_AUDIT,
        language="en",
        signed_on=now.date(),
        expires_on=now.date(),
        sources=(source,),
    )
    with Apart(networks, bounds()) as apart:
        (access,) = collect(asked, path.parent, networks=networks, now=now, apart=apart)
        found = list(gathered(access.read()))
    places = [each for each in found if not isinstance(each, Failure)]
    failures = [each for each in found if isinstance(each, Failure)]
    return Read(extraction=extract(places, tools, now=now.date()), failures=failures)


def _spoken(posts: tuple[Post, ...], now: datetime) -> Profile:
    return Profile(
        source=SOURCE,
        account=None,
        network=None,
        url=None,
        collector="text",
        observed_at=now,
        sight=UNKNOWN_SIGHT,
        posts=posts,
    )


def _told(posts: tuple[Post, ...], now: datetime) -> Page:
    return Page(
        source=SOURCE,
        network=None,
        url=None,
        collector="text",
        observed_at=now,
        sight=UNKNOWN_SIGHT,
        posts=posts,
    )


def _paragraphs(text: str, on: date | None) -> Iterator[Post]:
    parts = [each for each in text.replace("\r\n", "\n").split("\n\n") if each.strip()]
    for number, part in enumerate(parts, start=1):
        yield Post(id=f"block-{number}", text=part.strip("\n"), published_on=on)
