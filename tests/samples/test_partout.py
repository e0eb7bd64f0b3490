"""One person's exports of twelve networks, French accounts all of them, and two saved pages."""

from datetime import UTC, datetime

import pytest

from auditor.collect.cards import cards
from auditor.collect.mandate import load
from auditor.collect.sources import collect
from auditor.model.failure import Failure
from auditor.model.profile import Batch, Profile
from auditor.resources.folders import folder

CASE = folder("samples") / "partout"
NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
BIRTH = ("birth_date", "1990-03-08")
NAME = ("full_name", "Énora Vaucouleur")


@pytest.fixture(scope="module")
def shown():
    mandate = load(CASE, NOW.date())
    networks = cards(folder("rules") / "networks", CASE)
    found = collect(mandate, CASE, networks=networks, now=NOW)
    return {access.source.id: list(access.read()) for access in found}


def test_nothing_failed(shown):
    assert not [each for items in shown.values() for each in items if isinstance(each, Failure)]


@pytest.mark.parametrize(
    ("source", "network", "fields"),
    [
        (
            "facebook",
            "facebook",
            {NAME, BIRTH, ("alias", "Énora Le Guirec"), ("birth_place", "Carhaix")},
        ),
        (
            "instagram",
            "instagram",
            {("full_name", "Énora V."), ("email_personal", "enora@vaucouleur.example")},
        ),
        (
            "x",
            "x",
            {("full_name", "Énora"), ("home_commune", "Angers"), ("username", "enora_vcl_ex")},
        ),
        (
            "linkedin",
            "linkedin",
            {NAME, BIRTH, ("maiden_name", "Le Guirec"), ("hire_date", "2015-09")},
        ),
        ("tiktok", "tiktok", {BIRTH, ("username", "enora.harpe.ex")}),
        (
            "reddit",
            "reddit",
            {("username", "harpiste_exemple_49"), ("account_created", "2016-02-01")},
        ),
        ("mastodon", "mastodon", {NAME}),
        ("google", "google", {NAME, BIRTH}),
        ("strava", "strava", {NAME, ("activity", "Course à pied")}),
        ("flickr", "flickr", {("full_name", "Énora V."), ("account_created", "2008-07-01")}),
        ("telegram", "telegram", {("full_name", "Énora"), ("username", "enora_ex")}),
        ("yammer", "yammer", {NAME, ("job_title", "Ergothérapeute")}),
        ("anciens", None, {("full_name", "Énora VAUCOULEUR"), ("birth_date", "8 mars 1990")}),
        ("annonce", None, {("full_name", "Énora V.")}),
    ],
)
def test_each_source_is_its_network_and_says_who_it_is(shown, source, network, fields):
    profiles = [each for each in shown[source] if isinstance(each, Profile)]
    assert network in {each.network for each in profiles}
    assert fields <= {(field.name, field.text) for each in profiles for field in each.fields}


@pytest.mark.parametrize(
    ("source", "text", "seen_by"),
    [
        ("facebook", "35 ans aujourd’hui", "unknown"),
        ("instagram", "Ma harpe celtique", "anyone"),
        ("x", "l'équipe est à bout", "anyone"),
        ("linkedin", "Je cherche un poste", "anyone"),
        ("tiktok", "Répétition dans le salon", "anyone"),
        ("mastodon", "Répétition ce mardi", "indexed"),
        ("mastodon", "rhumatologue", "contacts"),
        ("google", "Camac Hermine", "anyone"),
        ("strava", "Comme tous les dimanches", "members"),
        ("flickr", "La maison de mes parents", "anyone"),
        ("yammer", "Qui échange sa garde", "members"),
        ("anciens", "fest-noz", "indexed"),
    ],
)
def test_who_sees_a_post_is_as_the_export_states_or_not_established(shown, source, text, seen_by):
    posts = [
        post for each in shown[source] if isinstance(each, Profile | Batch) for post in each.posts
    ]
    (found,) = [each for each in posts if text in each.text]
    assert found.sight.visibility == seen_by
