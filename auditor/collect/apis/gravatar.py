"""Gravatar: a profile of its API (v3), or of the older form ``<user>.json``."""

from typing import Any

from auditor.collect.apis.told import Told, fields, links, node, nodes, scalar, text

_KINDS = {
    "display_name": "full_name",
    "first_name": "first_name",
    "last_name": "label:last_name",
    "location": "home_commune",
    "job_title": "job_title",
    "company": "employer",
    "pronouns": "pronouns",
    "registration_date": "account_created",
    "displayName": "full_name",
    "currentLocation": "home_commune",
}
_CONTACT = {
    "home_phone": "phone_other",
    "work_phone": "phone_other",
    "cell_phone": "phone_mobile",
    "email": "email_personal",
}
_APART = "profile_url description preferredUsername profileUrl aboutMe".split()
_QUIET = (
    "hash requestHash avatar_url avatar_alt_text thumbnailUrl timezone pronunciation header_image "
    "background_color number_verified_accounts last_profile_edit hide_default_header_image "
    "is_organization id"
).split()


def knows(document: Any) -> bool:
    """Is it a profile of Gravatar?"""
    found = node(document)
    first = next(iter(nodes(found.get("entry"))), {})
    return {"hash", "display_name", "profile_url"} <= found.keys() or (
        {"hash", "profileUrl"} <= first.keys()
    )


def told(document: Any) -> Told:
    """The account of a profile."""
    found = next(iter(nodes(node(document).get("entry"))), None) or node(document)
    url = text(found.get("profile_url")) or text(found.get("profileUrl"))
    contact = node(found.get("contact_info"))
    checked = links(*(each.get("url") for each in _accounts(found)))
    return Told(
        handle=text(found.get("preferredUsername")) or url.rstrip("/").rpartition("/")[2],
        url=url or None,
        fields=(
            *fields(found, _KINDS, (*_QUIET, *_APART)),
            *fields(contact, _CONTACT, ("contact_form", "calendar")),
            *(("activity", said) for each in _interests(found) if (said := scalar(each))),
            *(("payment_handle", said) for each in _wallets(found) if (said := scalar(each))),
        ),
        bio=scalar(found.get("description") or found.get("aboutMe")),
        links=(*checked, *links(*(each.get("url") or each.get("value") for each in _urls(found)))),
        checked=checked,
    )


def _accounts(found: dict[str, Any]) -> list[dict[str, Any]]:
    shown = nodes(found.get("verified_accounts")) or nodes(found.get("accounts"))
    return [each for each in shown if each.get("is_hidden") is not True]


def _urls(found: dict[str, Any]) -> list[dict[str, Any]]:
    return nodes(found.get("links")) or nodes(found.get("urls"))


def _interests(found: dict[str, Any]) -> list[object]:
    return [each.get("name") for each in nodes(found.get("interests"))]


def _wallets(found: dict[str, Any]) -> list[object]:
    payments = node(found.get("payments"))
    return [
        each.get("address") or each.get("url")
        for key in ("links", "crypto_wallets")
        for each in nodes(payments.get(key))
    ]
