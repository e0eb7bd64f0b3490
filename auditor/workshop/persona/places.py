"""The sites of one case: which brand each network has, and the accounts' addresses."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.workshop.persona.clues import Card
from auditor.workshop.persona.pen import Pen

_PATHS = {
    "photos": "/{handle}",
    "videos": "/{handle}",
    "friends": "/profile/{handle}",
    "gallery": "/{handle}",
    "shorts": "/@{handle}",
    "work": "/in/{handle}",
    "resale": "/member/{handle}",
    "sport": "/athletes/{handle}",
    "forum": "/members/{handle}",
    "ads": "/seller/{handle}",
    "pupils": "/pupil/{handle}",
}
_CLOSED = ("gallery", "sport", "pupils")
"""Networks whose pages search engines do not keep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sites:
    """The networks of a case, by kind."""

    cards: Mapping[str, Card]

    def url(self, kind: str, handle: str) -> str:
        """The address of an account."""
        return self.cards[kind].path.replace("{handle}", handle)


def sites(pen: Pen) -> Sites:
    """A brand for every kind of network."""
    return Sites(cards={kind: _card(kind, pen) for kind in _PATHS})


def _card(kind: str, pen: Pen) -> Card:
    host, name = pen.pick(pen.words.brands[kind])
    return Card(
        id=kind,
        host=host,
        name=name,
        path=f"https://{host}{_PATHS[kind]}",
        kind={"work": "professional", "forum": "other"}.get(kind, "personal"),
        indexed=kind not in _CLOSED,
    )
