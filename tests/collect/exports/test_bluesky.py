"""Bluesky: a repository written by hand, block by block, as the CAR format has it."""

import hashlib
from datetime import date

import libipld
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.exports.bluesky import read_archive
from tests.collect.contexts import context, failures, only, said
from tests.collect.exports.made import archive, posts

RECORDS = [
    {
        "$type": "app.bsky.actor.profile",
        "displayName": "Odile Piquerelle",
        "description": "Relieuse à Limoges",
        "pronouns": "elle",
        "createdAt": "2023-04-05T06:07:08.000Z",
    },
    {"$type": "app.bsky.feed.post", "text": "Deuxième", "createdAt": "2024-02-03T00:00:00Z"},
    {
        "$type": "app.bsky.feed.post",
        "text": "Premier",
        "createdAt": "2024-01-02T00:00:00Z",
        "embed": {"$type": "app.bsky.embed.images", "images": [{"alt": "Mon atelier"}]},
    },
    {"$type": "app.bsky.graph.follow", "subject": "did:plc:firmin"},
    {"did": "did:plc:odile", "version": 3, "rev": "3k"},
]


def number(value: int) -> bytes:
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    return bytes([*found, value])


def name(data: bytes) -> bytes:
    return bytes([1, 0x71, 0x12, 32]) + hashlib.sha256(data).digest()


def car(records) -> bytes:
    blocks = [libipld.encode_dag_cbor(each) for each in records]
    root = b"\xd8\x2a\x58\x25\x00" + name(blocks[-1])
    head = b"\xa2eroots\x81" + root + b"gversion\x01"
    body = b"".join(number(len(name(each)) + len(each)) + name(each) + each for each in blocks)
    return number(len(head)) + head + body


def test_a_repository_becomes_an_account():
    profile = only(
        read_archive(archive({"repo.car": car(RECORDS)}), context(owner="bluesky:odile.example"))
    )
    assert profile.account == "bluesky:odile.example"
    assert said(profile) >= {
        ("full_name", "Odile Piquerelle"),
        ("pronouns", "elle"),
        ("account_created", "2023-04-05"),
        ("contact_list", "1"),
    }
    assert [(each.text, each.published_on) for each in profile.posts] == [
        ("Relieuse à Limoges", None),
        ("Premier", date(2024, 1, 2)),
        ("Deuxième", date(2024, 2, 3)),
    ]
    assert [each.caption for each in profile.posts[1].media] == ["Mon atelier"]
    assert "firmin" not in repr(profile)


@pytest.mark.parametrize("cut", [1, 20, 60, 200])
def test_a_cut_repository_says_so(cut):
    assert failures(read_archive(archive({"repo.car": car(RECORDS)[:-cut]}), context()))


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(data):
    assert list(read_archive(archive({"repo.car": data}), context()))


def test_the_signature_is_that_of_a_repository():
    from auditor.collect.known import lone

    assert lone(car(RECORDS)).network == "bluesky"


def test_what_is_whole_of_a_cut_repository_is_read():
    whole = car(
        [*RECORDS, *({"$type": "app.bsky.feed.post", "text": f"n° {n}"} for n in range(50))]
    )
    items = list(read_archive(archive({"repo.car": whole[: len(whole) // 2]}), context()))
    assert 10 < len(posts(items)) < 40
    assert failures(items) == ["repo.car is cut or damaged"]


def test_two_repositories_are_two_accounts():
    files = {"repo.car": car(RECORDS), "other.car": car(RECORDS)}
    items = list(read_archive(archive(files), context()))
    assert failures(items) == [
        "the archive holds several repositories: whose is meant cannot be told"
    ]
    assert not posts(items)


def test_a_record_is_not_taken_for_the_commit():
    records = [{"$type": "app.bsky.feed.post", "text": "a", "did": "did:plc:other"}, *RECORDS]
    profile = only(read_archive(archive({"repo.car": car(records)}), context()))
    assert profile.url == "https://bsky.app/profile/did:plc:odile"
