"""What Facebook's export says of its owner: ``profile_information.json``, of every layout.

What is no kind of fact is kept under the name that Facebook gives it; earlier names and loves, pending
addresses and blood groups are shown to nobody, and are not read.
"""

from collections.abc import Iterator
from typing import Any

from auditor.collect.addresses import resolve
from auditor.collect.dates import unix
from auditor.collect.exports import meta
from auditor.collect.exports.cells import address
from auditor.collect.exports.shapes import Node, at, node, nodes, text
from auditor.collect.exports.statement import Dates, Statement
from auditor.collect.labels import key
from auditor.model.profile import Post

_ROOT = "profile"
_NAMED = {
    "hometown": "birth_place",
    "current_city": "home_commune",
    "religious_view": "religion",
    "political_view": "politics",
}
"""Objects that hold a name."""


def read(export: Statement) -> Iterator[Post]:
    """Tell the fields and links; what the owner says of themself is a post."""
    for document in export.documents("profile", mojibake=True):
        found = next(
            (node(each) for name, each in node(document).items() if name.startswith(_ROOT)), {}
        )
        _person(export, found)
        _contact(export, found)
        _people(export, found)
        _lives(export, found)
        _others(export, document, found)
        for name in ("intro_bio", "about_me", "favorite_quotes"):
            if said := _name(found.get(name)):
                yield Post(id=name, text=said, sight=export.sight("bio"))


def _person(export: Statement, found: Node) -> None:
    name = found.get("name")
    export.tell("full_name", text(name) or node(name).get("full_name"))
    export.tell("first_name", node(name).get("first_name"))
    for each in nodes(found.get("other_names")):
        word = export.layout.word.get(key(text(each.get("type"))))
        export.tell("maiden_name" if word == "birth_name" else "alias", each.get("name"))
    _birthday(export, node(found.get("birthday")))
    export.tell("label:gender", at(found, "gender", "gender_option") or found.get("gender"))
    export.tell("account_created", _iso(found.get("registration_timestamp")))


def _birthday(export: Statement, found: Node) -> None:
    """Whole, or without the year, or the year alone, as it was given."""
    year, month, day = (_number(found.get(name)) for name in ("year", "month", "day"))
    if month and day:
        short = f"{month:02}-{day:02}"
        export.tell(
            "birth_date" if year else "birth_day_month", f"{year:04}-{short}" if year else short
        )
    elif year:
        export.tell("birth_year", year)


def _contact(export: Statement, found: Node) -> None:
    export.handle = text(found.get("username")) or None
    export.url = resolve(None, text(found.get("profile_uri")))
    for each in _texts(at(found, "emails", "emails")):
        export.tell("email_personal", each)
    for phone in nodes(found.get("phone_numbers")):
        export.tell("phone_mobile", phone.get("phone_number"))
    for site in _texts(found.get("websites"), "address"):
        export.link(address(site))


def _people(export: Statement, found: Node) -> None:
    """Who the profile names as near: it is the owner who says so."""
    relation = node(found.get("relationship"))
    export.tell("family_status", relation.get("status"))
    export.tell("partner", _name(relation.get("partner")))
    for each in nodes(found.get("family_members")):
        export.tell("relative", each.get("name"))


def _lives(export: Statement, found: Node) -> None:
    for name, kind in _NAMED.items():
        export.tell(kind, _name(found.get(name)))
    for each in nodes(found.get("languages")):
        export.tell("language", each.get("name"))
    for each in nodes(found.get("education_experiences")):
        export.tell("school", each.get("name"), dates=_held(each))
    for each in nodes(found.get("work_experiences")):
        held = _held(each)
        export.tell("employer", each.get("employer"), dates=held)
        export.tell("job_title", each.get("title"), dates=held)
        if held[0] and not held[1]:
            export.tell("hire_date", held[0].isoformat()[:7], dates=held)


def _others(export: Statement, document: Any, found: Node) -> None:
    """What has no place above: plain values, and those under labels."""
    known = {*export.layout.words["read"], *export.layout.words["unread"], *_NAMED}
    for name, value in found.items():
        for each in (_name(value), *_texts(value), *_texts(value, "place")):
            if name not in known:
                export.tell_labelled(name, each)
    for label, value in meta.pairs([each.get("label_values") for each in nodes(document)]):
        export.tell_labelled(label, value)


def _name(value: Any) -> str:
    """A text, or the name of an object."""
    return text(value) or text(node(value).get("name"))


def _texts(value: Any, name: str = "name") -> Iterator[str]:
    """The texts of a list, plain or each in an object."""
    for each in value if isinstance(value, list) else ():
        if said := text(each) or text(node(each).get(name)):
            yield said


def _held(each: Node) -> Dates:
    start, end = each.get("start_timestamp"), each.get("end_timestamp")
    return _unix(start), _unix(end)


def _number(value: Any) -> int | None:
    return value if isinstance(value, int) and 0 < value < 10_000 else None  # noqa: PLR2004


def _unix(value: Any) -> Any:
    return unix(value) if isinstance(value, int | float) else None


def _iso(value: Any) -> str | None:
    found = _unix(value)
    return found.isoformat() if found else None
