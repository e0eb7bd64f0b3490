"""Snippets of HTML as text: posts of an export come by the hundred thousand, nearly all simple.

What is simple is read here, to the very text that `text.plain` gives; anything else is left to it.
"""

import re
from functools import lru_cache
from itertools import chain, zip_longest

from auditor.collect.blanks import collapse

_LONGEST = 50_000
"""Characters; what is longer is no simple post."""
_BLOCKS = frozenset({"p", "blockquote"})
_BREAKS = _BLOCKS | {None}
"""What ends a line; the tag without a name is a break."""
_HOLDERS = frozenset({None, "blockquote"})
"""What a block may stand in: the snippet, and a quotation."""
_NAME = "p|blockquote|a|span|strong|em|b|i|u|s|del|code"
_VALUE = r"[^\"<>&\0-\x1f\x7f-\x9f]*"
_ATTRIBUTE = (
    rf' (?:href="{_VALUE.replace("&", "")}"|(?:class|rel|target|translate|title|lang)="{_VALUE}")'
)
_TAG = re.compile(rf"</({_NAME})>|<({_NAME})((?:{_ATTRIBUTE})*+)>|<br ?/?>")
_GROUPS = _TAG.groups + 1
_ODD = re.compile(r"[<>\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What stands in no simple text: each parser of HTML has its own mind about it."""
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|nbsp|#39|#34|#x27);)")
_HIDES = re.compile('class="[^"]*(?:nav|breadcrumb)')
"""Classes of what is no text of a page."""
_DEEPEST = 40
"""Open tags: some parsers stop at 256."""
_WRITTEN = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&nbsp;": " ", "&#39;": "'", "&#x27;": "'"}
_WRITTEN |= {"&#34;": '"', "&amp;": "&"}  # the last: what it leaves is no entity


def plain(html: str) -> str:
    """A snippet of HTML as text."""
    found = simple(html) if "<" in html or "&" in html else collapse(html)
    if found is None:
        from auditor.collect.pages.text import plain as parsed  # loads a parser of HTML

        return parsed(html)
    return found


def simple(html: str) -> str | None:
    """The text of paragraphs, breaks, links and emphasis; None where there is any other markup."""
    if html[:3] == "<p>" and html[-4:] == "</p>":
        inner = html[3:-4]
        if "<" not in inner:
            return _line(inner)
    return _lines(html) if len(html) <= _LONGEST else None


def _line(text: str) -> str | None:
    """Text without tags; None where a parser might read it another way."""
    shown = text.isprintable() and ">" not in text  # of all blanks, the common one is printable
    if not shown and _ODD.search(text):
        return None
    meant = _unescaped(text)
    if meant is None:
        return None
    return meant.strip(" ") if shown and "  " not in meant else " ".join(meant.split())


def _unescaped(text: str) -> str | None:
    """The text with its entities undone; None where it has one that is not known here."""
    if "&" not in text:
        return text
    if _ENTITY.search(text):
        return None
    for written, meant in _WRITTEN.items():
        text = text.replace(written, meant)
    return text


def _lines(html: str) -> str | None:
    """The text of what is well nested, with a line for each block and after each break."""
    pieces = _TAG.split(html.replace("\n", " "))
    ends = _ends(tuple(pieces[1::_GROUPS]), tuple(pieces[2::_GROUPS]))
    if ends is None or _HIDES.search("".join(filter(None, pieces[3::_GROUPS]))):
        return None
    texts = zip_longest(pieces[::_GROUPS], ends, fillvalue="")
    text = "".join(chain.from_iterable(texts))
    meant = None if _ODD.search(text) else _unescaped(text)
    return None if meant is None else collapse(meant)


@lru_cache(maxsize=4096)
def _ends(closed: tuple[str | None, ...], opened: tuple[str | None, ...]) -> list[str] | None:
    """What each tag leaves in the text; None where they are not nested as in a simple snippet."""
    open_: list[str | None] = [None]
    for close, name in zip(closed, opened, strict=True):
        if close is not None and open_.pop() != close:
            return None
        if name is not None:
            if not _fits(name, open_):
                return None
            open_.append(name)
    if len(open_) > 1:
        return None
    return ["\n" if (c or n) in _BREAKS else "" for c, n in zip(closed, opened, strict=True)]


def _fits(name: str, open_: list[str | None]) -> bool:
    """Do blocks stand in blocks alone, and no link in a link?"""
    if name in _BLOCKS:
        return open_[-1] in _HOLDERS and len(open_) < _DEEPEST
    return (name != "a" or name not in open_) and len(open_) < _DEEPEST
