"""Reddit: tables; what is deleted and where one wrote from are not kept."""

from datetime import date

from auditor.collect.exports.reddit import read_archive
from tests.collect.contexts import context, failures, only, said
from tests.collect.exports.made import archive, posts

COMMENTS = (
    "id,permalink,date,ip,subreddit,gildings,link,parent,body,media\n"
    'c1,https://www.reddit.com/r/reliure/comments/p/t/c1/,2024-05-02 09:00:00 UTC,192.0.2.7,reliure,0,,,"Un cuir\n\n> « cité »",\n'
    "c2,https://www.reddit.com/c2,2024-05-03 09:00:00 UTC,192.0.2.7,reliure,0,,,[deleted],\n"
)
FILES = {
    "statistics.csv": "statistic,value\naccount name,odile_p\nregistration date,2015-06-07 08:00:00 UTC\n"
    "export time,2026-01-02 08:00:00 UTC\nemail address,odile@odile.example\n"
    "registration ip,192.0.2.7\nchat rank,12\n",
    "comments.csv": COMMENTS,
    "posts.csv": "id,permalink,date,ip,subreddit,gildings,title,url,body\n"
    "p1,https://www.reddit.com/p1,2023-01-02 08:00:00 UTC,192.0.2.7,limoges,0,Atelier ouvert,https://odile.example/,\n",
    "birthdate.csv": "birthdate\n1990-11-05\n",
    "moderated_subreddits.csv": "subreddit\nreliure\n",
    "friends.csv": "username,note\nfirmin,ami\n",
    "messages.csv": "id,body\n1,secret de Firmin\n",
    "ip_logs.csv": "date,ip\n2024,192.0.2.7\n",
}


def test_every_part_becomes_fields():
    profile = only(read_archive(archive(FILES), context()))
    assert (profile.account, profile.url) == (
        "reddit:odile_p",
        "https://www.reddit.com/user/odile_p",
    )
    assert said(profile) == {
        ("username", "odile_p"),
        ("account_created", "2015-06-07"),
        ("email_personal", "odile@odile.example"),
        ("label:chat rank", "12"),
        ("birth_date", "1990-11-05"),
        ("group_membership", "r/reliure"),
        ("contact_list", "1"),
    }
    assert not any(each in repr(profile) for each in ("secret", "192.0.2", "firmin"))


def test_posts_and_comments():
    post, comment = posts(read_archive(archive(FILES), context()))
    assert post.text == "Atelier ouvert\nhttps://odile.example/"
    assert comment.text == "Un cuir\n\n> « cité »"
    assert comment.published_on == date(2024, 5, 2)
    assert comment.url == "https://www.reddit.com/r/reliure/comments/p/t/c1/"


def test_a_damaged_table_costs_itself_alone():
    items = list(read_archive(archive(FILES | {"posts.csv": "a,b\n1,2\n"}), context()))
    assert failures(items) == ["posts.csv has no column that is known"]
    assert len(posts(items)) == 1


def test_a_table_that_names_authors_is_not_all_the_owners():
    table = "id,author,permalink,subreddit,body\n1,firmin,https://www.reddit.com/1,x,Salut\n"
    (post,) = posts(read_archive(archive({"comments.csv": table}), context()))
    assert post.by == "firmin"
