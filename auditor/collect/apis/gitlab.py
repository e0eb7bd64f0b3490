"""GitLab: users by name (a list), or one user."""

from typing import Any

from auditor.collect.apis.told import Told, fields, link, node, nodes, scalar, text

_KINDS = {
    "name": "full_name",
    "organization": "employer",
    "location": "home_commune",
    "public_email": "email_personal",
    "job_title": "job_title",
    "pronouns": "pronouns",
    "created_at": "account_created",
    "discord": "label:discord",
    "skype": "label:skype",
}
_APART = "username bio website_url linkedin twitter github bluesky mastodon orcid".split()
_QUIET = (
    "id public_id state locked avatar_url web_url bot followers following is_followed "
    "local_time work_information pronunciation"
).split()
"""What is the network's, or said twice: ``work_information`` is job title and organisation."""


def knows(document: Any) -> bool:
    """Is it an answer of GitLab's users?"""
    first = node(document) or next(iter(nodes(document)), {})
    return {"username", "web_url", "state", "avatar_url"} <= first.keys()


def told(document: Any) -> Told:
    """The account of a user; of several, none is told to be meant."""
    if len(nodes(document)) > 1:
        return Told()
    user = node(document) or next(iter(nodes(document)), {})
    found = (
        user.get("website_url"),
        _on(user, "twitter", "https://x.com/"),
        _on(user, "linkedin", "https://www.linkedin.com/in/"),
        _on(user, "github", "https://github.com/"),
        _on(user, "bluesky", "https://bsky.app/profile/"),
    )
    return Told(
        handle=text(user.get("username")),
        url=text(user.get("web_url")) or None,
        fields=tuple(fields(user, _KINDS, (*_QUIET, *_APART))),
        bio=scalar(user.get("bio")),
        links=tuple(dict.fromkeys(url for each in found if (url := link(each)))),
    )


def _on(user: dict[str, Any], field: str, start: str) -> str | None:
    """The address of an account that is given by its name, or as an address already."""
    said = text(user.get(field)).strip().lstrip("@")
    return said if not said or said.startswith("https://") else f"{start}{said}"
