"""Keybase: a user, and the accounts elsewhere that they proved to be theirs."""

from collections.abc import Iterator
from typing import Any

from auditor.collect.apis.told import Told, fields, links, moment, node, nodes, scalar, text

_KINDS = {"full_name": "full_name", "location": "home_commune", "twitter": "label:twitter"}
_STANDS = 1
"""The state of a proof that Keybase found to stand."""
_SITES = {
    "twitter": "https://x.com/",
    "github": "https://github.com/",
    "reddit": "https://www.reddit.com/user/",
    "hackernews": "https://news.ycombinator.com/user?id=",
    "facebook": "https://www.facebook.com/",
    "dns": "https://",
    "generic_web_site": "https://",
}
"""Where the accounts of a proof's type stand, where the answer does not say."""


def knows(document: Any) -> bool:
    """Is it an answer of Keybase's look-up?"""
    found = node(document)
    first = next(iter(nodes(found.get("them"))), {})
    return "status" in found and {"id", "basics"} <= first.keys()


def told(document: Any) -> Told:
    """The account of the user."""
    user = next(iter(nodes(node(document).get("them"))), {})
    basics, shown = node(user.get("basics")), node(user.get("profile"))
    since, _ = moment(basics.get("ctime"))
    handle = text(basics.get("username"))
    checked = links(*_proved(user))
    picture = links(node(node(user.get("pictures")).get("primary")).get("url"))
    return Told(
        handle=handle,
        url=f"https://keybase.io/{handle}" if handle else None,
        fields=(
            *fields(shown, _KINDS, ("mtime", "bio")),
            *(("photo_face", each) for each in picture),
            *(("crypto", each) for each in _coins(user)),
            *((("account_created", since.isoformat()),) if since else ()),
        ),
        bio=scalar(shown.get("bio")),
        links=checked,
        checked=checked,
    )


def _proved(user: dict[str, Any]) -> Iterator[str]:
    groups = node(node(user.get("proofs_summary")).get("by_presentation_group"))
    for group, proofs in groups.items():
        for each in nodes(proofs):
            if each.get("state", _STANDS) == _STANDS:
                start = _SITES.get(text(each.get("proof_type")) or group, _SITES.get(group))
                yield (
                    text(each.get("service_url"))
                    or f"{start or 'https://'}{text(each.get('nametag'))}"
                )


def _coins(user: dict[str, Any]) -> Iterator[str]:
    for coin, addresses in node(user.get("cryptocurrency_addresses")).items():
        for each in nodes(addresses):
            if said := scalar(each.get("address")):
                yield f"{coin[:30]} {said}"
