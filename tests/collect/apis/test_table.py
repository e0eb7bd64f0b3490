"""Which address is which account, and whom a call may ask."""

import pytest

from auditor.collect.apis.table import account, table
from auditor.errors import PackError
from tests.collect.contexts import card


@pytest.mark.parametrize(
    ("url", "network", "handle"),
    [
        ("https://github.com/nora-k", "github", "nora-k"),
        ("https://www.github.com/nora-k/", "github", "nora-k"),
        ("https://GitHub.com/nora-k#x", "github", "nora-k"),
        ("https://github.com/nora-k/reliure", None, None),
        ("https://github.com/", None, None),
        ("https://github.com.evil.example/nora-k", None, None),
        ("https://gitlab.com/nora-k", "gitlab", "nora-k"),
        ("https://bsky.app/profile/nora.example", "bluesky", "nora.example"),
        ("https://bsky.app/profile/nora.example/post/1", None, None),
        ("https://gravatar.com/norak", "gravatar", "norak"),
        ("https://fr.gravatar.com/norak", "gravatar", "norak"),
        ("https://stackoverflow.com/users/5/nora", "stackexchange", "5"),
        ("https://french.stackexchange.com/users/5", "stackexchange", "5"),
        ("https://news.ycombinator.com/user?id=norak", "hackernews", "norak"),
        ("https://news.ycombinator.com/item?id=4", None, None),
        ("https://keybase.io/norak", "keybase", "norak"),
        ("https://social.example/@nora", "mastodon", "nora"),
        ("https://social.example/@nora@other.example", None, None),
        ("https://photos.example/@nora", None, None),
        ("https://nora.example/", None, None),
        ("https://[", None, None),
    ],
)
def test_an_address_is_an_account_by_host_and_path(url, network, handle):
    found = account(url, table(), {"photos": card()})
    assert (found and found.network, found and found.handle) == (network, handle)


def test_a_server_of_ones_own_is_sure_where_the_mandate_says_so():
    url = "https://social.example/@nora"
    assert account(url, table(), {}).sure is False
    assert account(url, table(), {}, "mastodon").sure is True
    assert account(url, table(), {}, "photos") is None
    assert account("https://github.com/nora", table(), {}).sure is True


def test_a_call_is_filled_with_quoted_places_and_stays_on_its_hosts():
    found = account("https://stackoverflow.com/users/5%26x=1/n", table(), {})
    calls = [found.call(each) for each in found.api.calls]
    assert calls[0] == "https://api.stackexchange.com/2.3/users/5%26x%3D1?site=stackoverflow.com"
    assert all(found.may_ask(each) for each in calls)
    for other in (
        "https://api.stackexchange.com.evil.example/",
        "https://stackoverflow.com/",
        "https://[",
    ):
        assert not found.may_ask(other)
    own = account("https://social.example/@nora", table(), {})
    assert own.may_ask("https://social.example/users/nora")
    assert not own.may_ask("http://social.example/users/nora")
    assert not own.may_ask("https://social.example:8443/users/nora")


def test_every_network_says_what_it_grants_since_when_and_where_a_token_goes():
    for api in table().values():
        assert api.per_hour > 0
        assert api.source
        assert set(api.token) == {"fr", "en"}
        assert all(each.startswith(("https://", "{origin}", "{root}")) for each in api.calls)


WRITTEN = """apis:
  x: {{at: [x.example], paths: ["/{{handle}}"], hosts: [x.example], calls: ["https://x.example/{place}"],
    per_hour: 1, source: tests, checked_on: 2026-01-01, token: {token}}}
"""


@pytest.mark.parametrize(
    ("place", "token", "fault"),
    [
        ("{name}", "{fr: a, en: b}", "no such place"),
        ("{handle}", "{fr: a}", "fr and en"),
        ("{handle}", "{fr: a, en: b, de: c}", "fr and en"),
    ],
)
def test_a_table_with_faults_is_refused(tmp_path, place, token, fault):
    path = tmp_path / "apis.yml"
    path.write_text(WRITTEN.format(place=place, token=token))
    with pytest.raises(PackError, match=fault):
        table(path)
