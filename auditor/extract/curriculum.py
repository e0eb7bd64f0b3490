"""A page or document that is a curriculum: of whom it names first."""

from collections.abc import Iterable, Iterator, Mapping

from auditor.extract.cast import Cast
from auditor.extract.passage import Draft
from auditor.extract.sheet import Sheet
from auditor.model.curriculum import is_curriculum
from auditor.model.fact import Voice
from auditor.model.profile import Page, Post, Profile
from auditor.model.record import Record


def of_profile(profile: Profile, owner: Record, sheet: Sheet, sections: Mapping[str, str]) -> None:
    """Note that what an account shows as its text is a curriculum."""
    if is_curriculum(_lines(profile.posts), sections):
        _note(owner, profile, sheet, Voice.SELF)


def of_page(
    page: Page, read: Iterable[Draft], people: Cast, sheet: Sheet, sections: Mapping[str, str]
) -> None:
    """Note that a page or document is a curriculum."""
    if is_curriculum(_lines(page.posts), sections):
        first = next((person for each in read for person in each.mentions), None)
        if first is not None:
            _note(people.record(first), page, sheet, Voice.OTHER)


def _lines(posts: Iterable[Post]) -> Iterator[str]:
    return (line for post in posts for line in post.text.splitlines())


def _note(record: Record, place: Page | Profile, sheet: Sheet, voice: Voice) -> None:
    url = place.url or place.source
    sheet.note(record, "cv_public", url, sight=place.sight, by="metadata", said_by=voice)
