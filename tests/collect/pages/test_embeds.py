"""collect/pages/embeds.py: what a page of one's own tells others of its visitors."""

from urllib.parse import urlsplit

import pytest

from auditor.collect.pages.embeds import KIND, Purpose, table
from auditor.collect.pages.page import read
from auditor.collect.pages.profile import profile
from auditor.model.network import NetworkKind
from tests.collect.contexts import card, context, failures
from tests.collect.pages.views import view


def embedded(body, *, head="", **more):
    more.setdefault("networks", {})
    found = profile(view(body, head=head, **more))
    return [each.text for each in found.fields if each.name == KIND]


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ('<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>', ["Google Analytics (Google)"]),
        ('<script src="https://www.googletagmanager.com/gtm.js"></script>', ["Google Tag Manager (Google)"]),
        ("<script>window.dataLayer=[];function gtag(){};gtag('js',1)</script>", ["Google Analytics (Google)"]),
        ("<script>!function(f){}(window);fbq('init','1')</script>", ["Meta Pixel (Meta)"]),
        ('<script src="//connect.facebook.net/fr_FR/sdk.js"></script>', ["Facebook (Meta)"]),
        ('<script src="//connect.facebook.net/en_US/fbevents.js"></script>', ["Meta Pixel (Meta)"]),
        ('<img height=1 src="https://www.facebook.com/tr?id=1&ev=PageView">', ["Meta Pixel (Meta)"]),
        ('<iframe src="https://www.youtube.com/embed/abc"></iframe>', ["YouTube (Google)"]),
        ('<iframe data-src="https://www.youtube-nocookie.com/embed/abc"></iframe>', ["YouTube nocookie (Google)"]),
        ('<iframe src="https://www.google.com/maps/embed?pb=1"></iframe>', ["Google Maps (Google)"]),
        ('<link rel=stylesheet href="https://fonts.googleapis.com/css2?family=Roboto">', ["Google Fonts (Google)"]),
        ('<link rel=preconnect href="https://fonts.gstatic.com">', ["Google Fonts (Google)"]),
        ('<img src="https://secure.gravatar.com/avatar/0">', ["Gravatar (Automattic)"]),
        ('<script src="https://x.disqus.com/embed.js"></script>', ["Disqus"]),
        ('<script src="https://static.addtoany.com/menu/page.js"></script>', ["AddToAny"]),
        # Links are followed by a click, and tell nobody before it.
        ('<a href="https://www.youtube.com/embed/abc">vidéo</a>', []),
        ('<link rel=canonical href="https://www.youtube.com/embed/abc">', []),
        ('<link rel=me href="https://www.facebook.com/plugins">', []),
        ('<script src="/js/site.js"></script><img src="/moi.jpg">', []),
        ('<script src="https://notyoutube.com/embed/x"></script>', []),
        ('<iframe src="http://[bad"></iframe>', []),
    ],
)  # fmt: skip
def test_what_is_embedded(markup, names):
    assert embedded(f"<p>Bonjour</p>{markup}") == names


@pytest.mark.parametrize(
    ("kind", "names"),
    [(NetworkKind.PERSONAL, []), (NetworkKind.OTHER, ["YouTube (Google)"])],
)
def test_a_networks_own_pages_are_not_judged(kind, names):
    from dataclasses import replace

    known = replace(card(), kind=kind)
    assert (
        embedded('<iframe src="https://www.youtube.com/embed/a">', networks={"photos": known})
        == names
    )


def test_feeds_of_the_page_are_told():
    head = (
        '<link rel="alternate" type="application/rss+xml" href="/feed/">'
        '<link rel="alternate" type="application/atom+xml; charset=utf-8" href="/feed/atom">'
        '<link rel="alternate" hreflang="en" href="/en/"><link rel="alternate" type="application/rss+xml">'
    )
    found = profile(view("<p>x</p>", head=head, networks={}, address="https://loic.example/"))
    assert [each.text for each in found.fields if each.name == "public_feed"] == [
        "https://loic.example/feed/",
        "https://loic.example/feed/atom",
    ]


def test_a_page_with_nothing_but_embeds_is_still_empty():
    page = b"<!DOCTYPE html><title>x</title><link rel=stylesheet href=https://fonts.googleapis.com/css>"
    assert failures(read(page, context(shows="profile"))) == [
        "the page shows nothing that can be read"
    ]


@pytest.mark.parametrize("key", table())
def test_every_line_of_the_table_is_whole(key):
    embed = table()[key]
    assert embed.name
    assert embed.company
    assert embed.source
    assert embed.kind in Purpose
    assert set(embed.tells) == {"fr", "en"}
    assert all(embed.tells.values())
    assert all("." in urlsplit(f"//{host}").netloc for host in embed.hosts)


def test_no_host_is_named_twice():
    hosts = [host for embed in table().values() for host in embed.hosts]
    assert len(hosts) == len(set(hosts))
