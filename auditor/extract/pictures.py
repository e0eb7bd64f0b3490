"""Pictures that stand in more than one place: by their hashes, never by whom they show."""

from collections.abc import Iterable, Iterator, Mapping

from auditor.model.picture import distance
from auditor.model.profile import Page, Profile

MOST = 3000
"""Different pictures of a case that are compared: each with each, a second of work."""


def recurring(places: Iterable[Profile | Page], within: int) -> Mapping[str, str]:
    """Hash → the one that stands for all copies of the picture, for pictures of two places or more.

    Copies differ in at most `within` bits.
    """
    where: dict[str, set[str]] = {}
    for source, each in _hashes(places):
        if each in where or len(where) < MOST:
            where.setdefault(each, set()).add(source)
    heads: dict[str, str] = {}
    for each in where:
        heads[each] = next(
            (head for head in set(heads.values()) if distance(head, each) <= within), each
        )
    seen: dict[str, set[str]] = {}
    for each, head in heads.items():
        seen.setdefault(head, set()).update(where[each])
    return {each: head for each, head in heads.items() if len(seen[head]) > 1}


def _hashes(places: Iterable[Profile | Page]) -> Iterator[tuple[str, str]]:
    """Source and hash of each picture in an account's own posts."""
    for place in places:
        for post in place.posts if isinstance(place, Profile) else ():
            for media in post.media if post.by is None else ():
                if media.picture_hash is not None:
                    yield place.source, media.picture_hash
