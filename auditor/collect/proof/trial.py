"""One account that is to be proved, and all that looking for a proof takes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from auditor.collect.apis.desk import Desk
from auditor.collect.apis.table import Account as Known
from auditor.collect.apis.table import Api, table
from auditor.collect.archive import folder
from auditor.collect.cards import by_host
from auditor.collect.guard import guarded
from auditor.collect.net.address import is_local
from auditor.collect.net.answer import Fetched
from auditor.collect.net.dns import texts
from auditor.collect.net.http import Door
from auditor.collect.net.limits import limits
from auditor.collect.proof.place import record_for, record_of
from auditor.collect.proof.token import Tokens
from auditor.collect.readers import read_archive, read_file, read_path
from auditor.collect.reading import Context, Elsewhere
from auditor.errors import MandateError
from auditor.model.mandate import Account, Mandate, Source
from auditor.model.network import Network
from auditor.model.profile import Item

DOMAINS = "bluesky"
"""The network whose handles are domain names, its holder's own where they want it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """An account, and what trying it needs."""

    mandate: Mandate
    account: Account
    url: str
    """Of the account."""
    tokens: Tokens
    desk: Desk
    fetch: Callable[[str], Fetched]
    records: Callable[[str], tuple[str, ...]]
    """The TXT records of a name."""
    context: Context
    file: Path | None = None
    """A saved page, or an export."""

    @property
    def known(self) -> Known | None:
        """The account on a network with a public API."""
        return self.desk.account(self.url, self.context.source.network)

    @property
    def domain(self) -> str | None:
        """The record of the account's domain: its host's, or its handle's where that is a domain."""
        known = self.known
        if known is not None and known.sure:
            return record_for(known.handle) if known.network == DOMAINS else None
        return record_of(self.url)

    @property
    def is_own_site(self) -> bool:
        """Is it on no network that is known, so that the site may be the subject's?"""
        sure = self.known is not None and self.known.sure
        return not sure and self.context.network is None

    def read(self, data: bytes) -> Iterator[Item]:
        """What an answer or a page shows."""
        there = replace(self.context, fetched=True, address=self.url)
        return guarded(read_file, data, there)

    def read_saved(self) -> Iterator[Item]:
        """What the file shows; nothing where none is given."""
        if self.file is None:
            return iter(())
        if self.file.is_dir():
            return guarded(read_archive, folder(self.file), self.context)
        return guarded(read_path, self.file, self.context)


def trial(
    mandate: Mandate,
    account: Account,
    *,
    tokens: Tokens,
    cards: Mapping[str, Network],
    now: datetime,
    file: Path | None = None,
    apart: Elsewhere | None = None,
    **given: Any,
) -> Trial:
    """The trial of an account of the mandate that has an address.

    Tests give their own ``fetch``, ``apis`` and ``servers`` (of names).

    Raises:
        MandateError: a fictional mandate, and an address that is not of this machine.
    """
    url = account.url or ""
    if mandate.fictional and not is_local(url):
        raise MandateError(
            "a fictional mandate reads addresses of this machine only; set fictional: false"
        )
    fetch = given.get("fetch") or Door(limits(), allow_loopback=mandate.fictional).fetch
    apis: Mapping[str, Api] = given.get("apis") or table()
    servers: Sequence[tuple[str, int]] = given.get("servers", ())
    return Trial(
        mandate=mandate,
        account=account,
        url=url,
        tokens=tokens,
        desk=Desk(apis, cards, fetch, local=mandate.fictional),
        fetch=fetch,
        records=lambda name: texts(name, servers=servers),
        context=_context(account, cards, apis, now, apart),
        file=file,
    )


def _context(
    account: Account,
    cards: Mapping[str, Network],
    apis: Mapping[str, Api],
    now: datetime,
    apart: Elsewhere | None,
) -> Context:
    """The owner is not said: what is read has to show itself whose it is."""
    network = account.id.partition(":")[0]
    stated = network if network in apis else None
    card = cards.get(network) or by_host(cards, _host(account.url))
    return Context(
        source=Source(id="proof", url=account.url, network=stated),
        network=card,
        networks=cards,
        observed_at=now.astimezone(UTC),
        apart=apart,
    )


def _host(url: str | None) -> str:
    return urlsplit(url or "").hostname or ""
