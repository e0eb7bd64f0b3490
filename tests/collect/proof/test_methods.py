"""Every way to show control, over real connections and a real server of names."""

import json
import os
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from auditor.collect.apis.table import table
from auditor.collect.net.http import Door
from auditor.collect.net.limits import limits
from auditor.collect.proof.methods import tried, usual
from auditor.collect.proof.place import WELL_KNOWN
from auditor.collect.proof.trial import trial
from auditor.errors import MandateError
from auditor.model.mandate import Method
from tests.collect.apis import answers_of
from tests.collect.net.names import served
from tests.collect.proof.people import TOKENS, account, mandate
from tests.collect.site import running

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


@pytest.fixture
def site():
    with running() as running_site:
        yield running_site


@pytest.fixture
def attempt(site):
    """Tries an account of a mandate; networks are played by the site."""

    def try_(mine, *methods, others=(), fictional=False, apis=None, **given):
        fetch = Door(replace(limits(), interval=0.0, whole_call=3.0), allow_loopback=True).fetch
        made = trial(
            mandate(mine, *others, fictional=fictional), mine, tokens=TOKENS, cards={}, now=NOW,
            fetch=fetch, apis={"none": next(iter(table().values()))} if apis is None else apis, **given,
        )  # fmt: skip
        return tried(made, methods or usual(made))

    return try_


def github(site, **changes):
    """The site plays GitHub: the shipped row, its host moved there."""
    calls = tuple(x.replace("https:/", site.url) for x in table()["github"].calls[:1])
    row = replace(
        table()["github"], at=("127.0.0.1",), hosts=(f"127.0.0.1:{site.port}",), calls=calls
    )
    document = {**answers_of.GITHUB, "html_url": f"{site.url}/nora-k", **changes}
    site.says("/api.github.com/users/nora-k", json.dumps(document), kind="application/json")
    return {"github": row}, account("github:nora-k", f"{site.url}/nora-k")


@pytest.mark.parametrize("field", ["bio", "company", "location", "name", "blog"])
def test_a_token_in_any_field_of_an_account_is_found_through_its_api(site, attempt, field):
    apis, mine = github(site)
    token = TOKENS.fresh(mine.url)
    said = f"nora.example/{token}" if field == "blog" else f"… {token} …"
    apis, mine = github(site, **{field: said})
    outcome = attempt(mine, apis=apis)
    assert (outcome.method, outcome.tried) == (Method.TOKEN, ())
    assert site.paths() == ["/api.github.com/users/nora-k"]


def test_without_a_valid_token_every_method_says_what_it_missed(site, attempt):
    other = TOKENS.fresh("https://github.com/autre")
    old = replace(TOKENS, today=TOKENS.today.replace(month=1)).fresh(f"{site.url}/nora-k")
    apis, mine = github(site, bio=f"{other} {old}")
    outcome = attempt(mine, apis=apis)
    assert outcome.method is None
    assert [each for each, _ in outcome.tried] == [Method.TOKEN, Method.VERIFIED, Method.REL_ME]
    assert "no valid token" in str(outcome.tried[0][1])


@pytest.mark.parametrize("status", [401, 403, 429])
def test_a_network_that_refuses_is_a_reason(site, attempt, status):
    apis, mine = github(site)
    site.says("/api.github.com/users/nora-k", "{}", status=status)
    outcome = attempt(mine, Method.TOKEN, apis=apis)
    assert outcome.method is None
    assert "no valid token" not in str(outcome.tried[0][1])


PROFILE = """<!doctype html><html><head><title>Odile</title>{head}</head><body>
<div class="h-card"><h1 class="p-name">Odile Piquerelle</h1><p class="p-note">{note}</p>
<a rel="me" href="{link}">ailleurs</a></div>{more}</body></html>"""


def own(site, *, head="", note="Relieuse", link="https://social.example/@odile", more=""):
    site.says("/", PROFILE.format(head=head, note=note, link=link, more=more))
    return account("site:odile", f"{site.url}/")


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ({"head": '<meta name="auditor-proof" content="{}">'}, True),
        ({"note": "Relieuse {}"}, True),
        ({"link": "https://odile.example/{}"}, True),
        ({"more": "<div class=comment><p>{}</p></div>"}, False),
        ({}, False),
    ],
)
def test_a_token_on_a_page_counts_where_its_holder_writes(site, attempt, place, shown):
    mine = own(site)
    token = TOKENS.fresh(mine.url)
    own(site, **{key: text.format(token) for key, text in place.items()})
    assert (attempt(mine, Method.TOKEN).method is Method.TOKEN) is shown


def test_a_file_of_the_site_proves_it(site, attempt):
    mine = own(site)
    assert attempt(mine, Method.WELL_KNOWN).method is None
    site.says(WELL_KNOWN, f"# moi\n{TOKENS.fresh(mine.url)}\n", kind="text/plain")
    assert attempt(mine).method is Method.WELL_KNOWN


def test_a_record_of_the_domain_proves_it(attempt):
    url = "https://odile.example/"
    records = {"_auditor-proof.odile.example.": ["v=spf1", f"{TOKENS.fresh(url)}"]}
    with served(records) as server:
        given = {"servers": [server]}
        assert attempt(account("site:odile", url), Method.DNS, **given).method is Method.DNS
        for other in (
            "https://odile.example/blog",
            "https://blog.odile.example/",
            "http://127.0.0.1/",
        ):
            assert attempt(account("site:x", other), Method.DNS, **given).method is None


