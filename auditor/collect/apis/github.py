"""GitHub: a user, and the repositories that they own."""

from typing import Any

from auditor.collect.apis.told import Said, Told, fields, links, node, nodes, scalar, signed, text
from auditor.collect.dates import instant

_KINDS = {
    "name": "full_name",
    "company": "employer",
    "location": "home_commune",
    "email": "email_personal",
    "created_at": "account_created",
    "hireable": "job_search",
}
_APART = ("login", "bio", "blog", "twitter_username")
_QUIET = (
    "id node_id gravatar_id type site_admin user_view_type updated_at public_repos public_gists "
    "followers following avatar_url url html_url followers_url following_url gists_url starred_url "
    "subscriptions_url organizations_url repos_url events_url received_events_url "
    "total_private_repos owned_private_repos private_gists disk_usage collaborators "
    "two_factor_authentication suspended_at"
).split()
"""Numbers of the account, its addresses and its counts: nothing that its holder says."""


def knows(document: Any) -> bool:
    """Is it an answer of GitHub's users or repositories?"""
    first = node(document) or next(iter(nodes(document)), {})
    user = {"login", "html_url", "repos_url", "type"} <= first.keys()
    return user or {"full_name", "owner", "html_url", "fork"} <= first.keys()


def told(document: Any) -> Told:
    """The account of a user, or of whose repositories they are."""
    user = node(document)
    if "login" not in user:
        return _owner(nodes(document) or [user])
    return Told(
        handle=text(user.get("login")),
        url=text(user.get("html_url")) or None,
        fields=tuple(
            (kind, said.removeprefix("@") if kind == "employer" else said)
            for kind, said in fields(user, _KINDS, (*_QUIET, *_APART))
        ),
        bio=scalar(user.get("bio")),
        links=links(user.get("blog"), _twitter(user)),
    )


def _twitter(user: dict[str, Any]) -> str | None:
    name = text(user.get("twitter_username"))
    return f"https://x.com/{name}" if name else None


def _owner(repositories: list[dict[str, Any]]) -> Told:
    owner = node(repositories[0].get("owner"))
    own = [each for each in repositories if each.get("fork") is not True]
    posts = signed((_repository(each), text(node(each.get("owner")).get("login"))) for each in own)
    if any(node(each.get("owner")).get("login") != owner.get("login") for each in repositories):
        return Told(posts=posts)
    return Told(
        handle=text(owner.get("login")), url=text(owner.get("html_url")) or None, posts=posts
    )


def _repository(found: dict[str, Any]) -> Said:
    name, description = text(found.get("name")), text(found.get("description"))
    return Said(
        text=f"{name} – {description}" if description else name,
        when=instant(text(found.get("created_at"))),
        url=text(found.get("html_url")) or None,
    )
