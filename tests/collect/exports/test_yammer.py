"""Yammer/Viva Engage: one user's export; a whole network's is other people's."""

import pytest

from auditor.collect.exports.yammer import read_archive
from auditor.model.profile import Profile
from auditor.model.visibility import Visibility
from tests.collect.contexts import context, failures, only, said
from tests.collect.exports.made import archive, posts

HEAD = "id,thread_id,group_name,in_private_group,in_private_conversation,sender_id,sender_name,sender_email,body,created_at,deleted_at\n"
MINE = (
    "1,1,Atelier,false,false,7,Odile Piquerelle,odile@ateliers.example,Qui a la presse ?,2024-05-02T08:00:00Z,\n"
    "2,2,Paie,true,false,7,Odile Piquerelle,odile@ateliers.example,Prime versée,2024-05-03T08:00:00Z,\n"
    "3,3,,false,true,7,Odile Piquerelle,odile@ateliers.example,secret à Firmin,2024-05-04T08:00:00Z,\n"
    "4,4,Atelier,false,false,7,Odile Piquerelle,odile@ateliers.example,effacé,2024-05-05T08:00:00Z,2024-05-06\n"
)
USERS = (
    "id,name,email,job_title,location,department,joined_at\n"
    "7,Odile Piquerelle,odile@ateliers.example,relieuse,Limoges,Fabrication,2019-01-02T00:00:00Z\n"
)


def test_one_users_export():
    profile = only(
        read_archive(archive({"Messages.csv": HEAD + MINE, "Users.csv": USERS}), context())
    )
    assert said(profile) == {
        ("full_name", "Odile Piquerelle"),
        ("email_work", "odile@ateliers.example"),
        ("job_title", "relieuse"),
        ("workplace_address", "Limoges"),
        ("label:department", "Fabrication"),
        ("account_created", "2019-01-02"),
    }
    assert [(each.text, each.sight.visibility) for each in profile.posts] == [
        ("Qui a la presse ?", Visibility.MEMBERS),
        ("Prime versée", Visibility.CONTACTS),
    ]


def test_messages_alone_name_their_writer():
    profile = only(read_archive(archive({"Messages.csv": HEAD + MINE}), context()))
    assert ("full_name", "Odile Piquerelle") in said(profile)
    assert "secret" not in repr(profile)


def test_a_networks_export_is_refused_whole():
    other = (
        "5,5,Atelier,false,false,8,Firmin E,firmin@ateliers.example,Moi !,2024-05-02T08:00:00Z,\n"
    )
    items = list(read_archive(archive({"Messages.csv": HEAD + MINE + other}), context()))
    assert failures(items) == ["the archive holds the messages of several people"]
    assert not posts(items)
    assert not any(isinstance(each, Profile) for each in items)


@pytest.mark.parametrize("said", ["wahr", "t", "x", "true", "VRAI"])
def test_what_is_not_said_to_be_open_is_private(said):
    rows = MINE.splitlines()[0].replace(",false,false,", f",false,{said},")
    assert "presse" not in repr(
        list(read_archive(archive({"Messages.csv": HEAD + rows}), context()))
    )
    rows = MINE.splitlines()[0].replace(",false,false,", f",{said},false,")
    (post,) = posts(read_archive(archive({"Messages.csv": HEAD + rows}), context()))
    assert post.sight.visibility is Visibility.CONTACTS


def test_messages_of_which_nothing_says_whether_they_are_private_are_left_out():
    table = "id,thread_id,sender_id,sender_email,body\n1,1,7,odile@ateliers.example,secret\n"
    items = list(read_archive(archive({"Messages.csv": table}), context()))
    assert "secret" not in repr(items)
    assert failures(items) == ["messages left out because nothing says whether they are private: 1"]
