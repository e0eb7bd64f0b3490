"""Networks asked over real connections: in order, within limits, and no further."""

import gzip
import json

import pytest

from auditor.collect.apis.answers import told_of
from auditor.collect.apis.table import table
from auditor.collect.net.answer import FetchRefusedError
from auditor.collect.readers import read_file
from auditor.model.visibility import Visibility
from tests.collect.apis import answers_of
from tests.collect.contexts import context, only, said

PAGES = {
    "github": ("/nora-k", [
        ("/api.github.com/users/nora-k", answers_of.GITHUB),
        ("/api.github.com/users/nora-k/repos?per_page=30&sort=updated", answers_of.GITHUB_REPOSITORIES),
    ]),
    "gitlab": ("/nora-k", [
        ("/gitlab.com/api/v4/users?username=nora-k", answers_of.GITLAB),
        ("/gitlab.com/api/v4/users/77", answers_of.GITLAB_USER),
    ]),
    "bluesky": ("/profile/nora.example", [
        ("/public.api.bsky.app/xrpc/app.bsky.actor.getProfile?actor=nora.example", answers_of.BLUESKY),
        ("/public.api.bsky.app/xrpc/app.bsky.feed.getAuthorFeed?actor=nora.example&limit=50"
         "&filter=posts_with_replies", answers_of.BLUESKY_FEED),
    ]),
    "gravatar": ("/norak", [("/api.gravatar.com/v3/profiles/norak", answers_of.GRAVATAR)]),
    "stackexchange": ("/users/5/nora", [
        ("/api.stackexchange.com/2.3/users/5?site=127.0.0.1", answers_of.STACKEXCHANGE),
        ("/api.stackexchange.com/2.3/users/5/posts?site=127.0.0.1&pagesize=30&order=desc&sort=activity"
         "&filter=withbody", answers_of.STACKEXCHANGE_POSTS),
    ]),
    "hackernews": ("/user?id=norak", [
        ("/hacker-news.firebaseio.com/v0/user/norak.json", answers_of.HACKERNEWS),
        *((f"/hacker-news.firebaseio.com/v0/item/{number}.json", item)
          for number, item in answers_of.HACKERNEWS_ITEMS.items()),
    ]),
    "keybase": ("/norak", [
        ("/keybase.io/_/api/1.0/user/lookup.json?usernames=norak", answers_of.KEYBASE),
    ]),
}  # fmt: skip


@pytest.mark.parametrize("network", PAGES)
def test_a_network_is_asked_in_order_and_its_answers_are_one_account(played, network):
    path, pages = PAGES[network]
    for each, document in pages:
        played.says(each, document)
    desk = played.desk(played.api(network))
    known = desk.account(played.site.url + path)
    found = desk.ask(known)
    assert played.asked() == [each for each, _ in pages]
    assert found.stopped is None
    profile = only(read_file(found.document, context()))
    assert profile.collector == f"apis.{network}"
    assert dict(said(profile))["username"] == known.handle


def github(played, **changes):
    desk = played.desk(played.api("github", **changes))
    return desk, desk.account(played.site.url + "/nora-k")


@pytest.mark.parametrize("status", [401, 403, 429, 500, 404])
def test_what_a_network_refuses_is_a_reason_and_never_an_absence(played, status):
    played.says(PAGES["github"][1][0][0], {"message": "no"}, status=status)
    desk, known = github(played)
    with pytest.raises(FetchRefusedError) as refused:
        desk.ask(known)
    assert refused.value.status == status
    assert ("no such page" in str(refused.value.reason)) is (status == 404)


def test_a_network_that_counts_down_to_nothing_is_left_alone(played):
    (first, user), (second, _) = PAGES["github"][1]
    played.says(first, user, X_RateLimit_Remaining="0")
    played.says(second, [])
    desk, known = github(played)
    found = desk.ask(known)
    assert played.asked() == [first]
    assert str(found.stopped.reason) == "the network allows no more questions for now"
    assert told_of(found.document).handle == "nora-k"
    with pytest.raises(FetchRefusedError, match="no more questions"):
        desk.ask(known)


def test_a_refusal_for_too_many_requests_says_so(played):
    played.says(PAGES["github"][1][0][0], {}, status=403, X_RateLimit_Remaining="0")
    desk, known = github(played)
    with pytest.raises(FetchRefusedError, match="allows no more requests"):
        desk.ask(known)


