"""`auditor report`: one audit in every form, and one line for whatever cannot be read or written."""

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from auditor import kits, pipeline
from auditor.model.redaction import Redaction
from auditor.report.result import render
from auditor.resources.folders import folder
from auditor.store.vault import door
from tests.cli.command import run
from tests.paper import NEEDS_PANGO
from tests.store.conftest import MANDATE, PASSPHRASE, cheapen, laid

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
SAMPLE = folder("samples") / "tastes"
CANARY = "Zélie Canarivane"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A sample audited as a page and as a result, with every name in both."""
    made = tmp_path_factory.mktemp("report")
    for form in ("html", "json"):
        out = run(made, "audit", SAMPLE, "--format", form, "--redact", "none", "--quiet",
                  "--to", f"audit.{form}")  # fmt: skip
        assert out.returncode in {0, 1}, out.stderr
    return made


def left(where):
    """What lies in a folder, hidden files too."""
    return sorted(each.name for each in where.iterdir())


def refused(out):
    """One line, no word of what was read, exit 2."""
    assert out.returncode == 2, out.stdout
    assert len(out.stderr.splitlines()) == 1, out.stderr
    assert out.stdout == ""
    assert "Canarivane" not in out.stderr
    return out.stderr


def test_a_page_from_the_result_is_the_page_of_the_audit(place, tmp_path):
    out = run(tmp_path, "report", place / "audit.json", "--redact", "none", "--case", SAMPLE,
              "--to", "again.html")  # fmt: skip
    assert out.returncode == 0, out.stderr
    assert "again.html" in out.stdout
    assert (tmp_path / "again.html").read_bytes() == (place / "audit.html").read_bytes()


@pytest.mark.parametrize(
    ("form", "name", "begins"),
    [
        ("html", "report-audit.html", b"<!doctype html>"),
        pytest.param("pdf", "report-audit.pdf", b"%PDF-", marks=NEEDS_PANGO),
        ("md", "report-audit.md", b"# "),
        ("csv", "report-audit.csv", b"\xef\xbb\xbf"),
        ("json", "report-audit.json", b"{"),
    ],
)
def test_every_form_has_its_name(place, tmp_path, form, name, begins):
    shutil.copy(place / "audit.json", tmp_path)
    out = run(tmp_path, "report", "audit.json", "--format", form, "--quiet")
    assert out.returncode == 0, out.stderr
    assert out.stdout == ""
    assert left(tmp_path) == sorted(["audit.json", name])
    assert (tmp_path / name).read_bytes().lstrip(b"\n").startswith(begins)


def test_text_goes_to_the_terminal(place):
    out = run(place, "report", "audit.json", "--format", "text", "--lang", "en")
    assert out.returncode == 0
    assert "What each viewer adds" in out.stdout


def test_an_audit_has_the_same_forms(tmp_path):
    out = run(tmp_path, "audit", SAMPLE, "--format", "md", "--quiet", "--lang", "en")
    assert out.returncode in {0, 1}, out.stderr
    assert left(tmp_path) == ["report-tastes.md"]


def test_names_are_masked_and_stay_masked(place, tmp_path):
    subject = json.loads((place / "audit.json").read_text("utf-8"))["mandate"]["subject"]
    source = place / "audit.json"
    for name, redact in (("all.json", "all"), ("back.json", "none")):
        out = run(tmp_path, "report", source, "--format", "json", "--redact", redact, "--to", name)
        assert out.returncode == 0, out.stderr
        assert subject not in (tmp_path / name).read_text("utf-8")
        source = tmp_path / "all.json"


def test_only_the_viewers_asked_for(place, tmp_path):
    out = run(tmp_path, "report", place / "audit.json", "--format", "json", "--to", "-",
              "--viewer", "search", "--viewer", "member")  # fmt: skip
    assert set(json.loads(out.stdout)["views"]) == {"search", "member"}
    (tmp_path / "search.json").write_text(out.stdout, encoding="utf-8")
    out = run(tmp_path, "report", "search.json", "--viewer", "me", "--lang", "en")
    assert "holds no view of: me" in refused(out)
    assert left(tmp_path) == ["search.json"]


def test_many_facts_stand_in_a_table_beside_the_page(place, tmp_path):
    plain = json.loads((place / "audit.json").read_text("utf-8"))
    first = plain["facts"][0]
    plain["facts"] += [{**first, "id": f"more-{at}", "value": f"more {at}"} for at in range(250)]
    (tmp_path / "long.json").write_text(json.dumps(plain), encoding="utf-8")
    out = run(tmp_path, "report", "long.json", "--to", "long.html")
    assert out.returncode == 0, out.stderr
    assert left(tmp_path) == ["long-facts.csv", "long.html", "long.json"]
    assert "more 249" in (tmp_path / "long-facts.csv").read_text("utf-8-sig")


# A case: its vault, or a new audit.


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A case whose vault keeps one result."""
    where = tmp_path_factory.mktemp("kept")
    case = laid(where / "case", MANDATE.replace("2027-01-05", "2096-01-05"))
    door.create(case, PASSPHRASE, now=NOW)
    cheapen(case)
    mandate, kit = kits.for_case(case, NOW.date())
    with door.opened(case, PASSPHRASE, now=NOW) as vault:
        report = pipeline.audit(mandate, kit, case=case, now=NOW, keep=vault)
        vault.finished(
            NOW, report.counts, lambda: render(report, language="fr", redact=Redaction.NONE)
        )
    return where


