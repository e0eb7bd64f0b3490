"""The frame of a page, and text made safe for it."""

import json
import zlib
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


_STYLE = (
    "body{font:16px/1.45 sans-serif;max-width:44rem;margin:0 auto;padding:0 1rem;color:#222}"
    "header{background:hsl(%(hue)s 45%% 30%%);margin:0 -1rem 1rem;padding:.7rem 1rem}header a{color:#fff;margin-right:1rem}"
    "article,figure{border-top:1px solid #ccc;margin:0;padding:.6rem 0}article p{margin:.4rem 0}"
    "dl{display:grid;grid-template-columns:max-content auto;gap:.2rem 1rem}dd{margin:0}"
    "th,td{text-align:left;padding:.2rem 1rem .2rem 0}footer{border-top:1px solid #ccc;margin:2rem 0 1rem;color:#555}"
    "img{content:url(\"data:image/svg+xml,%%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'%%3E"
    "%%3Crect width='4' height='3' fill='%%23ccc'/%%3E%%3C/svg%%3E\")}"
)
"""How the site looks: its own colour, and a grey field where a picture was not saved."""


def _look(site: str) -> str:
    return _STYLE % {"hue": zlib.crc32(site.encode()) % 360}


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
            f"  <style>{_look(page.site)}</style>",
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
