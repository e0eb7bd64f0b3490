"""Pages of accounts in four manners: microformats, structured data, a preview's meta, a plain table."""

from dataclasses import dataclass
from datetime import date

from auditor.workshop.persona.clues import Card
from auditor.workshop.persona.markup.html import Frame, escape, frame, ld, link

_PICTURES = ("gallery", "photos")
"""Networks on which every post is a picture."""
_PROPERTIES = {
    "town": "p-locality",
    "job": "p-job-title",
    "employer": "p-org",
    "shown": "p-name",
    "name": "p-name",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A photo, a message or a workout; its author where it is not the page's."""

    id: int
    text: str
    on: date
    at: str = ""
    """A time of day, with its zone."""
    place: str | None = None
    tagged: tuple[tuple[str, str], ...] = ()
    author: tuple[str, str] | None = None
    line: str = ""
    """A line under it: a price, a distance."""

    @property
    def when(self) -> str:
        """The machine's form of the moment."""
        return f"{self.on.isoformat()}T{self.at}" if self.at else self.on.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """What an account's page shows."""

    card: Card
    url: str
    language: str
    title: str
    handle: str | None = None
    name: str | None = None
    fields: tuple[tuple[str, str, str], ...] = ()
    """Kind, label, value."""
    bio: str = ""
    links: tuple[tuple[str, str], ...] = ()
    """What stands before each, and its address."""
    heading: str = ""
    posts: tuple[tuple[Post, str], ...] = ()
    """Each with its day as written."""
    tagged: str = ""
    """What stands before names of people in a picture."""
    menu: tuple[str, ...] = ()
    extra: str = ""


def profile(face: Face, manner: str) -> str:
    """The page, in one of the manners."""
    write = {"hcard": _hcard, "ld": _ld, "meta": _meta, "plain": _plain}[manner]
    return write(face)


def _frame(face: Face, body: str, *, og: dict[str, str] | None = None, extra: str = "") -> str:
    heads = "\n".join(filter(None, (face.extra, extra)))
    return frame(
        Frame(
            url=face.url,
            title=f"{face.title} | {face.card.name}",
            site=face.card.name,
            language=face.language,
            root=f"https://{face.card.host}/",
            menu=face.menu,
            og=og,
            extra=heads,
        ),
        body,
    )


def _hcard(face: Face) -> str:
    shown = face.name or face.handle or ""
    head = (
        f'<span class="p-nickname">{escape(face.handle)}</span>' if face.handle else escape(shown)
    )
    named = "" if face.handle else " p-name"
    lines = [
        '  <section class="h-card">',
        f'    <h1><a class="u-url{named}" href="{escape(face.url)}">{head}</a></h1>',
    ]
    if face.handle and face.name:
        lines.append(f'    <p class="p-name">{escape(face.name)}</p>')
    lines += [
        "    <dl>",
        *(_definition(*each) for each in face.fields if each[0] not in ("shown", "name")),
        "    </dl>",
    ]
    lines += [f'    <p class="p-note">{escape(face.bio)}</p>'] if face.bio else []
    lines += _links(face)
    return _frame(face, "\n".join([*lines, "  </section>", *_entries(face)]), og=_og(face))


def _links(face: Face) -> list[str]:
    return [
        f"    <p>{escape(said)} {link(url, url.removeprefix('https://'), rel='me')}</p>"
        for said, url in face.links
    ]


def _definition(kind: str, label: str, value: str) -> str:
    known = _PROPERTIES.get(kind)
    marked = f' class="{known}"' if known else ""
    return f"      <dt>{escape(label)}</dt><dd{marked}>{escape(value)}</dd>"


def _entries(face: Face) -> list[str]:
    if not face.posts:
        return []
    lines = [f"  <section>\n  <h2>{escape(face.heading)}</h2>"]
    for post, day in face.posts:
        lines += [f'    <article class="h-entry" id="p-{post.id}">']
        if face.card.id in _PICTURES:
            lines.append(f"      {_picture(post)}")
        if post.author:
            lines.append(
                f"      <p>{link(post.author[1], post.author[0], cls='p-author h-card')}</p>"
            )
        lines.append(f'      <p class="e-content">{escape(post.text)}</p>')
        lines += [f"      <p>{escape(post.line)}</p>"] if post.line else []
        if post.tagged:
            names = ", ".join(link(url, name, cls="u-category h-card") for name, url in post.tagged)
            lines.append(f"      <p>{escape(face.tagged)} {names}</p>")
        place = f'<span class="p-location">{escape(post.place)}</span>, ' if post.place else ""
        lines += [
            f'      <p>{place}<time class="dt-published" datetime="{post.when}">{escape(day)}</time></p>',
            "    </article>",
        ]
    return [*lines, "  </section>"]


def _og(face: Face) -> dict[str, str]:
    found = {
        "og:type": "profile",
        "og:site_name": face.card.name,
        "og:title": face.title,
        "og:url": face.url,
    }
    return found | ({"profile:username": face.handle} if face.handle else {})


def _ld(face: Face) -> str:
    known = {kind: value for kind, _, value in face.fields}
    person: dict[str, object] = {"@type": "Person", "url": face.url}
    person |= {"name": face.name} if face.name else {}
    person |= {"alternateName": face.handle} if face.handle else {}
    person |= {"jobTitle": known["job"]} if "job" in known else {}
    person |= (
        {"worksFor": {"@type": "Organization", "name": known["employer"]}}
        if "employer" in known
        else {}
    )
    if "town" in known:
        person["address"] = {"@type": "PostalAddress", "addressLocality": known["town"]}
    head = ld({"@type": "ProfilePage", "mainEntity": person})
    lines = ["  <main>", f"    <h1>{escape(face.name or face.handle or '')}</h1>", "    <dl>"]
    lines += [
        f"      <dt>{escape(label)}</dt><dd>{escape(value)}</dd>" for _, label, value in face.fields
    ]
    lines += ["    </dl>", f"    <p>{escape(face.bio)}</p>" if face.bio else ""]
    lines += _links(face)
    return _frame(
        face,
        "\n".join([*filter(None, lines), "  </main>", *_entries(face)]),
        og=_og(face),
        extra=head,
    )


def _meta(face: Face) -> str:
    lines = ["  <main>", f"    <h1>{escape(face.handle or face.name or '')}</h1>", "    <dl>"]
    lines += [
        f"      <dt>{escape(label)}</dt><dd>{escape(value)}</dd>" for _, label, value in face.fields
    ]
    lines += ["    </dl>", f'    <p class="bio">{escape(face.bio)}</p>' if face.bio else ""]
    lines += _links(face)
    return _frame(
        face, "\n".join([*filter(None, lines), *_figures(face), "  </main>"]), og=_og(face)
    )


def _figures(face: Face) -> list[str]:
    lines = [f"    <h2>{escape(face.heading)}</h2>"] if face.posts else []
    for post, day in face.posts:
        place = f' <span class="where">{escape(post.place)}</span>' if post.place else ""
        lines += [
            f'    <figure id="photo-{post.id}">',
            f"      {_picture(post)}",
            f"      <figcaption>{escape(post.text)}</figcaption>",
            *([f"      <p>{escape(post.line)}</p>"] if post.line else []),
            f'      <time datetime="{post.when}">{escape(day)}</time>{place}',
            "    </figure>",
        ]
    return lines


def _picture(post: Post) -> str:
    return f'<img src="/s/{post.id}.jpg" width="160" height="120" alt="">'


def _plain(face: Face) -> str:
    lines = [f"  <h1>{escape(face.handle or face.name or '')}</h1>", '  <table class="fiche">']
    lines += [
        f"    <tr><td>{escape(label)}</td><td>{escape(value)}</td></tr>"
        for _, label, value in face.fields
    ]
    lines += ["  </table>", f"  <blockquote>{escape(face.bio)}</blockquote>" if face.bio else ""]
    lines += _links(face)
    return _frame(
        face,
        "\n".join([*filter(None, lines), *_entries(face)]),
    )
