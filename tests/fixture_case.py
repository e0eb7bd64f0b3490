"""A case made of real-format files that nobody here wrote, and of the few parts they lack.

    python -m tests.fixture_case FOLDER

Theirs: the LinkedIn archive (Connections, Ad_Targeting, Inferences), ActivityPub actors and notes,
h-card and rel=me pages, a feed, a saved profile page. Ours, since no fixture holds them:
`Profile.csv` and `Positions.csv` beside the LinkedIn files, and a Mastodon archive with an
`outbox.json` around their actor. The subject is the test person of those files, Martin Smith.
"""

import io
import json
import shutil
import sys
import zipfile
from pathlib import Path

import yaml

PROFILE = (
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,"
    "Geo Location,Twitter Handles,Websites,Instant Messengers\n"
    'Martin,Smith,,,"Nov 5, 1980",Product designer,"Two paragraphs.\n\n'
    'The second after a blank line.",Design,,"Leeds, United Kingdom",[yoozer],'
    "[PERSONAL:https://example.com/martin],\n"
)
POSITIONS = """Company Name,Title,Description,Location,Started On,Finished On
Example Works,Product designer,,Leeds,Aug 2018,
"""
PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
OUTBOX = {
    "@context": "https://www.w3.org/ns/activitystreams",
    "type": "OrderedCollection",
    "totalItems": 2,
    "orderedItems": [
        {
            "type": "Create",
            "published": "2024-05-02T10:00:00Z",
            "to": [PUBLIC],
            "object": {
                "type": "Note",
                "published": "2024-05-02T10:00:00Z",
                "to": [PUBLIC],
                "content": "<p>I work at Example Works, and I'm off to Lisbon on 12 May</p>",
            },
        },
        {
            "type": "Create",
            "published": "2024-05-03T10:00:00Z",
            "to": ["https://example.com/martin/followers"],
            "object": {
                "type": "Note",
                "published": "2024-05-03T10:00:00Z",
                "to": ["https://example.com/martin/followers"],
                "content": "<p>my sister Julie came for tea</p>",
            },
        },
    ],
}


def build(data: Path, case: Path) -> Path:
    """Write the case; every file of theirs is copied as it is."""
    fixtures, sources = data / "fixtures", []
    case.mkdir(parents=True, exist_ok=True)

    def take(path: str, **more: object) -> None:
        name = f"{len(sources):02d}-{Path(path).name}"
        shutil.copyfile(fixtures / path, case / name)
        sources.append({"id": f"s{len(sources):02d}", "path": name, "seen_by": "anyone", **more})

    for path in sorted((fixtures / "mastodon").glob("*.json")):
        take(f"mastodon/{path.name}", network="mastodon")
    take("homepage/granary/actor.mf2.html", shows="profile")
    folder = "homepage/microformats-tests/microformats-v2"
    for each in sorted((fixtures / folder).glob("*/*.html")):
        take(f"{folder}/{each.parent.name}/{each.name}", shows="page")
    take("feeds/granary-feed_with_audio_video.rss.xml")
    take("facebook/granary-facebook.mbasic.profile.html")
    take("facebook/granary-facebook.mbasic.about.html")
    (case / "linkedin.zip").write_bytes(_linkedin(fixtures))
    (case / "mastodon.zip").write_bytes(_mastodon(fixtures))
    sources += [
        {"id": "linkedin", "path": "linkedin.zip", "network": "linkedin", "owner": "linkedin:me"},
        {
            "id": "archive",
            "path": "mastodon.zip",
            "network": "mastodon",
            "owner": "mastodon:yoozer",
        },
    ]
    mandate = {
        "auditor": 1,
        "subject": {"name": "Martin Smith", "languages": ["en"]},
        "purpose": "self-audit",
        "language": "en",
        "signed_on": "2026-01-05",
        "expires_on": "2031-01-05",
        "fictional": True,
        "accounts": [{"id": "linkedin:me"}, {"id": "mastodon:yoozer"}],
        "sources": sources,
    }
    (case / "mandate.yml").write_text(yaml.safe_dump(mandate, sort_keys=False), encoding="utf-8")
    return case


def _linkedin(fixtures: Path) -> bytes:
    """Their archive as it is, with our two files under the same top folder."""
    data = io.BytesIO((fixtures / "linkedin/hestialabs-linkedin-fake.zip").read_bytes())
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("Linkedin-fake-data/Profile.csv", PROFILE)
        archive.writestr("Linkedin-fake-data/Positions.csv", POSITIONS)
    return data.getvalue()


def _mastodon(fixtures: Path) -> bytes:
    """Their actor, and our outbox."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.write(fixtures / "mastodon/granary-actor.as2.json", "actor.json")
        archive.writestr("outbox.json", json.dumps(OUTBOX))
    return data.getvalue()


if __name__ == "__main__":
    from auditor.resources.folders import research_data

    found = research_data()
    if found is None:
        sys.exit("no data folder: set AUDITOR_DATA")
    build(found, Path(sys.argv[1]))
