"""store/vault/door.py: a vault opens as it was left, or not at all."""

import os
import random
import resource
import shutil
import stat
from datetime import timedelta

import pytest

from auditor.errors import AuditorError, MandateError, OutputError, VaultError
from auditor.model.link import Judgement
from auditor.store.judgements import Decision
from auditor.store.vault import database, door, inspect, key, trail
from auditor.store.vault.trail import Verb
from tests.store.conftest import NOW, PASSPHRASE, at, cheapen

ROWS = 3_000


def filled(vault):
    """A vault with pages enough for a bit to flip in."""
    with vault.database:
        vault.database.executemany(
            "INSERT INTO facts VALUES (?, ?)", ((each, os.urandom(90)) for each in range(ROWS))
        )
        vault.act(Verb.EXTRACTED)


@pytest.fixture
def full(vaulted):
    with door.opened(vaulted, PASSPHRASE, now=NOW) as vault:
        filled(vault)
    return vaulted


def opens(case, **how):
    with door.opened(case, PASSPHRASE, now=how.pop("now", NOW), **how) as vault:
        return vault.count("facts")


def test_a_vault_is_private_and_opens_again(vaulted):
    folder = vaulted / door.FOLDER
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()}
    assert modes == {"vault.db": 0o600, "key.json": 0o600, "trail.jsonl": 0o600}
    assert opens(vaulted) == 0
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
    assert not [each for each in vaulted.iterdir() if each.name.startswith(".")]


def test_there_is_one_vault_and_it_is_made_whole_or_not_at_all(vaulted, tmp_path):
    with pytest.raises(VaultError, match="has a vault already"):
        door.create(vaulted, PASSPHRASE, now=NOW)
    other = tmp_path / "other"
    other.mkdir()
    with pytest.raises(VaultError, match="shorter than 12"):
        door.create(other, "trop court", now=NOW)
    with pytest.raises(OutputError, match="cannot be made"):
        door.create(tmp_path / "nowhere", PASSPHRASE, now=NOW)
    stale, fresh, mine = ".vault-0123456789ab", ".vault-ba9876543210", ".vault-backup"
    for name in (stale, fresh, mine):
        (other / name).mkdir()
    for name in (stale, mine):
        os.utime(other / name, (0, 0))
    os.utime(other / fresh, (NOW.timestamp(), NOW.timestamp()))
    door.create(other, PASSPHRASE, now=NOW)
    assert {each.name for each in other.iterdir()} == {mine, fresh, "vault"}
    with pytest.raises(VaultError, match="has no vault"):
        opens(tmp_path)


def flipped_in(name):
    def damage(folder, rnd):
        data = bytearray((folder / name).read_bytes())
        data[rnd.randrange(len(data))] ^= 1 << rnd.randrange(8)
        (folder / name).write_bytes(data)

    return damage


def cut_in(name):
    def damage(folder, rnd):
        data = (folder / name).read_bytes()
        (folder / name).write_bytes(data[: rnd.randrange(len(data))])

    return damage