def test_retry_after_is_obeyed(played):
    (first, user), (second, repositories) = PAGES["github"][1]
    calls = []

    def busy(request):
        calls.append(request.path)
        data = json.dumps(user).encode()
        request.send_response(429 if len(calls) == 1 else 200)
        request.send_header("Retry-After", "0")
        request.send_header("Content-Length", str(len(data)))
        request.end_headers()
        request.wfile.write(data)

    played.site.pages[first] = busy
    played.says(second, repositories)
    desk, known = github(played)
    assert told_of(desk.ask(known).document).handle == "nora-k"
    assert len(calls) == 2


def test_no_more_is_asked_in_an_audit_than_the_network_grants_in_an_hour(played):
    for path, document in PAGES["github"][1]:
        played.says(path, document)
    desk, known = github(played, per_hour=3)
    assert desk.ask(known).stopped is None
    assert desk.ask(known).stopped is not None
    with pytest.raises(FetchRefusedError, match="no more questions"):
        desk.ask(known)
    assert len(played.asked()) == 3


@pytest.mark.parametrize(
    ("extra", "waited", "stopped"),
    [
        ({"backoff": 7}, [7.0], False),
        ({"backoff": 3600}, [], True),
        ({"quota_remaining": 0}, [], True),
        ({}, [], False),
    ],
)
def test_stack_exchange_is_obeyed_and_read_compressed(played, extra, waited, stopped):
    (first, user), (second, posts) = PAGES["stackexchange"][1]
    for path, document in ((first, {**user, **extra}), (second, posts)):
        body = gzip.compress(json.dumps(document).encode())
        played.site.says(path, body, kind="application/json", Content_Encoding="gzip")
    desk = played.desk(played.api("stackexchange"))
    found = desk.ask(desk.account(played.site.url + "/users/5/nora"))
    assert played.waited == waited
    assert (found.stopped is not None) is stopped
    assert len(played.asked()) == (1 if stopped else 2)


def test_an_answer_that_is_no_json_is_named(played):
    played.site.says(PAGES["github"][1][0][0], "<html>Bonjour")
    desk, known = github(played)
    with pytest.raises(Exception, match="cut or damaged"):
        desk.ask(known)


def test_items_of_a_list_are_asked_for_up_to_a_number(played):
    (first, user), *_ = PAGES["hackernews"][1]
    played.says(first, {**user, "submitted": list(range(100, 200))})
    for number in range(100, 200):
        played.says(
            f"/hacker-news.firebaseio.com/v0/item/{number}.json", answers_of.HACKERNEWS_ITEMS[30]
        )
    desk = played.desk(played.api("hackernews", most=4))
    desk.ask(desk.account(played.site.url + "/user?id=norak"))
    assert len(played.asked()) == 5


def test_a_fictional_audit_asks_no_network(played):
    desk = played.desk(table())
    with pytest.raises(FetchRefusedError, match="this machine only"):
        desk.ask(desk.account("https://github.com/nora-k"))


def test_robots_txt_is_obeyed(played):
    played.site.says("/robots.txt", "User-agent: *\nDisallow: /api.github.com/")
    played.says(PAGES["github"][1][0][0], answers_of.GITHUB)
    desk, known = github(played)
    with pytest.raises(FetchRefusedError, match=r"robots\.txt"):
        desk.ask(known)


@pytest.mark.parametrize(
    ("network", "page", "changed"),
    [
        ("github", 1, answers_of.GITHUB_REPOSITORIES * 15),
        ("bluesky", 1, {**answers_of.BLUESKY_FEED, "cursor": "x"}),
        ("stackexchange", 1, {**answers_of.STACKEXCHANGE_POSTS, "has_more": True}),
        ("hackernews", 0, {**answers_of.HACKERNEWS, "submitted": [30, 31, 32] * 4}),
    ],
)
def test_posts_beyond_the_newest_are_not_passed_over_in_silence(played, network, page, changed):
    path, pages = PAGES[network]
    for at, (each, document) in enumerate(pages):
        played.says(each, changed if at == page else document)
    desk = played.desk(played.api(network))
    found = desk.ask(desk.account(played.site.url + path))
    assert str(found.stopped.reason).startswith("only the newest posts")
    assert "export" in str(found.stopped.mend)


# ActivityPub, with WebFinger before it and Mastodon's own API behind.

FORM = "application/activity+json"


