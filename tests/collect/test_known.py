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
        ({"comments.csv": "", "statistics.csv": "statistic,value\naccount name,odile\n"}, "reddit"),
        ({"data/tweets.js": "", "data/account.js": ""}, "x"),
        ({"actor.json": "", "outbox.json": ""}, "mastodon"),
        (
            {"top/Messages.csv": "thread_id,sender_id,sender_email,body\n", "top/Users.csv": ""},
            "yammer",
        ),
        ({"repo.car": ""}, "bluesky"),
        ({"a.txt": ""}, None),
        # Names that anybody's tables have: what is in one has to tell.
        ({"comments.csv": "id,date,author,body\n", "posts.csv": "id,date,title,body\n"}, None),
        ({"messages.csv": "id,permalink,thread_id,date,ip,from,to,subject,body\n"}, None),
        (
            {
                "messages.csv": "id,title,body\n",
                "users.csv": "id,name,email\n",
                "groups.csv": "name\n",
            },
            None,
        ),
        ({"comments.csv": "Comment ID,Channel ID,Comment Text\n"}, None),
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


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_lone_table_is_told_in_every_encoding_that_is_read(encoding):
    start = "Prénom,Nom,Titre du profil\nZoé,Piquerelle,relieuse\n".encode(encoding)
    assert known.lone(start).network == "linkedin"


def test_files_of_another_network_beside_are_told():
    comments = "id,permalink,subreddit,body\n"
    both = {
        "in/Profile.csv": "First Name,Last Name,Headline\n",
        "in/Positions.csv": "",
        "r/comments.csv": comments,
    }
    archive = opened(zipped(both.items()))
    assert known.of_archive(archive) == "linkedin"
    assert known.beside(archive, "linkedin") == ["reddit"]
    # As many files of each: one of them is read, and the other is named.
    even = {
        "p/activities.csv": "Activity ID,Activity Date,Activity Name\n",
        "c/Connections.csv": "First Name,Last Name,Connected On\n",
    }
    archive = opened(zipped(even.items()))
    taken = known.of_archive(archive)
    assert {taken, *known.beside(archive, taken)} == {"linkedin", "strava"}


def test_a_document_of_very_many_keys_is_told_at_once():
    assert known.lone(b"{" + b",".join(b'"k%d": {}' % n for n in range(60_000)) + b"}") is None


@pytest.mark.parametrize(
    "start",
    [
        b"",
        b"  ",
        b"<html>",
        b"{",
        b"[",
        b"[{",
        b"a,b\n",
        b"\x00" * 40,
        b"\xff\xfe",
        b'{"a": 1}',
        b"statistic,value\nmean,3\n",
        b"Employee,Company Name,Title,Started On\n",
    ],
)
def test_what_tells_nothing(start):
    assert known.lone(start) is None
