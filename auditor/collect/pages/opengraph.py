"""Open Graph: what a page tells those who share it."""

import re
from collections.abc import Mapping

from bs4 import BeautifulSoup
from bs4 import Tag as Element

from auditor.collect.pages.element import attribute

_KNOWN = ("og:", "profile:", "article:", "product:")
_WORKS = frozenset({"article", "book", "video", "music"})


def read(soup: BeautifulSoup) -> dict[str, str]:
    """Property → content; the first where a property is given twice, empty ones left out."""
    found: dict[str, str] = {}
    for meta in soup.find_all("meta"):
        if not isinstance(meta, Element):
            continue
        name = (attribute(meta, "property") or attribute(meta, "name")).casefold()
        content = " ".join(attribute(meta, "content").split())
        if name.startswith(_KNOWN) and content:
            found.setdefault(name, content)
    return found


def is_work(og: Mapping[str, str]) -> bool:
    """Does the page show an article, a book, a film or a song? Then the title is no person's name."""
    return og.get("og:type", "").partition(".")[0] in _WORKS


def without_site(name: str, og: Mapping[str, str]) -> str:
    """The name in a title that adds the site: “zoe.k on Tok” is zoe.k."""
    site = re.escape(og.get("og:site_name", ""))
    return re.sub(rf"\s(?:sur|on|auf|at|@)\s{site}$", "", name, flags=re.I) if site else name
