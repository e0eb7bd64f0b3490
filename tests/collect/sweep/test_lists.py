"""Lists of others: told apart by content, read with care, nothing of them dropped in silence."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.sweep import lists, maigret, sherlock, whatsmyname
from auditor.collect.sweep.site import GONE, OK, SENT_ON
from auditor.errors import PackError

WMN = {
    "license": ["CC BY-SA 4.0"],
    "authors": ["ann", "ben", "cid", "dan", "eve", "fay"],
    "categories": ["x"],
    "sites": [
        {
            "name": "Photos",
            "uri_check": "https://photos.example/api/{account}",
            "uri_pretty": "https://photos.example/{account}",
            "e_code": 200,
            "e_string": "yes",
            "m_code": 404,
            "m_string": "no",
            "strip_bad_char": ".",
            "headers": {"Accept": "a/b"},
            "post_body": "n={account}",
            "known": ["somebody"],
            "cat": "x",
        },
        {
            "name": "Guarded",
            "uri_check": "https://guarded.example/{account}",
            "e_code": 200,
            "e_string": "yes",
            "m_code": 404,
            "m_string": "no",
            "protection": ["cloudflare", "captcha"],
            "known": [],
            "cat": "x",
        },
        {
            "name": "Old",
            "uri_check": "https://old.example/{account}",
            "e_code": 200,
            "e_string": "yes",
            "m_code": 404,
            "m_string": "no",
            "valid": False,
            "known": [],
            "cat": "x",
        },
        {"name": "Broken", "uri_check": "https://broken.example/{account}"},
        {
            "name": "Photos",
            "uri_check": "https://b.example/{account}",
            "e_code": 200,
            "e_string": "y",
            "m_code": 404,
            "m_string": "",
        },
    ],
}
SHERLOCK = {
    "$schema": "data.schema.json",
    "Code": {
        "url": "https://{}.code.example/",
        "urlMain": "https://code.example/",
        "urlProbe": "https://api.code.example/{}",
        "errorType": ["status_code", "message"],
        "errorMsg": ["none", "nobody"],
        "regexCheck": "^[a-z]+$",
        "request_method": "HEAD",
        "username_claimed": "blue",
    },
    "Post": {
        "url": "https://post.example/{}",
        "urlMain": "x",
        "errorType": "response_url",
        "errorUrl": "https://post.example/none?u={}",
        "request_method": "POST",
        "request_payload": {"variables": {"name": "{}"}},
        "username_claimed": "blue",
    },
    "Odd": {"url": "https://odd.example/{}", "urlMain": "x", "errorType": "tarot"},
}
MAIGRET = {
    "sites": {
        "Forum": {
            "engine": "Board",
            "urlMain": "https://forum.example",
            "usernameClaimed": "blue",
            "usernameUnclaimed": "noone",
        },
        "Ids": {"url": "https://ids.example/{username}", "checkType": "message", "type": "gaia_id"},
        "Off": {"url": "https://off.example/{username}", "checkType": "message", "disabled": True},
        "Wall": {
            "url": "https://wall.example/{username}",
            "checkType": "status_code",
            "protection": ["tls_fingerprint"],
        },
        "Token": {
            "url": "https://token.example/{username}",
            "checkType": "message",
            "activation": {"method": "twitter"},
        },
        "Query": {
            "url": "https://query.example/{username}",
            "urlProbe": "https://query.example/api?x=1",
            "getParams": {"n": "a b"},
            "checkType": "response_url",
        },
    },
    "engines": {
        "Board": {
            "name": "Board",
            "site": {
                "checkType": "message",
                "absenceStrs": ["nobody"],
                "presenseStrs": ["member"],
                "url": "{urlMain}{urlSubpath}/u/{username}",
            },
        }
    },
    "tags": [],
}


def kept(tmp_path, content):
    path = tmp_path / "list.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return lists.read(path)


def test_whatsmyname(tmp_path):
    found = kept(tmp_path, WMN)
    assert (found.form, found.licence) == ("WhatsMyName", "CC BY-SA 4.0")
    assert found.authors == "ann, ben, cid, dan, eve +1"
    photos, guarded, old, broken, second = found.sites
    assert (photos.url, photos.probe) == (
        "https://photos.example/{account}",
        "https://photos.example/api/{account}",
    )
    assert (photos.method, photos.body, photos.without) == ("POST", "n={account}", ".")
    assert "cloudflare, captcha" in str(guarded.barred)
    assert all(each.barred is not None for each in (guarded, old, broken))
    assert second.name == "Photos (2)"


def test_sherlock(tmp_path):
    found = kept(tmp_path, SHERLOCK)
    assert (found.form, found.licence, len(found.sites)) == ("Sherlock", "MIT", 3)
    code, post, odd = found.sites
    assert (code.url, code.probe) == (
        "https://{account}.code.example/",
        "https://api.code.example/{account}",
    )
    assert (code.method, code.pattern, code.follows) == ("GET", "^[a-z]+$", True)
    assert [each.statuses for each in code.absent] == [GONE, frozenset()]
    assert code.absent[1].texts == ("none", "nobody")
    assert (code.present[0].statuses, code.present[0].is_told) == (OK, False)
    assert (post.method, post.follows) == ("POST", False)
    assert json.loads(post.body) == {"variables": {"name": "{account}"}}
    assert (post.absent[0].statuses, post.absent[0].target) == (
        SENT_ON,
        "https://post.example/none?u={account}",
    )
    assert odd.barred is not None


def test_maigret(tmp_path):
    found = kept(tmp_path, MAIGRET)
    assert (found.form, found.licence, found.left_out) == ("Maigret", "MIT", 1)
    sites = {each.name: each for each in found.sites}
    assert sites["Forum"].url == "https://forum.example/u/{account}"
    assert sites["Forum"].present[0].texts == ("member",)
    assert {each.texts for each in sites["Forum"].absent} == {(), ("nobody",)}
    assert [name for name, each in sites.items() if each.barred is None] == ["Forum", "Query"]
    assert sites["Query"].probe == "https://query.example/api?x=1&n=a+b"
    assert (sites["Query"].follows, sites["Forum"].follows) == (False, True)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"a": 1}',
        "[" * 100_000,
        '{"sites": 3}',
        "\x00",
        "sites: [",
        "sites: [{}]",
    ],
)
def test_what_is_no_list_is_refused_in_one_line(tmp_path, content):
    with pytest.raises(PackError) as refused:
        kept(tmp_path, content)
    assert "list.json" in str(refused.value)


def test_a_list_beyond_all_bounds_is_refused_rather_than_cut(tmp_path):
    with pytest.raises(PackError, match="too large"):
        kept(tmp_path, {"sites": [{}] * 20_001})


def test_no_file(tmp_path):
    with pytest.raises(PackError):
        lists.read(tmp_path / "none.json")
    with pytest.raises(PackError):
        lists.read(tmp_path)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)
KEYS = st.sampled_from(
    "name uri_check e_code e_string m_code m_string url urlMain errorType errorMsg errorUrl regexCheck "
    "headers post_body protection checkType presenseStrs absenceStrs engine type request_payload".split()
)


@given(entry=st.dictionaries(KEYS, ANYTHING, max_size=10))
def test_no_entry_is_lost_or_ends_the_reading(entry):
    assert len(whatsmyname.read({"sites": [entry]})[0]) == 1
    assert len(sherlock.read({"s": entry})[0]) == 1
    assert len(maigret.read({"sites": {"s": entry}, "engines": entry})[0]) == 1


def test_names_are_fit_for_a_terminal(tmp_path):
    name = "\x1b[31mred\u202e" + "x" * 200
    entry = {**WMN["sites"][0], "name": name}
    (site,) = kept(tmp_path, {"sites": [entry]}).sites
    assert site.name.isprintable()
    assert len(site.name) <= 80


@pytest.mark.parametrize("text", ["hello", "- a\n- b\n", "a: 1\n", ""])
def test_a_text_of_another_kind_is_no_list(tmp_path, text):
    (tmp_path / "note.txt").write_text(text)
    with pytest.raises(PackError) as caught:
        lists.read(tmp_path / "note.txt")
    assert "no list of sites" in str(caught.value)
