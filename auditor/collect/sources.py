"""Every source of the mandate, in order, read by the reader of its kind; nothing else is read."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from pathlib import Path
from urllib.parse import urlsplit

from auditor.collect import files, live
from auditor.collect.apis.desk import Desk
from auditor.collect.apis.table import Api, table
from auditor.collect.archive import folder
from auditor.collect.belonging import EXPORTS, fits, is_named
from auditor.collect.cards import by_host
from auditor.collect.guard import guarded
from auditor.collect.live import Live
from auditor.collect.net.answer import Fetched
from auditor.collect.net.http import Door
from auditor.collect.net.limits import limits
from auditor.collect.prints import print_of
from auditor.collect.proof.token import Tokens
from auditor.collect.readers import read_archive, read_path
from auditor.collect.reading import Context, Elsewhere
from auditor.collect.unreadable import UnreadableError, failed
from auditor.collect.void import without_void
from auditor.errors import MandateError
from auditor.model.mandate import Mandate, Source
from auditor.model.network import Network
from auditor.model.profile import Item, Profile
from auditor.model.text import say
from auditor.store import proof_key
from auditor.store.digest import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """What reading a source needs beside the source."""

    mandate: Mandate
    folder: Path
    networks: Mapping[str, Network]
    now: datetime
    live: Live
    apart: Elsewhere | None


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
    apart: Elsewhere | None = None,
    apis: Mapping[str, Api] | None = None,
) -> Sequence[Access]:
    """The mandate's sources, in order, each ready to be read.

    `apart` reads untrusted content in a process of its own (`collect.apart`); without it, all is
    read in this one.

    Raises:
        MandateError: the mandate names no source.
    """
    if not mandate.sources:
        raise MandateError("the mandate names no source; add what may be read under sources")
    fetch = fetch or Door(limits(), allow_loopback=mandate.fictional).fetch
    known = _Case(
        mandate=mandate,
        folder=case,
        networks=networks,
        now=now,
        live=Live(
            mandate=mandate,
            fetch=fetch,
            desk=Desk(_apis(mandate, apis), networks, fetch, local=mandate.fictional),
            tokens=_tokens(mandate, case, now),
        ),
        apart=apart,
    )
    return [Access(source=source, case=known) for source in mandate.sources]


def _apis(mandate: Mandate, given: Mapping[str, Api] | None) -> Mapping[str, Api]:
    """The networks that may be asked; the table is not read for saved files alone."""
    if given is not None:
        return given
    return table() if _asks(mandate) else {}


def _asks(mandate: Mandate) -> bool:
    return any(each.url is not None for each in mandate.sources)


def _tokens(mandate: Mandate, case: Path, now: datetime) -> Tokens | None:
    """What knows the tokens of the case, where it ever made one."""
    secret = proof_key.read(case) if _asks(mandate) else None
    if secret is None:
        return None
    return Tokens(key=secret, subject=mandate.subject.name, today=now.date())


def _read(source: Source, case: _Case) -> Iterator[Item]:
    try:
        found = _fetched(source, case) if source.url is not None else _saved(source, case)
    except UnreadableError as fault:
        yield fault.failure(source.id)
        return
    empty, own = True, set[bool]()
    for item in found:
        empty = False
        own |= _own(item, source, case.mandate)
        yield _owned(item, source)
    if own == {False}:
        yield failed(source.id, *_ANOTHERS)
    if empty:
        yield failed(
            source.id,
            say("nothing in it could be understood"),
            say("check that the file is what you meant to give"),
        )


_ANOTHERS = (
    say("nothing in the mandate fits the name in this export: it seems to be of another person"),
    say(
        "if it is the subject's, add the name under aliases, or the account under accounts; "
        "if it is another's, write owner: other"
    ),
)


def _own(item: Item, source: Source, mandate: Mandate) -> set[bool]:
    """Can an export be the subject's? One of several profiles that fits speaks for all of them."""
    if source.owner == "other" or not isinstance(item, Profile) or not is_named(item):
        return set()
    return {fits(item, mandate)} if item.collector.startswith(EXPORTS) else set()


def _owned(item: Item, source: Source) -> Item:
    """The account that the mandate says a profile is; `other` leaves what the page tells."""
    if not isinstance(item, Profile):
        return item
    item = without_void(item)
    if source.owner in {None, "other"} or item.source != source.id:  # a further page of an archive
        return item
    return replace(item, account=source.owner)


def _saved(source: Source, case: _Case) -> Iterator[Item]:
    path = files.found(case.folder, source.path or "")
    context = _context(source, case)
    if path.is_dir():
        return guarded(read_archive, folder(path), context)
    return guarded(read_path, path, context)


def _fetched(source: Source, case: _Case) -> Iterator[Item]:
    return live.read(source.url or "", case.live, _context(source, case))


def _context(source: Source, case: _Case) -> Context:
    saved = source.saved_on
    return Context(
        source=source,
        network=_network(source, case.networks),
        networks=case.networks,
        observed_at=datetime.combine(saved, time(), tzinfo=UTC) if saved else case.now,
        apart=case.apart,
    )


def _network(source: Source, networks: Mapping[str, Network]) -> Network | None:
    """The network's card, as the mandate or the address says; readers may tell it from the content."""
    if source.network is not None:
        return networks.get(source.network)
    return by_host(networks, urlsplit(source.url).hostname or "") if source.url else None
