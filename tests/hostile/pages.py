"""Pages: bombs for parsers, pages that are not the page meant, structure that misleads."""

# ruff: noqa: E501 (a row of a table is a line)

import json

from tests.hostile.rows import HANDLE, NAME, TOWN, Row, page, row


def _jsonld(node) -> bytes:
    return page(
        "<p>Bonjour.</p>", f'<script type="application/ld+json">{json.dumps(node)}</script>'
    )


_PERSON = {"@type": "Person", "name": NAME, "address": {"addressLocality": TOWN}}
_LD = {"@context": "https://schema.org"}
_TEXT = f"<p>{NAME} habite à {TOWN} depuis dix ans et y tient un atelier de reliure.</p>"

BOMBS: tuple[Row, ...] = (
    row("html: 100,000 nested div", "a.html", page("<div>" * 100_000), refused="too long|too deep"),
    row("html: 29,000 nested div", "a.html", page("<div>" * 29_000 + _TEXT), refused="too deep"),
    row("html: 100,000 unclosed a and b", "a.html", page("<a><b>" * 100_000), refused="too long|too deep"),
    row("html: 60,000 nested h-card", "a.html", page('<div class="h-card">' * 60_000), refused="too long|too deep"),
    row("html: 29,000 nested h-card", "a.html", page('<div class="h-card">' * 29_000), refused="too deep"),
    row("html: 14,000 h-cards with names", "a.html", page('<div class="h-card"><b class="p-name">Odile P.</b></div>' * 14_000)),
    row("html: 100,000 attributes on a tag", "a.html", page("<p " + " ".join(f"a{n}=1" for n in range(100_000)) + f">{TOWN}</p>")),
    row("html: 200,000 classes on a tag", "a.html", page('<p class="' + "h-card p-x " * 100_000 + f'">{TOWN}</p>')),
    row("html: a bio of 10 MB", "a.html", page(f"<p>{TOWN} " + "mot " * 2_500_000 + "</p>"), refused="too long"),
    row("html: a tag of 3 MB", "a.html", page('<p title="' + "x" * 3_000_000 + f'">{TOWN}</p>'), refused="too long"),
    row("html: tables in tables", "a.html", page("<table><tr><td>" * 10_000), refused="too deep"),
    row("html: 29,000 misnested formats", "a.html", page("<p><b><i><u><a>" * 7_250 + TOWN)),
    row("html: 600,000 entities", "a.html", page(TOWN + "&amp;&#233;&eacute;" * 100_000)),
    row("html: comments that do not end", "a.html", page(_TEXT + "<!--" * 29_000)),
    row("html: structured data nested deep", "a.html", page(_TEXT, '<script type="application/ld+json">' + '{"a":' * 50_000 + "1" + "}" * 50_000 + "</script>"), refused="structured data"),
    row("html: structured data in 9,000 blocks", "a.html", page(_TEXT, f'<script type="application/ld+json">{json.dumps(_LD | _PERSON)}</script>' * 9_000)),
    row("html: 3,000 lines of a list", "a.html", page("".join(f"<p>Ligne {n} du club</p>" for n in range(3_000))), refused="more than 2000 blocks", reads=("Ligne 1990 du club",)),
    row("html: a data: image of 1.5 MB", "a.html", page(_TEXT + f'<img class="u-photo" src="data:image/png;base64,{"A" * 1_500_000}">'), reads=(TOWN,), hides=("data:image",)),
)  # fmt: skip

