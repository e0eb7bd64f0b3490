"""GitHub's export: a tar archive of JSON files, or the folder it unpacks to.

It holds what others wrote in the owner's repositories too: only what the owner wrote is handed on. A
repository states whether it is private; what stands in one that is not in the export is seen by default.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain

from auditor.collect.addresses import resolve
from auditor.collect.archive import Archive
from auditor.collect.blanks import collapse
from auditor.collect.dates import instant
from auditor.collect.exports.cells import address
from auditor.collect.exports.shapes import Node, nodes, text
from auditor.collect.exports.statement import Statement
from auditor.collect.reading import Context
from auditor.model.profile import Item, Post
from auditor.model.text import say
from auditor.model.visibility import Sight, Visibility

NETWORK = "github"
_PARTS = (
    "issues",
    "pulls",
    "comments",
    "reviews",
    "review_comments",
    "commit_comments",
    "releases",
)
_MOST = 100_000
"""Repositories and users that are kept in mind: as many as an archive may have members."""
_PARTS_OF_ADDRESS = 5
"""``https://github.com/odile/site``: what comes after them stands in the repository."""
Repositories = Mapping[str, Node]


def read_archive(archive: Archive, context: Context) -> Iterator[Item]:
    """The account of an archive, or of one of its files."""
    export = Statement(network=NETWORK, archive=archive, context=context)
    repositories = _by_url(export, "repositories")
    users = _by_url(export, "users")
    owner = _owner(export, repositories, users)
    bio = list(_profile(export, users.get(owner, {})))
    posts = chain(_described(export, repositories, owner), _written(export, repositories, owner))
    yield from export.items(chain(bio, posts if owner else ()))


def _by_url(export: Statement, part: str) -> Repositories:
    found: dict[str, Node] = {}
    for batch in export.elements(part):
        for each in nodes(batch):
            if len(found) < _MOST and text(each.get("url")):
                found[text(each["url"])] = each
    return found


def _owner(export: Statement, repositories: Repositories, users: Repositories) -> str:
    """The address of the account: as the mandate names it, or whoever owns most repositories."""
    named = (export.context.source.owner or "").rpartition(":")[2].casefold()
    by_login = {text(each.get("login")).casefold(): url for url, each in users.items()}
    if named and named in by_login:
        return by_login[named]
    owners = Counter(text(each.get("owner")) for each in repositories.values())
    found = next((url for url, _ in owners.most_common() if url in users), "")
    if found or len(users) <= 1:
        return found or next(iter(users), "")
    export.fail(
        say("whose export it is could not be told: what the owner wrote was not read"),
        say("name the account under owner: github:<login>"),
    )
    return ""


def _profile(export: Statement, user: Node) -> Iterator[Post]:
    export.url = resolve(None, text(user.get("url")))
    export.handle = text(user.get("login")) or None
    for label in ("name", "company", "location"):
        export.tell_labelled(label, user.get(label))
    export.tell("account_created", text(user.get("created_at"))[: len("2012-01-01")])
    for each in nodes(user.get("emails")):
        export.tell("email_personal", each.get("address"))
    export.link(address(text(user.get("website")) or text(user.get("blog"))))
    if said := collapse(text(user.get("bio"))):
        yield Post(id="bio", text=said, sight=export.sight("bio"))


def _described(export: Statement, repositories: Repositories, owner: str) -> Iterator[Post]:
    own = (each for each in repositories.values() if text(each.get("owner")) == owner)
    for number, each in enumerate(own, start=1):
        if said := ": ".join(filter(None, (text(each.get("name")), text(each.get("description"))))):
            published_on, at = instant(text(each.get("created_at")))
            yield Post(
                id=f"repository-{number}",
                text=collapse(said),
                sight=_sight(export, each),
                published_on=published_on,
                at=at,
                url=resolve(None, text(each.get("url"))),
            )


def _written(export: Statement, repositories: Repositories, owner: str) -> Iterator[Post]:
    number = 0
    for part in _PARTS:
        for batch in export.elements(part):
            for each in nodes(batch):
                said = collapse("\n".join(text(each.get(key)) for key in ("title", "name", "body")))
                if said and text(each.get("user")) == owner:
                    number += 1
                    published_on, at = instant(text(each.get("created_at")))
                    yield Post(
                        id=f"post-{number}",
                        text=said,
                        sight=_sight(export, repositories.get(_repository(each), {})),
                        published_on=published_on,
                        at=at,
                        url=resolve(None, text(each.get("url"))),
                    )


def _repository(each: Node) -> str:
    """The address of the repository that something was written in."""
    url = text(each.get("repository")) or text(each.get("url"))
    return "/".join(url.split("/", _PARTS_OF_ADDRESS)[:_PARTS_OF_ADDRESS])


def _sight(export: Statement, repository: Node) -> Sight:
    """A private repository is seen by those whom its owner invited."""
    private = repository.get("private")
    if not isinstance(private, bool):
        return export.sight("posts")
    return export.sight("posts", Visibility.CONTACTS if private else Visibility.ANYONE)
