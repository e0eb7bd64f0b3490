"""An account from its page."""

import re
from collections.abc import Iterator
from datetime import date

from auditor.collect.addresses import resolve, same_address
from auditor.collect.dates import span
from auditor.collect.labels import table
from auditor.collect.pages import embeds, labelled, opengraph, rel, sections
from auditor.collect.pages.contacts import Contacts, contacts
from auditor.collect.pages.element import inside
from auditor.collect.pages.hcard import Card
from auditor.collect.pages.jsonld import Node, first, is_organisation, strings, types
from auditor.collect.pages.person import about, of_card, of_node
from auditor.collect.pages.posts import Owner, elements, posts
from auditor.collect.pages.text import blocks, inline
from auditor.collect.pages.view import Pair, View
from auditor.collect.sight import sight, whole
from auditor.model.names import fold
from auditor.model.profile import Field, Person, Post, Profile

COLLECTOR = "pages"
_LONGEST_NAME = 60
_NAMES = frozenset({"full_name", "alias", "first_name"})
_TAIL = re.compile(r"\s[|·–—-]\s|\s\(|\s[/:]\s")
_BIO = "bio"
_OFFERS = ("Offer", "Product", "Car", "IndividualProduct")


def is_profile(view: View) -> bool:
    """Does the page show an account, as its structure says?"""
    if view.og.get("og:type") in {"profile", "product"} or view.graph.person() is not None:
        return True
    if any(each.node.get("seller") for each in view.graph.of(*_OFFERS)):
        return True
    return _representative(view) is not None


def profile(view: View) -> Profile:
    """The account that the page shows."""
    facts = labelled.read(view.document.soup)
    rows = sections.read(view.document.soup)
    listed = contacts(view)
    pairs = [*_structured(view), *((each.kind, each.text) for each in facts)]
    pairs += [*_shown_names(view, pairs), *embeds.pairs(view)]
    pairs += sections.cv(view.document.soup, view.document.address)
    fields = _schooled(view.fields(each for each in pairs if each[0] != "school_year"), pairs)
    fields += tuple(_of_row(each, view) for each in rows)
    if listed:
        fields += view.fields([("contact_list", str(listed.count))])
    shown = elements(view)
    owner = Owner(
        names=frozenset(fold(each.text) for each in fields if each.name in _NAMES | {"username"}),
        url=view.document.address,
    )
    found = posts(view, owner, shown)
    used = {id(each) for each in shown} | {id(each) for one in facts for each in one.elements}
    used |= {id(each.element) for each in rows} | labelled.actions(view.document.soup)
    used |= {id(each) for each in listed.elements} if listed else set()
    bio = _bio(view)
    return Profile(
        source=view.context.source.id,
        account=view.account,
        network=view.context.network.id if view.context.network else view.context.source.network,
        url=view.document.address,
        collector=COLLECTOR,
        observed_at=view.context.observed_at,
        sight=whole(view.context),
        fields=fields,
        posts=(*bio, *found, *_blocks(view, used, [*found, *bio], fields)),
        people=tuple(_people(view, listed)),
        links=tuple(_links(view)),
    )


def _structured(view: View) -> Iterator[Pair]:
    """What JSON-LD, the h-card, Open Graph and the address say of the owner."""
    card = _card(view)
    for node in _nodes(view):
        yield from of_node(node)
    for page in view.graph.of("ProfilePage"):
        yield "account_created", first(page.node.get("dateCreated"))[:10]
    yield from _ad(view)
    if card is not None:
        yield from of_card(card)
    og = view.og
    yield "username", og.get("profile:username", "").removeprefix("@")
    yield "first_name", og.get("profile:first_name", "")
    if og.get("og:type") == "profile":
        yield "photo_face", og.get("og:image", "")
    named = " ".join(filter(None, (og.get("profile:first_name"), og.get("profile:last_name"))))
    yield "full_name", named if " " in named else ""
    yield "username", view.handle if view.handle and not view.handle.isdigit() else ""


def _ad(view: View) -> Iterator[Pair]:
    """A small ad: its title, and its seller as the owner."""
    for each in view.graph.of(*_OFFERS):
        seller = next(iter(view.graph.nodes(each.node.get("seller"))), None)
        if seller is not None:
            item = next(iter(view.graph.nodes(each.node.get("itemOffered"))), each.holder or {})
            title = first(each.node.get("name")) or first(item.get("name")) or _heading(view)
            yield "classified_ad", title
            yield from of_node(seller)
            return
    if view.og.get("og:type") == "product":
        yield "classified_ad", view.og.get("og:title", "")


def _nodes(view: View) -> list[Node]:
    """The owner in the page's structured data: its person, else the one author of what it shows."""
    persons = view.graph.persons()
    if persons:
        return persons
    authors = [each.node for each in view.graph.entries if each.key in {"author", "creator"}]
    here = [
        each
        for each in authors
        if same_address(resolve(view.document.base, first(each.get("url"))), view.document.address)
    ]
    if here:
        return here[:1]
    names = {first(each.get("name")) for each in authors if types(each)}
    return authors[:1] if len(names) == 1 and not any(map(is_organisation, authors)) else []