def test_the_last_result_of_a_vault(kept, tmp_path):
    out = run(tmp_path, "report", kept / "case", "--format", "md", "--lang", "en",
              lines=[PASSPHRASE])  # fmt: skip
    assert out.returncode == 0, out.stderr
    assert "November 24, 2026" in (tmp_path / "report-case.md").read_text("utf-8")


def test_a_vault_stays_shut_without_its_passphrase(kept, tmp_path):
    assert "passphrase" in refused(run(tmp_path, "report", kept / "case"))
    assert left(tmp_path) == []


def test_a_case_without_a_vault_is_audited_again(tmp_path):
    out = run(tmp_path, "report", SAMPLE, "--format", "csv", "--quiet", "--viewer", "search")
    assert out.returncode == 0, out.stderr
    assert left(tmp_path) == ["report-tastes.csv"]


def test_what_the_case_and_the_result_hold_is_not_written_over(place, kept, tmp_path):
    shutil.copy(place / "audit.json", tmp_path / "report-x.json")
    out = run(tmp_path, "report", "report-x.json", "--format", "json", "--lang", "en")
    assert "is the result that is read" in refused(out)
    page = kept / "case" / "footprint" / "photos.html"
    before = page.read_bytes()
    out = run(kept, "report", "case", "--to", page, lines=[PASSPHRASE], lang="C.UTF-8")
    assert "belongs to the case" in refused(out)
    assert page.read_bytes() == before


# What cannot be read.


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (f"{CANARY} is no JSON".encode(), "is not JSON"),
        (f'{{"{CANARY}": 1}}'.encode(), "no result that this version reads"),
    ],
)
def test_what_is_no_result_is_one_line(tmp_path, data, says):
    (tmp_path / "x.json").write_bytes(data)
    assert says in refused(run(tmp_path, "report", "x.json"))
    assert left(tmp_path) == ["x.json"]


def test_a_cut_result_is_one_line(place, tmp_path):
    data = (place / "audit.json").read_bytes()
    (tmp_path / "x.json").write_bytes(data[:-100])
    assert "it is cut" in refused(run(tmp_path, "report", "x.json"))


@pytest.mark.parametrize("form", ["html", "md", "csv", "text"])
def test_a_result_says_whatever_it_likes_and_nothing_breaks(place, tmp_path, form):
    plain = json.loads((place / "audit.json").read_text("utf-8"))
    plain |= {"language": "../../etc", "auditor": "9\u202e\x1b[31m<script>", "later": [1]}
    for each in plain["fixes"]:
        each |= {"facts": ["no"], "closes": ["no.such"], "effort": "<b>", "dials": {"none": [9, 1]}}
    for view in plain["views"].values():
        view["crowd"] = {"low": 0, "high": 10**12, "place": "<b>%(x)s", "sentence": ""}
        for each in view["findings"]:
            each |= {
                "rule": "no.such\u202erule",
                "severity": 99,
                "code": "<\u202e>",
                "facts": ["no"],
            }
        for each in view["links"]:
            each |= {"why": "100 %(no)s %s", "bits": -9999.5, "left": "nobody"}
        for each in view["portrait"]["steps"] if view["portrait"] else ():
            each |= {"by": ["nothing"], "through": ["nobody"], "quotes": ["=1\u202e"]}
    for each in plain["facts"]:
        each |= {"kind": "no_such_kind\x1b", "source": "nowhere", "record": "no#body"}
    (tmp_path / "x.json").write_text(json.dumps(plain), encoding="utf-8")
    out = run(tmp_path, "report", "x.json", "--format", form, "--to", "out", "--lang", "fr")
    assert out.returncode == 0, out.stderr
    made = (tmp_path / "out").read_text("utf-8")
    assert "\x1b" not in made
    assert "\u202e" not in made
    assert form != "html" or "&lt;script&gt;" in made


