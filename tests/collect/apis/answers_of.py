"""Answers of each network about one fictional person, in the shape that its documentation shows."""

GITHUB = {
    "login": "nora-k", "id": 41, "node_id": "x", "avatar_url": "https://pictures.example/41",
    "html_url": "https://github.com/nora-k", "repos_url": "https://api.github.com/users/nora-k/repos",
    "type": "User", "site_admin": False, "name": "Nora Kervadec", "company": "@Atelier-Quai",
    "blog": "nora.example", "location": "Quimper", "email": "nora@nora.example", "hireable": True,
    "bio": "Relieuse et bricoleuse", "twitter_username": "nora_k", "public_repos": 2, "followers": 3,
    "following": 0, "created_at": "2012-04-05T10:00:00Z", "updated_at": "2026-01-01T00:00:00Z",
    "mood": "curieuse",
}  # fmt: skip
GITHUB_REPOSITORIES = [
    {
        "name": "reliure", "full_name": "nora-k/reliure", "fork": False,
        "owner": {"login": "nora-k", "html_url": "https://github.com/nora-k"},
        "html_url": "https://github.com/nora-k/reliure", "description": "Outils de reliure",
        "created_at": "2020-02-03T00:00:00Z",
    },
    {
        "name": "copie", "full_name": "nora-k/copie", "fork": True,
        "owner": {"login": "nora-k", "html_url": "https://github.com/nora-k"},
        "html_url": "https://github.com/nora-k/copie", "description": "", "created_at": None,
    },
]  # fmt: skip
GITLAB = [
    {
        "id": 77, "username": "nora-k", "name": "Nora Kervadec", "state": "active", "locked": False,
        "avatar_url": None, "web_url": "https://gitlab.com/nora-k",
    }
]  # fmt: skip
GITLAB_USER = {
    **GITLAB[0], "bio": "Relieuse", "location": "Quimper", "public_email": "nora@nora.example",
    "linkedin": "nora-k", "twitter": "nora_k", "website_url": "https://nora.example",
    "organization": "Atelier Quai", "job_title": "Relieuse", "pronouns": "elle", "bot": False,
    "created_at": "2015-01-02T00:00:00.000Z", "discord": "nora#1", "work_information": "x",
}  # fmt: skip
BLUESKY = {
    "did": "did:plc:nora", "handle": "nora.example", "displayName": "Nora Kervadec",
    "description": "Relieuse à Quimper", "website": "https://nora.example/moi", "pronouns": "elle",
    "avatar": "https://pictures.example/nora.jpg", "followersCount": 4, "postsCount": 2,
    "createdAt": "2024-03-01T00:00:00.000Z",
}  # fmt: skip
BLUESKY_FEED = {
    "feed": [
        {
            "post": {
                "uri": "at://did:plc:nora/app.bsky.feed.post/3k1", "cid": "c",
                "author": {"did": "did:plc:nora", "handle": "nora.example"},
                "record": {"$type": "app.bsky.feed.post", "text": "Le papier est sec.",
                           "createdAt": "2026-01-02T08:00:00.000Z"},
                "embed": {"$type": "app.bsky.embed.images#view", "images": [
                    {"fullsize": "https://pictures.example/p.jpg", "alt": "une presse"}]},
            }
        },
        {
            "post": {
                "uri": "at://did:plc:autre/app.bsky.feed.post/3k2",
                "author": {"did": "did:plc:autre", "handle": "autre.example"},
                "record": {"text": "d’un autre", "createdAt": "2026-01-03T08:00:00.000Z"},
            },
            "reason": {"$type": "app.bsky.feed.defs#reasonRepost"},
        },
    ],
}  # fmt: skip
GRAVATAR = {
    "hash": "0" * 64, "display_name": "Nora Kervadec", "profile_url": "https://gravatar.com/norak",
    "avatar_url": "https://pictures.example/g", "location": "Quimper", "description": "Relieuse",
    "job_title": "Relieuse", "company": "Atelier Quai", "pronouns": "elle", "pronunciation": "",
    "verified_accounts": [
        {"service_type": "mastodon", "url": "https://social.example/@nora", "is_hidden": False},
        {"service_type": "tumblr", "url": "https://cachee.example/nora", "is_hidden": True},
    ],
    "links": [{"label": "site", "url": "https://nora.example"}],
    "interests": [{"id": 1, "name": "reliure"}],
    "contact_info": {"cell_phone": "06 39 98 12 34", "email": "nora@nora.example"},
    "payments": {"links": [{"label": "x", "url": "https://pay.example/nora"}], "crypto_wallets": []},
    "registration_date": "2011-05-06T00:00:00Z", "number_verified_accounts": 2,
}  # fmt: skip
STACKEXCHANGE = {
    "items": [
        {
            "badge_counts": {"bronze": 1}, "account_id": 991, "is_employee": False, "reputation": 12,
            "creation_date": 1262304000, "user_type": "registered", "user_id": 5, "location": "Quimper",
            "website_url": "https://nora.example", "link": "https://stackoverflow.com/users/5/nora",
            "profile_image": "https://pictures.example/s", "display_name": "Nora Kervad&#233;c",
            "last_access_date": 1700000000,
        }
    ],
    "has_more": False, "quota_max": 300, "quota_remaining": 280,
}  # fmt: skip
STACKEXCHANGE_POSTS = {
    "items": [
        {
            "owner": {"user_id": 5, "display_name": "Nora"}, "score": 1, "creation_date": 1700000000,
            "post_type": "answer", "post_id": 8, "link": "https://stackoverflow.com/a/8",
            "body": "<p>Il faut coudre les cahiers.</p>",
        }
    ],
    "has_more": False, "quota_max": 300, "quota_remaining": 279,
}  # fmt: skip
HACKERNEWS = {
    "id": "norak", "created": 1300000000, "karma": 9, "submitted": [30, 31, 32],
    "about": "Bookbinder.<p>nora&#x2F;quimper",
}  # fmt: skip
HACKERNEWS_ITEMS = {
    30: {"by": "norak", "id": 30, "time": 1700000000, "type": "comment", "text": "I sew books."},
    31: {"by": "norak", "id": 31, "time": 1700000100, "type": "story", "title": "Paper",
         "url": "https://nora.example/paper"},
    32: {"by": "norak", "id": 32, "time": 1700000200, "type": "comment", "deleted": True},
}  # fmt: skip
KEYBASE = {
    "status": {"code": 0, "name": "OK"},
    "them": [
        {
            "id": "f00", "basics": {"username": "norak", "ctime": 1400000000, "mtime": 1},
            "profile": {"mtime": 1, "full_name": "Nora Kervadec", "location": "Quimper", "bio": "Relieuse"},
            "pictures": {"primary": {"url": "https://pictures.example/k.jpg"}},
            "proofs_summary": {"by_presentation_group": {
                "github": [{"proof_type": "github", "nametag": "nora-k", "state": 1,
                            "service_url": "https://github.com/nora-k"}],
                "twitter": [{"proof_type": "twitter", "nametag": "nora_k", "state": 1}],
                "reddit": [{"proof_type": "reddit", "nametag": "ancienne", "state": 2}],
            }},
            "cryptocurrency_addresses": {"bitcoin": [{"address": "bc1fictif"}]},
        }
    ],
}  # fmt: skip
MASTODON = {
    "id": "109", "username": "nora", "acct": "nora", "display_name": "Nora Kervadec", "locked": False,
    "bot": False, "created_at": "2019-02-01T00:00:00.000Z", "note": "<p>Relieuse à Quimper</p>",
    "url": "https://social.example/@nora", "avatar": "https://pictures.example/m.jpg",
    "indexable": True, "noindex": False, "followers_count": 1,
    "fields": [
        {"name": "Site", "value": '<a href="https://nora.example" rel="me">nora.example</a>',
         "verified_at": "2024-01-01T00:00:00.000+00:00"},
        {"name": "Blog", "value": '<a href="https://blog.example/?a=1&amp;b=2">blog</a>', "verified_at": None},
        {"name": "Ville", "value": "Quimper", "verified_at": None},
        {"name": "Humeur", "value": "curieuse", "verified_at": None},
    ],
}  # fmt: skip
MASTODON_STATUSES = [
    {
        "id": str(number), "created_at": "2026-01-02T08:00:00.000Z", "visibility": seen,
        "spoiler_text": "", "uri": f"https://social.example/s/{number}",
        "url": f"https://social.example/@nora/{number}", "content": f"<p>{said}</p>",
        "account": MASTODON, "reblog": again,
        "media_attachments": [{"url": "https://pictures.example/a.jpg", "description": "une presse"}],
    }
    for number, seen, said, again in [
        (1, "public", "Le papier est sec.", None),
        (2, "unlisted", "À voix basse.", None),
        (3, "private", "Entre nous.", None),
        (4, "public", "d’un autre", {"id": "9"}),
    ]
]  # fmt: skip
WORDPRESS_USERS = [
    {
        "id": 1, "name": "Nora Kervadec", "url": "https://nora.example", "description": "Relieuse",
        "link": "https://blog.example/author/nora/", "slug": "nora", "avatar_urls": {"24": "x"},
        "meta": [], "_links": {},
    }
]  # fmt: skip
WORDPRESS_POSTS = [
    {
        "id": 3, "date": "2026-01-04T09:00:00", "slug": "colle", "status": "publish", "author": 1,
        "link": "https://blog.example/colle/", "title": {"rendered": "La colle"},
        "content": {"rendered": "<p>Elle prend &agrave; l&#8217;ombre.</p>", "protected": False},
    }
]  # fmt: skip
