"""store/vault/trail.py: no line can be changed unseen."""

import random
from datetime import UTC, datetime

import pytest

from auditor.errors import VaultError
from auditor.store.vault import trail
from auditor.store.vault.trail import Count, Entry, Head, Verb

KEY = b"k" * 32
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
LINES = 12


def written(folder, count=LINES, key=KEY):
    """A trail of some entries, and the head that a database would know."""
    trail.begin(folder)
    head, size = Head(), 0
    for number in range(count):
        entry = Entry(
            number=0, at=NOW, verb=Verb.IMPORTED, counts={Count.ROWS: number}, version="1"
        )
        entry = trail.sealed(entry, head, key)
        size = trail.append(folder, entry, size)
        head = Head(number=entry.number, mac=entry.mac)
    return head


def test_a_trail_reads_back(tmp_path):
    head = written(tmp_path)
    found = trail.read(tmp_path, KEY, head)
    assert found.head == head
    assert [each.counts[Count.ROWS] for each in found.entries] == list(range(LINES))
    assert found.size == (tmp_path / trail.FILE).stat().st_size


def edited(lines, rnd):
    at = rnd.randrange(len(lines))
    return [*lines[:at], lines[at].replace(b'"rows":', b'"rows":1'), *lines[at + 1 :]]


def deleted(lines, rnd):
    at = rnd.randrange(len(lines))
    return lines[:at] + lines[at + 1 :]


def doubled(lines, rnd):
    at = rnd.randrange(len(lines))
    return lines[: at + 1] + lines[at:]


def swapped(lines, rnd):
    one, other = sorted(rnd.sample(range(len(lines)), 2))
    lines = list(lines)
    lines[one], lines[other] = lines[other], lines[one]
    return lines


def cut(lines, rnd):
    return lines[: rnd.randrange(len(lines))]


def torn(lines, rnd):
    data = b"".join(lines)
    return [data[: rnd.randrange(len(data))]]


def flipped(lines, rnd):
    data = bytearray(b"".join(lines))
    data[rnd.randrange(len(data))] ^= 1 << rnd.randrange(8)
    return [bytes(data)]


def added(lines, rnd):
    return [*lines, *(rnd.choice(lines) for _ in range(rnd.randrange(1, 3)))]


def relinked(lines, rnd):
    """Chained anew from some line on, with a key that is not ours."""
    import msgspec

    at = rnd.randrange(len(lines))
    entries = [msgspec.json.decode(line, type=Entry) for line in lines]
    head = Head(number=at, mac=entries[at - 1].mac if at else "")
    made = []
    for entry in entries[at:]:
        new = trail.sealed(entry, head, b"x" * 32)
        head = Head(number=new.number, mac=new.mac)
        made.append(msgspec.json.encode(new) + b"\n")
    return lines[:at] + made


TAMPERINGS = (edited, deleted, doubled, swapped, cut, torn, flipped, added, relinked)


@pytest.mark.parametrize("tamper", TAMPERINGS, ids=lambda each: each.__name__)
def test_every_tampering_is_seen(tmp_path, tamper, tries):
    head = written(tmp_path)
    path, rnd = tmp_path / trail.FILE, random.Random(3)
    lines = path.read_bytes().splitlines(keepends=True)
    for _ in range(2 * tries):
        path.write_bytes(b"".join(tamper(lines, rnd)))
        with pytest.raises(VaultError):
            trail.read(tmp_path, KEY, head)


def test_another_key_or_an_older_database_is_seen(tmp_path):
    head = written(tmp_path)
    with pytest.raises(VaultError, match="changed at line 1"):
        trail.read(tmp_path, b"x" * 32, head)
    entries = trail.read(tmp_path, KEY, head).entries
    older = Head(number=LINES - 2, mac=entries[LINES - 3].mac)
    with pytest.raises(VaultError, match="one of the two was put back"):
        trail.read(tmp_path, KEY, older)


def test_what_a_crash_leaves_is_taken(tmp_path):
    head = written(tmp_path)
    path = tmp_path / trail.FILE
    entries = trail.read(tmp_path, KEY, head).entries
    before = Head(number=LINES - 1, mac=entries[-2].mac)
    # The line was written, the database had not heard of it.
    assert trail.read(tmp_path, KEY, before).head == head
    # The line was written in part.
    whole = path.read_bytes()
    last = len(whole.splitlines(keepends=True)[-1])
    for size in range(1, last):
        path.write_bytes(whole[: len(whole) - size])
        found = trail.read(tmp_path, KEY, before)
        assert found.head == before
        entry = trail.sealed(entries[-1], found.head, KEY)
        trail.append(tmp_path, entry, found.size)
        assert path.read_bytes() == whole


def test_the_vocabulary_is_closed(tmp_path):
    head = written(tmp_path, count=1)
    path = tmp_path / trail.FILE
    for old, new in ((b'"rows"', b'"Nora Quellec"'), (b'"imported"', b'"looked at Nora"')):
        data = path.read_bytes()
        path.write_bytes(data.replace(old, new))
        with pytest.raises(VaultError):
            trail.read(tmp_path, KEY, head)
        path.write_bytes(data)
