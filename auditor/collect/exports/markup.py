"""The text of HTML that an export holds as somebody's words: bounded, however odd the markup.

No tree is built: a description or a comment is marked up lightly, and comes by the hundred thousand.
Blocks and breaks end a line; what a visitor never sees (scripts, styles) is left out.
"""

import html
import re

from auditor.collect.blanks import collapse

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})\b[^<>]*+>")
_PIECE = 3
"""What splitting by tags gives for each: a slash, a name, the text up to the next."""
_BLOCKS = frozenset(
    "address article blockquote br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
    "hr li main nav ol p pre section table td th tr ul".split()
)
_HIDDEN = frozenset("script style template".split())


def plain(written: str) -> str:
    r"""The text of a piece of HTML, a line for each block.

    >>> plain("<p>Du cuir &amp; du <b>papier</b>.</p><p>Ici.</p>")
    'Du cuir & du papier.\nIci.'
    """
    if "<" not in written:
        return collapse(_meant(written))
    first, *rest = _TAG.split(written.replace("\n", " "))
    texts = [first]
    hidden = ""
    for slash, name, text in zip(*(rest[at::_PIECE] for at in range(_PIECE)), strict=True):
        name = name.casefold()  # noqa: PLW2901 - tags are written in any case
        if hidden:
            hidden = "" if slash and name == hidden else hidden
        elif name in _HIDDEN and not slash:
            hidden = name
        if not hidden:
            texts.append(f"\n{text}" if name in _BLOCKS else text)
    return collapse(_meant("".join(texts)))


def _meant(text: str) -> str:
    return html.unescape(text) if "&" in text else text
