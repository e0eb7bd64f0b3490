"""Schools, posts and favourites that a profile lists below a heading, one a row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from bs4 import BeautifulSoup
from bs4 import Tag as Element

from auditor.collect.labels import key, table, words
from auditor.collect.pages.text import inline
from auditor.model import curriculum
from auditor.model.names import fold
from auditor.resources import read as tables
from auditor.resources.folders import folder

Years = tuple[date | None, date | None]
_HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
_MOST = 200
_LONGEST = 200
"""Characters of a row: what is longer is told in sentences."""
_SPAN = re.compile(
    r"\b(?P<low>(?:19|20)\d\d)\s?(?:-|–|—|à|to)\s?(?:(?P<high>(?:19|20)\d\d)\b|[^\W\d]{3,12}\b)"
)
_SINCE = re.compile(r"\b(?:depuis|since|from)\s(?:[^\W\d]{3,9}\s)?(?P<low>(?:19|20)\d\d)\b", re.I)
_POST = re.compile(r"(?P<employer>[^:,]{2,60}?)\s?:\s(?P<job>[^,:]{2,60})(?:,|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One school, post or favourite."""

    kind: str
    text: str
    years: Years | None
    element: Element
    """What shows it on the page."""


def read(soup: BeautifulSoup) -> list[Row]:
    """The schools, employers, posts and favourites that rows below known headings name; other rows stay text."""
    return [row for kind, element in _rows(soup) for row in _row(kind, element)]


def cv(soup: BeautifulSoup, address: str | None) -> Iterator[tuple[str, str]]:
    """That the page is a curriculum, by its headings."""
    heads = soup.find_all(_HEADINGS, limit=_MOST)
    if curriculum.is_curriculum((inline(each) for each in heads), _parts()):
        yield "cv_public", address or "cv"


@cache
def _parts() -> dict[str, str]:
    return curriculum.sections(tables.table(folder("data") / curriculum.TABLE))


def _rows(soup: BeautifulSoup) -> Iterator[tuple[str, Element]]:
    for heading in soup.find_all(_HEADINGS, limit=_MOST):
        kind = table("sections").get(key(heading.get_text()[:60]))
        for part in heading.next_siblings if kind else ():
            if isinstance(part, Element):
                if part.name in _HEADINGS or part.find(_HEADINGS) is not None:
                    break
                yield from ((str(kind), each) for each in part.find_all("li", limit=_MOST))


def _row(kind: str, element: Element) -> Iterator[Row]:
    text = inline(element)
    if len(text) > _LONGEST:
        return
    years = span(text)
    if kind == "favourite":
        yield Row(kind=kind, text=text, years=None, element=element)
    elif kind == "school":
        name = _school(text)
        if name:
            yield Row(kind="school", text=name, years=years, element=element)
    elif post := _POST.match(text):
        yield Row(kind="employer", text=post["employer"], years=years, element=element)
        yield Row(kind="job_title", text=post["job"], years=years, element=element)


def span(text: str) -> Years | None:
    """The years of a row: from and to, the second open where it says “maintenant”."""
    found = _SPAN.search(text)
    if found is not None:
        high = found["high"]
        return date(int(found["low"]), 1, 1), date(int(high), 12, 31) if high else None
    since = _SINCE.search(text)
    return (date(int(since["low"]), 1, 1), None) if since is not None else None


def _school(text: str) -> str:
    """The part of a row that begins with what schools are called."""
    parts = (part.strip() for part in text.split(","))
    return next((part for part in parts if fold(part).split(" ")[0] in words("schools")), "")