# What cannot be written.

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")
FORMS = ("html", pytest.param("pdf", marks=NEEDS_PANGO), "csv")


@LINUX
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount")
@pytest.mark.parametrize("form", FORMS)
def test_a_full_disk_is_one_line_and_leaves_nothing(place, tmp_path, form):
    full = tmp_path / "full"
    full.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(full)], capture_output=True, check=False
    )  # fmt: skip
    if mounted.returncode:
        pytest.skip("this machine mounts no tmpfs")
    try:
        out = run(tmp_path, "report", place / "audit.json", "--format", form, "--to", full / "x",
                  "--lang", "en")  # fmt: skip
        assert "x cannot be written (ENOSPC)" in refused(out)
        assert left(full) == []
    finally:
        subprocess.run(["umount", str(full)], check=True)


@pytest.mark.parametrize("to", ["nowhere/x.html", ".", "link"])
def test_where_nothing_can_be_written_is_said_before_any_work(place, tmp_path, to):
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    out = run(tmp_path, "report", place / "audit.json", "--to", to)
    assert refused(out)
    assert left(tmp_path) == ["link"]


@LINUX
def test_a_closed_folder_is_one_line(place, tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0o500)
    if os.access(closed, os.W_OK):  # root goes everywhere
        pytest.skip("nothing is closed to this user")
    out = run(tmp_path, "report", place / "audit.json", "--to", "closed/x.html", "--lang", "en")
    assert "PermissionError" in refused(out)


# What of the program itself is broken.


@pytest.fixture
def broken(tmp_path):
    """The program as installed elsewhere, its reports/ a copy that can be damaged."""
    here = folder("reports").parent
    for name in ("auditor", "rules", "data", "samples"):
        (tmp_path / name).symlink_to(here / name)
    shutil.copytree(here / "reports", tmp_path / "reports")
    return tmp_path


def from_there(broken, *arguments):
    out = subprocess.run(
        [sys.executable, "-m", "auditor", *map(str, arguments)], cwd=broken, capture_output=True,
        text=True, stdin=subprocess.DEVNULL, check=False, timeout=120,
        env={**os.environ, "LANG": "fr_FR.UTF-8", "PYTHONPATH": ""},
    )  # fmt: skip
    assert "Traceback" not in out.stderr
    return out


@pytest.mark.parametrize(
    "text",
    [
        b'msgid "x"\nmsgstr "\xff\xfe"\n',
        b'msgid "x\nmsgstr }}}\n',
        b'msgid ""\nmsgstr "Content-Type: text/plain; charset=nothing\\n"\n',
    ],
)
def test_a_broken_catalogue_is_one_line_in_english(broken, place, text):
    (broken / "reports" / "locales" / "fr" / "auditor.po").write_bytes(text)
    out = from_there(broken, "report", place / "audit.json", "--to", "x.html", "--lang", "fr")
    assert "the words of the language fr cannot be read" in refused(out)
    assert not (broken / "x.html").exists()


@pytest.mark.parametrize(
    ("form", "template", "text"),
    [
        ("html", "report.html", "{% if %}"),
        pytest.param("pdf", "paper.html", "{{ nobody.knows }}", marks=NEEDS_PANGO),
        ("md", "report.md", None),
    ],
)
def test_a_broken_template_is_one_line(broken, place, form, template, text):
    path = broken / "reports" / "templates" / template
    path.unlink()
    if text is not None:
        path.write_text(text, encoding="utf-8")
    out = from_there(broken, "report", place / "audit.json", "--format", form, "--to", "x")
    assert "rien d’à moitié écrit n’est resté" in refused(out)
    assert not (broken / "x").exists()