def test_a_handle_that_is_a_domain_is_proved_by_a_record_of_it(attempt):
    url = "https://bsky.app/profile/odile.example"
    mine = account("bluesky:odile.example", url)
    with served({"_auditor-proof.odile.example.": [TOKENS.fresh(url)]}) as server:
        outcome = attempt(mine, Method.DNS, apis=table(), servers=[server])
        assert outcome.method is Method.DNS
        shared = account("bluesky:x", "https://bsky.app/profile/odile.bsky.social")
        assert attempt(shared, Method.DNS, apis=table(), servers=[server]).method is None
        github = account("github:x", "https://github.com/odile")
        assert attempt(github, Method.DNS, apis=table(), servers=[server]).method is None
    assert served.asked == ["_auditor-proof.odile.example."]


def mastodon(site, *fields):
    """The site is a Mastodon server too, with one account."""
    url = f"{site.url}/@odile"
    document = {
        **answers_of.MASTODON,
        "username": "odile",
        "acct": "odile",
        "url": url,
        "fields": list(fields),
    }
    site.says("/api/v1/accounts/lookup?acct=odile", json.dumps(document))
    site.says("/api/v1/accounts/109/statuses?limit=40&exclude_reblogs=true", "[]")
    return {"mastodon": table()["mastodon"]}, url


def linked(url, *, verified):
    return {"name": "Site", "value": f'<a href="{url}" rel="me">x</a>', "verified_at": verified}


@pytest.mark.parametrize(
    ("methods", "verified", "proved"),
    [(("token",), "2026-01-01", True), (("token",), None, False), ((), "2026-01-01", False),
     (("rel-me",), "2026-01-01", False)],
)  # fmt: skip
def test_a_link_that_mastodon_checked_counts_from_a_proved_account(
    site, attempt, methods, verified, proved
):
    mine = own(site)
    apis, url = mastodon(site, linked(f"{site.url}/", verified=verified))
    other = account("mastodon:odile", url, *methods)
    outcome = attempt(mine, Method.VERIFIED, others=(other,), apis=apis)
    assert (outcome.method is Method.VERIFIED) is proved


def test_a_link_that_mastodon_checked_counts_towards_a_proved_site(site, attempt):
    apis, url = mastodon(site, linked(f"{site.url}/", verified="2026-01-01"))
    mine = account("mastodon:odile", url)
    site_ = account("site:odile", f"{site.url}/", "dns")
    assert attempt(mine, Method.VERIFIED, others=(site_,), apis=apis).method is Method.VERIFIED


def test_proofs_made_with_keybase_count_from_a_proved_keybase(site, attempt):
    calls = (f"{site.url}/lookup?{{handle}}",)
    row = replace(
        table()["keybase"], at=("localhost",), hosts=(f"127.0.0.1:{site.port}",), calls=calls
    )
    site.says("/lookup?norak", json.dumps(answers_of.KEYBASE))
    keybase = account("keybase:norak", f"http://localhost:{site.port}/norak", "token")
    for url, method in (
        ("https://github.com/nora-k", Method.VERIFIED),
        ("https://github.com/autre", None),
    ):
        mine = account("github:x", url)
        outcome = attempt(mine, Method.VERIFIED, others=(keybase,), apis={"keybase": row})
        assert outcome.method is method


@pytest.mark.parametrize(
    ("there", "back", "methods", "proved"),
    [
        (True, True, ("token",), True),
        (True, False, ("token",), False),
        (False, True, ("token",), False),
        (True, True, (), False),
        (True, True, ("export",), False),
    ],
)
def test_links_count_both_ways_and_from_a_proved_account(
    site, attempt, there, back, methods, proved
):
    url = f"{site.url}/other"
    mine = own(site, link=url if there else "https://social.example/@odile")
    target = mine.url if back else "https://social.example/@odile"
    site.says("/other", f'<a rel="me" href="{target}">x</a>')
    outcome = attempt(mine, Method.REL_ME, others=(account("site:other", url, *methods),))
    assert (outcome.method is Method.REL_ME) is proved


def test_a_saved_page_or_an_export_proves_its_account_alone(site, attempt, tmp_path):
    mine = account("site:odile", "https://odile.example/")
    page = tmp_path / "page.html"
    page.write_text(
        PROFILE.format(head='<link rel="canonical" href="https://odile.example/">',
                       note=TOKENS.fresh(mine.url), link="https://x.example/", more="")
    )  # fmt: skip
    assert attempt(mine, file=page).method is Method.SAVED
    fedi = account("mastodon:odile", "https://social.example/@odile")
    export = tmp_path / "export"
    export.mkdir()
    person = {
        "@context": "https://www.w3.org/ns/activitystreams", "type": "Person", "preferredUsername": "odile",
        "id": "https://social.example/users/odile", "url": "https://social.example/@odile", "name": "Odile",
    }  # fmt: skip
    (export / "actor.json").write_text(json.dumps(person))
    (export / "outbox.json").write_text('{"type": "OrderedCollection", "orderedItems": []}')
    stamp = NOW.timestamp()
    for each in export.iterdir():
        os.utime(each, (stamp, stamp))
    assert attempt(fedi, file=export).method is Method.EXPORT
    assert attempt(mine, file=export).method is None
    assert attempt(mine, file=tmp_path / "missing.html").method is None


def test_a_fictional_mandate_is_proved_on_this_machine_alone(site, attempt):
    mine = own(site, note=TOKENS.fresh(f"{site.url}/"))
    assert attempt(mine, fictional=True).method is Method.TOKEN
    with pytest.raises(MandateError, match="this machine only"):
        attempt(account("site:x", "https://odile.example/"), fictional=True)