def cut_at_a_page(folder, rnd):
    data = (folder / database.FILE).read_bytes()
    (folder / database.FILE).write_bytes(data[: 4096 * rnd.randrange(len(data) // 4096)])


def foreign(name):
    """A file of another vault in the place of ours."""

    def damage(folder, _):
        other = folder.parent.parent / "other"
        shutil.rmtree(other, ignore_errors=True)
        other.mkdir()
        door.create(other, PASSPHRASE, now=NOW)
        cheapen(other)
        shutil.copy2(other / door.FOLDER / name, folder / name)

    return damage


def open_to_others(folder, rnd):
    name = rnd.choice([database.FILE, key.FILE, trail.FILE])
    (folder / name).chmod(rnd.choice([0o640, 0o604, 0o660, 0o644]))


def linked(folder, rnd):
    path = folder / rnd.choice([database.FILE, key.FILE, trail.FILE])
    elsewhere = folder.parent / "elsewhere"
    shutil.move(path, elsewhere)
    path.symlink_to(elsewhere)


def linked_folder(folder, _):
    elsewhere = folder.parent / "elsewhere"
    shutil.move(folder, elsewhere)
    folder.symlink_to(elsewhere)


def missing(folder, rnd):
    (folder / rnd.choice([database.FILE, key.FILE, trail.FILE])).unlink()


def hostile_cost(folder, rnd):
    path = folder / key.FILE
    for name, value in (("memory_kib", 64), ("passes", 1), ("lanes", 1)):
        if rnd.random() < 0.6:
            huge = rnd.choice([10**6, 10**9, 2**31])
            data = path.read_bytes().replace(
                f'"{name}":{value}'.encode(), f'"{name}":{huge}'.encode()
            )
            path.write_bytes(data)
            return
    path.write_bytes(path.read_bytes().replace(b'"lanes":1', b'"lanes":99999'))


def older_database(folder, _):
    """An earlier copy of the database put back: its trail went on without it."""
    with door.opened(folder.parent, PASSPHRASE, now=NOW):
        pass
    copy = (folder / database.FILE).read_bytes()
    for _ in range(2):
        with door.opened(folder.parent, PASSPHRASE, now=NOW) as vault, vault.database:
            vault.act(Verb.EXTRACTED)
    (folder / database.FILE).write_bytes(copy)


DAMAGES = {
    "a flipped bit in the database": flipped_in(database.FILE),
    "a flipped bit in the key file": flipped_in(key.FILE),
    "a flipped bit in the trail": flipped_in(trail.FILE),
    "a cut database": cut_in(database.FILE),
    "a database cut at a page": cut_at_a_page,
    "a cut key file": cut_in(key.FILE),
    "a cut trail": cut_in(trail.FILE),
    "a foreign database": foreign(database.FILE),
    "a foreign key file": foreign(key.FILE),
    "a foreign trail": foreign(trail.FILE),
    "a file open to others": open_to_others,
    "a link in place of a file": linked,
    "a link in place of the folder": linked_folder,
    "a missing file": missing,
    "a hostile cost": hostile_cost,
    "an older database": older_database,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_every_damage_is_refused_in_one_line(full, tmp_path, damage, tries):
    kept = tmp_path / "kept"
    shutil.copytree(full, kept, symlinks=True)
    for number in range(tries):
        damage(full / door.FOLDER, random.Random(number))
        with pytest.raises(VaultError) as caught:
            inspect.check(full, PASSPHRASE, now=NOW)
        assert "\n" not in str(caught.value)
        shutil.rmtree(full)
        shutil.copytree(kept, full, symlinks=True)
    assert inspect.check(full, PASSPHRASE, now=NOW).facts == ROWS


def test_a_check_names_every_open_file(vaulted):
    folder = vaulted / door.FOLDER
    for each in (folder / key.FILE, folder / trail.FILE):
        each.chmod(0o644)
    with pytest.raises(VaultError) as caught:
        inspect.check(vaulted, PASSPHRASE, now=NOW)
    assert str(caught.value).count("chmod 600") == 2


def test_the_passphrase_is_changed_and_the_old_key_overwritten(vaulted):
    path = vaulted / door.FOLDER / key.FILE
    old = path.read_bytes()
    with path.open("rb") as still_open:
        door.rekey(vaulted, PASSPHRASE, "autres mots, toujours sans lien", now=NOW, keyring=False)
        still_open.seek(0)
        assert still_open.read() != old
    with pytest.raises(VaultError, match="does not open"):
        opens(vaulted)
    with door.opened(vaulted, "autres mots, toujours sans lien", now=NOW) as vault:
        assert vault.head.number == 2
    with pytest.raises(VaultError, match="shorter"):
        door.rekey(vaulted, "autres mots, toujours sans lien", "court", now=NOW, keyring=False)


def test_a_clock_set_back_is_refused_until_it_is_accepted(vaulted):
    opens(vaulted, now=at(30))
    assert opens(vaulted, now=at(30) - timedelta(hours=20)) == 0
    with pytest.raises(VaultError, match=r"clock says 2026-11-24, before .* 2026-12-24"):
        opens(vaulted, now=NOW)
    opens(vaulted, now=NOW, clock=True)
    with pytest.raises(VaultError, match="clock says"):  # a purge passes, but lowers no mark
        opens(vaulted, now=NOW)
    inspect.check(vaulted, PASSPHRASE, now=NOW, clock=True)
    assert inspect.check(vaulted, PASSPHRASE, now=NOW).acts == 2


def test_a_purge_can_begin_a_damaged_trail_anew(full):
    path = full / door.FOLDER / trail.FILE
    path.write_bytes(b"")
    with pytest.raises(VaultError, match="was cut"):
        opens(full)
    opens(full, anew=True)
    assert opens(full) == ROWS


def test_judgements_move_into_the_vault_and_back_out(vaulted):
    file = vaulted / "judgements.yml"
    file.write_text(
        "- {left: b#owner, right: a#owner, judgement: different, note: un homonyme}\n",
        encoding="utf-8",
    )
    with door.opened(vaulted, PASSPHRASE, now=NOW) as vault:
        assert door.take_in_judgements(vault) == 1
        assert door.take_in_judgements(vault) == 0
    assert not file.exists()
    file.write_text("- {left: a#owner, right: c#owner, judgement: same}\n", encoding="utf-8")
    with door.opened(vaulted, PASSPHRASE, now=NOW) as vault:
        door.take_in_judgements(vault)
        decided = {(each.left, each.right): each.judgement for each in vault.judgements()}
        assert decided == {
            ("a#owner", "b#owner"): Judgement.DIFFERENT,
            ("a#owner", "c#owner"): Judgement.SAME,
        }
        assert [each.note for each in vault.decisions()] == ["un homonyme", None]
        vault.decide([Decision(left="a#owner", right="b#owner", judgement=Judgement.SAME)])
        assert {each.judgement for each in vault.decisions()} == {Judgement.SAME}
    row = "- {left: a#owner, right: b#owner, judgement: different}\n"
    file.write_text(row, encoding="utf-8")
    with door.opened(vaulted, PASSPHRASE, now=NOW) as vault:
        door.take_in_judgements(vault)  # the later word of a person is theirs
        assert vault.decisions()[0].judgement is Judgement.DIFFERENT
        file.write_text(row + row.replace("different", "same"), encoding="utf-8")
        with pytest.raises(MandateError, match="row 2: the pair was decided before"):
            door.take_in_judgements(vault)
    assert file.exists()


def test_judgements_that_lie_elsewhere_are_refused_before_a_vault_is_made(case, tmp_path):
    (tmp_path / "elsewhere.yml").write_text("[]", encoding="utf-8")
    (case / "judgements.yml").symlink_to(tmp_path / "elsewhere.yml")
    with pytest.raises(OutputError, match="is a link"):
        door.create(case, PASSPHRASE, now=NOW)
    assert not (case / door.FOLDER).exists()


def test_a_file_that_is_not_the_vaults_is_named(vaulted):
    (vaulted / door.FOLDER / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(VaultError, match="none of its own: 1"):
        inspect.check(vaulted, PASSPHRASE, now=NOW)


def test_the_outside_is_seen_without_the_passphrase(vaulted):
    found = inspect.status(vaulted)
    assert found.created_on == NOW.date()
    assert found.acts == 1
    assert found.size > 0
    assert not found.keyring
    shutil.rmtree(vaulted / door.FOLDER)
    with pytest.raises(AuditorError, match="no vault"):
        inspect.status(vaulted)
