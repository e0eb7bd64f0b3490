"""A reader of another package that does, in the child, what a broken or captured reader would do."""

import textwrap

import pytest

from auditor.collect.apart.bounds import Bounds
from auditor.collect.apart.process import Apart
from auditor.collect.modules import OFFERED
from tests.collect.contexts import card, context

TIGHT = Bounds(memory_mb=80, seconds=1, seconds_per_mb=0, wall=4, answer_mb=1)
"""Quick to hit; a second of the processor is the least the system counts."""

READER = """
import os, time
from dataclasses import replace
from auditor.collect.unreadable import failed
from auditor.model.profile import Page
from auditor.model.text import Text, say
from auditor.model.visibility import UNKNOWN_SIGHT

def detects(data, name):
    return data.startswith(b"TROUBLE ")

def read(data, context):
    word, _, rest = data.removeprefix(b"TROUBLE ").decode().partition(" ")
    yield from globals()[word](context, rest) or ()

def page(context, title, **more):
    made = dict(source=context.source.id, network=None, url=None, collector="t", title=title,
                observed_at=context.observed_at, sight=UNKNOWN_SIGHT)
    return Page(**(made | more))

def says(context, rest):
    yield page(context, rest)

def tells(context, rest):
    yield page(context, repr(eval(rest)))

def tries(context, rest):
    try:
        exec(rest)
    except Exception as fault:
        yield page(context, type(fault).__name__)
    else:
        yield page(context, "done")

def breaks(context, rest):
    yield page(context, "before")
    exec(rest)

def memory(context, rest):
    yield page(context, "before")
    held = [bytearray(1_000_000) for _ in range(10_000)]

def spins(context, rest):
    yield page(context, "before")
    while True: pass

def sleeps(context, rest):
    yield page(context, "before")
    time.sleep(60)

def half(context, rest):
    yield page(context, "one \\ud83d\\ude00 and half \\ud83d")

def other(context, rest):
    yield page(context, "forged", source="another")

def wide(context, rest):
    yield failed(context.source.id, Text("%(a)1000000000s", (("a", "x"),)), say("x"))

def unnamed(context, rest):
    yield failed(context.source.id, Text("%(a)s of %(b)s", (("a", "x"),)), say("x"))

def much(context, rest):
    for _ in range(40): yield page(context, "x" * 100_000)

def raw(context, rest):
    os.write(ANSWERS, bytes.fromhex(rest))
    time.sleep(60)

ANSWERS = max(n for n in range(3, 64) if os.path.exists(f"/proc/self/fd/{n}") and os.readlink(f"/proc/self/fd/{n}").startswith("pipe"))
"""


@pytest.fixture
def trouble(tmp_path, monkeypatch):
    """Installs the reader, as pip would leave it."""
    package = tmp_path / "packages"
    info = package / "trouble-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: trouble\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[auditor.readers]\ntrouble = reader_in_trouble\n")
    (package / "reader_in_trouble.py").write_text(textwrap.dedent(READER))
    monkeypatch.syspath_prepend(str(package))


@pytest.fixture
def apart():
    """A child with tight bounds, ended with the test."""
    with Apart({"photos": card()}, TIGHT) as made:
        yield made


@pytest.fixture
def ask(trouble, apart):
    """What the child makes of a word to the reader in trouble: titles, and the reason it ended."""

    def asked(words):
        return list(apart(OFFERED, f"TROUBLE {words}".encode(), context()))

    return asked
