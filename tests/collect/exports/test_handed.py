"""Posts and failures are handed on in portions that fit the memory, and that somebody can read."""

from auditor.collect.exports.handed import PART, Faults, part
from auditor.collect.unreadable import failed
from auditor.model.profile import Post
from auditor.model.text import say
from auditor.model.visibility import UNKNOWN_SIGHT
from tests.collect.contexts import failures


def written(texts):
    return (Post(id=f"post-{n}", text=each, sight=UNKNOWN_SIGHT) for n, each in enumerate(texts))


def fault(name):
    return failed("s", say("%(file)s is damaged", file=name), say("look"))


def test_so_many_posts_are_handed_on_in_order():
    posts = written("a" for _ in range(PART + 3))
    first, second = part(posts), part(posts)
    assert (len(first), len(second), part(posts)) == (PART, 3, ())
    assert [each.id for each in (*first, *second)] == [f"post-{n}" for n in range(PART + 3)]


def test_long_posts_are_handed_on_a_few_at_a_time():
    posts = written("a" * 900_000 for _ in range(30))
    sizes = []
    while found := part(posts):
        sizes.append(len(found))
    assert sum(sizes) == 30
    assert max(sizes) <= 10


def test_a_failure_is_told_once_and_very_many_are_counted():
    faults = Faults("s")
    assert not faults
    for number in range(250):
        faults.add(fault(f"{number}.json"))
        faults.add(fault("0.json"))
    told = failures(faults)
    assert faults
    assert told[:2] == ["0.json is damaged", "1.json is damaged"]
    assert len(told) == len(set(told)) == 101
    assert told[-1] == "more parts that could not be read: 150"
