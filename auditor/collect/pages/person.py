"""A person's structured data as kinds and texts: from JSON-LD, from an h-card."""

from collections.abc import Iterator
from typing import Any

from auditor.collect.pages.hcard import Card
from auditor.collect.pages.jsonld import Node, first, strings
from auditor.collect.pages.view import Pair

_NODE = {
    "name": "full_name",
    "givenName": "first_name",
    "jobTitle": "job_title",
    "worksFor": "employer",
    "alumniOf": "school",
    "birthDate": "birth_date",
    "birthPlace": "birth_place",
    "homeLocation": "home_commune",
    "memberOf": "group_membership",
    "spouse": "partner",
    "makesOffer": "classified_ad",
    "image": "photo_face",
}
_CARD = {
    "given-name": "first_name",
    "photo": "photo_face",
    "job-title": "job_title",
    "role": "job_title",
    "org": "employer",
    "bday": "birth_date",
    "locality": "home_commune",
    "pronouns": "pronouns",
}


def of_node(node: Node) -> Iterator[Pair]:
    """What a JSON-LD person says of themselves."""
    for key, kind in _NODE.items():
        yield from ((kind, text) for text in strings(_place(node.get(key)))[:20])
    for text in strings(node.get("alternateName"))[:5]:
        yield ("alias" if " " in text else "username"), text.removeprefix("@")
    for text in strings(node.get("email"))[:5]:
        yield "email_personal", text.removeprefix("mailto:")
    for text in strings(node.get("telephone"))[:5]:
        yield "phone_mobile", text.removeprefix("tel:")
    yield from _address(node.get("address"))


def of_card(card: Card) -> Iterator[Pair]:
    """What an h-card says."""
    nicknames = [each.removeprefix("@") for each in card.properties.get("nickname", ())]
    if card.name and card.name not in nicknames:
        yield "full_name", card.name
    for text in nicknames:
        yield ("alias" if " " in text else "username"), text
    for key, kind in _CARD.items():
        yield from ((kind, text) for text in card.properties.get(key, ())[:5])
    for text in card.properties.get("email", ())[:5]:
        yield "email_personal", text.removeprefix("mailto:")
    for text in card.properties.get("tel", ())[:5]:
        yield "phone_mobile", text.removeprefix("tel:")
    street = card.first("street-address")
    if street:
        yield (
            "home_address",
            ", ".join(filter(None, [street, card.first("postal-code"), card.first("locality")])),
        )


def about(node: Node) -> str:
    """The person's description of themselves."""
    return first(node.get("description"))


def _place(value: Any) -> Any:
    """A place by its town, where it has an address and no name."""
    if isinstance(value, dict) and not value.get("name") and isinstance(value.get("address"), dict):
        return value["address"].get("addressLocality")
    return value


def _address(value: Any) -> Iterator[Pair]:
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, str):
            # A bare text with a number is a street, without one a town.
            yield (
                ("home_address" if any(c.isdigit() for c in each) else "home_commune"),
                each.strip(),
            )
        elif isinstance(each, dict):
            yield "home_commune", first(each.get("addressLocality"))
            street = first(each.get("streetAddress"))
            if street:
                rest = (first(each.get(key)) for key in ("postalCode", "addressLocality"))
                yield "home_address", ", ".join(filter(None, [street, *rest]))