def _card(view: View) -> Card | None:
    """The owner's h-card: the representative one, else the first that is no post's."""
    found = _representative(view)
    if found is not None:
        return found
    shown = {id(each) for each in elements(view)}
    free = [each for each in view.cards if not inside(each.element, shown)]
    return free[0] if free else None


def _representative(view: View) -> Card | None:
    """The card whose address is the page's own, or one that the page declares as the same person."""
    same = (view.document.address, *rel.me(view.document.soup, view.document.base))
    for card in view.cards:
        if any(same_address(url, each) for url in card.properties.get("url", ()) for each in same):
            return card
    return None


def _shown_names(view: View, pairs: list[Pair]) -> list[Pair]:
    """The name in the title, where no structure gives one: shared with `og:title` or the heading."""
    if any(kind in {"full_name", "alias"} and text for kind, text in pairs):
        return []
    handles = {fold(text) for kind, text in pairs if kind == "username"}
    ad = any(kind == "classified_ad" and text for kind, text in pairs)
    if opengraph.is_work(view.og):
        return []  # the title is the work's, not its author's
    for shown in (view.og.get("og:title", ""), _heading(view), _emphasised(view)):
        name = opengraph.without_site(_TAIL.split(shown)[0].strip(), view.og)
        if (
            not name
            or ad
            or len(name) > _LONGEST_NAME
            or fold(name) not in fold(f"{view.document.title} {view.og.get('og:title', '')}")
        ):
            continue
        if fold(name).removeprefix("@") not in handles:
            return [("alias" if " " not in name else "full_name", name)]
    return []


def _of_row(row: sections.Row, view: View) -> Field:
    seen = sight(row.kind, view.context)
    return Field(name=row.kind, text=row.text, sight=seen, period=row.years)


def _schooled(fields: tuple[Field, ...], pairs: list[Pair]) -> tuple[Field, ...]:
    """The fields, with the year of the only school where the page gives one."""
    years = [span(text) for kind, text in pairs if kind == "school_year"]
    return tuple(with_years(each, years[0] if years else None) for each in fields)


def with_years(field: Field, years: tuple[date, date] | None) -> Field:
    """A school with the years that a list gives beside it."""
    if field.name != "school" or years is None:
        return field
    return Field(name=field.name, text=field.text, sight=field.sight, period=years)


def _bio(view: View) -> tuple[Post, ...]:
    card = _card(view)
    text = next(filter(None, map(about, _nodes(view))), "") or (card.first("note") if card else "")
    if not text and view.og.get("og:type") == "profile":
        text = view.og.get("og:description", "")
    return (Post(id=_BIO, text=text, sight=sight(_BIO, view.context)),) if text else ()


def _blocks(
    view: View, used: set[int], found: list[Post], fields: tuple[Field, ...]
) -> Iterator[Post]:
    """The visible text that is no post, field or list: what the owner wrote beside."""
    said = {fold(line) for post in found for line in (post.text, *post.text.split("\n"))}
    said |= {fold(each.text) for each in fields} | {f"@{fold(each.text)}" for each in fields}
    said |= set(table("profile"))
    number = 0
    used |= {id(each) for each in view.document.soup.find_all("footer")}
    for block in blocks(view.document.soup, used):
        if block.heading or block.menu or "©" in block.text or fold(block.text) in said:
            continue
        said.add(fold(block.text))
        number += 1
        yield Post(id=f"block-{number}", text=block.text, sight=sight("posts", view.context))


def _people(view: View, listed: Contacts | None) -> Iterator[Person]:
    """The people of the contact list; they are counted, and belong to no post."""
    for name, url in listed.people if listed else ():
        field = Field(name="full_name", text=name, sight=sight("contact_list", view.context))
        yield Person(fields=(field,), url=url)


def _links(view: View) -> Iterator[Field]:
    """Addresses the owner declares as theirs, other than this page."""
    base = view.document.base
    card = _card(view)
    urls = [*rel.me(view.document.soup, base)]
    urls += [
        url
        for node in _nodes(view)
        for text in strings(node.get("sameAs"))
        if (url := resolve(base, text))
    ]
    urls += (
        [url for text in card.properties.get("url", ()) if (url := resolve(base, text))]
        if card
        else []
    )
    for url in dict.fromkeys(urls):
        if not same_address(url, view.document.address):
            yield Field(name="bio_crosslink", text=url, sight=sight("bio_crosslink", view.context))


def _emphasised(view: View) -> str:
    """The name that the title begins with, where the page shows it by itself in bold."""
    name = _TAIL.split(view.document.title)[0].strip()
    strong = view.document.soup.find_all(["h2", "strong", "b"], limit=50)
    return name if any(inline(each) == name for each in strong) else ""


def _heading(view: View) -> str:
    found = view.document.soup.find("h1")
    return " ".join(found.get_text(" ").split())[:200] if found else ""
