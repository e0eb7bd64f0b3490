"""The command line, as its user meets it: a process, its output, its exit code."""

import json
import stat
from functools import partial
from pathlib import Path

import pytest

from auditor.resources.folders import folder
from tests.cli.command import run

SAMPLES = folder("samples")


@pytest.fixture
def auditor(tmp_path):
    """Run the command in an empty folder; English unless said otherwise."""
    return partial(run, tmp_path)


def test_help_names_the_commands_and_the_exit_codes(auditor):
    out = auditor("--help")
    assert out.returncode == 0
    for word in ("audit", "mandate", "rules", "samples", "Exit codes"):
        assert word in out.stdout


def test_an_audit_writes_one_private_report_and_exits_by_its_findings(auditor, tmp_path):
    out = auditor("audit", SAMPLES / "marc-l", "--lang", "fr")
    report = tmp_path / "report-marc-l.html"
    assert out.returncode == 1, out.stderr
    assert report.read_text(encoding="utf-8").startswith(
        "<!doctype html>"
    ) or "<html" in report.read_text(encoding="utf-8")
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert "report-marc-l.html" in out.stdout


def test_nothing_found_is_zero(auditor):
    out = auditor("audit", SAMPLES / "discreet", "--format", "json", "--to", "-", "--quiet")
    assert out.returncode == 0, out.stderr
    assert json.loads(out.stdout)["views"]["search"]["findings"] == []


def test_failures_are_named_and_the_rest_is_audited(auditor):
    out = auditor("audit", SAMPLES / "broken", "--format", "json", "--to", "-", "--quiet")
    result = json.loads(out.stdout)
    assert out.returncode in {0, 1}
    assert len(result["failures"]) >= 12
    assert {"read", "failed"} <= {each["status"] for each in result["sources"]}


def test_one_viewer_only(auditor):
    out = auditor(
        "audit",
        SAMPLES / "marc-l",
        "--viewer",
        "search",
        "--format",
        "json",
        "--to",
        "-",
        "--quiet",
    )
    assert set(json.loads(out.stdout)["views"]) == {"search"}


def test_the_terminal_form(auditor):
    out = auditor("audit", SAMPLES / "marc-l", "--format", "text", "--lang", "en")
    assert out.returncode == 1
    assert out.stdout.strip()


@pytest.mark.parametrize("lang", ["C.UTF-8", "fr_FR.UTF-8"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("audit", "nowhere"),
        ("audit", ".", "--to", "."),
        ("audit", str(SAMPLES / "discreet"), "--to", "no-such-folder/report.html"),
        ("mandate", "check", "nowhere"),
        ("rules", "explain", "Z-99"),
        ("rules", "check", "nowhere"),
        ("samples", "--copy", "nobody"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_2(auditor, arguments, lang):
    out = auditor(*arguments, lang=lang)
    assert out.returncode == 2
    assert len(out.stderr.strip().splitlines()) == 1
    assert out.stderr.startswith("auditor: ")
    assert "Traceback" not in out.stderr


EXPIRED = """auditor: 1
subject: {name: Nora Quellec}
purpose: self-audit
language: en
signed_on: 2020-01-05
expires_on: 2021-01-05
sources: [{path: page.html}]
"""


@pytest.mark.parametrize(
    "text",
    [
        EXPIRED,
        "",
        "- a list",
        "auditor: 1\nsubject: [",
        EXPIRED.replace("expires_on: 2021", "expirs_on: 2031"),
        EXPIRED.replace("2021-01-05", "2031-01-05").replace("page.html", "../page.html"),
        EXPIRED.replace("2021-01-05", "2031-01-05").replace("page.html", "/etc/passwd"),
        EXPIRED.replace("2021-01-05", "2031-01-05").replace("self-audit", "cohort"),
    ],
)
def test_a_mandate_that_does_not_allow_the_audit_is_refused(auditor, tmp_path, text):
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "mandate.yml").write_text(text, encoding="utf-8")
    out = auditor("audit", "case")
    assert out.returncode == 2
    assert out.stderr.startswith("auditor: ")
    assert "Traceback" not in out.stderr
    assert "Quellec" not in out.stderr
    assert not list(tmp_path.glob("report*"))


def test_nothing_outside_the_sources_is_read(auditor, tmp_path):
    auditor("samples", "--copy", "marc-l")
    case = tmp_path / "marc-l"
    (case / "footprint" / "secret.html").write_text("<p>j'habite à Lyon</p>", encoding="utf-8")
    out = auditor("audit", "marc-l", "--format", "json", "--to", "-", "--quiet")
    assert "secret" not in out.stdout


def test_a_new_mandate_loads_back_and_is_never_overwritten(auditor, tmp_path):
    out = auditor("mandate", "new", "mine", "--name", "Nora Quellec", "--lang", "fr")
    assert out.returncode == 0, out.stderr
    assert "Nora Quellec" in (tmp_path / "mine" / "mandate.yml").read_text(encoding="utf-8")
    assert auditor("mandate", "check", "mine").returncode == 0
    assert auditor("mandate", "new", "mine", "--name", "Somebody").returncode == 2


def test_rules_are_listed_explained_and_checked(auditor):
    listed = auditor("rules", "list", "--lang", "fr").stdout.splitlines()
    assert len(listed) >= 20
    assert "F-03" in auditor("rules", "explain", "F-03").stdout
    assert auditor("rules", "check").returncode == 0
    assert json.loads(auditor("rules", "schema").stdout)["$schema"]


def test_a_report_is_not_written_through_a_symlink(auditor, tmp_path):
    target = tmp_path / "target.txt"
    target.write_text("kept", encoding="utf-8")
    Path(tmp_path / "report.html").symlink_to(target)
    out = auditor("audit", SAMPLES / "discreet", "--to", "report.html")
    assert out.returncode == 2
    assert target.read_text(encoding="utf-8") == "kept"
