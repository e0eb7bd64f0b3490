"""A picture as a source of its own: what the file says beside what it shows."""

from collections.abc import Iterator

from auditor.collect.accounts import account_of
from auditor.collect.media.picture import describe
from auditor.collect.reading import Context
from auditor.collect.sight import sight, whole
from auditor.collect.unreadable import UnreadableError
from auditor.model.profile import Item, Media, Post, Profile, Tag

COLLECTOR = "media"


def read(data: bytes, context: Context) -> Iterator[Item]:
    """The one picture of a file: the profile of whoever made it, with one post."""
    try:
        media = describe(data, _name(context))
    except UnreadableError as fault:
        yield fault.failure(context.source.id)
        return
    yield profile(context, (post(media, context, 1),))


def post(media: Media, context: Context, number: int) -> Post:
    """A picture as a post: its caption is the text, the names written into it are tags."""
    seen = sight("posts", context)
    return Post(
        id=f"post-{number}",
        text=media.caption,
        sight=seen,
        tags=tuple(Tag(name=each, sight=seen) for each in media.people),
        media=(media,),
    )


def profile(context: Context, posts: tuple[Post, ...]) -> Profile:
    """Whoever made the file; the mandate may say whose account that is."""
    return Profile(
        source=context.source.id,
        account=account_of(context, context.address)[0],
        network=context.network.id if context.network else context.source.network,
        url=context.address,
        collector=COLLECTOR,
        observed_at=context.observed_at,
        sight=whole(context),
        posts=posts,
    )


def _name(context: Context) -> str:
    return context.address or (context.source.path or "").rpartition("/")[2]
