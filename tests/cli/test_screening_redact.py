"""`auditor screening redact`, as its user meets it."""

import io
import json
import os
import pty
import subprocess
import sys
import zipfile

import pytest

from auditor.resources.folders import folder
from tests.cli.command import run

ROOT = folder("rules").parent
NOTE = "Elle est enceinte.\nElle connaît Excel.\n"


def redact(*arguments, **more):
    """The process of a command, with rules alone: the model of names is no part of what is tested."""
    return run(ROOT, "screening", "redact", *arguments, "--lang", "fr", "--model", "none", **more)


def docx(*paragraphs):
    body = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in paragraphs)
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr(
            "word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>"
        )
    return made.getvalue()


def test_a_note_is_masked_and_nobody_has_confirmed_it():
    out = redact("-", piped=NOTE)
    assert out.returncode == 1, out.stderr
    assert out.stdout == "Elle est [protégé\u00a0: grossesse].\nElle connaît Excel.\n"
    assert "grossesse" in out.stderr
    assert "enceinte" not in out.stderr


def test_nothing_to_mask_is_exit_0():
    out = redact("-", piped="Elle connaît Excel.\n")
    assert (out.returncode, out.stdout) == (0, "Elle connaît Excel.\n")


def test_json_holds_the_counts_and_whether_they_were_confirmed():
    out = redact("-", "--format", "json", "--place", "QC", "--yes", piped=NOTE)
    made = json.loads(out.stdout)
    assert (made["counts"], made["confirmed"]) == ({"pregnancy": 1}, True)
    assert made["protected"] == ["pregnancy"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("note.md", NOTE.encode()),
        ("note.txt", NOTE.encode("cp1252")),
        ("cv.html", f"<html><body><p>{NOTE}</p></body></html>".encode()),
        ("cv.docx", docx("Elle est enceinte.", "Elle connaît Excel.")),
    ],
)
def test_files_of_every_kind(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    out = redact(tmp_path / name, "--to", tmp_path / "masked.txt")
    assert out.returncode == 1, out.stderr
    masked = (tmp_path / "masked.txt").read_text("utf-8")
    assert "[protégé\u00a0: grossesse]" in masked
    assert "enceinte" not in masked
    assert "Excel" in masked


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.bin", b"\x00\x01secret" * 20),
        ("x.pdf", b"%PDF-1.4 secret"),
        ("x.docx", b"PK\x03\x04secret"),
    ],
)
def test_what_cannot_be_read_is_one_line_that_quotes_nothing(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    out = redact(tmp_path / name)
    assert (out.returncode, out.stdout) == (2, "")
    assert len(out.stderr.strip().splitlines()) == 1
    assert "secret" not in out.stderr


def test_no_such_file():
    assert redact("nowhere.txt").returncode == 2


def in_terminal(path, typed):
    """The command at a terminal, with what is typed there."""
    ours, theirs = pty.openpty()
    os.write(ours, typed.encode())
    command = [sys.executable, "-m", "auditor", "screening", "redact", str(path)]
    out = subprocess.run(
        [*command, "--lang", "en", "--model", "none"],
        stdin=theirs,
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=120,
        check=False,
    )
    os.close(ours)
    os.close(theirs)
    return out


@pytest.mark.parametrize(
    ("typed", "masked", "confirmed"),
    [
        ("\n\n", "She is [protected: pregnancy]. Likes Zorblax.\n", True),
        ("n\n\n", "She is pregnant. Likes Zorblax.\n", True),
        ("q\n", "She is [protected: pregnancy]. Likes Zorblax.\n", False),
        (
            "\nzorblax\n\n",
            "She is [protected: pregnancy]. Likes [protected: added by hand].\n",
            True,
        ),
    ],
)
def test_every_mask_is_asked_about_at_a_terminal(tmp_path, typed, masked, confirmed):
    (tmp_path / "note.txt").write_text("She is pregnant. Likes Zorblax.\n", "utf-8")
    out = in_terminal(tmp_path / "note.txt", typed)
    assert out.stdout == masked
    assert "→pregnant←" in out.stderr
    assert ("Nobody has confirmed" in out.stderr) is (not confirmed)
