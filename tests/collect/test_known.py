"""Whose export it is: by what is in it, never by what the file is called."""

import pytest

from auditor.collect import known
from auditor.collect.archive import opened
from tests.collect.test_archive import zipped


@pytest.mark.parametrize(
    ("members", "network"),
    [
        ({"a/Profile.csv": "First Name,Last Name,Headline\n", "a/Shares.csv": ""}, "linkedin"),
        ({"Profil.csv": ""}, "linkedin"),
        ({"comments.csv": "", "statistics.csv": ""}, "reddit"),
        ({"data/tweets.js": "", "data/account.js": ""}, "x"),
        ({"actor.json": "", "outbox.json": ""}, "mastodon"),
        ({"top/Messages.csv": "", "top/Users.csv": ""}, "yammer"),
        ({"repo.car": ""}, "bluesky"),
        ({"a.txt": ""}, None),
    ],
)
def test_archives(members, network):
    assert known.of_archive(opened(zipped(members.items()))) == network


@pytest.mark.parametrize(
    ("start", "network", "member"),
    [
        (b"window.YTD.tweets.part0 = [ {", "x", "data/tweets.js"),
        (b"\xef\xbb\xbfwindow.YTD.account.part0 = [", "x", "data/account.js"),
        (b"First Name,Last Name,Headline\n", "linkedin", "Profile.csv"),
        (
            'Notes:\n"..."\n\nPrénom,Nom,Entreprise,Connecté le\n'.encode(),
            "linkedin",
            "Connections.csv",
        ),
        (
            b"id,permalink,date,ip,subreddit,gildings,link,parent,body,media\n",
            "reddit",
            "comments.csv",
        ),
        (bytes.fromhex("3aa265726f6f747381d82a"), "bluesky", "repo.car"),
    ],
)
def test_lone_files(start, network, member):
    found = known.lone(start)
    assert (found.network, found.member) == (network, member)


@pytest.mark.parametrize(
    "start",
    [b"", b"  ", b"<html>", b"{", b"[", b"[{", b"a,b\n", b"\x00" * 40, b"\xff\xfe", b'{"a": 1}'],
)
def test_what_tells_nothing(start):
    assert known.lone(start) is None
