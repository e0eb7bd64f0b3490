"""Stack Exchange: a user of one of its sites, and their questions and answers."""

from html import unescape
from typing import Any

from auditor.collect.apis.told import (
    Said,
    Told,
    fields,
    link,
    links,
    moment,
    node,
    nodes,
    signed,
    words,
)

_KINDS = {
    "display_name": "full_name",
    "location": "home_commune",
    "age": "age",
    "account_id": "label:account_id",
}
"""``account_id`` is the same on all sites of the network: it joins their accounts."""
_APART = ("website_url", "about_me", "link", "creation_date")
_QUIET = (
    "user_id user_type is_employee last_modified_date last_access_date profile_image accept_rate "
    "reputation reputation_change_year reputation_change_quarter reputation_change_month "
    "reputation_change_week reputation_change_day view_count down_vote_count up_vote_count "
    "answer_count question_count timed_penalty_date"
).split()


def knows(document: Any) -> bool:
    """Is it an answer of Stack Exchange?"""
    found = node(document)
    if not {"items", "has_more"} <= found.keys():
        return False
    first = next(iter(nodes(found.get("items"))), {})
    return bool({"user_id", "account_id", "post_id", "question_id", "answer_id"} & first.keys())


def told(document: Any) -> Told:
    """The account of the user, or of whoever wrote the posts."""
    items = nodes(node(document).get("items"))
    users = [each for each in items if "display_name" in each and "link" in each]
    account = _user(users[0]) if len(users) == 1 else Told()
    posts = ((_post(each), _owner(each)) for each in items if "post_id" in each)
    return account | Told(posts=signed(posts))


def _user(user: dict[str, Any]) -> Told:
    since, _ = moment(user.get("creation_date"))
    return Told(
        handle=str(user.get("user_id") or ""),
        url=link(user.get("link")),
        fields=(
            *((kind, unescape(said)) for kind, said in fields(user, _KINDS, (*_QUIET, *_APART))),
            *((("account_created", since.isoformat()),) if since else ()),
        ),
        bio=words(user.get("about_me")),
        links=links(user.get("website_url")),
    )


def _owner(post: dict[str, Any]) -> str:
    """The number of who wrote it: their name is not needed to tell them apart."""
    return str(node(post.get("owner")).get("user_id") or "")


def _post(post: dict[str, Any]) -> Said:
    parts = (words(post.get(key)) for key in ("title", "body"))
    return Said(
        text="\n".join(filter(None, parts)),
        when=moment(post.get("creation_date")),
        url=link(post.get("link")),
    )
