"""LinkedIn's export: a zip or a folder of CSV files. Messages are never read."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from auditor.collect.accounts import account_of
from auditor.collect.archive import Archive, opened
from auditor.collect.dates import span
from auditor.collect.exports.table import Row, rows
from auditor.collect.labels import names, table
from auditor.collect.pages.element import resolve
from auditor.collect.pages.text import collapse
from auditor.collect.reading import Context
from auditor.collect.sight import sight, whole
from auditor.collect.unreadable import UnreadableError, failed
from auditor.model.failure import Failure
from auditor.model.profile import Field, Media, Page, Post, Profile
from auditor.model.text import say
from auditor.model.visibility import Visibility

COLLECTOR = "exports.linkedin"
_WRAPPED = re.compile(r"\[([^\]]{1,500})\]")
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
    fields: list[Field] = field(default_factory=list)
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

    def say(
        self, kind: str, text: str | None, period: tuple[date | None, date | None] | None = None
    ) -> None:
        """Add a field, unless it is empty or already there."""
        if not text:
            return
        made = Field(
            name=kind,
            text=" ".join(text.split()),
            sight=sight(kind, self.context),
            period=period if period != (None, None) else None,
        )
        if made not in self.fields:
            self.fields.append(made)

    def profile(self) -> Profile:
        """The account as far as it could be read."""
        account, handle = account_of(self.context, self.url)
        self.say("username", handle)
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
        export.say("full_name", f"{first} {last}".strip())
        export.say("first_name", first)
        for column, kind in (
            ("maiden_name", "maiden_name"),
            ("birth_date", "birth_date"),
            ("headline", "job_title"),
            ("geo_location", "home_commune"),
        ):
            export.say(kind, _dated(row.get(column)) if kind == "birth_date" else row.get(column))
        address = ", ".join(filter(None, (row.get("address"), row.get("zip_code"))))
        export.say("home_address", address if row.get("address") else None)
        if row.get("summary"):
            text = collapse(row["summary"])
            export.posts.append(Post(id="bio", text=text, sight=sight("bio", export.context)))
        export.url = resolve(None, row.get("profile_url", "")) or export.url
        export.links += [url for each in _list(row.get("websites")) if (url := _address(each))]
        handles = [each.lstrip("@") for each in _list(row.get("twitter"))]
        export.links += [
            f"https://x.com/{each}" for each in handles if re.fullmatch(r"\w{1,30}", each)
        ]


def _positions(export: _Export, found: list[Row]) -> None:
    for row in found:
        period = _period(row.get("started"), row.get("finished"))
        export.say("employer", row.get("company"), period)
        export.say("job_title", row.get("title"), period)
        start = span(row.get("started", ""))
        if start and not row.get("finished"):
            export.say(
                "hire_date", start[0].isoformat()[: 10 if start[0] == start[1] else 7], start
            )
        if row.get("description"):
            number = sum(each.id.startswith("position-") for each in export.posts) + 1
            export.posts.append(
                Post(
                    id=f"position-{number}",
                    text=collapse(row["description"]),
                    sight=sight("posts", export.context),
                )
            )


def _education(export: _Export, found: list[Row]) -> None:
    for row in found:
        period = _period(
            row.get("start") or row.get("started"), row.get("end") or row.get("finished")
        )
        export.say("school", row.get("school"), period)


def _emails(export: _Export, found: list[Row]) -> None:
    for row in found:
        if row.get("confirmed", "").casefold() not in _NO:
            export.say("email_personal", row.get("email"))


def _phones(export: _Export, found: list[Row]) -> None:
    for row in found:
        export.say("phone_mobile", row.get("number"))


def _connections(export: _Export, found: list[Row]) -> None:
    """Only how many there are: they are other people, and the export is not theirs."""
    if found:
        export.say("contact_list", str(len(found)))


def _shares(export: _Export, found: list[Row]) -> None:
    stated = table("linkedin", "visibility")
    for number, row in enumerate(found, start=1):
        level = stated.get(row.get("visibility", "").casefold().replace("_", " ")) or stated.get(
            row.get("visibility", "").casefold()
        )
        dated = span(row.get("date", ""))
        picture = resolve(None, row.get("media_url", ""))
        text = "\n".join(filter(None, (row.get("share_text"), row.get("shared_url"))))
        if text:
            export.posts.append(
                Post(
                    id=f"post-{number}",
                    text=_unquoted(text),
                    sight=sight("posts", export.context, Visibility(level) if level else None),
                    published_on=dated[0] if dated and dated[0] == dated[1] else None,
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


def _unquoted(text: str) -> str:
    """Shares wrap each line in quotes of their own."""
    return collapse("\n".join(line.strip().strip('"') for line in text.split("\n")))


def _list(text: str | None) -> list[str]:
    """A wrapped list: ``[PORTFOLIO:https://…]`` → its addresses."""
    if not text:
        return []
    wrapped = _WRAPPED.findall(text) or [text]
    parts = [part for each in wrapped for part in re.split(r",\s?(?=[A-Z_]{2,20}:|\S+$)", each)]
    return [re.sub(r"^[A-Z_ ]{2,20}:(?=\S)", "", part).strip() for part in parts if part.strip()]


def _address(text: str) -> str | None:
    return resolve(None, text) or resolve(None, f"https://{text}" if "." in text else "")


def _period(start: str | None, end: str | None) -> tuple[date | None, date | None]:
    first, last = span(start or ""), span(end or "")
    return first[0] if first else None, last[1] if last else None


def _dated(text: str | None) -> str | None:
    """A whole date in ISO form; anything else as written (“Nov 5” has no year)."""
    found = span(text or "")
    return found[0].isoformat() if found and found[0] == found[1] else text
