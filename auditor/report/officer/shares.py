"""What each post and each recruiter stands for: looks, and the rows that call for a check."""

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.model.screening import Checked, Share
from auditor.report.inert import visible
from auditor.report.officer import labels
from auditor.report.officer.gaps import titles
from auditor.report.officer.points import post
from auditor.report.officer.sizes import Sizes
from auditor.report.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A point, and in how many rows of this post or recruiter."""

    code: str
    href: str
    title: str
    severity: int
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareShown:
    """One post, or one recruiter by pseudonym."""

    name: str
    looks: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """Posts, or recruiters."""

    shown: tuple[ShareShown, ...]
    more: str


def posts(words: Words, found: Checked, sizes: Sizes) -> Shares:
    """Post by post."""
    return _shares(words, found, found.posts, sizes.shares)


def recruiters(words: Words, found: Checked, sizes: Sizes) -> Shares:
    """Recruiter by recruiter."""
    return _shares(words, found, found.recruiters, sizes.shares)


def _shares(words: Words, found: Checked, shares: Iterable[Share], most: int) -> Shares:
    ranked = sorted(shares, key=lambda each: (-sum(each.codes.values()), -each.looks, each.name))
    severities = {each.rule.code: labels.within(each.severity) for each in found.broken}
    known = dict(titles(words, found))
    left = len(ranked) - most
    return Shares(
        shown=tuple(_share(words, each, severities, known) for each in ranked[:most]),
        more=words.count("more", left) if left > 0 else "",
    )


def _share(
    words: Words, each: Share, severities: dict[str, int], known: dict[str, str]
) -> ShareShown:
    ranked = sorted(each.codes.items(), key=lambda item: (-severities.get(item[0], 0), item[0]))
    return ShareShown(
        name=post(each.name),
        looks=words.number(each.looks),
        marks=tuple(
            Mark(
                code=visible(code),
                href=f"point-{visible(code)}" if code in severities else "",
                title=known.get(code, ""),
                severity=severities.get(code, 1),
                count=words.number(number),
            )
            for code, number in ranked
            if number
        ),
    )
