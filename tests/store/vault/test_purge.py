"""store/vault/purge.py: what is forgotten is in no file and in no decrypted page."""

import json
import subprocess
import sys

import pytest

from auditor import kits, pipeline
from auditor.model.link import Judgement
from auditor.store.judgements import Decision
from auditor.store.vault import door, inspect
from auditor.store.vault.purge import purge
from auditor.store.vault.trail import Count
from tests.store.conftest import NOW, PASSPHRASE

CANARIES = (b"Nora", b"Quellec", b"nora.quellec@courriel.example", b"Le Goff")


def pages(vault):
    """Every page of the database as it decrypts, unused room in them included."""
    return vault.database.serialize("main")


def raw(case):
    """Every byte in the folder of the vault."""
    return b"".join(each.read_bytes() for each in (case / door.FOLDER).iterdir())


def hits(data):
    return sum(data.count(each) for each in CANARIES)


@pytest.fixture
def known(vaulted):
    """A vault that knows something: an audit, its result, and judgements."""
    mandate, kit = kits.for_case(vaulted, NOW.date())
    with door.opened(vaulted, PASSPHRASE, now=NOW) as vault:
        report = pipeline.audit(mandate, kit, case=vaulted, now=NOW, keep=vault)
        told = {"sources": [{"id": "photos"}], "facts": [each.quote for each in report.facts]}
        vault.finished(NOW, report.counts, lambda: json.dumps(told).encode())
        vault.decide(
            [
                Decision(left="photos#owner", right="club#nora-quellec", judgement=Judgement.SAME),
                Decision(left="photoshop#owner", right="x#owner", judgement=Judgement.SAME),
            ]
        )
        assert hits(pages(vault)) > 10
        assert hits(raw(vaulted)) == 0
    assert hits(raw(vaulted)) == 0
    return vaulted


def test_after_a_purge_of_everything_nothing_is_left(known):
    with door.opened(known, PASSPHRASE, now=NOW) as vault:
        gone = purge(vault)
        assert gone[Count.SOURCES] == 2
        assert min(gone.values()) > 0
        assert hits(pages(vault)) == 0
        assert hits(raw(known)) == 0
    held = inspect.check(known, PASSPHRASE, now=NOW)
    assert (held.sources, held.rows, held.facts, held.results, held.judgements) == (0, 0, 0, 0, 0)


def test_a_source_goes_with_all_that_was_concluded_from_it(known):
    with door.opened(known, PASSPHRASE, now=NOW) as vault:
        gone = purge(vault, "photos")
        assert gone[Count.SOURCES] == 1
        assert gone[Count.FACTS] > 0
        assert gone[Count.JUDGEMENTS] == 1
        left = pages(vault)
        assert b"nora.quellec@courriel.example" not in left
        assert b"Le Goff" in left
        assert [each.left for each in vault.decisions()] == ["photoshop#owner"]
        assert not any(purge(vault, "photos").values())
        assert vault.count("rows") > 0


def test_what_was_purged_is_read_again_when_it_is_asked_for(known):
    mandate, kit = kits.for_case(known, NOW.date())
    with door.opened(known, PASSPHRASE, now=NOW) as vault:
        purge(vault, "photos")
    with door.opened(known, PASSPHRASE, now=NOW) as vault:
        report = pipeline.audit(mandate, kit, case=known, now=NOW, keep=vault)
        assert vault.reused.sources == 1
        assert report == pipeline.audit(mandate, kit, case=known, now=NOW)


def test_what_a_kill_leaves_in_the_log_is_encrypted(known):
    """Rows committed but not yet in the database's main file when the process dies."""
    code = (
        "import os, signal, sys; from pathlib import Path\n"
        "from tests.store.conftest import NOW, PASSPHRASE; from auditor.store.vault import door\n"
        "with door.opened(Path(sys.argv[1]), PASSPHRASE, now=NOW) as vault:\n"
        "    with vault.database:\n"
        "        vault.database.executemany('INSERT INTO results(made_at, body) VALUES (?, ?)',\n"
        "            (('2026', b'Nora Quellec') for _ in range(5000)))\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", code, known], check=False)
    assert (known / door.FOLDER / "vault.db-wal").stat().st_size > 100_000
    assert hits(raw(known)) == 0
    with door.opened(known, PASSPHRASE, now=NOW) as vault:
        assert vault.count("results") == 5_001
