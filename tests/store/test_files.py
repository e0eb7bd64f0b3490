"""store/files.py: whole or not at all, and for its owner alone."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.errors import OutputError, VaultError
from auditor.store.files import refuse_untrusted, refuse_unwritable, shred, write_atomically


def test_a_file_is_written_whole_and_for_its_owner_alone(tmp_path):
    path = tmp_path / "report.html"
    write_atomically(path, b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_system_without_nameless_files_writes_as_well(tmp_path, monkeypatch):
    monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    path = tmp_path / "report.html"
    path.write_bytes(b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("nameless", [True, False])
def test_what_was_there_stays_when_writing_fails(tmp_path, monkeypatch, nameless):
    if not nameless:
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    path = tmp_path / "report.html"
    write_atomically(path, b"old")
    with pytest.raises(TypeError):
        write_atomically(path, "no bytes")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("nameless", [True, False])
def test_a_disk_that_fills_up_leaves_the_old_file(tmp_path, nameless):
    path = tmp_path / "report.html"
    write_atomically(path, b"old")
    code = (
        "import os, resource, signal, sys; from pathlib import Path\n"
        "from auditor.errors import OutputError; from auditor.store.files import write_atomically\n"
        f"{'' if nameless else 'del os.O_TMPFILE'}\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: write_atomically(Path(sys.argv[1]), b'x' * 100_000)\n"
        "except OutputError as error: print(error)\n"
    )
    out = subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, check=True
    )
    assert out.stdout.startswith("report.html cannot be written (EFBIG)")
    assert len(out.stdout.splitlines()) == 1
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_kill_leaves_the_old_file_or_the_new_one_and_nothing_else(tmp_path):
    path = tmp_path / "report.html"
    code = (
        "import sys; from pathlib import Path; from auditor.store.files import write_atomically\n"
        "path = Path(sys.argv[1]); print('go', flush=True)\n"
        "while True:\n"
        "    for sign in b'ab': write_atomically(path, bytes([sign]) * 3_000_000)\n"
    )
    for wait in range(1, 9):
        process = subprocess.Popen([sys.executable, "-c", code, path], stdout=subprocess.PIPE)
        process.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(wait / 90)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        assert not path.exists() or set(path.read_bytes()) in ({ord("a")}, {ord("b")})
        left = [each for each in tmp_path.iterdir() if each != path]
        # Between its name beside and its name in place a file is whole already.
        assert all(each.stat().st_size == 3_000_000 for each in left)
        for each in left:
            each.unlink()


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "target").write_text("mine")
    link = tmp_path / "report.html"
    link.symlink_to(tmp_path / "target")
    with pytest.raises(OutputError, match="is a link"):
        write_atomically(link, b"x")
    assert (tmp_path / "target").read_text() == "mine"


@pytest.mark.parametrize("place", ["missing/report.html", "file/report.html", "n" * 300])
def test_a_place_that_cannot_be_written_is_one_line(tmp_path, place):
    (tmp_path / "file").write_text("x")
    for refused in (lambda path: write_atomically(path, b"x"), refuse_unwritable):
        with pytest.raises(OutputError, match="cannot be written") as caught:
            refused(tmp_path / place)
        assert "\n" not in str(caught.value)


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(OutputError, match="is a folder"):
        write_atomically(tmp_path, b"x")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_what_is_closed_to_writing_is_left(tmp_path):
    path = Path(tmp_path / "report.html")
    path.write_text("mine")
    path.chmod(0o400)
    with pytest.raises(OutputError):
        write_atomically(path, b"x")
    path.chmod(0o600)
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError):
        write_atomically(path, b"x")
    tmp_path.chmod(0o700)
    assert path.read_text() == "mine"


def test_only_private_files_of_ours_are_trusted(tmp_path):
    path = tmp_path / "key.json"
    path.write_text("x")
    path.chmod(0o600)
    refuse_untrusted(path)
    for mode in (0o640, 0o604, 0o620, 0o666):
        path.chmod(mode)
        with pytest.raises(VaultError, match=f"mode {mode:04o}.*chmod 600"):
            refuse_untrusted(path)
    path.chmod(0o600)
    (tmp_path / "link").symlink_to(path)
    (tmp_path / "folder").mkdir(0o755)
    with pytest.raises(VaultError, match="link is a link"):
        refuse_untrusted(tmp_path / "link")
    with pytest.raises(VaultError, match="chmod 700"):
        refuse_untrusted(tmp_path / "folder", folder=True)
    with pytest.raises(VaultError, match="no such thing"):
        refuse_untrusted(tmp_path / "folder")
    with pytest.raises(VaultError, match="FileNotFoundError"):
        refuse_untrusted(tmp_path / "nothing")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_somebody_elses_file_is_not_trusted(tmp_path):
    path = tmp_path / "key.json"
    path.write_text("x")
    path.chmod(0o600)
    os.chown(path, 12345, 12345)
    with pytest.raises(VaultError, match="somebody else"):
        refuse_untrusted(path)


def test_a_shredded_file_is_overwritten_before_it_goes(tmp_path):
    path = tmp_path / "judgements.yml"
    path.write_bytes(b"Nora Quellec " * 100)
    with path.open("rb") as still_open:
        shred(path)
        assert not path.exists()
        still_open.seek(0)
        assert b"Nora" not in still_open.read()
