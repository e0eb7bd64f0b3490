"""LinkedIn's export: a zip or a folder of CSV files. Messages are never read."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import chain, islice

from auditor.collect.addresses import resolve
from auditor.collect.archive import Archive
from auditor.collect.blanks import collapse
from auditor.collect.dates import span
from auditor.collect.exports import advertising, quick
from auditor.collect.exports.cells import address, dated, period, unquoted, unwrapped
from auditor.collect.exports.statement import Statement
from auditor.collect.exports.table import Row
from auditor.collect.reading import Context
from auditor.model.profile import Item, Media, Post
from auditor.model.text import say

NETWORK = "linkedin"
_NO = frozenset("no non".split())


def read_archive(archive: Archive, context: Context) -> Iterator[Item]:
    """The account of a zip or of a folder, and a failure for every part that cannot be read."""
    export = Statement(network=NETWORK, archive=archive, context=context)
    posts = [post for part, read in _PARTS.items() for post in read(export, export.rows(part))]
    advertising.of_linkedin(export)
    if "profile" not in export.parts:
        export.fail(
            say("%(file)s is missing: names and address were not read", file="Profile.csv"),
            say("ask LinkedIn for the larger archive, which takes a day"),
        )
    yield from export.items(chain(posts, _shares(export, export.rows("shares"))))


def _profile(export: Statement, found: Iterable[Row]) -> Iterator[Post]:
    rows = list(islice(found, 2))
    if len(rows) > 1:
        export.fail(
            say("%(file)s holds several people: none of them was read", file="Profile.csv"),
            say("give the export of one account as it was downloaded"),
        )
        return
    for row in rows:
        first, last = row.get("first_name", ""), row.get("last_name", "")
        export.tell("full_name", f"{first} {last}".strip())
        export.tell("first_name", first)
        export.tell("maiden_name", row.get("maiden_name"))
        export.tell("birth_date", dated(row.get("birth_date")))
        export.tell("job_title", row.get("headline"))
        export.tell("home_commune", row.get("geo_location"))
        street = ", ".join(filter(None, (row.get("address"), row.get("zip_code"))))
        export.tell("home_address", street if row.get("address") else None)
        export.url = resolve(None, row.get("profile_url", "")) or export.url
        _links(export, row)
        for heading, value in row.items():
            if heading not in export.layout.headers:
                export.tell_labelled(heading, value)
        if row.get("summary"):
            yield Post(id="bio", text=collapse(row["summary"]), sight=export.sight("bio"))


def _links(export: Statement, row: Row) -> None:
    for each in unwrapped(row.get("websites")):
        export.link(address(each))
    for each in unwrapped(row.get("twitter")):
        handle = each.lstrip("@")
        export.link(f"https://x.com/{handle}" if re.fullmatch(r"\w{1,30}", handle) else None)


def _positions(export: Statement, found: Iterable[Row]) -> Iterator[Post]:
    for number, row in enumerate(found, start=1):
        held = period(row.get("started"), row.get("finished"))
        export.tell("employer", row.get("company"), dates=held)
        export.tell("job_title", row.get("title"), dates=held)
        start = span(row.get("started", ""))
        if start and not row.get("finished"):
            day = start[0].isoformat()
            export.tell("hire_date", day[: 10 if start[0] == start[1] else 7], dates=start)
        if row.get("description"):
            text = collapse(row["description"])
            yield Post(id=f"position-{number}", text=text, sight=export.sight("posts"))


def _education(export: Statement, found: Iterable[Row]) -> Iterator[Post]:
    for row in found:
        held = period(row.get("start") or row.get("started"), row.get("end") or row.get("finished"))
        export.tell("school", row.get("school"), dates=held)
    return iter(())


def _emails(export: Statement, found: Iterable[Row]) -> Iterator[Post]:
    for row in found:
        if row.get("confirmed", "").casefold() not in _NO:
            export.tell("email_personal", row.get("email"))
    return iter(())


def _phones(export: Statement, found: Iterable[Row]) -> Iterator[Post]:
    for row in found:
        export.tell("phone_mobile", row.get("number"))
    return iter(())


def _connections(export: Statement, found: Iterable[Row]) -> Iterator[Post]:
    """Only how many there are: they are other people, and the export is not theirs."""
    export.tell("contact_list", sum(1 for _ in found) or None)
    return iter(())


def _shares(export: Statement, found: Iterable[Row]) -> Iterator[Post]:
    for number, row in enumerate(found, start=1):
        get = row.get
        text = get("share_text") or get("shared_url")
        if text and (text := text.strip()):
            day = _day(get("date", "")[:10])
            picture = resolve(None, media) if (media := get("media_url")) else None
            link = get("share_link")
            yield quick.post(
                f"post-{number}",
                unquoted(text),
                export.sight("posts", export.stated(get("visibility"))),
                day,
                media=(Media(url=picture),) if picture else (),
                url=resolve(None, link) if link else None,
            )


@lru_cache(maxsize=1024)
def _day(written: str) -> date | None:
    """The day; neighbours in a list of shares have theirs in common."""
    found = span(written)
    return found[0] if found and found[0] == found[1] else None


_PARTS: dict[str, Callable[[Statement, Iterable[Row]], Iterator[Post]]] = {
    "profile": _profile,
    "positions": _positions,
    "education": _education,
    "emails": _emails,
    "phones": _phones,
    "connections": _connections,
}
