"""Hostile files on the whole road: named or read, in bounded time and memory, and the rest audited."""

import io
import json
import os
import resource
import subprocess
import sys
import time
import zipfile

import pytest
import yaml

SECONDS = 20
MEMORY = 1_000_000_000
"""Bytes of address space over a small audit's own; measured: a plain audit needs 160 MB resident."""

GOOD = """<!doctype html><meta charset=utf-8><title>Nora</title>
<div class="h-card"><span class="p-name">Nora Quellec</span>, <span class="p-locality">Nantes</span></div>
<p>J'habite à Nantes.</p>"""


def _zip(**members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return data.getvalue()


def _page(body):
    return f"<!doctype html><html><body><h1>Nora Quellec</h1>{body}</body></html>".encode()


HOSTILE = {
    "nested.html": _page("<div>" * 100_000),
    "unclosed.html": _page("<a><b>" * 100_000),
    "cards.html": _page('<div class="h-card">' * 60_000),
    "attributes.html": _page("<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x</p>"),
    "brackets.html": _page("<p>" + "(" * 100_000 + "</p>"),
    "emoji.html": _page("<p>" + "😂" * 100_000 + "</p>"),
    "pairs.html": _page("<p>" + "?!" * 50_000 + "</p>"),
    "dots.html": _page("<p>" + "a." * 50_000 + "</p>"),
    "digits.html": _page("<p>" + "06 39 98 41 27 " * 8_000 + "</p>"),
    "names.html": _page("<p>" + "Loïc Tréhardel et Hélène, " * 6_000 + "</p>"),
    "many.html": _page("".join(f"<li>Loïc Tréhardel {n}</li>" for n in range(20_000))),
    "long.html": _page("<p>" + "mot " * 3_000_000 + "</p>"),
    "bidi.html": _page("<p>\u202e\u200bNora\u2066 Quellec</p>"),
    "deep.json": b'{"type": "Person", "inbox": ' + b"[" * 100_000,
    "number.json": b'{"type": "Person", "inbox": "x", "age": ' + b"9" * 5_000 + b"}",
    "surrogate.json": b'{"type": "Person", "inbox": "x", "name": "\\ud800 Nora"}',
    "jsonld.html": _page(
        '<script type="application/ld+json">' + '{"a":' * 50_000 + "1" + "}" * 50_000 + "</script>"
    ),
    "laughs.xml": b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(f'<!ENTITY {chr(98 + n)} "{(f"&{chr(97 + n)};") * 10}">'.encode() for n in range(9))
    + b"]><rss><channel><title>&j;</title></channel></rss>",
    "bomb.zip": _zip(Profile__csv=b"First Name,Last Name\n" + b"a" * 300_000_000),
    "members.zip": _zip(**{f"m{n}__csv": b"" for n in range(3_000)}),
    "climbing.zip": _zip(**{"../../Profile__csv": b"First Name,Last Name\nNora,Quellec\n"}),
}


@pytest.fixture(scope="module")
def audited(tmp_path_factory):
    """The result of one audit of a case that holds one hostile file and one good one, per file."""
    known = {}

    def run(name):
        if name in known:
            return known[name]
        case = tmp_path_factory.mktemp("case")
        (case / name).write_bytes(HOSTILE[name])
        (case / "good.html").write_text(GOOD, encoding="utf-8")
        mandate = {
            "auditor": 1,
            "subject": {"name": "Nora Quellec"},
            "purpose": "self-audit",
            "language": "en",
            "signed_on": "2026-01-05",
            "expires_on": "2031-01-05",
            "fictional": True,
            "sources": [
                {"path": name, "id": "bad"},
                {"path": "good.html", "id": "good", "seen_by": "anyone"},
            ],
        }
        (case / "mandate.yml").write_text(yaml.safe_dump(mandate), encoding="utf-8")
        start = time.monotonic()
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "auditor",
                "audit",
                case,
                "--format",
                "json",
                "--to",
                "-",
                "--quiet",
            ],
            capture_output=True,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (3 * MEMORY, 3 * MEMORY)),
            timeout=120,
            check=False,
        )
        known[name] = (done, time.monotonic() - start)
        return known[name]

    return run


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_read_or_named_and_the_rest_is_audited(audited, name):
    done, seconds = audited(name)
    assert done.returncode in {0, 1}, done.stderr.decode()[-500:]
    result = json.loads(done.stdout)
    sources = {each["id"]: each["status"] for each in result["sources"]}
    assert sources["good"] == "read"
    assert sources["bad"] == "read" or "bad" in {each["source"] for each in result["failures"]}
    assert any(each["kind"] == "home_commune" for each in result["facts"])
    assert seconds < SECONDS
