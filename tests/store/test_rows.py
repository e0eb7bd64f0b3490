"""store/rows.py: what was collected comes back as it was."""

from datetime import UTC, date, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model.failure import Failure
from auditor.model.profile import Batch, Field, Media, Page, Person, Post, Profile, Tag
from auditor.model.text import say
from auditor.model.visibility import Origin, Sight, Visibility
from auditor.store.rows import gathered, item, items, row, rows

SIGHT = Sight(visibility=Visibility.CONTACTS, origin=Origin.STATED)
words = st.text(max_size=20)
days = st.none() | st.dates()
posts = st.builds(
    Post,
    id=words,
    text=words,
    sight=st.just(SIGHT),
    published_on=days,
    place=st.none() | words,
    tags=st.tuples(st.builds(Tag, name=words, url=st.none() | words)),
    media=st.tuples(st.builds(Media, url=words, taken_on=days)),
)
profiles = st.builds(
    Profile,
    source=words,
    account=st.none() | words,
    network=st.none(),
    url=st.none(),
    collector=words,
    observed_at=st.datetimes(timezones=st.just(UTC)),
    sight=st.just(SIGHT),
    fields=st.tuples(st.builds(Field, name=words, text=words, period=st.tuples(days, days))),
    posts=st.lists(posts, max_size=4).map(tuple),
    people=st.tuples(st.builds(Person, fields=st.just((Field(name="alias", text="x"),)))),
)
pages = st.builds(
    Page,
    source=words,
    network=st.none(),
    url=st.none(),
    collector=words,
    observed_at=st.datetimes(timezones=st.just(UTC)),
    sight=st.just(SIGHT),
    posts=st.lists(posts, max_size=3).map(tuple),
)
failures = st.builds(
    Failure,
    stage=st.just("collect"),
    source=words,
    reason=words.map(lambda word: say("%(file)s is cut", file=word)),
    mend=st.just(say("again")),
)


@given(found=st.lists(profiles | pages | failures, max_size=6))
def test_rows_bring_back_what_was_collected(found):
    assert list(gathered(items(rows(found)))) == found


@given(profile=profiles, more=st.lists(st.lists(posts, max_size=3).map(tuple), max_size=4))
def test_a_long_timeline_in_batches_is_the_profile_with_all_its_posts(profile, more):
    parts = [profile, *(Batch(source=profile.source, posts=each) for each in more)]
    (whole,) = gathered(parts)
    assert whole.posts == sum(more, profile.posts)
    assert list(gathered(items(rows(parts)))) == [whole]


def test_without_posts_a_profile_is_bare():
    profile = Profile(
        source="a",
        account=None,
        network=None,
        url=None,
        collector="x",
        observed_at=datetime(2026, 1, 5, tzinfo=UTC),
        sight=SIGHT,
        posts=(Post(id="post-1", text="Ça va", published_on=date(2026, 1, 5)),),
    )
    kinds = [kind for kind, _ in rows([profile])]
    assert kinds == ["profile", "post"]
    (bare,) = gathered(items(each for each in rows([profile]) if each[0] != "post"))
    assert bare.posts == ()


@given(
    found=profiles
    | pages
    | failures
    | st.builds(Batch, source=words, posts=st.tuples(posts, posts))
)
def test_a_row_holds_one_item_whole(found):
    assert item(row(found)) == found


def test_a_row_of_no_kind_or_of_another_is_refused():
    _, body = row(Batch(source="a", posts=()))
    with pytest.raises(KeyError):
        item(("pickle", body))
    with pytest.raises(msgspec.DecodeError):
        item(("page", b"\xc1"))
    with pytest.raises(msgspec.ValidationError):
        item(("failure", body))
