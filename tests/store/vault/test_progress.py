"""store/vault/progress.py: a sweep's progress in a vault is encrypted, resumes, and is forgotten."""

from auditor.store.vault import door
from auditor.store.vault.progress import Notes
from auditor.store.vault.purge import purge
from tests.store.conftest import NOW, PASSPHRASE

LINE = '["canary.example", "found", null]'


def opened(case):
    return door.opened(case, PASSPHRASE, now=NOW)


def raw(case):
    return b"".join(each.read_bytes() for each in (case / door.FOLDER).iterdir())


def test_lines_outlive_the_vault_being_closed_and_are_encrypted(vaulted):
    with opened(vaulted) as vault:
        Notes(vault, "stamp").add(LINE)
        assert b"canary" not in raw(vaulted)
    with opened(vaulted) as vault:
        notes = Notes(vault, "stamp")
        assert list(notes.known()) == [LINE]
        for number in range(12):
            notes.add(str(number))
        assert list(notes.known()) == [LINE, *map(str, range(12))]
    assert b"canary" not in raw(vaulted)


def test_another_stamp_starts_anew(vaulted):
    with opened(vaulted) as vault:
        Notes(vault, "stamp").add(LINE)
        assert list(Notes(vault, "other").known()) == []
        assert list(Notes(vault, "stamp").known()) == []


def test_the_end_of_the_work_and_a_purge_forget_it(vaulted):
    with opened(vaulted) as vault:
        notes = Notes(vault, "stamp")
        notes.add(LINE)
        notes.done()
        assert b"canary" not in vault.database.serialize("main")
        Notes(vault, "stamp").add(LINE)
        purge(vault)
        assert b"canary" not in vault.database.serialize("main")
        assert list(Notes(vault, "stamp").known()) == []
