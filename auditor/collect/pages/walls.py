"""What stands before the page that was meant: a login, a consent question, an error, a frame."""

import re

from auditor.collect.labels import words
from auditor.collect.pages.element import attribute
from auditor.collect.pages.jsonld import PERSON
from auditor.collect.pages.text import visible
from auditor.collect.pages.view import View
from auditor.collect.unreadable import UnreadableError
from auditor.model.names import fold
from auditor.model.text import say

_SHORT = 600
"""Characters of visible text under which a page with a password field shows nothing else."""
_WALL = 1500
"""Characters of visible text under which a consent question is the whole page."""
_CONSENT_WORDS = 3
"""Different words of consent that a cookie question holds."""
_SAVE = say("open the page without being logged in, and save it as HTML")


def wall(view: View) -> UnreadableError | None:
    """Why the page is not the one that was meant; None where it may be."""
    if _tells_of_someone(view):
        return None
    seen = fold(visible(view.document.soup))
    title = fold(" ".join([view.document.title, _first_heading(view)]))
    if _asks_password(view) and (len(seen) < _SHORT or _holds("login", title)):
        return UnreadableError(say("the login page was saved instead of the page"), _SAVE)
    if len(seen) < _WALL and _count("consent", f"{title} {seen}") >= _CONSENT_WORDS:
        return UnreadableError(
            say("the question about cookies was saved instead of the page"),
            say("answer the question, then save the page"),
        )
    if _holds("absent", title) and len(seen) < _WALL:
        return UnreadableError(
            say("an error page was saved: the page does not exist (any more)"),
            say("check the address; take the source out if the page is gone"),
        )
    return _empty(view, seen)


def _empty(view: View, seen: str) -> UnreadableError | None:
    soup = view.document.soup
    if len(seen) > _SHORT:
        return None
    refreshed = any(
        attribute(meta, "http-equiv").casefold() == "refresh"
        and "url" in attribute(meta, "content").casefold()
        for meta in soup.find_all("meta")
    )
    if refreshed:
        return UnreadableError(
            say("the page only leads on to another one"), say("save the page it leads to")
        )
    if soup.find(["iframe", "frame"]) and not seen:
        return UnreadableError(
            say("the page only frames another one"), say("open the frame alone, and save it")
        )
    if not seen and not view.og and not view.graph.entries and soup.find("script"):
        return UnreadableError(
            say("the page is made by a script: the file holds none of its text"),
            say("save it as a complete page, or print it to HTML"),
        )
    return None


def _tells_of_someone(view: View) -> bool:
    person = view.og.get("og:type") == "profile" or any(view.graph.of(PERSON))
    return person or any(card.name for card in view.cards)


def _asks_password(view: View) -> bool:
    return (
        view.document.soup.find("input", attrs={"type": re.compile("^password$", re.I)}) is not None
    )


def _first_heading(view: View) -> str:
    found = view.document.soup.find(["h1", "h2"])
    return found.get_text()[:300] if found else ""


def _count(section: str, text: str) -> int:
    return sum(word in text for word in words("walls", section))


def _holds(section: str, text: str) -> bool:
    return _count(section, text) > 0
