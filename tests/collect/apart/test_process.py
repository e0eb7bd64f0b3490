"""Whatever happens in the child, the audit gets items or a reason, and the next content is read."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from auditor.collect.apart.bounds import bounds
from auditor.collect.apart.process import Apart
from auditor.collect.modules import module
from auditor.collect.readers import read_as, read_file
from auditor.collect.unreadable import UnreadableError
from auditor.errors import PluginError
from auditor.model.profile import Batch, Profile
from tests.collect.apart.conftest import TIGHT
from tests.collect.contexts import card, context
from tests.collect.exports.test_mastodon import long_outbox

SAMPLE = Path(__file__).parents[3] / "samples" / "marc-l" / "footprint"
pytestmark = pytest.mark.skipif(os.name != "posix", reason="the limits are those of POSIX")
linux = pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs /proc")


def titles(ask, words):
    """Every title that came, then the reason why no more did."""
    found, reason = [], None
    try:
        for each in ask(words):
            found.append(each.title)  # noqa: PERF401 (those before a fault are kept)
    except UnreadableError as fault:
        reason = str(fault.reason)
    return found, reason


def whole(apart, words):
    """Titles one by one, for an answer that ends in a fault."""

    def ask(words):
        return apart("offered", f"TROUBLE {words}".encode(), context())

    return titles(ask, words)


@pytest.mark.parametrize("name", ["p1a.html", "p1e.html", "p1a-feed.xml"])
def test_what_is_read_apart_is_what_is_read_here(apart, name):
    data = (SAMPLE / name).read_bytes()
    assert list(read_file(data, context(apart=apart))) == list(read_file(data, context()))


def test_a_file_is_read_in_pieces_where_it_lies(tmp_path):
    path = tmp_path / "outbox.json"
    path.write_bytes(long_outbox(2500))
    with path.open("rb") as file:
        here = list(module("mastodon").read_stream(file, context()))
    with Apart({"photos": card()}, bounds()) as apart:
        assert list(apart("mastodon", path, context())) == here
    assert {Profile, Batch} == set(map(type, here))


def test_no_child_is_started_for_what_is_read_here(ask, apart):
    export = json.dumps({"type": "Person", "inbox": "x", "name": "Odile"}).encode()
    assert list(read_file(export, context(apart=apart)))
    assert apart._worker is None
    assert ask("says x")
    assert apart._worker is not None


def test_one_child_reads_everything_until_it_dies(trouble, apart):
    def who():
        ((pid,), _) = whole(apart, "tells os.getpid()")
        return int(pid)

    first = who()
    assert first == who() != os.getpid()
    os.kill(first, signal.SIGKILL)
    apart._worker._process.wait()
    assert who() != first


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("memory", "reading needed more than 80 MB"),
        ("spins", "reading took longer than 1 s"),
        ("sleeps", "reading took longer than 1 s"),
        ("breaks os.abort()", "the reader stopped (SIGABRT)"),
        ("breaks os._exit(7)", "the reader stopped (exit 7)"),
        (
            "breaks import signal; os.setpgid; signal.raise_signal(11)",
            "the reader stopped (SIGSEGV)",
        ),
        (
            "breaks signal = __import__('signal'); signal.raise_signal(9)",
            "reading needed more than 80 MB",
        ),
    ],
)
def test_a_child_that_fails_is_a_reason_and_the_next_content_is_read(trouble, apart, words, reason):
    start = time.monotonic()
    found, why = whole(apart, words)
    assert time.monotonic() - start < 2 * TIGHT.wall
    assert why == reason
    assert found in (["before"], [])
    assert whole(apart, "says well") == (["well"], None)


def test_a_reader_that_raises_is_a_failure_and_the_child_goes_on(trouble, apart):
    before = whole(apart, "tells os.getpid()")
    items = list(apart("offered", b"TROUBLE breaks raise KeyError('Odile')", context()))
    assert [type(each).__name__ for each in items] == ["Page", "Failure"]
    assert str(items[1].reason) == "reading broke off: KeyError"
    assert whole(apart, "tells os.getpid()") == before


@pytest.mark.parametrize(
    "words", ["other", "wide", "unnamed", "raw 00000000", "raw 7fffffff00", "raw 00000003c0c0c0"]
)
@linux
def test_what_no_reader_says_is_not_believed(trouble, apart, words):
    found, why = whole(apart, words)
    assert found == []
    assert why is not None
    assert why.startswith("the reader stopped (")
    assert whole(apart, "says well") == (["well"], None)


def test_an_answer_without_end_is_cut(trouble, apart):
    found, why = whole(apart, "much")
    assert 0 < len(found) < 12
    assert why == "the reader stopped (ForgedError)"


def test_half_a_character_arrives_as_the_sign_of_its_loss(ask):
    (page,) = ask("half")
    assert page.title == "one 😀 and half \ufffd"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("tells set(os.environ) - {'LC_CTYPE'}", "set()"),
        ("tells __import__('sys').modules.get('spacy')", "None"),
        ("tells __import__('resource').getrlimit(4)", "(0, 0)"),
        ("tells os.getsid(0) == os.getpid()", "True"),
        ("tries open('/tmp/x', 'w')", "PermissionError"),
        ("tries open('/dev/null', 'rb')", "done"),
        ("tries os.open('/tmp/x', os.O_CREAT | os.O_WRONLY)", "PermissionError"),
        ("tries import socket; socket.create_connection(('127.0.0.1', 9))", "PermissionError"),
        ("tries import socket; socket.getaddrinfo('nora.example', 80)", "PermissionError"),
        ("tries import subprocess; subprocess.run(['true'])", "PermissionError"),
        ("tries os.system('true')", "PermissionError"),
        ("tries os.fork()", "PermissionError"),
        ("tries os.remove('/tmp/x')", "PermissionError"),
        ("tries import requests; requests.get", "AttributeError"),
    ],
)  # fmt: skip
def test_the_child_has_nothing_and_may_nothing(ask, words, title):
    (page,) = ask(words)
    assert page.title == title


def test_nothing_that_is_printed_comes_out(ask, capfd):
    assert ask("tells print('Odile') or os.write(1, b'Odile') and os.write(2, b'Odile')")
    assert capfd.readouterr() == ("", "")


def test_a_broken_set_up_is_said_as_in_this_process(apart, tmp_path, monkeypatch):
    info = tmp_path / "gone-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: gone\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[auditor.readers]\ngone = no_such_module_here\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(PluginError, match=r"gone of auditor\.readers cannot be loaded"):
        list(read_as("offered", b"what is this", context(apart=apart)))


def test_a_child_that_cannot_start_is_a_reason(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with Apart({"photos": card()}, TIGHT) as apart, pytest.raises(UnreadableError, match="stopped"):
        list(apart("html", b"<p>x", context()))


PROGRAM = """
import sys
from auditor.collect.apart.bounds import bounds
from auditor.collect.apart.process import Apart
from tests.collect.contexts import context
sys.path.insert(0, sys.argv[1])
with Apart({}, bounds()) as apart:
    for each in apart("offered", b"TROUBLE says x", context()): print(each.title, flush=True)
    for each in apart("offered", b"TROUBLE sleeps", context()): pass
"""


@linux
@pytest.mark.parametrize(("signal_", "patience"), [(signal.SIGINT, 3), (signal.SIGKILL, 13)])
def test_no_child_outlives_its_audit(trouble, tmp_path, signal_, patience):
    root = Path(__file__).parents[3]
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "packages")],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    assert program.stdout.readline() == b"x\n"
    time.sleep(0.3)
    children = Path(f"/proc/{program.pid}/task/{program.pid}/children").read_text().split()
    assert len(children) == 1
    program.send_signal(signal_)
    program.wait(10)
    program.stdout.close()
    end = time.monotonic() + patience
    while _lives(children[0]) and time.monotonic() < end:
        time.sleep(0.1)
    assert not _lives(children[0])


def _lives(pid):
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
