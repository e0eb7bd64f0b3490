"""A page and all that is known of it, as the modules of this folder hand it on."""

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.collect.accounts import account_of
from auditor.collect.pages.document import Document
from auditor.collect.pages.hcard import Card
from auditor.collect.pages.jsonld import Graph
from auditor.collect.reading import Context
from auditor.collect.sight import sight
from auditor.model.names import fold
from auditor.model.profile import Field

Pair = tuple[str, str]
"""A kind and its text."""
_SAME = frozenset({"full_name", "alias"})


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A page with its structured data."""

    context: Context
    document: Document
    graph: Graph
    og: dict[str, str]
    cards: tuple[Card, ...]

    @property
    def account(self) -> str | None:
        """``network:handle`` of the account shown."""
        return account_of(self.context, self.document.address)[0]

    @property
    def handle(self) -> str | None:
        """The handle in the page's address."""
        return account_of(self.context, self.document.address)[1]

    def fields(self, pairs: Iterable[Pair]) -> tuple[Field, ...]:
        """The pairs as fields with their sights; what is said twice is kept once."""
        found: dict[tuple[str, str], Field] = {}
        for name, text in pairs:
            kept = "name" if name in _SAME else name
            if text:
                found.setdefault(
                    (kept, fold(text)),
                    Field(name=name, text=text, sight=sight(name, self.context)),
                )
        return tuple(found.values())
