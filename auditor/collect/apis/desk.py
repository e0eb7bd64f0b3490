"""Where public APIs are asked: only allowed hosts, only so often, and no further than needed."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from auditor.collect.apis import fediverse, steps, wordpress
from auditor.collect.apis.answers import newest, together
from auditor.collect.apis.steps import Steps
from auditor.collect.apis.table import Account, Api, account
from auditor.collect.net.address import SAVE, is_local
from auditor.collect.net.answer import Fetched, FetchRefusedError
from auditor.collect.net.http import is_spent
from auditor.collect.unreadable import UnreadableError
from auditor.model.network import Network
from auditor.model.text import Text, say

LONGEST_WAIT = 30.0
"""Seconds that a network may ask us to wait between two questions; as `rules/net.yml` has it."""
_CLOSED = frozenset((401, 403, 407, 429, 503))
_LATER: Text = say("try again later, or save the page in your browser and give the file")

Fetch = Callable[..., Fetched]
"""`Door.fetch`: an address, and the form that is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What was answered about one account, as one document, and why nothing more was asked."""

    document: bytes
    stopped: UnreadableError | None = None


class Desk:
    """Asks for the accounts of one audit; it remembers how often each network was asked."""

    def __init__(
        self,
        apis: Mapping[str, Api],
        networks: Mapping[str, Network],
        fetch: Fetch,
        *,
        local: bool = False,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._apis = apis
        self._networks = networks
        self._fetch = fetch
        self._local = local
        self._wait = wait
        self._asked: Counter[str] = Counter()
        self._spent: set[str] = set()

    def account(self, url: str, stated: str | None = None) -> Account | None:
        """The account that an address is, on a network with a public API."""
        return account(url, self._apis, self._networks, stated)

    def ask(self, known: Account) -> Answers | None:
        """What the network tells anybody of the account; None where there is no such API.

        Raises:
            FetchRefusedError: it does not tell, or may not be asked.
        """
        if known.network != fediverse.NETWORK:
            return self.call(known)
        try:
            document, stopped = fediverse.document(known, lambda *asked: self._get(known, *asked))
        except UnreadableError as fault:
            closed = isinstance(fault, FetchRefusedError) and fault.status in _CLOSED
            return self.call(known) if known.sure or closed else None
        return Answers(document=document, stopped=stopped)

    def ask_site(self, page: Fetched) -> Answers | None:
        """What the site of a page tells of who writes there; None where it says nothing of an API."""
        root, api = wordpress.root(page.data, page.address), self._apis.get("wordpress")
        if root is None or api is None:
            return None
        return self.call(
            Account(network="wordpress", handle="", url=page.address, api=api), root=root
        )

    def call(self, known: Account, *, root: str = "") -> Answers:
        """The answers to the calls of the table, as far as they could be asked.

        Raises:
            UnreadableError: not even the first could.
        """
        found: list[bytes] = []
        stopped: UnreadableError | None = None
        state = Steps()
        try:
            for call in known.api.calls:
                for address in self._addresses(known, call, state, root):
                    self._pause(state)
                    answer = self._get(known, address)
                    state |= steps.of(answer, address)
                    found.append(answer)
        except UnreadableError as fault:
            if not found:
                raise
            stopped = fault
        more = state.more or (known.api.most and len(state.each) > known.api.most)
        return Answers(document=together(found), stopped=stopped or (newest() if more else None))

    def _addresses(self, known: Account, call: str, state: Steps, root: str) -> Iterator[str]:
        if "{each}" in call:
            for each in islice(state.each, known.api.most):
                yield known.call(call, each=each)
        elif "{id}" not in call:
            yield known.call(call, root=root)
        elif state.id is not None:
            yield known.call(call, id=state.id)

    def _pause(self, state: Steps) -> None:
        """Wait as long as the last answer asks for."""
        if state.spent:
            raise _no_more()
        if state.backoff > LONGEST_WAIT:
            raise FetchRefusedError(
                say(
                    "the network asks for %(seconds)s s between two questions",
                    seconds=state.backoff,
                ),
                _LATER,
            )
        if state.backoff:
            self._wait(state.backoff)

    def _get(self, known: Account, address: str, accept: str | None = None) -> bytes:
        self._refuse(known, address)
        self._asked[known.network] += 1
        found = self._fetch(address, accept=accept) if accept else self._fetch(address)
        if is_spent(found.headers):
            self._spent.add(urlsplit(address).netloc)
        return found.data

    def _refuse(self, known: Account, address: str) -> None:
        if not known.may_ask(address):
            raise FetchRefusedError(say("the answer leads to a host that is not asked"), SAVE)
        if self._local and not is_local(address):
            raise FetchRefusedError(
                say("a fictional mandate reads addresses of this machine only"),
                say("save the page and give the file, or set fictional: false"),
            )
        if self._asked[known.network] >= known.api.per_hour:
            raise _no_more()
        if urlsplit(address).netloc in self._spent:
            raise _no_more()


def _no_more() -> FetchRefusedError:
    return FetchRefusedError(say("the network allows no more questions for now"), _LATER)
