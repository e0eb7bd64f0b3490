"""`auditor screening redact`, as its user meets it."""

import io
import json
import os
import pty
import sys
import zipfile
from dataclasses import dataclass

import pytest

from auditor.cli import app
from auditor.errors import AuditorError, OutputError
from tests.cli.command import run

NOTE = "Elle est enceinte.\nElle connaît Excel.\n"


@dataclass(frozen=True)
class Out:
    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def redact(monkeypatch, capsys):
    """The command in this process, with rules alone: the model of names is no part of what is tested."""

    def run(*arguments, piped="", stdin=None, lang="fr"):
        data = piped.encode() if isinstance(piped, str) else piped
        monkeypatch.setattr(sys, "stdin", stdin or io.TextIOWrapper(io.BytesIO(data)))
        told = ["screening", "redact", *map(str, arguments), "--lang", lang, "--model", "none"]
        code = app(told, standalone_mode=False)
        return Out(code or 0, *capsys.readouterr())

    return run


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


def test_a_note_is_masked_and_nobody_has_confirmed_it(redact):
    out = redact("-", piped=NOTE)
    assert out.returncode == 1, out.stderr
    assert out.stdout == "Elle est [protégé\u00a0: grossesse].\nElle connaît Excel.\n"
    assert "grossesse" in out.stderr
    assert "enceinte" not in out.stderr


def test_nothing_to_mask_is_exit_0(redact):
    out = redact("-", piped="Elle connaît Excel.\n")
    assert (out.returncode, out.stdout) == (0, "Elle connaît Excel.\n")


def test_json_holds_the_counts_and_whether_they_were_confirmed(redact):
    out = redact("-", "--format", "json", "--place", "QC", "--yes", piped=NOTE)
    made = json.loads(out.stdout)
    assert (made["counts"], made["confirmed"]) == ({"pregnancy": 1}, False)
    assert made["masks"] == "taken"
    assert made["protected"] == ["pregnancy"]


def test_taken_as_they_are_is_read_by_nobody(redact):
    assert "read by nobody" in redact("-", "--yes", piped=NOTE, lang="en").stderr


def test_the_law_is_named_by_its_place(redact):
    assert (
        "named by the law of France" in redact("-", "--place", "FR", piped=NOTE, lang="en").stderr
    )


def test_the_only_original_is_never_written_over(redact, tmp_path):
    for taken in ("note.txt", "other.txt"):
        (tmp_path / "note.txt").write_text(NOTE, "utf-8")
        (tmp_path / "other.txt").write_text("kept", "utf-8")
        with pytest.raises(OutputError):
            redact(tmp_path / "note.txt", "--yes", "--to", tmp_path / taken)
        assert (tmp_path / "note.txt").read_text("utf-8") == NOTE
        assert (tmp_path / "other.txt").read_text("utf-8") == "kept"


def test_a_folder_is_told_as_one(redact, tmp_path):
    with pytest.raises(AuditorError, match="folder"):
        redact(tmp_path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("note.md", NOTE.encode()),
        ("note.txt", NOTE.encode("cp1252")),
        ("cv.html", f"<html><body><p>{NOTE}</p></body></html>".encode()),
        ("cv.docx", docx("Elle est enceinte.", "Elle connaît Excel.")),
    ],
)
def test_files_of_every_kind(redact, tmp_path, name, content):
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
def test_what_cannot_be_read_is_one_line_that_quotes_nothing(redact, tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(AuditorError) as told:
        redact(tmp_path / name)
    assert "secret" not in str(told.value)


def test_a_fault_is_one_line_and_exit_2(tmp_path):
    out = run(tmp_path, "screening", "redact", "nowhere.txt")
    assert (out.returncode, out.stdout) == (2, "")
    assert len(out.stderr.strip().splitlines()) == 1


def in_terminal(redact, path, typed):
    """The command at a terminal, with what is typed there."""
    ours, theirs = pty.openpty()
    os.write(ours, typed.encode())
    with os.fdopen(theirs) as terminal:
        out = redact(path, stdin=terminal, lang="en")
    os.close(ours)
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
def test_every_mask_is_asked_about_at_a_terminal(redact, tmp_path, typed, masked, confirmed):
    (tmp_path / "note.txt").write_text("She is pregnant. Likes Zorblax.\n", "utf-8")
    out = in_terminal(redact, tmp_path / "note.txt", typed)
    assert out.stdout == masked
    assert "→pregnant←" in out.stderr
    assert ("Nobody has confirmed" in out.stderr) is (not confirmed)
