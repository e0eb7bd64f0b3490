"""store/vault/key.py: what opens a vault, and what does not."""

import random
from datetime import date

import pytest

from auditor.errors import VaultError
from auditor.store.vault import key
from auditor.store.vault.key import Cost, Key

PASSPHRASE = "quatre mots sans aucun lien"
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture
def folder(tmp_path):
    fresh = Key.fresh()
    file = key.wrap(fresh, PASSPHRASE, created_on=date(2026, 1, 5), keyring=False, cost=CHEAP)
    key.write(tmp_path, file)
    return tmp_path


def test_the_passphrase_opens_what_it_wrapped(folder):
    opened = key.unwrap(key.read(folder), PASSPHRASE)
    assert len(opened.master) == 32
    assert opened.of("database") != opened.of("trail") != opened.master
    assert "master" not in repr(opened)


def test_a_letter_composed_otherwise_is_the_same_letter(tmp_path):
    fresh = Key.fresh()
    file = key.wrap(
        fresh, "clé égarée en été", created_on=date(2026, 1, 5), keyring=False, cost=CHEAP
    )
    decomposed = "cle\u0301 e\u0301gare\u0301e en e\u0301te\u0301"
    assert key.unwrap(file, decomposed).master == fresh.master


def test_no_other_passphrase_opens(folder):
    file, rnd = key.read(folder), random.Random(1)
    others = [PASSPHRASE[:at] + PASSPHRASE[at + 1 :] for at in range(14)]
    others += [
        "",
        PASSPHRASE + "\n",
        PASSPHRASE.upper(),
        "x" * 100_000,
        "\udc80",
        rnd.randbytes(9).hex(),
    ]
    assert len(others) == 20
    for other in others:
        with pytest.raises(VaultError, match="does not open the vault"):
            key.unwrap(file, other)


def test_the_default_costs_what_the_measured_systems_ask():
    assert Cost() == Cost(memory_kib=65_536, passes=3, lanes=4)
    assert Cost().bearable()


@pytest.mark.parametrize(
    "cost",
    [
        Cost(memory_kib=2**31),
        Cost(memory_kib=4 * 65_536 + 1),
        Cost(passes=10**9),
        Cost(passes=0),
        Cost(lanes=0),
        Cost(lanes=10_000),
        Cost(memory_kib=0),
        Cost(memory_kib=-1),
        Cost(memory_kib=8, lanes=4),
    ],
)
def test_a_hostile_cost_is_refused_before_it_is_paid(folder, cost):
    from dataclasses import replace

    import msgspec

    data = msgspec.json.encode(replace(key.read(folder), cost=cost)) + b"\n"
    (folder / key.FILE).write_bytes(data)
    with pytest.raises(VaultError, match="more work than any vault needs"):
        key.read(folder)


def test_no_flipped_bit_goes_unseen(folder, tries):
    path, rnd = folder / key.FILE, random.Random(2)
    good = path.read_bytes()
    for place in rnd.sample(range(len(good) * 8), tries * 8):
        bad = bytearray(good)
        bad[place // 8] ^= 1 << place % 8
        path.write_bytes(bad)
        with pytest.raises(VaultError):
            key.unwrap(key.read(folder), PASSPHRASE)
    path.write_bytes(good)
    assert key.unwrap(key.read(folder), PASSPHRASE)


def test_a_newer_vault_says_so(folder):
    path = folder / key.FILE
    path.write_bytes(path.read_bytes().replace(b'"auditor_vault":1', b'"auditor_vault":2'))
    with pytest.raises(VaultError, match="newer version"):
        key.read(folder)


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b"\xff\xfe", b"x" * 100_000, b"null\n"])
def test_what_is_no_key_file_is_refused(folder, data):
    (folder / key.FILE).write_bytes(data)
    with pytest.raises(VaultError, match=r"key\.json is damaged"):
        key.read(folder)
