"""Google Maps, as Google Takeout keeps it: reviews, places labelled, starred or listed.

A review stands under the contributor's name. What is labelled (home, work) or starred is shown to
nobody else; a list may be shared, which its table does not say: it is only counted.
"""

from collections.abc import Iterator
from typing import Any

from auditor.collect.blanks import collapse
from auditor.collect.dates import day
from auditor.collect.exports.shapes import node, text
from auditor.collect.exports.statement import Statement
from auditor.model.profile import Item, Post
from auditor.model.visibility import Visibility

NETWORK = "googlemaps"
_STARS = 5
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
"""Ratings that older exports write out."""


def items(export: Statement, numbers: Iterator[int]) -> Iterator[Item]:
    """The contributor's reviews; nothing where the export holds none."""
    yield from export.items(_reviews(export, numbers), alone=False)


def private(export: Statement) -> None:
    """What only the account sees: the addresses it labelled, how many places it starred or listed."""
    for each in _features(export, "labelled"):
        found = node(each.get("properties"))
        name, address = text(found.get("name")), text(found.get("address"))
        export.tell_labelled(name or "Maps", address, stated=Visibility.ME)
    starred = sum(1 for _ in _features(export, "starred"))
    listed = sum(1 for _ in export.rows("lists"))
    for name, number in (("Maps", starred), ("Saved", listed)):
        if number:
            export.tell("activity_history", f"{name}: {number}", stated=Visibility.ME)


def _features(export: Statement, part: str) -> Iterator[dict[str, Any]]:
    for batch in export.elements(part, under=("features",)):
        yield from (each for each in batch if isinstance(each, dict))


def _reviews(export: Statement, numbers: Iterator[int]) -> Iterator[Post]:
    seen = export.sight("posts")
    for each in _features(export, "reviews"):
        found = node(each.get("properties"))
        said = _first(found, "review_text_published", "Review Comment", "review_text")
        stars = _rated(_first(found, "five_star_rating_published", "Star Rating"))
        if said or stars:
            yield Post(
                id=f"post-{next(numbers)}",
                text=collapse(str(said or stars)),
                sight=seen,
                published_on=day(text(_first(found, "date", "Published"))),
                place=_place(node(_first(found, "location", "Location"))),
                url=text(_first(found, "google_maps_url", "Google Maps URL")) or None,
            )


def _first(found: dict[str, Any], *names: str) -> Any:
    return next((found[name] for name in names if found.get(name)), None)


def _rated(stars: Any) -> str:
    number = _WORDS.get(stars.casefold()) if isinstance(stars, str) else stars
    if not isinstance(number, int) or not 0 < number <= _STARS:
        return ""
    return "★" * number + "☆" * (_STARS - number)


def _place(location: dict[str, Any]) -> str | None:
    parts = (
        text(_first(location, "name", "Business Name")),
        text(_first(location, "address", "Address")),
    )
    return ", ".join(filter(None, parts)) or None
