"""Stretches of a passage: between two boundaries, between quotation marks, repeated from others."""

import re

Stretch = tuple[int, int]

QUOTED = re.compile(r"«[^»\n]{2,300}»|“[^”\n]{2,300}”|\"[^\"\n]{2,300}\"")
"""What stands between quotation marks."""
REPEATED = re.compile(r"(?:^|[\s(])(?:rt|mt|via)\s?:?\s?@\w|^\s?>")
"""After these come somebody else's words: a retweet, a quoted line."""


def around(boundary: re.Pattern[str], text: str, at: int) -> Stretch:
    """The stretch between the boundaries on both sides of a place."""
    start, end = 0, len(text)
    for match in boundary.finditer(text):
        if match.end() <= at:
            start = match.end()
        elif match.start() >= at:
            end = match.start()
            break
    return start, end
