"""Pages that are nobody's account: an article, a team, a list, an offer, a feed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from auditor.workshop.persona.markup.html import Frame, escape, frame, ld


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A piece in a paper."""

    url: str
    paper: str
    language: str
    headline: str
    on: date
    day: str
    place: str
    paragraphs: tuple[str, ...]


def article(piece: Article, manner: str) -> str:
    """The article, with structured data, with a preview's meta, or with neither."""
    og = {
        "og:type": "article",
        "og:site_name": piece.paper,
        "og:title": piece.headline,
        "article:published_time": piece.on.isoformat(),
    }
    news = ld(
        {
            "@type": "NewsArticle",
            "headline": piece.headline,
            "datePublished": piece.on.isoformat(),
            "inLanguage": piece.language,
            "contentLocation": {"@type": "Place", "name": piece.place},
            "publisher": {"@type": "NewsMediaOrganization", "name": piece.paper},
        }
    )
    lines = ["  <article>", f"    <h1>{escape(piece.headline)}</h1>"]
    lines.append(
        f'    <p class="date"><time datetime="{piece.on.isoformat()}">{escape(piece.day)}</time> - {escape(piece.place)}</p>'
    )
    lines += [f"    <p>{escape(each)}</p>" for each in piece.paragraphs]
    around = _around(piece.url, piece.paper, piece.language, piece.headline)
    return frame(
        replace(around, og=og if manner != "plain" else None, extra=news if manner == "ld" else ""),
        "\n".join([*lines, "  </article>"]),
    )


def _around(url: str, site: str, language: str, title: str) -> Frame:
    """What stands around a page of a site."""
    root = "/".join(url.split("/")[:3]) + "/"
    return Frame(url=url, title=f"{title} - {site}", site=site, language=language, root=root)


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """An employer's page of its people: names as written, jobs."""

    url: str
    firm: str
    language: str
    title: str
    town: str
    country: str
    intro: str
    people: tuple[tuple[str, str], ...]


def team(page: Team, manner: str) -> str:
    """The team as a list, a table, or cards."""
    firm: dict[str, object] = {
        "@type": "Organization",
        "name": page.firm,
        "address": {
            "@type": "PostalAddress",
            "addressLocality": page.town,
            "addressCountry": page.country,
        },
    }
    write = {"list": _listed, "table": _tabled, "cards": _carded}[manner]
    body = [
        f"  <h1>{escape(page.title)}</h1>",
        f"  <p>{escape(page.intro)}</p>",
        *write(page.people),
    ]
    return frame(
        replace(_around(page.url, page.firm, page.language, page.title), extra=ld(firm)),
        "\n".join(body),
    )


def _listed(people: Sequence[tuple[str, str]]) -> list[str]:
    return [
        "  <ul>",
        *(f"    <li>{escape(name)}, {escape(job)}</li>" for name, job in people),
        "  </ul>",
    ]


def _tabled(people: Sequence[tuple[str, str]]) -> list[str]:
    rows = (f"    <tr><td>{escape(name)}</td><td>{escape(job)}</td></tr>" for name, job in people)
    return ['  <table class="team">', *rows, "  </table>"]


def _carded(people: Sequence[tuple[str, str]]) -> list[str]:
    return [
        f'  <p class="h-card"><span class="p-name">{escape(name)}</span>, <span class="p-job-title">{escape(job)}</span></p>'
        for name, job in people
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A list: former pupils found, results of a race."""

    url: str
    site: str
    language: str
    title: str
    note: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    on: date | None = None
    day: str = ""


def listing(page: Table) -> str:
    """The list."""
    lines = [f"  <h1>{escape(page.title)}</h1>", f"  <p>{escape(page.note)}</p>"]
    if page.on:
        lines.append(f'  <p><time datetime="{page.on.isoformat()}">{escape(page.day)}</time></p>')
    heads = "".join(f"<th>{escape(each)}</th>" for each in page.heads)
    lines += ['  <table class="results">', f"    <thead><tr>{heads}</tr></thead>", "    <tbody>"]
    lines += [
        "      <tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
        for row in page.rows
    ]
    around = _around(page.url, page.site, page.language, page.title)
    return frame(around, "\n".join([*lines, "    </tbody>", "  </table>"]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A small ad."""

    url: str
    site: str
    language: str
    title: str
    price: str
    amount: int
    currency: str
    seller: str
    rows: tuple[tuple[str, str], ...]
    text: str
    caption: str
    on: date
    day: str
    posted: str


def offer(ad: Offer, manner: str) -> str:
    """The ad, with structured data or without."""
    data = ld(
        {
            "@type": "Offer",
            "name": ad.title,
            "price": str(ad.amount),
            "priceCurrency": ad.currency,
            "url": ad.url,
            "seller": {"@type": "Person", "name": ad.seller},
        }
    )
    lines = [f"  <h1>{escape(ad.title)}</h1>", '  <table class="detail">']
    lines += [
        f"    <tr><th>{escape(label)}</th><td>{escape(value)}</td></tr>" for label, value in ad.rows
    ]
    stamp = f'<time datetime="{ad.on.isoformat()}">{escape(ad.day)}</time>'
    lines += [f"    <tr><th>{escape(ad.posted)}</th><td>{stamp}</td></tr>", "  </table>"]
    lines += [
        f'  <p class="text">{escape(ad.text)}</p>',
        '  <figure><img src="/i/1.jpg" width="320" height="240" alt="">',
    ]
    lines += [f"  <figcaption>{escape(ad.caption)}</figcaption></figure>"]
    around = _around(ad.url, ad.site, ad.language, ad.title)
    return frame(replace(around, extra=data if manner == "ld" else ""), "\n".join(lines))


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a photo site serves for machines."""

    url: str
    page: str
    title: str
    author: str
    language: str
    entries: tuple[tuple[int, str, date], ...]


def atom(feed: Feed) -> str:
    """The feed, in Atom."""
    newest = max(each[2] for each in feed.entries).isoformat()
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{feed.language}">',
        f"  <title>{escape(feed.title)}</title>",
        f"  <id>{escape(feed.url)}</id>",
        f'  <link rel="self" type="application/atom+xml" href="{escape(feed.url)}"/>',
        f'  <link rel="alternate" type="text/html" href="{escape(feed.page)}"/>',
        f"  <updated>{newest}T20:00:00Z</updated>",
        f"  <author><name>{escape(feed.author)}</name><uri>{escape(feed.page)}</uri></author>",
    ]
    for number, text, on in feed.entries:
        stamp = f"{on.isoformat()}T18:00:00Z"
        lines += [
            f"  <entry><title>{escape(text)}</title><id>{escape(feed.page)}/{number}</id>",
            f'    <link rel="alternate" type="text/html" href="{escape(feed.page)}/{number}"/>',
            f"    <published>{stamp}</published><updated>{stamp}</updated></entry>",
        ]
    return "\n".join([*lines, "</feed>", ""])


def feed_link(url: str, title: str) -> str:
    """What a page says of its feed."""
    return f'  <link rel="alternate" type="application/atom+xml" title="{escape(title)}" href="{escape(url)}">'
