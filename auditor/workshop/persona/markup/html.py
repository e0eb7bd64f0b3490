"""The frame of a page, and text made safe for it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

__all__ = ["Frame", "escape", "frame", "ld", "link"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around a page: its address, its site, its language."""

    url: str
    title: str
    site: str
    language: str
    root: str
    """The site's first page."""
    menu: tuple[str, ...] = ()
    foot: str = ""
    og: Mapping[str, str] | None = None
    extra: str = ""
    """More of the head: structured data, a feed."""


def frame(page: Frame, body: str) -> str:
    """The whole document."""
    menu = " ".join(
        f'<a href="/{number}">{escape(each)}</a>' for number, each in enumerate(page.menu, 1)
    )
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{page.language}">',
            "<head>",
            '  <meta charset="utf-8">',
            f"  <title>{escape(page.title)}</title>",
            f'  <link rel="canonical" href="{escape(page.url)}">',
            *(
                f'  <meta property="{key}" content="{escape(value)}">'
                for key, value in (page.og or {}).items()
            ),
            *([page.extra] if page.extra else []),
            "</head>",
            "<body>",
            f'  <header><a href="{page.root}">{escape(page.site)}</a> {menu}</header>',
            body,
            f"  <footer>{escape(page.foot or page.site)}</footer>",
            "</body>",
            "</html>",
            "",
        ]
    )


def ld(data: Mapping[str, object]) -> str:
    """Structured data for search engines; a ``</script>`` in it ends nothing."""
    text = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False, indent=1)
    safe = text.replace("</", "<\\/")
    return f'  <script type="application/ld+json">\n{safe}\n  </script>'


def link(url: str, text: str, **attributes: str) -> str:
    """A link; ``cls`` is its class."""
    written = "".join(
        f' {key.replace("cls", "class")}="{escape(value)}"' for key, value in attributes.items()
    )
    return f'<a{written} href="{escape(url)}">{escape(text)}</a>'
