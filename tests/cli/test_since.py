"""A second audit: its report begins with what changed since the first, in every form."""

import json
import shutil

import pytest

from auditor import kits, pipeline
from auditor.model.redaction import Redaction
from auditor.report.result import render
from auditor.store.vault import door
from tests.cli.command import run
from tests.store.conftest import MANDATE, NOW, PASSPHRASE, cheapen, laid

LONG = MANDATE.replace("2027-01-05", "2096-01-05").replace("language: fr", "language: en")
CAT = "<p>Mon chat Moustique dort sur l'ampli.</p>"
"""What many sites ask for as a secret answer."""
DAY = NOW.date()


def audited(case, keep=None):
    """The result of an audit on the first day."""
    mandate, kit = kits.for_case(case, DAY)
    report = pipeline.audit(mandate, kit, case=case, now=NOW, keep=keep)
    made = render(report, language="en", redact=Redaction.NONE)
    if keep is not None:
        keep.finished(NOW, report.counts, lambda: made)
    return made


def told(case):
    """The case as it was: with the name of a cat on the page."""
    page = case / "footprint" / "photos.html"
    bare = page.read_text("utf-8")
    page.write_text(bare + CAT, encoding="utf-8")
    return page, bare


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A case with a vault and one without, the cat gone since the first audit; and its result."""
    made = tmp_path_factory.mktemp("since")
    case = laid(made / "case", LONG)
    page, bare = told(case)
    door.create(case, PASSPHRASE, now=NOW)
    cheapen(case)
    with door.opened(case, PASSPHRASE, now=NOW) as vault:
        (made / "old.json").write_bytes(audited(case, vault))
    page.write_text(bare, encoding="utf-8")
    laid(made / "bare", LONG)
    return made


def audit(place, case, *arguments, lines=None):
    return run(place, "audit", case, *arguments, lines=lines)


def test_with_a_vault_the_second_report_begins_with_the_progress_and_so_do_the_next(
    place, tmp_path
):
    shutil.copytree(place / "case", tmp_path / "case")
    for _ in ("the second audit", "a third, for nothing changed since"):
        out = audit(tmp_path, "case", lines=[PASSPHRASE])
        assert out.returncode in {0, 1}, out.stderr
        assert "settled since November 24, 2026." in " ".join(out.stdout.split())
        page = (tmp_path / "report-case.html").read_text("utf-8")
        assert page.index("settled since November 24, 2026.") < page.index('id="glance"')
    out = audit(tmp_path, "case", "--format", "json", "--to", "-", lines=[PASSPHRASE])
    told = json.loads(out.stdout)["progress"]
    assert told["since"]["made_at"].startswith("2026-11-24")
    assert told["settled"] > 0
    assert (told["new"], told["unchecked"]) == (0, 0)


def test_a_first_audit_says_nothing_of_it(place, tmp_path):
    out = audit(place, "bare", "--to", tmp_path / "first.html")
    assert "since" not in out.stdout
    assert 'id="progress"' not in (tmp_path / "first.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("case", "since"),
    [("bare", "old.json"), ("case", "old.json"), ("case", str(DAY)), ("case", "2090-01-01")],
)
def test_an_earlier_result_is_a_file_or_a_day_of_the_vault(place, tmp_path, case, since):
    if case == "case":
        shutil.copytree(place / "case", tmp_path / "case")
    where = tmp_path / "case" if case == "case" else "bare"
    lines = [PASSPHRASE] if case == "case" else None
    out = audit(place, where, "--since", since, "--format", "text", lines=lines)
    assert out.returncode in {0, 1}, out.stderr
    assert "settled since November 24, 2026." in " ".join(out.stdout.split())


@pytest.mark.parametrize(
    ("case", "since", "says"),
    [
        ("bare", str(DAY), "the case has no vault"),
        ("bare", "nowhere.json", "cannot be read (FileNotFoundError)"),
        ("bare", "bare", "is not a file"),
        ("bare", "bare/mandate.yml", "is not JSON"),
        ("bare", "other.json", "not about the same person"),
        ("case", "2026-11-23", "no earlier result of 2026-11-23 or before"),
    ],
)
def test_what_is_no_earlier_result_is_one_line(place, tmp_path, case, since, says):
    other = json.loads((place / "old.json").read_text("utf-8"))
    other["mandate"]["subject"] = "Zélie Canarivane"
    (place / "other.json").write_text(json.dumps(other), encoding="utf-8")
    lines = [PASSPHRASE] if case == "case" else None
    to = tmp_path / "report.html"
    out = audit(place, case, "--since", since, "--to", to, "--quiet", lines=lines)
    assert out.returncode == 2
    assert says in out.stderr
    assert len(out.stderr.splitlines()) == 1
    assert "Canarivane" not in out.stderr
    assert not to.exists()


def test_the_earlier_result_is_not_written_over(place, tmp_path):
    shutil.copy(place / "old.json", tmp_path / "old.json")
    before = (tmp_path / "old.json").read_bytes()
    where = ("--format", "json", "--to", tmp_path / "old.json")
    out = audit(place, "bare", "--since", tmp_path / "old.json", *where)
    assert out.returncode == 2
    assert "is one of the two results" in out.stderr
    assert (tmp_path / "old.json").read_bytes() == before


def test_a_vault_under_another_name_is_said_and_does_not_stop_the_audit(place, tmp_path):
    shutil.copytree(place / "case", tmp_path / "case")
    mandate = tmp_path / "case" / "mandate.yml"
    text = mandate.read_text("utf-8").replace("{name: Nora Quellec}", "{name: Nora Le Quellec}")
    mandate.write_text(text, encoding="utf-8")
    out = audit(tmp_path, "case", lines=[PASSPHRASE])
    assert out.returncode in {0, 1}, out.stderr
    assert "not about the same person" in out.stderr
    assert 'id="progress"' not in (tmp_path / "report-case.html").read_text("utf-8")
