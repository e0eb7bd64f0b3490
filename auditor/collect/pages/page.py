"""A web page, read: somebody's account, or nobody's."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bs4 import Tag as Element

from auditor.collect.accounts import network_of
from auditor.collect.dates import day
from auditor.collect.pages import embeds, jsonld, marks, microdata, opengraph, rel, state
from auditor.collect.pages.document import parse
from auditor.collect.pages.element import attribute
from auditor.collect.pages.hcard import cards
from auditor.collect.pages.jsonld import first
from auditor.collect.pages.listing import MOST, Listing, listing
from auditor.collect.pages.profile import COLLECTOR, is_profile, profile
from auditor.collect.pages.view import View
from auditor.collect.pages.walls import wall
from auditor.collect.reading import Context
from auditor.collect.sight import whole
from auditor.collect.unreadable import UnreadableError, failed
from auditor.model.failure import Failure
from auditor.model.mandate import Shows
from auditor.model.profile import Page, Profile
from auditor.model.text import say

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?\s*([^|·•,.\n©]{2,60})", re.I
)


def read(data: bytes, context: Context) -> Iterator[Profile | Page | Failure]:
    """The profile or the page that the bytes show, and what of them could not be read."""
    try:
        view = seen(data, context)
        _refuse(view)
        made = None if _shows_profile(view) else listing(view)
        found: Profile | Page = profile(view) if made is None else page(view, made)
    except UnreadableError as fault:
        yield fault.failure(context.source.id)
        return
    except RecursionError:
        yield failed(context.source.id, *_TOO_DEEP)
        return
    yield from _unread(view, made)
    if _is_empty(found):
        yield failed(context.source.id, *_NOTHING)
    else:
        yield found


def _unread(view: View, made: Listing | None) -> Iterator[Failure]:
    """What of the page could not be read."""
    yield from view.document.failures
    if made is not None and made.cut:
        yield failed(
            view.context.source.id,
            say("the page has more than %(count)s blocks: only the first were read", count=MOST),
            say("save the part that shows the subject, or the pages of a list one by one"),
        )
    if view.graph.malformed:
        yield failed(
            view.context.source.id,
            say(
                "%(count)s of the page's blocks of structured data cannot be read",
                count=view.graph.malformed,
            ),
            say("nothing to do: the page's own text was read"),
        )


def _refuse(view: View) -> None:
    """Raise where the page is not the one that was meant."""
    if (view.context.source.path or "").casefold().endswith(".zip"):
        raise UnreadableError(*_NO_ARCHIVE)
    barred = wall(view)
    if barred is not None:
        raise barred


def _is_empty(found: Profile | Page) -> bool:
    if isinstance(found, Profile):
        own = any(each.name not in {embeds.KIND, embeds.FEED} for each in found.fields)
        return not (found.posts or found.links or own)
    return not (found.posts or found.people)


_TOO_DEEP = (
    say("the page is nested too deep to be read"),
    say("check that the file is the page as your browser saved it"),
)
_NO_ARCHIVE = (
    say("the file is a web page under the name of an archive: the download had expired"),
    say("ask the network for the export again, and download it while the link is good"),
)
_NOTHING = (
    say("the page shows nothing that can be read"),
    say("open the page, let it load, and save it as a complete page"),
)


def page(view: View, made: Listing) -> Page:
    """A page that is nobody's account, of the blocks and people it shows."""
    organisation = view.graph.organisation()
    address = organisation.get("address") if organisation else None
    town = first(address.get("addressLocality")) if isinstance(address, dict) else ""
    return Page(
        source=view.context.source.id,
        network=view.context.network.id if view.context.network else view.context.source.network,
        url=view.document.address,
        collector=COLLECTOR,
        observed_at=view.context.observed_at,
        sight=whole(view.context),
        title=view.og.get("og:title") or view.document.title,
        published_on=_published(view),
        organisation=(first(organisation.get("name")) if organisation else "")
        or view.og.get("og:site_name")
        or _copyright(view),
        town=town or None,
        posts=tuple(made.posts),
        people=tuple(made.people),
    )


def seen(data: bytes, context: Context) -> View:
    """The page with its structured data, before it is known what it shows.

    Raises:
        UnreadableError: no web page.
    """
    document = parse(data, context)
    network = context.network
    if network is None and document.address:
        network = network_of(document.address, context.networks)
    indexed = False if rel.noindex(document.soup) else context.indexed
    return View(
        context=replace(context, network=network, indexed=indexed),
        document=document,
        graph=jsonld.read(document.soup).more(
            [each for way in (microdata, state, marks) for each in way.read(document.soup)]
        ),
        og=opengraph.read(document.soup),
        cards=tuple(cards(document.soup, document.base)),
    )


def _shows_profile(view: View) -> bool:
    shows = view.context.source.shows
    return shows is Shows.PROFILE if shows is not None else is_profile(view)


def _published(view: View) -> date | None:
    """When an article was published; a page that is none has no such day."""
    for entry in view.graph.of("NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle"):
        found = day(first(entry.node.get("datePublished") or entry.node.get("dateCreated")))
        if found:
            return found
    named = view.og.get("article:published_time")
    if named:
        return day(named)
    articles = view.document.soup.find_all("article", limit=2)
    time = articles[0].find("time", datetime=True) if len(articles) == 1 else None
    return day(attribute(time, "datetime")) if isinstance(time, Element) else None


def _copyright(view: View) -> str | None:
    for footer in view.document.soup.find_all(["footer", "small"], limit=5):
        found = _COPYRIGHT.search(footer.get_text(" ")[:500])
        if found:
            return " ".join(found[1].split()) or None
    return None