def actor(played, **changes):
    url = played.site.url
    return {
        "@context": "https://www.w3.org/ns/activitystreams", "type": "Person", "id": f"{url}/users/nora",
        "url": f"{url}/@nora", "preferredUsername": "nora", "name": "Nora Kervadec",
        "summary": "<p>Relieuse</p>", "outbox": f"{url}/users/nora/outbox", "indexable": False, **changes,
    }  # fmt: skip


def note(played):
    public = "https://www.w3.org/ns/activitystreams#Public"
    return {
        "type": "Create", "actor": f"{played.site.url}/users/nora", "to": [public],
        "published": "2026-01-02T08:00:00Z",
        "object": {"type": "Note", "content": "<p>Le papier est sec.</p>", "to": [public]},
    }  # fmt: skip


def finger(played, target="/users/nora"):
    url = target if target.startswith("http") else played.site.url + target
    path = f"/.well-known/webfinger?resource=acct%3Anora%40127.0.0.1%3A{played.site.port}"
    played.says(path, {"links": [{"rel": "x"}, {"rel": "self", "type": FORM, "href": url}]})


def mastodon(played, stated=None):
    api = {"mastodon": table()["mastodon"]}
    desk = played.desk(api)
    return desk, desk.account(f"{played.site.url}/@nora", stated)


def rest(played):
    account = {**answers_of.MASTODON, "url": f"{played.site.url}/@nora"}
    played.says("/api/v1/accounts/lookup?acct=nora", account)
    statuses = [{**each, "account": account} for each in answers_of.MASTODON_STATUSES]
    played.says("/api/v1/accounts/109/statuses?limit=40&exclude_reblogs=true", statuses)


def test_an_actor_and_its_outbox_are_found_by_webfinger(played):
    url = played.site.url
    finger(played)
    played.says("/users/nora", actor(played))
    played.says(
        "/users/nora/outbox", {"type": "OrderedCollection", "first": f"{url}/users/nora/outbox?p=1"}
    )
    played.says(
        "/users/nora/outbox?p=1", {"type": "OrderedCollectionPage", "orderedItems": [note(played)]}
    )
    desk, known = mastodon(played)
    found = desk.ask(known)
    forms = {path: headers.get("Accept") for path, headers in played.site.asked}
    assert forms["/users/nora"] == FORM
    profile = only(read_file(found.document, context(fetched=True)))
    assert ("full_name", "Nora Kervadec") in said(profile)
    bio, post = profile.posts
    assert (bio.text, post.text) == ("Relieuse", "Le papier est sec.")
    assert found.stopped is None
    assert post.sight.visibility is Visibility.ANYONE


def test_a_hidden_outbox_is_named_and_the_actor_is_read(played):
    finger(played)
    played.says("/users/nora", actor(played))
    played.says("/users/nora/outbox", {}, status=401)
    desk, known = mastodon(played)
    found = desk.ask(known)
    assert "logged in" in str(found.stopped.reason)
    assert only(read_file(found.document, context())).url == f"{played.site.url}/@nora"


def test_further_pages_of_an_outbox_are_named(played):
    finger(played)
    played.says("/users/nora", actor(played))
    page = {"type": "OrderedCollectionPage", "next": "x", "orderedItems": [note(played)]}
    played.says("/users/nora/outbox", page)
    desk, known = mastodon(played)
    assert str(desk.ask(known).stopped.reason).startswith("only the newest posts")


@pytest.mark.parametrize("status", [401, 403])
def test_a_server_that_wants_signed_questions_is_asked_by_its_own_api(played, status):
    finger(played)
    played.says("/users/nora", {}, status=status)
    rest(played)
    desk, known = mastodon(played)
    profile = only(read_file(desk.ask(known).document, context()))
    assert profile.collector == "apis.mastodon"
    assert len(profile.posts) == 4


def test_a_shape_alone_makes_no_mastodon(played):
    desk, known = mastodon(played)
    assert desk.ask(known) is None
    desk, known = mastodon(played, "mastodon")
    with pytest.raises(FetchRefusedError, match="no such page"):
        desk.ask(known)


@pytest.mark.parametrize(
    ("target", "changes"),
    [("https://evil.example/users/nora", {}), ("/users/nora", {"preferredUsername": "autre"})],
)
def test_an_actor_of_another_host_or_name_is_not_taken(played, target, changes):
    finger(played, target)
    played.says("/users/nora", actor(played, **changes))
    desk, known = mastodon(played, "mastodon")
    with pytest.raises(FetchRefusedError):
        desk.ask(known)
