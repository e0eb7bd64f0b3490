"""LinkedIn's export: a zip or a folder of CSV files. Messages are never read."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from auditor.collect.accounts import account_of
from auditor.collect.addresses import resolve
from auditor.collect.archive import Archive, opened
from auditor.collect.blanks import collapse
from auditor.collect.dates import span
from auditor.collect.exports.cells import address, dated, period, unquoted, unwrapped
from auditor.collect.exports.table import Row, rows
from auditor.collect.labels import names, table
from auditor.collect.reading import Context
from auditor.collect.sight import sight, whole
from auditor.collect.unreadable import UnreadableError, failed
from auditor.model.failure import Failure
from auditor.model.profile import Field, Media, Page, Post, Profile
from auditor.model.text import say
from auditor.model.visibility import Visibility

COLLECTOR = "exports.linkedin"
_NO = frozenset("no non".split())


def read(data: bytes, context: Context) -> Iterator[Profile | Page | Failure]:
    """The account of a zip."""
    try:
        archive = opened(data)
    except UnreadableError as fault:
        yield fault.failure(context.source.id)
        return
    yield from read_archive(archive, context)


def read_archive(archive: Archive, context: Context) -> Iterator[Profile | Page | Failure]:
    """The account of a zip or of a folder, and a failure for every part that cannot be read."""
    card = context.network or context.networks.get("linkedin")
    export = _Export(archive=archive, context=replace(context, network=card))
    for part, reader in _PARTS.items():
        reader(export, export.rows(part))
    yield from export.failures
    if not export.parts:
        yield failed(
            context.source.id,
            say("the archive holds no file of a LinkedIn export"),
            say("give the archive as LinkedIn sent it"),
        )
        return
    if "profile" not in export.parts:
        yield failed(
            context.source.id,
            say("%(file)s is missing: names and address were not read", file="Profile.csv"),
            say("ask LinkedIn for the larger archive, which takes a day"),
        )
    yield export.profile()


@dataclass(slots=True, kw_only=True)
class _Export:
    """What has been read so far."""

    archive: Archive
    context: Context
    parts: set[str] = field(default_factory=set)
    fields: dict[Field, None] = field(default_factory=dict)
    """Each once, in the order of the files."""
    posts: list[Post] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    url: str | None = None
    failures: list[Failure] = field(default_factory=list)

    def rows(self, part: str) -> list[Row]:
        """The rows of a part; a failure where it is there and cannot be read."""
        found: list[Row] = []
        try:
            for suffix in names("linkedin", "files")[part]:
                name = self.archive.find(suffix)
                if name is not None:
                    self.parts.add(part)
                    for row in rows(self.archive.read(name), suffix):
                        found.append(row)  # noqa: PERF402 (what was read before a fault is kept)
        except UnreadableError as fault:
            self.failures.append(fault.failure(self.context.source.id))
        return found

    def tell(
        self, kind: str, text: str | None, dates: tuple[date | None, date | None] | None = None
    ) -> None:
        """Add a field, unless it is empty or already there."""
        if not text:
            return
        self.fields[
            Field(
                name=kind,
                text=" ".join(text.split()),
                sight=sight(kind, self.context),
                period=dates if dates != (None, None) else None,
            )
        ] = None

    def profile(self) -> Profile:
        """The account as far as it could be read."""
        account, handle = account_of(self.context, self.url)
        self.tell("username", handle)
        network = self.context.network.id if self.context.network else self.context.source.network
        return Profile(
            source=self.context.source.id,
            account=account,
            network=network or "linkedin",
            url=self.url,
            collector=COLLECTOR,
            observed_at=self.context.observed_at,
            sight=whole(self.context),
            fields=tuple(self.fields),
            posts=tuple(self.posts),
            links=tuple(
                Field(name="bio_crosslink", text=url, sight=sight("bio_crosslink", self.context))
                for url in dict.fromkeys(self.links)
            ),
        )


def _profile(export: _Export, found: list[Row]) -> None:
    for row in found[:1]:
        first, last = row.get("first_name", ""), row.get("last_name", "")
        export.tell("full_name", f"{first} {last}".strip())
        export.tell("first_name", first)
        for column, kind in (
            ("maiden_name", "maiden_name"),
            ("birth_date", "birth_date"),
            ("headline", "job_title"),
            ("geo_location", "home_commune"),
        ):
            export.tell(kind, dated(row.get(column)) if kind == "birth_date" else row.get(column))
        street = ", ".join(filter(None, (row.get("address"), row.get("zip_code"))))
        export.tell("home_address", street if row.get("address") else None)
        if row.get("summary"):
            text = collapse(row["summary"])
            export.posts.append(Post(id="bio", text=text, sight=sight("bio", export.context)))
        export.url = resolve(None, row.get("profile_url", "")) or export.url
        export.links += [url for each in unwrapped(row.get("websites")) if (url := address(each))]
        handles = [each.lstrip("@") for each in unwrapped(row.get("twitter"))]
        export.links += [
            f"https://x.com/{each}" for each in handles if re.fullmatch(r"\w{1,30}", each)
        ]


def _positions(export: _Export, found: list[Row]) -> None:
    for number, row in enumerate(found, start=1):
        held = period(row.get("started"), row.get("finished"))
        export.tell("employer", row.get("company"), held)
        export.tell("job_title", row.get("title"), held)
        start = span(row.get("started", ""))
        if start and not row.get("finished"):
            export.tell(
                "hire_date", start[0].isoformat()[: 10 if start[0] == start[1] else 7], start
            )
        if row.get("description"):
            export.posts.append(
                Post(
                    id=f"position-{number}",
                    text=collapse(row["description"]),
                    sight=sight("posts", export.context),
                )
            )


def _education(export: _Export, found: list[Row]) -> None:
    for row in found:
        held = period(row.get("start") or row.get("started"), row.get("end") or row.get("finished"))
        export.tell("school", row.get("school"), held)


def _emails(export: _Export, found: list[Row]) -> None:
    for row in found:
        if row.get("confirmed", "").casefold() not in _NO:
            export.tell("email_personal", row.get("email"))


def _phones(export: _Export, found: list[Row]) -> None:
    for row in found:
        export.tell("phone_mobile", row.get("number"))


def _connections(export: _Export, found: list[Row]) -> None:
    """Only how many there are: they are other people, and the export is not theirs."""
    if found:
        export.tell("contact_list", str(len(found)))


def _shares(export: _Export, found: list[Row]) -> None:
    stated = table("linkedin", "visibility")
    for number, row in enumerate(found, start=1):
        level = stated.get(row.get("visibility", "").casefold())
        day = span(row.get("date", ""))
        picture = resolve(None, row.get("media_url", ""))
        text = "\n".join(filter(None, (row.get("share_text"), row.get("shared_url"))))
        if text:
            export.posts.append(
                Post(
                    id=f"post-{number}",
                    text=unquoted(text),
                    sight=sight("posts", export.context, Visibility(level) if level else None),
                    published_on=day[0] if day and day[0] == day[1] else None,
                    media=(Media(url=picture),) if picture else (),
                    url=resolve(None, row.get("share_link", "")),
                )
            )


_PARTS: dict[str, Callable[[_Export, list[Row]], None]] = {
    "profile": _profile,
    "positions": _positions,
    "education": _education,
    "emails": _emails,
    "phones": _phones,
    "connections": _connections,
    "shares": _shares,
}
