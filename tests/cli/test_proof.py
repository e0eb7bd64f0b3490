"""Proving an account from the terminal: a process, a site on loopback, a mandate written by hand."""

import json
import re
import stat
from datetime import UTC, datetime, timedelta

import pytest

from auditor.collect.proof.place import WELL_KNOWN
from auditor.model.mandate import Method
from auditor.store.proof_key import FILE
from tests.cli.command import run
from tests.collect.apis import answers_of
from tests.collect.site import running

TODAY = datetime.now(tz=UTC).date()
MANDATE = """# Le mien.
auditor: 1
subject: {{name: Odile Piquerelle}}
purpose: self-audit
language: en
signed_on: {signed}
expires_on: {expires}
fictional: true
accounts:
  - {{id: "site:odile", url: "{url}/"}}  # mon site
  - id: "mastodon:odile"  # mes mots
    url: "{url}/@odile"
  - {{id: "photos:odile"}}
sources:
  - {{id: words, url: "{url}/@odile"}}
"""


@pytest.fixture
def site():
    with running() as running_site:
        yield running_site


@pytest.fixture
def case(tmp_path, site):
    """A case whose accounts are on the site; fictional, for only such may ask this machine."""
    folder = tmp_path / "case"
    folder.mkdir()
    text = MANDATE.format(url=site.url, signed=TODAY, expires=TODAY + timedelta(days=90))
    (folder / "mandate.yml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def auditor(tmp_path):
    def said(*arguments, code=0):
        out = run(tmp_path, *arguments)
        assert out.returncode == code, out.stdout + out.stderr
        return out.stdout + out.stderr

    return said


def token(said):
    return re.search(r"auditor-[A-Z2-7]{20}", said)[0]


def test_a_token_is_printed_with_its_end_and_its_places(auditor, case):
    said = auditor("mandate", "proof", case, "site:odile")
    assert str(TODAY + timedelta(days=7)) in said
    assert said.count(token(said)) == 3
    assert WELL_KNOWN in said
    assert f'<meta name="auditor-proof" content="{token(said)}">' in said
    assert stat.S_IMODE((case / FILE).stat().st_mode) == 0o600
    again = auditor("mandate", "proof", case, "site:odile")
    assert token(again) == token(said)
    assert "Extra fields" in auditor("mandate", "proof", case, "mastodon:odile")


def test_a_file_of_the_site_is_found_and_recorded_beside_the_users_words(auditor, case, site):
    before = (case / "mandate.yml").read_text("utf-8")
    site.says("/", "<!doctype html><title>Odile</title><p>Bonjour")
    site.says(WELL_KNOWN, token(auditor("mandate", "proof", case, "site:odile")), kind="text/plain")
    said = auditor("mandate", "prove", case, f"{site.url}/")
    assert f"site:odile: proved (well-known) on {TODAY}" in said
    assert "take the token away" in said
    after = (case / "mandate.yml").read_text("utf-8")
    line = f'{site.url}/", proofs: [{{method: well-known, on: {TODAY}}}]}}  # mon site'
    assert after == before.replace(f'{site.url}/"}}  # mon site', line)


def test_a_field_of_a_mastodon_account_is_found_and_the_account_can_be_audited(auditor, case, site):
    made = token(auditor("mandate", "proof", case, "mastodon:odile"))
    fields = [{"name": "preuve", "value": made, "verified_at": None}]
    account = {
        **answers_of.MASTODON, "username": "odile", "acct": "odile", "url": f"{site.url}/@odile", "fields": fields,
    }  # fmt: skip
    site.says("/api/v1/accounts/lookup?acct=odile", json.dumps(account))
    site.says("/api/v1/accounts/109/statuses?limit=40&exclude_reblogs=true", "[]")
    assert "proved (token)" in auditor("mandate", "prove", case, "mastodon:odile")
    text = (case / "mandate.yml").read_text("utf-8")
    assert (
        f'- id: "mastodon:odile"  # mes mots\n    proofs: [{{method: token, on: {TODAY}}}]\n'
        in text
    )


def test_what_is_missing_is_told_and_nothing_is_written(auditor, case, site):
    before = (case / "mandate.yml").read_bytes()
    site.says("/", "<!doctype html><title>Odile</title><p>Bonjour")
    said = auditor("mandate", "prove", case, "site:odile", code=2)
    for method in ("token", "well-known", "verified", "rel-me"):
        assert f"  {method}: " in said
    assert "nothing shows yet" in said
    assert (case / "mandate.yml").read_bytes() == before


@pytest.mark.parametrize(
    ("account", "reason"),
    [("site:other", "no such account"), ("photos:odile", "no url"), ("", "no such account")],
)
def test_an_account_has_to_be_listed_with_its_address(auditor, case, account, reason):
    for command in ("proof", "prove"):
        assert reason in auditor("mandate", command, case, account, code=2)


def test_what_is_wrong_with_the_file_is_told(auditor, case):
    prove = ("mandate", "prove", case, "site:odile")
    assert "missing.zip is missing" in auditor(*prove, "--file", "missing.zip", code=2)
    for method in ("export", "saved-page"):
        assert "--file" in auditor(*prove, "--method", method, code=2)
    (case / "words.bin").write_bytes(b"\x00\x01")
    assert "saved-page: the file is binary" in auditor(*prove, "--file", case / "words.bin", code=2)


def test_the_command_that_comes_next_can_be_copied(auditor, case):
    spaced = case.rename(case.parent / "mon cas")
    said = auditor("mandate", "proof", spaced, "site:odile")
    assert f"auditor mandate prove '{spaced}' site:odile" in said


def test_a_fictional_mandate_asks_nobody_else(auditor, case):
    text = (case / "mandate.yml").read_text("utf-8")
    (case / "mandate.yml").write_text(re.sub(r'http://127[^"]*/"', 'https://odile.example/"', text))
    assert "this machine only" in auditor("mandate", "prove", case, "site:odile", code=2)


def test_accounts_without_a_proof_are_named_where_one_is_needed(auditor, case):
    assert "not proved" not in auditor("mandate", "check", case)
    text = (case / "mandate.yml").read_text("utf-8")
    (case / "mandate.yml").write_text(text.replace("fictional: true", "fictional: false"))
    said = auditor("mandate", "check", case)
    assert said.count("declared, not proved") == 3


def test_the_key_is_no_source_and_goes_with_a_purge(auditor, case):
    auditor("mandate", "proof", case, "site:odile")
    text = (case / "mandate.yml").read_text("utf-8")
    (case / "mandate.yml").write_text(text + f"  - {{path: {FILE}}}\n")
    assert "of the case itself" in auditor("mandate", "check", case, code=2)
    (case / "mandate.yml").write_text(text)
    assert FILE in auditor("purge", case, "--all")
    assert not (case / FILE).exists()


def test_the_ways_of_the_command_are_those_that_are_known(auditor):
    (ways,) = re.findall(r"--method <([^>]+)>", auditor("mandate", "prove", "--help"))
    assert ways.split("|") == [each.value for each in Method]
