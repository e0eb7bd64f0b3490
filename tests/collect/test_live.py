"""Addresses read live: an API before its page, and nothing that is not proved."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from auditor.collect.apis.table import table
from auditor.collect.net.http import Door
from auditor.collect.net.limits import limits
from auditor.collect.sources import collect
from auditor.model.failure import Failure
from auditor.model.mandate import Account, Mandate, Proof, Purpose, Source, Subject
from auditor.model.profile import Page, Profile
from auditor.model.visibility import Origin
from tests.collect.apis import answers_of
from tests.collect.site import running

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
HOME = """<!doctype html><html><head><title>Nora</title>
<link rel="https://api.w.org/" href="{root}"></head><body>{body}</body></html>"""
CARD = """<div class="h-card"><h1 class="p-name">Nora Kervadec</h1>
<p class="p-tel">06 39 98 12 34</p><a rel="me" href="https://social.example/@nora">ailleurs</a></div>"""


@pytest.fixture
def site():
    with running() as running_site:
        yield running_site


@pytest.fixture
def read(site, tmp_path):
    """What one address shows; `methods` are the proofs of the account that has it."""

    def read_(url, *methods, fictional=False, apis=None, network=None):
        proofs = tuple(Proof(method=each, on=date(2026, 1, 5)) for each in methods)
        asked = Mandate(
            subject=Subject(name="Nora Kervadec"),
            purpose=Purpose.SELF_AUDIT,
            language="fr",
            signed_on=date(2026, 1, 5),
            expires_on=date(2027, 1, 5),
            fictional=fictional,
            accounts=(Account(id="x:nora", url=url, proofs=proofs),),
            sources=(Source(id="live", url=url, network=network),),
        )
        fetch = Door(replace(limits(), interval=0.0, whole_call=3.0), allow_loopback=True).fetch
        (found,) = collect(asked, tmp_path, networks={}, now=NOW, fetch=fetch, apis=apis)
        return list(found.read())

    return read_


def github(site):
    calls = tuple(each.replace("https:/", site.url) for each in table()["github"].calls)
    site.says("/api.github.com/users/nora-k", json.dumps(answers_of.GITHUB))
    site.says(
        "/api.github.com/users/nora-k/repos?per_page=30&sort=updated",
        json.dumps(answers_of.GITHUB_REPOSITORIES),
    )
    row = replace(
        table()["github"], at=("127.0.0.1",), hosts=(f"127.0.0.1:{site.port}",), calls=calls
    )
    return {"github": row}


def test_an_account_with_a_proof_is_read_through_its_api_and_not_its_page(site, read):
    site.says("/nora-k", "<p>la page")
    (profile,) = read(f"{site.url}/nora-k", "token", apis=github(site))
    assert profile.collector == "apis.github"
    assert [each.text for each in profile.posts if each.id != "bio"] == [
        "reliure – Outils de reliure"
    ]
    assert {each.sight.origin for each in profile.fields} == {Origin.FETCHED}
    assert "/nora-k" not in site.paths()


def test_an_account_without_a_proof_is_not_asked_about(site, read):
    (failure,) = read(f"{site.url}/nora-k", apis=github(site))
    assert "not proved" in str(failure.reason)
    assert site.asked == []


def test_a_fictional_account_of_this_machine_needs_none(site, read):
    (profile,) = read(f"{site.url}/nora-k", apis=github(site), fictional=True)
    assert isinstance(profile, Profile)


def test_what_is_left_unasked_is_a_failure_beside_what_was_read(site, read):
    apis = github(site)
    del site.pages["/api.github.com/users/nora-k/repos?per_page=30&sort=updated"]
    profile, failure = read(f"{site.url}/nora-k", "token", apis=apis)
    assert isinstance(profile, Profile)
    assert "no such page" in str(failure.reason)


def test_where_no_such_api_answers_the_page_is_read(site, read):
    site.says("/@nora", f"<!doctype html><title>Nora</title>{CARD}")
    (profile,) = read(f"{site.url}/@nora", "token")
    assert profile.collector == "pages"
    assert site.paths()[-1] == "/@nora"


def wordpress(site, body, *, root="/wp-json/"):
    url = site.says("/", HOME.format(root=site.url + root, body=body))
    site.says("/wp-json/wp/v2/users?per_page=20", json.dumps(answers_of.WORDPRESS_USERS))
    site.says(
        "/wp-json/wp/v2/posts?per_page=20&_embed=author", json.dumps(answers_of.WORDPRESS_POSTS)
    )
    return url


def test_a_site_of_wordpress_is_read_with_what_its_api_adds(site, read):
    (profile,) = read(wordpress(site, CARD), "dns")
    kinds = {each.name for each in profile.fields}
    assert {"full_name", "username"} <= kinds
    assert any(each.name.startswith("phone") for each in profile.fields)
    assert "La colle\nElle prend à l’ombre." in [each.text for each in profile.posts]
    assert len({each.id for each in profile.posts}) == len(profile.posts)
    assert len({each.sight for each in (*profile.fields, *profile.posts, *profile.links)}) == 1


def test_a_page_of_nobody_takes_the_posts(site, read):
    body = "<p>Le club de reliure se réunit le mardi soir à la mairie.</p>"
    (page,) = read(wordpress(site, body), "dns")
    assert isinstance(page, Page)
    assert [
        each.text for one in page.people for each in one.fields if each.name == "full_name"
    ] == ["Nora Kervadec"]
    assert "La colle\nElle prend à l’ombre." in [each.text for each in page.posts]


def test_an_api_that_is_closed_is_named_and_the_page_is_read(site, read):
    url = wordpress(site, CARD)
    for path in [each for each in site.pages if each.startswith("/wp-json")]:
        site.says(path, "{}", status=401)
    profile, failure = read(url, "dns")
    assert isinstance(profile, Profile)
    assert "logged in" in str(failure.reason)


@pytest.mark.parametrize(
    "root", ["https://evil.example/wp-json/", "//evil.example/", "javascript:x", "/wp?x=/"]
)
def test_an_api_elsewhere_is_not_asked(site, read, root):
    url = site.says("/", HOME.format(root=root, body=CARD))
    found = read(url, "dns")
    assert isinstance(found[0], Profile)
    assert all("host that is not asked" in str(each.reason) for each in found[1:])
    assert site.paths() == ["/"]


def test_posts_of_a_site_that_shows_no_profile_are_not_lost(site, read):
    url = wordpress(site, "")
    site.says("/", HOME.format(root=site.url + "/wp-json/", body="x"))
    found = read(url, "dns")
    assert any(
        "La colle" in post.text
        for each in found
        if not isinstance(each, Failure)
        for post in each.posts
    )
