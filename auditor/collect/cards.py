"""The networks' cards: what is known of each network, with a source and a date."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from auditor.errors import PackError
from auditor.model.network import Network
from auditor.resources.read import load

_EFFORTS = frozenset(("easy", "medium", "hard", "impossible"))


def cards(folder: Path, case: Path | None = None) -> Mapping[str, Network]:
    """The cards we ship and those that only the case knows, by id.

    Raises:
        PackError: a card has faults, an id that is not its file's name, or one of ours.
    """
    found: dict[str, Network] = {}
    for path in _files(folder):
        found[path.stem] = _card(path)
    for path in _files(case / "networks") if case is not None else ():
        card = _card(path)
        if card.id in found:
            raise PackError(
                "%(file)s: the program ships a card of this network; choose another id",
                file=path.name,
            )
        _refuse_shared_hosts(card, found.values(), path.name)
        found[card.id] = card
    return found


def by_host(cards: Mapping[str, Network], host: str) -> Network | None:
    """The card of the network that a host name belongs to; ``www.`` does not count."""
    bare = host.casefold().removeprefix("www.")
    return next((card for card in cards.values() if bare and card.serves(bare)), None)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yml"))


def _card(path: Path) -> Network:
    card = load(path, Network)
    if card.id != path.stem:
        raise PackError(
            "%(file)s: the id of a card is the name of its file; write id: %(id)s",
            file=path.name,
            id=path.stem,
        )
    if card.delete is not None and card.delete.effort not in _EFFORTS:
        raise PackError(
            "%(file)s: the effort to delete is one of %(efforts)s",
            file=path.name,
            efforts=", ".join(sorted(_EFFORTS)),
        )
    if not all("{handle}" in shape for shape in card.shapes):
        raise PackError(
            "%(file)s: profile_url lacks {handle}, which stands for the account", file=path.name
        )
    return card


def _refuse_shared_hosts(card: Network, known: Iterable[Network], file: str) -> None:
    shared = {host for each in known for host in each.hosts} & set(card.hosts)
    if shared:
        raise PackError(
            "%(file)s: the host %(host)s belongs to another card; name it once",
            file=file,
            host=min(shared),
        )
