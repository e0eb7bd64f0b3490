"""What somebody holds of an account: its export, a page they saved."""

import os
import zipfile
from datetime import UTC, date, datetime, timedelta

import pytest

from auditor.collect.proof.possession import OLDEST, holds_export, is_of, made_on, shows_token
from auditor.model.failure import Failure
from auditor.model.profile import Field, Page, Post, Profile
from auditor.model.text import say
from auditor.model.visibility import UNKNOWN_SIGHT
from tests.collect.proof.people import ACCOUNT, TODAY, TOKENS, account

MINE = account("mastodon:odile", ACCOUNT)
TOKEN = TOKENS.fresh(ACCOUNT)


def profile(**changes):
    plain = {
        "source": "s", "account": None, "network": "mastodon", "url": ACCOUNT, "sight": UNKNOWN_SIGHT,
        "collector": "exports.mastodon", "observed_at": datetime(2026, 6, 1, tzinfo=UTC),
    }  # fmt: skip
    return Profile(**{**plain, **changes})


def field(name, text):
    return Field(name=name, text=text)


@pytest.mark.parametrize(
    ("shown", "mine"),
    [
        (profile(), True),
        (profile(url=None, account="mastodon:odile"), True),
        (
            profile(url="https://social.example/users/odile", fields=(field("username", "Odile"),)),
            True,
        ),
        (profile(url="https://other.example/@odile", fields=(field("username", "odile"),)), False),
        (profile(url=None, fields=(field("username", "odile"),)), False),
        (profile(url=None, network="photos", fields=(field("username", "odile"),)), False),
        (profile(url=None, fields=(field("username", "autre"),)), False),
        (profile(url=None, fields=(field("full_name", "odile"),)), False),
        (profile(url="https://social.example/@autre"), False),
        (profile(url=None), False),
    ],
)
def test_a_profile_is_of_the_account_by_id_address_or_handle(shown, mine):
    assert is_of(MINE, shown) is mine
    assert holds_export(MINE, [shown], TODAY, TODAY) is mine


def test_a_network_of_one_site_needs_no_address():
    mine = account("reddit:odile", "https://www.reddit.com/user/odile")
    shown = profile(network="reddit", url=None, fields=(field("username", "Odile"),))
    assert is_of(mine, shown)


@pytest.mark.parametrize(
    ("days", "held"), [(0, True), (90, True), (91, False), (-1, False), (None, False)]
)
def test_an_export_counts_for_ninety_days(days, held):
    made = None if days is None else TODAY - timedelta(days=days)
    assert holds_export(MINE, [profile()], made, TODAY) is held
    assert timedelta(days=90) == OLDEST


def test_only_an_export_counts_as_one():
    failure = Failure(stage="collect", source="s", reason=say("x"), mend=say("y"))
    for each in (profile(collector="pages.profile"), failure):
        assert not holds_export(MINE, [each], TODAY, TODAY)


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({"posts": (Post(id="bio", text=f"Relieuse {TOKEN}"),)}, True),
        ({"fields": (field("label:preuve", TOKEN),)}, True),
        ({"links": (field("bio_crosslink", f"https://odile.example/{TOKEN}"),)}, True),
        ({"posts": (Post(id="post-1", text=TOKEN),)}, False),
        ({"posts": (Post(id="bio", text=TOKENS.fresh("https://social.example/@autre")),)}, False),
        ({"posts": (Post(id="bio", text=TOKEN),), "url": "https://social.example/@autre"}, False),
        ({}, False),
    ],
)
def test_a_token_counts_where_the_holder_alone_writes(changes, shown):
    assert shows_token(MINE, [profile(**changes)], TOKENS) is shown


def test_a_page_of_nobody_shows_no_token():
    page = Page(
        source="s", network=None, url=ACCOUNT, collector="pages.page", sight=UNKNOWN_SIGHT,
        observed_at=datetime(2026, 6, 1, tzinfo=UTC), posts=(Post(id="bio", text=TOKEN),),
    )  # fmt: skip
    assert not shows_token(MINE, [page], TOKENS)


def test_an_export_is_as_young_as_its_youngest_file(tmp_path):
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, year in (("a", 2020), ("b", 2025), ("c", 2024)):
            archive.writestr(zipfile.ZipInfo(name, (year, 3, 4, 5, 6, 8)), "x")
    assert made_on(path) == date(2025, 3, 4)
    folder = tmp_path / "folder"
    folder.mkdir()
    for name, day in (("a", date(2024, 1, 2)), ("b", date(2023, 1, 2))):
        (folder / name).touch()
        noon = datetime(day.year, day.month, day.day, 12).timestamp()  # noqa: DTZ001 (this machine's clock)
        os.utime(folder / name, (noon, noon))
    assert made_on(folder) == date(2024, 1, 2)


def test_what_tells_no_date_has_none(tmp_path):
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04")
    (tmp_path / "b.zip").write_bytes(zipfile.ZipFile.__doc__.encode())
    with zipfile.ZipFile(tmp_path / "empty.zip", "w"):
        pass
    (tmp_path / "folder").mkdir()
    for name in ("a.zip", "b.zip", "empty.zip", "folder", "missing"):
        assert made_on(tmp_path / name) is None
