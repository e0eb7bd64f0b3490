"""collect/pages/state.py: data of scripts, whole, foreign, damaged and hostile."""

import json

import pytest
from bs4 import BeautifulSoup

from auditor.collect.pages.state import read

TIKTOK = {"user": {"uniqueId": "loic_tr", "nickname": "Loïc"}}


def tiktok(data, name="__UNIVERSAL_DATA_FOR_REHYDRATION__"):
    text = data if isinstance(data, str) else json.dumps(data)
    return BeautifulSoup(f'<script id="{name}" type="application/json">{text}</script>', "lxml")


def script(text):
    return BeautifulSoup(f"<script>{text}</script>", "lxml")


def person(soup):
    return next((each["mainEntity"] for each in read(soup) if each["@type"] == "ProfilePage"), None)


@pytest.mark.parametrize(
    "text",
    [
        'var ytInitialData = {"channelMetadataRenderer": {"title": "Loïc"}};',
        'window["ytInitialData"] = {"channelMetadataRenderer": {"title": "Loïc"}}; more();',
        'ytInitialData={"a": [{"channelMetadataRenderer": {"title": {"simpleText": "Loïc"}}}]}',
    ],
)
def test_a_variable_is_found_however_it_is_set(text):
    assert person(script(text)) == {"@type": "Person", "name": "Loïc"}


@pytest.mark.parametrize(
    "soup",
    [
        tiktok(TIKTOK, name="another"),
        tiktok("{"),
        tiktok("[1]"),
        tiktok('{"user": null}'),
        tiktok('{"user": {"uniqueId": ["x"], "nickname": {"a": 1}}}'),
        tiktok("[" * 100_000),
        tiktok('{"user": ' * 50_000),
        script('var context = {"filterStreamUrl": "/stream/other/x"};'),
        script("var ytInitialData = null;"),
        script("ytInitialData"),
        script("myYtInitialData = {}; notytInitialData = {'channelMetadataRenderer': {}};"),
    ],
)
def test_what_is_no_data_that_is_known_is_nothing(soup):
    assert read(soup) == []


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (1_595_000_000, "2020-07-17"),
        ("1595000000", "2020-07-17"),
        (1_595_000_000_000, "2020-07-17"),
        ("2020-07-17 15:33:20", "2020-07-17"),
        ("Actif depuis le 17 juil. 2020", "2020-07-17"),
        ("Joined Jul 17, 2020", "2020-07-17"),
        (0, None),
        (-5, None),
        (99999999999999999999, None),
        (True, None),
        ("hier", None),
    ],
)
def test_moments_become_days(moment, day):
    found = read(tiktok({"user": {"uniqueId": "x", "createTime": moment}}))
    assert found[0].get("dateCreated") == day


def test_a_thousand_posts_are_read_and_no_more_than_two():
    items = [{"desc": f"p{number}"} for number in range(2500)]
    assert len(read(tiktok({"itemList": items}))) == 2000


def test_several_values_of_one_property_are_kept_once_each():
    owner = {"username": "loic_tr", "pathAlias": "loic", "realname": "Loïc"}
    soup = script(f"x = {{modelExport: {json.dumps({'a': [{'owner': owner}]})}, auth: auth}}")
    assert person(soup)["alternateName"] == ["loic", "loic_tr"]


def test_the_first_object_that_says_anything_counts():
    data = {"a": {"user": {}}, "b": TIKTOK, "c": {"user": {"uniqueId": "other"}}}
    assert person(tiktok(data))["alternateName"] == "loic_tr"
