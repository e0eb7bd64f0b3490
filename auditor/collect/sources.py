"""Every source of the mandate, in order, read by the reader of its kind; nothing else is read."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from auditor.collect import files
from auditor.collect.archive import folder
from auditor.collect.cards import by_host
from auditor.collect.net.address import is_local
from auditor.collect.net.answer import Fetched, FetchRefusedError
from auditor.collect.net.http import Door
from auditor.collect.net.limits import limits
from auditor.collect.prints import print_of
from auditor.collect.proof import TOKEN_FILE, is_proved, token
from auditor.collect.readers import read_archive, read_file, read_path
from auditor.collect.reading import Context
from auditor.collect.unreadable import UnreadableError, failed
from auditor.errors import AuditorError, MandateError
from auditor.model.mandate import Mandate, Source
from auditor.model.network import Network
from auditor.model.profile import Item, Profile
from auditor.model.text import say
from auditor.store.digest import digest

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """What reading a source needs beside the source."""

    mandate: Mandate
    folder: Path
    networks: Mapping[str, Network]
    now: datetime
    fetch: Callable[[str], Fetched]


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """One source that may be read; nothing is opened before it is asked for."""

    source: Source
    case: _Case

    def stamp(self) -> str:
        """A name for what reading depends on: same stamp, same items. A live page is new each time."""
        if self.source.url is not None:
            content: tuple[str, ...] = (self.case.now.isoformat(),)
        else:
            content = print_of(self.case.folder / (self.source.path or ""))
            if self.source.saved_on is None:  # then it is taken for what is shown today
                content = (*content, self.case.now.date().isoformat())
        return digest(content, self.source, self.case.networks)

    def read(self) -> Iterator[Item]:
        """What the source shows, and a failure for all of it that cannot be read."""
        return _read(self.source, self.case)


def collect(
    mandate: Mandate,
    case: Path,
    *,
    networks: Mapping[str, Network],
    now: datetime,
    fetch: Callable[[str], Fetched] | None = None,
) -> Sequence[Access]:
    """The mandate's sources, in order, each ready to be read.

    Raises:
        MandateError: the mandate names no source.
    """
    if not mandate.sources:
        raise MandateError("the mandate names no source; add what may be read under sources")
    fetch = fetch or Door(limits(), allow_loopback=mandate.fictional).fetch
    known = _Case(mandate=mandate, folder=case, networks=networks, now=now, fetch=fetch)
    return [Access(source=source, case=known) for source in mandate.sources]


def guarded(
    reader: Callable[[T, Context], Iterator[Item]], content: T, context: Context
) -> Iterator[Item]:
    """What a reader yields; should it break, a failure that names the type of fault and no content.

    The one place where untrusted content meets a reader: limits on time and memory belong here.
    """
    try:
        yield from reader(content, context)
    except AuditorError:
        raise  # a broken set-up, not a broken source
    except UnreadableError as fault:
        yield fault.failure(context.source.id)
    except Exception as fault:
        yield failed(
            context.source.id,
            say("reading broke off: %(type)s", type=type(fault).__name__),
            say("tell the project of it, without sending the file; other sources were read"),
        )


def _read(source: Source, case: _Case) -> Iterator[Item]:
    try:
        found = _fetched(source, case) if source.url is not None else _saved(source, case)
    except UnreadableError as fault:
        yield fault.failure(source.id)
        return
    empty = True
    for item in found:
        empty = False
        yield _owned(item, source)
    if empty:
        yield failed(
            source.id,
            say("nothing in it could be understood"),
            say("check that the file is what you meant to give"),
        )


def _owned(item: Item, source: Source) -> Item:
    """The account that the mandate says a profile is; `other` leaves what the page tells."""
    if isinstance(item, Profile) and source.owner not in {None, "other"}:
        return replace(item, account=source.owner)
    return item


def _saved(source: Source, case: _Case) -> Iterator[Item]:
    path = files.found(case.folder, source.path or "")
    context = _context(source, case)
    if path.is_dir():
        return guarded(read_archive, folder(path), context)
    return guarded(read_path, path, context)


def _fetched(source: Source, case: _Case) -> Iterator[Item]:
    url = source.url or ""
    if case.mandate.fictional and not is_local(url):
        raise FetchRefusedError(
            say("a fictional mandate reads addresses of this machine only"),
            say("save the page and give the file, or set fictional: false"),
        )
    page = case.fetch(url)
    if not case.mandate.fictional and not is_proved(case.mandate, page, url, case.fetch):
        raise FetchRefusedError(
            say("not proved: nothing shows that the subject controls this address"),
            say(
                "put %(token)s in the file %(file)s of the site, link from the page to an account of "
                "the mandate with rel=me, or save the page and give the file",
                token=token(case.mandate, url),
                file=TOKEN_FILE,
            ),
        )
    context = replace(
        _context(source, case), fetched=True, indexed=page.indexed, address=page.address
    )
    return guarded(read_file, page.data, context)


def _context(source: Source, case: _Case) -> Context:
    saved = source.saved_on
    return Context(
        source=source,
        network=_network(source, case.networks),
        networks=case.networks,
        observed_at=datetime.combine(saved, time(), tzinfo=UTC) if saved else case.now,
    )


def _network(source: Source, networks: Mapping[str, Network]) -> Network | None:
    """The network's card, as the mandate or the address says; readers may tell it from the content."""
    if source.network is not None:
        return networks.get(source.network)
    return by_host(networks, urlsplit(source.url).hostname or "") if source.url else None
