"""The posts of a profile: as its structured data give them, and as it shows them, once each."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bs4 import Tag as Element

from auditor.collect.accounts import handle_of
from auditor.collect.addresses import resolve, same_address
from auditor.collect.dates import Instant, instant, span, unix_instant
from auditor.collect.pages import saved
from auditor.collect.pages.element import attribute, classes, outermost, with_class
from auditor.collect.pages.jsonld import PERSON, Entry, Node, first, strings, types
from auditor.collect.pages.text import inline, visible
from auditor.collect.pages.view import View
from auditor.collect.sight import sight
from auditor.model.names import fold
from auditor.model.profile import Media, Post, Tag

MOST = 5000
_TYPES = (
    "ImageObject Photograph VideoObject AudioObject BlogPosting SocialMediaPosting Comment NewsArticle"
    " Article Review DiscussionForumPosting LiveBlogPosting Message"
).split()
_NOT_POSTS = frozenset("image logo thumbnail primaryImageOfPage photo thumbnailUrl".split())
_TEXTS = ("headline", "name", "caption", "description", "articleBody", "text", "reviewBody")
_HOUR = re.compile(r",?\s(?:at|à)\s|,\s\d{1,2}:\d\d")
_SECONDS = 10
"""Digits of a moment in seconds, until the year 2286."""
_DATES = ("datePublished", "dateCreated", "uploadDate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """How one knows that a post is the owner's own."""

    names: frozenset[str]
    url: str | None

    def wrote(self, name: str, url: str | None) -> bool:
        """Is the author of that name and address the owner?"""
        return not name or fold(name) in self.names or same_address(url, self.url)


def elements(view: View) -> list[Element]:
    """The elements that show a post each: entries, articles, figures."""
    return [
        each
        for each in outermost(view.document.soup, _is_post)
        if each.find_parent(["nav", "footer"]) is None
    ][:MOST]


def posts(view: View, owner: Owner, shown: Iterable[Element]) -> list[Post]:
    """All posts of a profile, numbered; one that is both shown and described is merged."""
    found = [post for post in (_shown(each, view, owner) for each in shown) if post.text]
    places: dict[str, list[int]] = {}
    for place, post in enumerate(found):
        for key in _keys(post):
            places.setdefault(key, []).append(place)
    for entry in view.graph.of(*_TYPES):
        described = _described(entry, view, owner)
        if described is None:
            continue
        twin = next(
            (
                place
                for key in _keys(described)
                for place in places.get(key, ())
                if _same_day(found[place], described)
            ),
            None,
        )
        if twin is None:
            found.append(described)
        else:
            found[twin] = _merged(found[twin], described)
    return [replace(post, id=f"post-{number}") for number, post in enumerate(found[:MOST], start=1)]


def _is_post(element: Element) -> bool:
    if element.name in {"article", "figure"}:
        return True
    own = classes(element)
    return "h-entry" in own or not own.isdisjoint(saved.posts())


def _shown(element: Element, view: View, owner: Owner) -> Post:
    author, url = _author(element, view)
    place = with_class(element, "p-location")
    published_on, at = _published(element)
    return Post(
        id="",
        text=_text(element),
        sight=sight("posts", view.context),
        published_on=published_on,
        at=at,
        place=inline(place) or None if place else None,
        by=None if owner.wrote(author, url) else author,
        tags=tuple(_tags(element, view, {author, *owner.names})),
        media=tuple(_media(element, view)),
        url=_address(element, view),
    )


def _text(element: Element) -> str:
    """What the post says: its content, its name, its caption, else its text without its date."""
    content = with_class(element, "e-content", "p-content", "p-summary", "p-name", *saved.texts())
    if content is None:
        caption = element.find("figcaption")
        content = caption if isinstance(caption, Element) else None
    if content is not None and (text := visible(content)):
        return text
    times = {id(each) for each in element.find_all(["time", "abbr"]) if _when(each)[0]}
    around = with_class(element, "p-location", "p-author")
    return visible(element, times | ({id(around)} if around else set()))


def _published(element: Element) -> Instant:
    """When it says it was published: marked as such, else the first that is shown."""
    marked = with_class(element, "dt-published")
    shown = [marked] if marked is not None else element.find_all(["time", "abbr"], limit=10)
    return next((found for each in shown if (found := _when(each))[0]), (None, None))


def _when(element: Element) -> Instant:
    """The moment of a time, or of an abbreviation of the hour as older pages have it."""
    moment = attribute(element, "datetime") or attribute(element, "data-utime")
    if moment.isdecimal() and len(moment) <= _SECONDS:
        return unix_instant(int(moment))
    written = span(_HOUR.split(inline(element))[0]) if not moment else None
    return (written[0], None) if written and written[0] == written[1] else instant(moment)


