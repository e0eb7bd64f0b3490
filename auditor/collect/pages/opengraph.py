"""Open Graph: what a page tells those who share it."""

from bs4 import BeautifulSoup
from bs4 import Tag as Element

from auditor.collect.pages.element import attribute

_KNOWN = ("og:", "profile:", "article:", "product:")


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
