"""What a case keeps."""

import os
import stat
from pathlib import Path

import pytest

from auditor.errors import MandateError, OutputError
from auditor.model.link import HumanJudgement, Judgement
from auditor.store import judgements, write_atomically


def written(tmp_path, text):
    (tmp_path / "judgements.yml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_case_without_judgements_has_none(tmp_path):
    assert judgements(tmp_path) == ()
    assert judgements(written(tmp_path, "# nothing yet\n")) == ()


def test_judgements_are_read_as_people_write_them(tmp_path):
    text = (
        "- {left: p1a#owner, right: d4#owner, judgement: different, on: 2026-01-06, note: a namesake}\n"
        "- {left: p1a#owner, right: d4#owner, judgement: different}\n"
        "- {left: a#owner, right: b#owner, judgement: same, on: 2026-01-06, note: }\n"
    )
    assert judgements(written(tmp_path, text)) == (
        HumanJudgement(left="d4#owner", right="p1a#owner", judgement=Judgement.DIFFERENT),
        HumanJudgement(left="a#owner", right="b#owner", judgement=Judgement.SAME),
    )


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("- {left: a, right: b, judgement: perhaps}\n", "judgements.yml:1: 0.judgement"),
        ("- {left: a, judgement: same}\n", "judgements.yml:1: 0.right: missing"),
        ("- {left: a, right: b, judgement: same, by: me}\n", "by: unknown key"),
        ("judgements: []\n", "judgements.yml:1"),
        (
            "- {left: a, right: b, judgement: same}\n- {left: b, right: a, judgement: different}\n",
            "a and b twice, differently",
        ),
        ("- {left: a, right: a, judgement: same}\n", "with itself"),
        ("- {", "not valid YAML"),
    ],
)
def test_faults_are_named(tmp_path, text, what):
    with pytest.raises(MandateError) as caught:
        judgements(written(tmp_path, text))
    assert what in str(caught.value)


def test_a_file_is_written_whole_and_for_its_owner_alone(tmp_path):
    path = tmp_path / "report.html"
    write_atomically(path, b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_what_was_there_stays_when_writing_fails(tmp_path):
    path = tmp_path / "report.html"
    write_atomically(path, b"old")
    with pytest.raises(TypeError):
        write_atomically(path, "no bytes")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "target").write_text("mine")
    link = tmp_path / "report.html"
    link.symlink_to(tmp_path / "target")
    with pytest.raises(OutputError, match="is a link"):
        write_atomically(link, b"x")
    assert (tmp_path / "target").read_text() == "mine"


@pytest.mark.parametrize("place", ["missing/report.html", "file/report.html", ".", "n" * 300])
def test_a_place_that_cannot_be_written_is_one_line(tmp_path, place):
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="cannot be written") as caught:
        write_atomically(tmp_path / place, b"x")
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_closed_to_writing_is_left(tmp_path):
    path = Path(tmp_path / "report.html")
    path.write_text("mine")
    path.chmod(0o400)
    with pytest.raises(OutputError):
        write_atomically(path, b"x")