def _author(element: Element, view: View) -> tuple[str, str | None]:
    found = with_class(element, "p-author") or element.find(["a", "span"], rel="author")
    if not isinstance(found, Element):
        return "", None
    link = found if found.name == "a" else found.find("a", href=True)
    url = (
        resolve(view.document.base, attribute(link, "href")) if isinstance(link, Element) else None
    )
    return inline(found), url


def _tags(element: Element, view: View, known: set[str]) -> Iterator[Tag]:
    """People marked as categories, and links to accounts; never the author or the owner."""
    seen = {fold(each) for each in known}
    for link in element.find_all(["a", "span", "div"]):
        if "p-author" in classes(link):
            continue
        marked = {"u-category", "h-card"} <= classes(link)
        url = resolve(view.document.base, attribute(link, "href"))
        leads = url is not None and handle_of(url, view.context.networks) is not None
        name = inline(link) if marked or leads else ""
        own = same_address(url, view.document.address)
        if name and not own and fold(name) not in seen:
            seen.add(fold(name))
            yield tag(name, url, view)


def tag(name: str, url: str | None, view: View) -> Tag:
    """A tag: its name is seen where the post is, its address where tags' links are."""
    return Tag(
        name=name,
        sight=sight("posts", view.context),
        url=url,
        url_sight=sight("tag_links", view.context),
    )


def _media(element: Element, view: View) -> Iterator[Media]:
    for image in element.find_all("img", src=True, limit=20):
        url = resolve(view.document.base, attribute(image, "src"))
        if url:
            yield Media(url=url, caption=attribute(image, "alt"))


def _address(element: Element, view: View) -> str | None:
    marked = element.find("a", class_="u-url", href=True)
    links = element.find_all("a", href=True, limit=10)
    around = next((a for a in links if a.find(["img", "time", "abbr"])), None)
    link = marked if isinstance(marked, Element) else around
    return resolve(view.document.base, attribute(link, "href")) if link is not None else None


def _described(entry: Entry, view: View, owner: Owner) -> Post | None:
    node, base = entry.node, view.document.base
    lines = dict.fromkeys(text for key in _TEXTS for text in strings(node.get(key))[:1])
    if entry.key in _NOT_POSTS or not lines:
        return None
    authors = view.graph.nodes(node.get("author") or node.get("creator"))
    name = first(authors[0].get("name")) if authors else first(node.get("author"))
    url = resolve(base, first(authors[0].get("url"))) if authors else None
    written = next((text for key in _DATES if (text := first(node.get(key)))), "")
    published_on, at = instant(written)
    picture = first(node.get("contentUrl") or node.get("thumbnailUrl") or node.get("image"))
    return Post(
        id="",
        text="\n".join(lines),
        sight=sight("posts", view.context),
        published_on=published_on,
        at=at,
        place=first(node.get("contentLocation") or node.get("locationCreated")) or None,
        by=None if owner.wrote(name, url) else name,
        tags=tuple(_mentioned(node, view, owner)),
        media=(Media(url=picture, caption=first(node.get("caption"))),)
        if resolve(base, picture)
        else (),
        url=resolve(base, first(node.get("url"))) if node.get("url") else None,
    )


def _mentioned(node: Node, view: View, owner: Owner) -> Iterator[Tag]:
    for key in ("mentions", "about", "character"):
        for person in view.graph.nodes(node.get(key)):
            name = first(person.get("name"))
            if PERSON in types(person) and name and fold(name) not in owner.names:
                yield tag(name, resolve(view.document.base, first(person.get("url"))), view)


def _keys(post: Post) -> list[str]:
    lines = {fold(post.text), *(fold(line) for line in post.text.split("\n"))}
    return [*lines, *([post.url] if post.url else [])]


def _same_day(left: Post, right: Post) -> bool:
    days = {left.published_on, right.published_on} - {None}
    return len(days) <= 1


def _merged(left: Post, right: Post) -> Post:
    """The shown post, filled in by its description."""
    names = {fold(each.name) for each in left.tags}
    longer = left if len(left.text) >= len(right.text) else right
    return replace(
        left,
        text=longer.text,
        published_on=left.published_on or right.published_on,
        at=left.at or right.at,
        place=left.place or right.place,
        by=left.by or right.by,
        tags=(*left.tags, *(each for each in right.tags if fold(each.name) not in names)),
        media=left.media or right.media,
        url=left.url or right.url,
    )
