"""A made case as the files of its folder: cards, mandate, pages, truth, and a word to read first."""

from collections.abc import Sequence
from typing import Any

import yaml

from auditor.workshop.persona.cast import cast
from auditor.workshop.persona.clues import Card, Source
from auditor.workshop.persona.decoys import decoys, near_colleague
from auditor.workshop.persona.grammar import fill
from auditor.workshop.persona.lookalikes import Decoy
from auditor.workshop.persona.order import Order
from auditor.workshop.persona.past import footprint as past
from auditor.workshop.persona.pen import Pen
from auditor.workshop.persona.places import sites
from auditor.workshop.persona.present import footprint as present
from auditor.workshop.persona.truth import truth

_SIGNED, _EXPIRES = "2026-01-05", "2036-01-05"
_WIDE = 10_000


class _Plain(yaml.SafeDumper):
    """Writes what stands twice twice: a file with anchors is refused where cases are read."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 (the base's signature)
        """Always."""
        return True


def invent(order: Order) -> dict[str, bytes]:
    """The person of an order: path in the case's folder → content. The same order gives the same bytes."""
    pen = Pen(cast(order), order.chance("pages"))
    where = sites(pen)
    # Decoys draw from a stream of their own: a harder case has more of them and the same pages.
    apart = Pen(pen.cast, order.chance("decoys"))
    near = near_colleague(apart)
    sources = (past if order.style == "2008" else present)(pen, where, near)
    false = decoys(apart, where)
    every = [*sources, *(each.source for each in false)]
    files = {path: text for each in every for path, text in each.files}
    files |= {f"networks/{card.id}.yml": _yaml(_card(card, order)) for card in _cards(every)}
    files["mandate.yml"] = _MANDATE + _yaml(_mandate(pen, every))
    files["truth.yml"] = _TRUTH + _yaml(truth(pen, sources, false, near))
    files["README.md"] = _readme(pen, sources, false)
    return {path: text.encode() for path, text in sorted(files.items())}


_MANDATE = "# A fictional case, made by `auditor workshop persona`: everyone here is invented (see README.md).\n"
_TRUTH = (
    "# What is so in this case. Read by tests and by the workshop's game, never by the audit.\n"
)


def _yaml(data: dict[str, Any]) -> str:
    return str(
        yaml.dump(
            data,
            Dumper=_Plain,
            allow_unicode=True,
            sort_keys=False,
            default_flow_style=None,
            width=_WIDE,
        )
    )


def _cards(sources: Sequence[Source]) -> list[Card]:
    """The networks that only this case knows, once each."""
    return list({each.card.id: each.card for each in sources if each.card}.values())


def _card(card: Card, order: Order) -> dict[str, Any]:
    checked = {"source": "fictional network of a made case", "checked_on": order.now}
    return {
        "id": card.id,
        "name": {"fr": f"{card.name} (fictif)", "en": f"{card.name} (fictional)"},
        "kind": card.kind,
        "hosts": [card.host],
        "profile_url": card.path,
        "indexed": {"value": card.indexed, **checked},
        "search": {"by": ["name"], "who": "members" if card.id == "friends" else "anyone"},
        "contact": {"how": "message", "who": "members"},
        "delete": {"effort": "medium"},
        "controller": {"name": f"{card.name} (fictif / fictional)"},
    }


def _mandate(pen: Pen, sources: Sequence[Source]) -> dict[str, Any]:
    cast = pen.cast
    person, code = cast.subject, cast.order.language[:2]
    accounts = {
        each.owner: _url(each) for each in sources if each.whose == "subject" and each.owner
    }
    return {
        "auditor": 1,
        "subject": {
            "name": person.name,
            "aliases": [cast.handles.main],
            "town": person.town,
            "languages": [code],
        },
        "purpose": "training",
        "language": code,
        "signed_on": _day(_SIGNED),
        "expires_on": _day(_EXPIRES),
        "fictional": True,
        "accounts": [{"id": owner, "url": url} for owner, url in accounts.items()],
        "handles": [cast.handles.main],
        "sources": [_listed(each, cast.order) for each in sources],
        "declared": {"cv": {"name": person.name, "town": person.town, "employer": person.employer}},
    }


def _day(text: str) -> object:
    return yaml.safe_load(text)


def _url(source: Source) -> str:
    return next(
        (
            clue.value
            for shown in source.shown
            for clue in shown.clues
            if clue.kind in ("url", "feed")
        ),
        "",
    )


def _listed(source: Source, order: Order) -> dict[str, Any]:
    """The source as the mandate lists it."""
    seen: object = str(source.seen_by)
    if source.seen_by_fields:
        seen = {"default": str(source.seen_by), **dict(source.seen_by_fields)}
    found = {
        "id": source.id,
        "path": source.path,
        "network": source.card.id if source.card else None,
        "shows": source.shows,
        "owner": source.owner,
        "seen_by": seen,
        "saved_on": order.now if source.shows else None,
    }
    return {key: value for key, value in found.items() if value is not None}


def _readme(pen: Pen, sources: Sequence[Source], false: Sequence[Decoy]) -> str:
    cast, said = pen.cast, pen.words.readme
    order, person = cast.order, cast.subject
    name = f"{order.language.lower()}-{order.style}-{order.seed}-{order.hardness}"
    style = {"2008": "2008", "today": str(order.now.year)}[order.style]
    values = {
        "name": person.name,
        "job": person.job,
        "town": person.town,
        "n": len(sources),
        "style": style,
        "decoys": len(false),
        "hardness": order.hardness,
    }
    lines = [fill(said[each], person.female, values) for each in ("story", "look", "fictional")]
    command = f"auditor workshop persona --seed {order.seed} --lang {order.language} --style {order.style} --hardness {order.hardness}"
    return "\n\n".join([f"# {name}", *lines, f"```\n{command}\n```"]) + "\n"