WALLS: tuple[Row, ...] = (
    row("page: a consent wall", "a.html", page("<p>Nous utilisons des cookies pour améliorer votre expérience.</p><button>Tout accepter</button><button>Refuser</button>"), refused="question about cookies"),
    row("page: a login page", "a.html", b"<!doctype html><html><title>Se connecter</title><body><h1>Connexion</h1><form><input type=email><input type=password><button>Se connecter</button></form></body></html>", refused="login page"),
    row("page: 404 with status 200", "a.html", "<!doctype html><html><title>Page introuvable</title><body><h1>Erreur 404</h1><p>La page demandée n'existe pas.</p></body></html>", refused="error page"),
    row("page: meta refresh alone", "a.html", "<!doctype html><html><head><meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'></head><body></body></html>", refused="leads on to another"),
    row("page: an iframe alone", "a.html", "<!doctype html><html><body><iframe src='http://127.0.0.1:9/'></iframe></body></html>", refused="frames another"),
    row("page: a script alone", "a.html", "<!doctype html><html><body><div id=root></div><script>render()</script></body></html>", refused="made by a script"),
    row("page: nothing in it", "a.html", "<!doctype html><html><body></body></html>", refused="nothing that can be read"),
)  # fmt: skip

ENCODINGS: tuple[Row, ...] = (
    row("page: windows-1252 claiming UTF-8", "a.html", page(_TEXT).decode().encode("windows-1252"), refused="not in the encoding", reads=(NAME,)),
    row("page: UTF-16 with its mark", "a.html", page(_TEXT).decode().encode("utf-16"), reads=(NAME, TOWN)),
    row("page: an encoding that is none", "a.html", page(_TEXT).replace(b"charset=utf-8", b"charset=hex"), reads=(NAME,)),
    row("page: UTF-7 hiding a script", "a.html", page(_TEXT + "<p>+ADw-script+AD4-alert(1)</p>").replace(b"charset=utf-8", b"charset=utf-7"), reads=(TOWN,), hides=("<script>",)),
    row("page: NUL bytes in the text", "a.html", page(_TEXT.replace("dix", "d\0ix")), reads=(TOWN,)),
)  # fmt: skip

STRUCTURE: tuple[Row, ...] = (
    row("json-ld: @graph", "a.html", _jsonld(_LD | {"@graph": [{"@type": "WebSite"}, _PERSON]}), reads=(TOWN,)),
    row("json-ld: a list of types", "a.html", _jsonld(_LD | _PERSON | {"@type": ["Person", "Thing"]}), reads=(TOWN,)),
    row("json-ld: a list at the root", "a.html", _jsonld([_LD | _PERSON]), reads=(TOWN,)),
    row("json-ld: a person in author", "a.html", _jsonld(_LD | {"@type": "Article", "author": _PERSON}), reads=(NAME,)),
    row("json-ld: half a character", "a.html", page(_TEXT, '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Person", "name": "Z\\ud800lie"}</script>'), refused="structured data", reads=(TOWN,)),
    row("open graph: given twice", "a.html", page(_TEXT, f'<meta property="og:title" content="{NAME}"><meta property="og:title" content="Autre"><meta property="og:type" content="profile">'), reads=(NAME,)),
    row("rel: me nofollow", "a.html", page(_TEXT + f'<div class="h-card"><b class="p-name">{NAME}</b><a rel="me nofollow" href="https://social.example/@{HANDLE}">moi</a></div>'), reads=(f"https://social.example/@{HANDLE}",), source={"shows": "profile"}),
    row("rel: me to a javascript: address", "a.html", page(_TEXT + f'<div class="h-card"><b class="p-name">{NAME}</b><a rel="me" href="javascript:alert(1)">moi</a></div>'), reads=(TOWN,), hides=("javascript:",), source={"shows": "profile"}),
    row("svg: a script inside a page", "a.html", page(_TEXT + "<svg><script>alert(1)</script></svg>"), reads=(TOWN,), hides=("alert(1)",)),
    row("html: a script's text", "a.html", page(_TEXT + "<script>var x = 'volé';</script><style>p{}</style><template><p>caché</p></template>"), reads=(TOWN,), hides=("volé",)),
)  # fmt: skip

ROWS = (*BOMBS, *WALLS, *ENCODINGS, *STRUCTURE)
