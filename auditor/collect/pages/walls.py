"""What stands before the page that was meant: a login, a consent question, an error, a frame."""

import re
from functools import cache

from auditor.collect.labels import words
from auditor.collect.pages import labelled
from auditor.collect.pages.element import attribute
from auditor.collect.pages.jsonld import PERSON
from auditor.collect.pages.text import blocks
from auditor.collect.pages.view import View
from auditor.collect.unreadable import UnreadableError
from auditor.model.names import fold
from auditor.model.text import say

_SHORT = 200
"""Characters of text beside which a password field, or a question about cookies, is the page; the
shortest profile of our samples shows more, or tells of someone with structure."""
_ERROR = 1500
"""Characters within which an error page stays, its excuses and links included."""
_LABELS = 2
"""Labels of a person, with their values, that make a page tell of someone."""
_SAVE = say("open the page without being logged in, and save it as HTML")


def wall(view: View) -> UnreadableError | None:
    """Why the page is not the one that was meant; None where it may be."""
    title = fold(f"{view.document.title} {_first_heading(view)}")
    if _tells_of_someone(view):
        return None
    texts = _texts(view)
    seen = sum(map(len, texts))
    entry = seen < _SHORT or (_holds("login", title) and seen < _ERROR)
    if entry and _asks_to_log_in(view, _holds("login", title)):
        return UnreadableError(say("the login page was saved instead of the page"), _SAVE)
    if _asks_consent(view, texts):
        return UnreadableError(
            say("the question about cookies was saved instead of the page"),
            say("answer the question, then save the page"),
        )
    if seen < _ERROR and _holds("absent", title):
        return UnreadableError(
            say("an error page was saved: the page does not exist (any more)"),
            say("check the address; take the source out if the page is gone"),
        )
    return _empty(view, seen)


def _empty(view: View, seen: int) -> UnreadableError | None:
    soup = view.document.soup
    if seen > _SHORT:
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
    if view.og.get("og:type") == "profile" or any(view.graph.of(PERSON)):
        return True
    labels = sum(not each.kind.startswith("label:") for each in labelled.read(view.document.soup))
    return labels >= _LABELS or any(card.name for card in view.cards)


def _texts(view: View) -> list[str]:
    """What the page says, headings, menus and footers left out; no more of it than tells a wall from a page."""
    footers = {id(each) for each in view.document.soup.find_all("footer")}
    found = blocks(view.document.soup, footers)
    texts: list[str] = []
    told = 0
    for text in (fold(each.text) for each in found if not each.heading and not each.menu):
        texts.append(text)
        told += 0 if _holds("consent", text) else len(text)
        if told > _ERROR:
            break
    return texts


def _asks_to_log_in(view: View, titled: bool) -> bool:
    kinds = {attribute(each, "type").casefold() for each in view.document.soup.find_all("input")}
    return "password" in kinds or (titled and bool(kinds & {"email", "text", "tel"}))


def _asks_consent(view: View, texts: list[str]) -> bool:
    """Is a question about cookies, with its button, all that the page says?"""
    rest = [each for each in texts if not _holds("consent", each)]
    if len(rest) == len(texts) or sum(map(len, rest)) > _SHORT:
        return False
    buttons = view.document.soup.find_all(["button", "a"], limit=100)
    labels = [fold(each.get_text(" ")[:60]) for each in buttons]
    return any(_holds("accept", each) for each in labels)


def _first_heading(view: View) -> str:
    found = view.document.soup.find(["h1", "h2"])
    return found.get_text()[:300] if found else ""


def _holds(section: str, text: str) -> bool:
    return _pattern(section).search(text) is not None


@cache
def _pattern(section: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words('walls', section)))})(?!\w)")
