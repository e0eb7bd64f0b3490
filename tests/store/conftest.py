"""A small case, and its vault with a key that is cheap to try."""

import os
from datetime import UTC, date, datetime, timedelta

import pytest

from auditor.store.vault import door, key
from auditor.store.vault.key import Cost

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
PASSPHRASE = "quatre mots sans aucun lien"
MANDATE = """auditor: 1
subject: {name: Nora Quellec}
purpose: self-audit
language: fr
signed_on: 2026-01-05
expires_on: 2027-01-05
accounts: [{id: "photos:nora"}]
sources:
  - {path: footprint/photos.html, shows: profile, owner: "photos:nora", seen_by: indexed}
  - {path: footprint/club.html, shows: page, seen_by: anyone}
"""
PHOTOS = """<!doctype html><meta charset=utf-8><title>Nora</title>
<div class="h-card"><span class="p-name">Nora Quellec</span>, <span class="p-locality">Nantes</span></div>
<p>J'habite à Nantes et je joue de la basse. Écrivez à nora.quellec@courriel.example</p>"""
CLUB = """<!doctype html><meta charset=utf-8><title>Club</title>
<h1>Club de basse de Nantes</h1><p>Nora Quellec joue avec Yann Le Goff le mardi soir.</p>"""


@pytest.fixture(scope="session")
def tries() -> int:
    """How often each kind of damage is tried; the figures of a release take AUDITOR_TRIES=50."""
    return int(os.environ.get("AUDITOR_TRIES", "4"))


def laid(folder, mandate=MANDATE):
    """The small case, in a folder."""
    (folder / "footprint").mkdir(parents=True)
    (folder / "mandate.yml").write_text(mandate, encoding="utf-8")
    (folder / "footprint" / "photos.html").write_text(PHOTOS, encoding="utf-8")
    (folder / "footprint" / "club.html").write_text(CLUB, encoding="utf-8")
    return folder


@pytest.fixture
def case(tmp_path):
    return laid(tmp_path / "case")


@pytest.fixture
def vaulted(case):
    """The case with a vault whose passphrase is tried in a millisecond."""
    door.create(case, PASSPHRASE, now=NOW)
    cheapen(case)
    return case


def cheapen(case):
    folder = case / door.FOLDER
    opened = key.unwrap(key.read(folder), PASSPHRASE)
    cost = Cost(memory_kib=64, passes=1, lanes=1)
    file = key.wrap(opened, PASSPHRASE, created_on=date(2026, 11, 24), keyring=False, cost=cost)
    key.write(folder, file)


def at(days):
    """The moment some days after the vault was made."""
    return NOW + timedelta(days=days)
