"""How someone is reached in writing: addresses of mail and web, handles."""

import re
from collections.abc import Iterator

from auditor.extract.entities.entity import Entity
from auditor.extract.entities.sight import Sight

SUFFIXES = (
    "com|org|net|info|biz|name|edu|gov|mil|int|eu|fr|be|ch|lu|mc|ca|quebec|us|uk|ie|de|at|nl|es|it|pt|pl|"
    "cz|sk|hu|ro|bg|gr|si|hr|rs|se|dk|no|fi|ee|lv|lt|is|ru|ua|tr|cy|mt|jp|kr|cn|hk|tw|sg|th|vn|in|au|nz|"
    "za|br|ar|cl|mx|co|pe|ma|dz|tn|sn|ci|cm|io|ai|app|dev|blog|page|site|online|shop|store|xyz|me|tv|cc|"
    "bzh|alsace|corsica|paris|london|bike|art|photo|photography|link|club|social|live|email|agency|studio|"
    "cloud|tech|news|world|life|pro|gl|ly|gg|fm|re|nc|pf|gp|mq|gf|yt|example|test|invalid"
)
"""Last parts of hosts that are taken without a scheme (own choice of common ones)."""
_HOST = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,6}"
_MAIL = re.compile(
    r"(?<![\w.%+@-])[\w.%+-]{1,64}+@" + _HOST + r"[^\W\d_]{2,24}(?![\w-])(?!@)", re.IGNORECASE
)
_AT = r"(?:\s?[\[({<]\s?(?:at|a|arobase|@|chez|arobas)\s?[\])}>]\s?|\s(?:at|arobase|arobas|arrobase)\s)"
_DOT = r"(?:\s?[\[({<]\s?(?:dot|point|\.|pt)\s?[\])}>]\s?|\s(?:dot|point)\s|\.)"
_PART = r"[\w+-]{1,40}+"
_SPELLED = re.compile(
    rf"(?<![\w.@+-]){_PART}(?:(?:\.|\s(?:dot|point|tiret|underscore)\s){_PART}){{0,3}}{_AT}"
    rf"{_PART}(?:{_DOT}{_PART}){{0,3}}?{_DOT}(?:{SUFFIXES})(?![\w-])",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:https?://|(?<![\w@.])www\.)[^\s<>\"“”«»\\^`{|}]{2,2000}", re.IGNORECASE)
_BARE = re.compile(
    rf"(?<![\w@./-])(?:[^\W_](?:[\w-]{{0,61}}[^\W_])?\.){{1,5}}(?:{SUFFIXES})(?![\w-]|\.\w|@)"
    r"(?P<path>[/?#][^\s<>\"“”«»\\^`{|}]{0,2000})?",
    re.IGNORECASE,
)
_HANDLE = re.compile(
    r"(?<![\w@./+-])@[^\W_](?:[\w.-]{0,60}\w)?(?:@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4})?(?![\w@])"
    r"|(?<![\w@./+-])@_[\w.]{0,60}\w",
    re.IGNORECASE,
)
_SAID = (
    (re.compile(r"\s(?:tiret)\s", re.IGNORECASE), "-"),
    (re.compile(r"\s(?:underscore)\s", re.I), "_"),
)


def email(sight: Sight) -> Iterator[Entity]:
    """An address of electronic mail."""
    for match in _MAIL.finditer(sight.text):
        start = match.start() + len(match.group()) - len(match.group().lstrip(".%+-"))
        if start < match.end() and sight.text[start] != "@":
            yield _mail(start, match.end(), sight.text[start : match.end()].lower(), 0.95, "@")


def spelled_email(sight: Sight) -> Iterator[Entity]:
    """An address of electronic mail with its signs in words: “jean (at) host.example”."""
    for match in _SPELLED.finditer(sight.text):
        value = re.sub(_AT, "@", match.group(), count=1, flags=re.IGNORECASE)
        value = re.sub(_DOT, ".", value, flags=re.IGNORECASE)
        for pattern, sign in _SAID:
            value = pattern.sub(sign, value)
        told = bool(re.search(r"[\[({<]|arob", match.group(), re.IGNORECASE))
        if told or re.search(r"\s(?:dot|point)\s", match.group(), re.IGNORECASE):
            yield _mail(match.start(), match.end(), value.lower(), 0.8, "spelled")


def url(sight: Sight) -> Iterator[Entity]:
    """An address on the web, with or without its scheme."""
    for match in _LINK.finditer(sight.text):
        end = _ending(sight.text, match.start(), match.end())
        if "." in sight.text[match.start() : end] or "//" in match.group():
            yield _link(sight.text, match.start(), end, 0.95, "scheme")
    yield from _bare(sight)


def handle(sight: Sight) -> Iterator[Entity]:
    """A name on a network after its sign: @name, @name@host."""
    for match in _HANDLE.finditer(sight.text):
        yield Entity(
            type="handle",
            start=match.start(),
            end=match.end(),
            value=match.group().lower(),
            score=0.85,
            valid=None,
            by="handle",
            why="@",
        )


def _bare(sight: Sight) -> Iterator[Entity]:
    for match in _BARE.finditer(sight.text):
        end = _ending(sight.text, match.start(), match.end())
        host = sight.text[match.start() : end].split("/")[0]
        # “fini.Il” is two sentences; a host is seldom capitalised after its dot.
        if host.rpartition(".")[2][:1].isupper() and not host.isupper():
            continue
        yield _link(sight.text, match.start(), end, 0.85 if match["path"] else 0.7, "suffix")


def _ending(text: str, start: int, end: int) -> int:
    """The end of a link without the marks of the sentence around it."""
    while end > start and text[end - 1] in ".,;:!?'’…)]*_":
        if text[end - 1] == ")" and text.count("(", start, end) >= text.count(")", start, end):
            break
        end -= 1
    return end


def _link(text: str, start: int, end: int, score: float, why: str) -> Entity:
    value = re.sub(r"^(?:https?://)?(?:www\.)?", "", text[start:end], flags=re.IGNORECASE)
    host, slash, path = value.partition("/")
    value = (host.lower() + slash + path).rstrip("/")
    return Entity(
        type="url", start=start, end=end, value=value, score=score, valid=None, by="url", why=why
    )


def _mail(start: int, end: int, value: str, score: float, why: str) -> Entity:
    return Entity(
        type="email",
        start=start,
        end=end,
        value=value,
        score=score,
        valid=None,
        by="email" if why == "@" else "spelled_email",
        why=why,
    )
