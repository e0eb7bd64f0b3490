"""`auditor explain`: the sum behind a judgement, in the terminal, as a page and for other programs."""

import html
import json
import shutil
from functools import partial

import pytest

from auditor.resources.folders import folder
from tests.cli.command import run

FAST = ("--quiet", "--model", "none")
NAMESAKES = ("case", "n1#owner", "n3#owner")
ONE = ("case", "n3#owner", "n5#owner")


@pytest.fixture
def auditor(tmp_path):
    shutil.copytree(folder("samples") / "namesakes", tmp_path / "case")
    return partial(run, tmp_path)


def test_the_numbers_of_the_result_add_up(auditor):
    out = auditor("explain", *ONE, *FAST, "--format", "json", "--lang", "en")
    assert out.returncode == 0, out.stderr
    told = json.loads(out.stdout)
    assert told["judgement"] == "same"
    assert told["levels"]
    total = told["prior"]
    for each in told["levels"]:
        total += each["counted"]
        assert each["sum"] == pytest.approx(total, abs=0.02)
        said = each["left"]["quote"] or each["right"]["quote"]
        assert said or each["comparison"] == "calibration"
    assert told["bits"] == pytest.approx(total, abs=0.02)
    assert told["bits"] >= told["needed"]
    assert told["probability"] > 0.99


def test_the_terminal_shows_the_sum_and_what_would_change_it(auditor):
    out = auditor("explain", *NAMESAKES, *FAST, "--lang", "en")
    assert out.returncode == 0, out.stderr
    assert "A contact – two people" in out.stdout
    assert "they contradict each other in one thing that cannot change" in out.stdout
    assert "−26.0   −26.0  two profiles drawn among 68,400,000 people" in out.stdout
    assert "a pair needs 6.6\nbits." in out.stdout


def test_the_page_stands_alone_in_french(auditor, tmp_path):
    out = auditor(
        "explain", *NAMESAKES, *FAST, "--format", "html", "--lang", "fr", "--to", "why.html"
    )
    assert out.returncode == 0, out.stderr
    page = html.unescape((tmp_path / "why.html").read_text(encoding="utf-8"))
    assert '<html lang="fr">' in page
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert "le même prénom et le même nom" in page.replace("\u00a0", " ")
    assert page.count('class="some"') == page.count('<th scope="row">') - 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["n1#owner", "n9#owner"], "there is no such record; records are named place#name"),
        (["n1#owner", "n1#owner"], "a record is compared with itself"),
        (["n1#owner", "n3#owner", "--to", "case/mandate.yml"], "belongs to the case"),
    ],
)
def test_what_cannot_be_explained_is_one_line(auditor, arguments, says):
    out = auditor("explain", "case", *arguments, *FAST, "--lang", "en")
    assert out.returncode == 2
    assert says in out.stderr
    assert out.stderr.count("\n") == 1


def test_a_viewer_who_does_not_see_a_record_is_told_nothing_of_it(tmp_path):
    shutil.copytree(folder("samples") / "marc-l", tmp_path / "case")
    out = run(tmp_path, "explain", "case", "p1a#owner", "p1c#owner", *FAST, "--viewer", "search")
    assert out.returncode == 2
    assert out.stdout == ""
