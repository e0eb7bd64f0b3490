"""What the hours of posts tell, and what they do not."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.extract.hours import of_posts
from auditor.extract.sheet import Sheet
from auditor.model.hours import counts, written
from auditor.model.profile import Post, Profile
from auditor.model.record import Record, Role
from auditor.model.visibility import UNKNOWN_SIGHT, Origin, Sight, Visibility

OPEN = Sight(visibility=Visibility.ANYONE, origin=Origin.STATED)
OWNER = Record(id="a#owner", source="a", role=Role.OWNER, label="Odile Piquerelle")
DAY = [7, 8, 9, 12, 13, 17, 18, 19, 20, 21]
"""Hours at which somebody posts who sleeps, by that clock, from half past eleven to half past six."""


def posts(hours, *, sight=OPEN, by=None, start=0):
    return [
        Post(
            id=f"post-{number}",
            text="",
            sight=sight,
            published_on=date(2024, 5, 2),
            at=None if hour is None else time(hour % 24, 10),
            by=by,
        )
        for number, hour in enumerate(hours, start=start)
    ]


def told(found):
    profile = Profile(
        source="a", account="photos:odile", network="photos", url=None, collector="c",
        observed_at=datetime(2026, 1, 1, tzinfo=UTC), sight=OPEN, posts=tuple(found),
    )  # fmt: skip
    sheet = Sheet(source="a", confidence={"hours": 0.6})
    of_posts(profile, OWNER, sheet)
    return {each.kind: each for each in sheet.facts.values()}


def around(ahead):
    """Fifty posts of a day whose clock is so many hours ahead of UTC."""
    return posts([hour - ahead for hour in [*DAY, 22, 23]] * 5)


@pytest.mark.parametrize("ahead", range(-11, 13))
def test_the_night_tells_the_time_zone_within_its_interval(ahead):
    value = told(around(ahead))["time_zone"].value
    middle, _, spread = value.removeprefix("UTC").partition(" ±")
    assert (int(middle) - ahead + 12) % 24 - 12 in range(-int(spread), int(spread) + 1)
    assert int(spread) <= 3


@pytest.mark.parametrize(
    "hours",
    [
        DAY * 3 + [22, 23],  # too few
        list(range(24)) * 5,  # no quiet stretch
        [19, 20, 21] * 20,  # nearly all of the day is quiet: the night may lie anywhere in it
        [6, 7, 18, 19, 20, 21, 22] * 10,  # the day at work is as quiet as the night
        [None] * 90,
    ],
)
def test_hours_that_show_no_night_tell_no_time_zone(hours):
    assert "time_zone" not in told(posts(hours))


@pytest.mark.parametrize(
    ("hours", "value"),
    [
        ([18, 19, 20, 21, 22] * 8 + [7, 12] * 10, "18:00–22:00 UTC, 53 % of 60 posts"),
        ([23, 0] * 20 + [12] * 10, "23:00–01:00 UTC, 80 % of 50 posts"),
        ([7] * 40, "07:00–08:00 UTC, 100 % of 40 posts"),
    ],
)
def test_the_fewest_hours_that_hold_half_of_the_posts_are_a_routine(hours, value):
    assert told(posts(hours))["routine"].value == value


def test_posts_all_over_the_day_are_no_routine():
    assert "routine" not in told(posts(list(range(24)) * 5))


def test_the_quote_counts_the_posts_of_each_hour():
    found = told(posts([18, 19] * 20 + [7]))["routine"]
    assert found.quote == "UTC 07h 1, 18h 20, 19h 20"
    assert (found.recognizer, found.confidence) == ("hours", 0.6)


MORE = [
    posts([3] * 30, by="Inès Vasseur", start=900),
    posts([None] * 30, start=900),
    posts([3] * 30, sight=UNKNOWN_SIGHT, start=900),
    posts([3] * 30, sight=Sight(visibility=Visibility.CONTACTS, origin=Origin.STATED), start=900),
]


@pytest.mark.parametrize("more", MORE)
def test_posts_of_others_without_a_time_or_less_visible_change_nothing(more):
    assert told([*around(1), *more]) == told([*more, *around(1)]) == told(around(1))


@given(st.permutations(around(1)))
def test_the_order_of_posts_does_not_count(found):
    assert told(found) == told(around(1))


@pytest.mark.parametrize(
    ("sights", "seen"),
    [
        ([Visibility.ANYONE] * 40 + [Visibility.ME] * 40, Visibility.ANYONE),
        ([Visibility.INDEXED] * 39 + [Visibility.MEMBERS] * 40, Visibility.MEMBERS),
        ([Visibility.INDEXED] * 39 + [Visibility.UNKNOWN] * 40, Visibility.UNKNOWN),
        ([Visibility.UNKNOWN] * 40, Visibility.UNKNOWN),
    ],
)
def test_a_fact_is_seen_by_whoever_sees_all_posts_it_rests_on(sights, seen):
    found = [
        each
        for number, level in enumerate(sights)
        for each in posts([18], sight=Sight(visibility=level), start=number)
    ]
    routine = told(found)["routine"]
    assert routine.visibility is seen
    known = [each for each in sights if each.level is not None]
    assert sum(counts(routine.quote)) == sum(
        seen is Visibility.UNKNOWN or (each.level or 0) >= seen.level
        for each in (known if seen is not Visibility.UNKNOWN else sights)
    )


def test_it_is_known_as_little_as_the_visibility_known_least():
    stated = posts([18] * 40)
    guessed = Sight(visibility=Visibility.ANYONE, origin=Origin.DEFAULT)
    found = told([*stated, *posts([18], sight=guessed, start=90)])
    assert found["routine"].visibility_from is Origin.DEFAULT


@given(st.lists(st.integers(min_value=0, max_value=23), min_size=1))
def test_hours_written_are_read_back(hours):
    assert list(counts(written(hours))) == [hours.count(each) for each in range(24)]


@pytest.mark.parametrize("quote", ["", "UTC ", "UTC 7h 1", "UTC 24h 1", "18h 2", "UTC 18h 2, rest"])
def test_other_quotes_count_nothing(quote):
    assert counts(quote) == ()
