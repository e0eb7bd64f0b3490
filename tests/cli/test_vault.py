"""The vault as its user meets it: passphrases, refusals, forgetting."""

import json
import os
import shutil
import stat
from functools import partial

import pytest

from auditor.resources.folders import folder
from tests.cli.command import run
from tests.store.conftest import MANDATE as FRENCH
from tests.store.conftest import PHOTOS, laid

SAMPLES = folder("samples")
PASSPHRASE = "quatre mots sans aucun lien"
MANDATE = FRENCH.replace("language: fr", "language: en")


@pytest.fixture
def auditor(tmp_path):
    """Run the command in an empty folder, with lines for `--passphrase-fd` where they are given."""
    return partial(run, tmp_path)


@pytest.fixture
def case(tmp_path):
    return laid(tmp_path / "case", MANDATE)


@pytest.fixture
def vaulted(auditor, case):
    out = auditor("vault", "create", "case", lines=[PASSPHRASE])
    assert out.returncode == 0, out.stderr
    return case


def test_a_vault_is_made_after_the_notice_was_shown(auditor, case):
    out = auditor("vault", "create", "case", "--lang", "fr", lines=[PASSPHRASE])
    assert out.returncode == 0, out.stderr
    assert out.stdout.startswith("Ce à quoi vous consentez")
    assert "Le coffre est créé" in out.stdout
    assert sorted(each.name for each in case.iterdir()) == [
        "consent.json",
        "footprint",
        "mandate.yml",
        "vault",
    ]


def test_a_second_audit_says_what_it_took_from_the_vault(auditor, vaulted, tmp_path):
    first = auditor("audit", "case", lines=[PASSPHRASE])
    assert first.returncode in {0, 1}, first.stderr
    assert "Taken from the vault" not in first.stdout
    report = (tmp_path / "report-case.html").read_bytes()
    second = auditor("audit", "case", lines=[PASSPHRASE])
    assert second.returncode == first.returncode
    assert "unchanged: 2 of 2 sources, their facts, and 7 of 7 views" in second.stdout
    assert len((tmp_path / "report-case.html").read_bytes()) == len(report)


def test_the_answer_is_the_same_with_a_vault_and_without(auditor, tmp_path):
    shutil.copytree(SAMPLES / "marc-l", tmp_path / "kept")
    auditor("vault", "create", "kept", lines=[PASSPHRASE])
    options = ("--format", "json", "--to", "-", "--quiet", "--lang", "fr")
    shutil.copytree(SAMPLES / "marc-l", tmp_path / "bare")
    results = [
        json.loads(auditor("audit", name, *options, lines=lines).stdout)
        for name, lines in (("bare", None), ("kept", [PASSPHRASE]), ("kept", [PASSPHRASE]))
    ]
    for each in results:
        del each["made_at"]
    assert results[0] == results[1] == results[2]


@pytest.mark.parametrize(
    "arguments",
    [
        ("audit", "case"),
        ("vault", "check", "case"),
        ("vault", "judgements", "case"),
        ("purge", "case", "--all"),
    ],
)
def test_a_wrong_passphrase_or_none_is_one_line(auditor, vaulted, tmp_path, arguments):
    wrong = auditor(*arguments, lines=["another passphrase"])
    none = auditor(*arguments)
    for out, what in ((wrong, "does not open the vault"), (none, "--passphrase-fd")):
        assert out.returncode == 2
        assert len(out.stderr.splitlines()) == 1
        assert what in out.stderr
    assert not list(tmp_path.glob("report*"))


def test_the_result_on_standard_output_is_the_result_alone(auditor, vaulted):
    rows = '- {left: "photos#owner", right: "club#nora-quellec", judgement: same}\n'
    (vaulted / "judgements.yml").write_text(rows, encoding="utf-8")
    for _ in range(2):
        out = auditor("audit", "case", "--format", "json", "--to", "-", lines=[PASSPHRASE])
        assert json.loads(out.stdout)["auditor"]


@pytest.mark.parametrize(
    "place",
    ["vault/key.json", "vault/new.html", "mandate.yml", "consent.json", "footprint/photos.html"],
)
def test_a_report_is_written_over_nothing_of_the_case(auditor, vaulted, place):
    before = (vaulted / place).read_bytes() if (vaulted / place).exists() else None
    out = auditor("audit", "case", "--to", f"case/{place}", lines=[PASSPHRASE])
    assert out.returncode == 2
    assert "belongs to the case" in out.stderr
    assert ((vaulted / place).read_bytes() if before is not None else None) == before


def test_a_pipe_is_no_place_for_a_report_and_no_source(auditor, case, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    out = auditor("audit", "case", "--to", "pipe")
    assert out.returncode == 2
    assert "is no file" in out.stderr
    os.mkfifo(case / "footprint" / "pipe")
    more = MANDATE + "  - {path: footprint/pipe, shows: page, seen_by: anyone}\n"
    (case / "mandate.yml").write_text(more, encoding="utf-8")
    auditor("vault", "create", "case", lines=[PASSPHRASE])
    out = auditor("audit", "case", "--quiet", lines=[PASSPHRASE])
    assert out.returncode in {0, 1}, out.stderr


def test_a_folder_with_names_in_another_encoding_is_read(auditor, case):
    (case / "export").mkdir()
    (case / "export" / "outbox.json").write_text("{}", encoding="utf-8")
    (case / "export" / os.fsdecode(b"caf\xe9.json")).touch()
    (case / "mandate.yml").write_text(MANDATE + "  - {path: export}\n", encoding="utf-8")
    auditor("vault", "create", "case", lines=[PASSPHRASE])
    out = auditor("audit", "case", "--quiet", lines=[PASSPHRASE])
    assert out.returncode in {0, 1}, out.stderr


@pytest.mark.parametrize("long", ["x" * 6_000, "correct horse\x85battery\u2028staple"])
def test_a_passphrase_is_taken_whole_or_refused(auditor, case, long):
    made = auditor("vault", "create", "case", lines=[long])
    if len(long) > 4_096:
        assert made.returncode == 2
    else:
        assert made.returncode == 0, made.stderr
        assert auditor("vault", "check", "case", lines=[long]).returncode == 0
        assert auditor("vault", "check", "case", lines=["correct horse"]).returncode == 2


def test_a_passphrase_is_never_an_argument(auditor, vaulted):
    for command in (("audit",), ("vault", "check"), ("purge",)):
        assert "--passphrase " not in auditor(*command, "--help").stdout.replace("-fd", "-fd:")
    assert auditor("vault", "create", "case", lines=[]).returncode == 2
    for number in ("99", "-1", "99999999999999"):
        out = auditor("vault", "check", "case", "--passphrase-fd", number)
        assert out.returncode == 2
        assert "--passphrase-fd" in out.stderr


def test_the_vault_is_looked_at_checked_and_rekeyed(auditor, vaulted):
    auditor("audit", "case", lines=[PASSPHRASE])
    status = auditor("vault", "status", "case")
    assert "argon2id" in status.stdout
    assert "given on" in status.stdout
    check = auditor("vault", "check", "case", lines=[PASSPHRASE])
    assert "sources 2" in check.stdout
    new = "encore quatre mots, pas les mêmes"
    assert auditor("vault", "passphrase", "case", lines=[PASSPHRASE, new]).returncode == 0
    assert auditor("vault", "check", "case", lines=[PASSPHRASE]).returncode == 2
    assert auditor("vault", "check", "case", lines=[new]).returncode == 0
    assert "no passphrase is kept" in auditor("vault", "lock", "case").stdout


def test_every_fault_of_a_vault_is_told_in_the_language_asked(auditor, vaulted):
    for name in ("key.json", "trail.jsonl"):
        (vaulted / "vault" / name).chmod(0o644)
    (vaulted / "vault" / "notes.txt").touch()
    out = auditor("vault", "check", "case", "--lang", "fr", lines=[PASSPHRASE])
    assert out.returncode == 2
    assert out.stderr.count("est ouvert à d’autres (mode 0644)") == 2
    assert "qui ne sont pas à lui" in out.stderr
    assert len(out.stderr.splitlines()) == 3


def test_judgements_go_in_and_come_out(auditor, case, tmp_path):
    rows = '- {left: "photos#owner", right: "club#nora-quellec", judgement: different}\n'
    (case / "judgements.yml").write_text(rows, encoding="utf-8")
    made = auditor("vault", "create", "case", lines=[PASSPHRASE])
    assert "judgements: 1" in made.stdout
    assert not (case / "judgements.yml").exists()
    out = auditor("vault", "judgements", "case", "--to", "mine.yml", lines=[PASSPHRASE])
    assert out.returncode == 0, out.stderr
    assert "club#nora-quellec" in (tmp_path / "mine.yml").read_text("utf-8")
    assert stat.S_IMODE((tmp_path / "mine.yml").stat().st_mode) == 0o600


def test_a_purge_says_what_went_and_what_cannot_be_promised(auditor, vaulted):
    auditor("audit", "case", lines=[PASSPHRASE])
    out = auditor("purge", "case", "--source", "photos", lines=[PASSPHRASE])
    assert out.returncode == 0, out.stderr
    assert "sources 1" in out.stdout
    assert "unreadable without the passphrase" in out.stdout
    assert "erased" not in out.stdout
    assert "footprint/photos.html" in out.stdout
    assert "club.html" not in out.stdout
    assert (vaulted / "footprint" / "photos.html").exists()
    out = auditor("purge", "case", "--all", "--own-files", lines=[PASSPHRASE])
    assert "sources 1" in out.stdout
    assert not list((vaulted / "footprint").iterdir())
    assert (vaulted / "consent.json").exists()
    assert "Nothing of it" in auditor("purge", "case", "--all", lines=[PASSPHRASE]).stdout


def test_a_source_that_nobody_knows_is_no_success(auditor, vaulted, case):
    auditor("audit", "case", lines=[PASSPHRASE])
    out = auditor("purge", "case", "--source", "fotos", lines=[PASSPHRASE])
    assert out.returncode == 2
    assert "check its name" in out.stderr


def test_own_files_are_removed_once_and_with_what_a_link_leads_to(auditor, vaulted):
    real = vaulted / "real"
    real.mkdir()
    (real / "page.html").write_text(PHOTOS, encoding="utf-8")
    (vaulted / "link").symlink_to(real)
    more = "".join(
        f"  - {{id: s{number}, path: {path}, shows: page, seen_by: anyone}}\n"
        for number, path in enumerate(("link", "real/page.html", "footprint/photos.html"))
    )
    (vaulted / "mandate.yml").write_text(MANDATE + more, encoding="utf-8")
    out = auditor("purge", "case", "--all", "--own-files", lines=[PASSPHRASE])
    assert out.returncode == 0, out.stderr
    assert not real.exists()
    assert not (vaulted / "link").is_symlink()
    assert not list((vaulted / "footprint").iterdir())
    assert (vaulted / "vault").is_dir()
    assert (vaulted / "mandate.yml").is_file()


@pytest.mark.parametrize("path", [".", "vault", "vault/vault.db", "mandate.yml", "consent.json"])
def test_the_case_itself_is_no_source(auditor, vaulted, path):
    more = f"  - {{id: it, path: {path}, shows: page, seen_by: anyone}}\n"
    (vaulted / "mandate.yml").write_text(MANDATE + more, encoding="utf-8")
    for command in (("audit", "case"), ("purge", "case", "--all", "--own-files")):
        out = auditor(*command, lines=[PASSPHRASE])
        assert out.returncode == 2
        assert "of the case itself" in out.stderr
    assert (vaulted / "vault" / "vault.db").is_file()


@pytest.mark.parametrize("text", [None, "auditor: 1\nsubject: ["])
def test_forgetting_needs_no_mandate(auditor, vaulted, text):
    auditor("audit", "case", lines=[PASSPHRASE])
    (vaulted / "mandate.yml").unlink()
    if text is not None:
        (vaulted / "mandate.yml").write_text(text, encoding="utf-8")
    assert auditor("purge", "case", "--source", "club", lines=[PASSPHRASE]).returncode == 0
    out = auditor("mandate", "withdraw", "case", lines=[PASSPHRASE])
    assert out.returncode == 0, out.stderr
    assert "sources 1" in out.stdout
    (vaulted / "mandate.yml").write_text(MANDATE, encoding="utf-8")
    assert "withdrawn" in auditor("audit", "case", lines=[PASSPHRASE]).stderr


def test_a_record_that_cannot_be_written_keeps_nothing_from_being_forgotten(auditor, vaulted):
    auditor("audit", "case", lines=[PASSPHRASE])
    (vaulted / "consent.json").rename(vaulted / "elsewhere.json")
    (vaulted / "consent.json").symlink_to("elsewhere.json")
    out = auditor("mandate", "withdraw", "case", lines=[PASSPHRASE])
    assert out.returncode == 2
    assert "sources 2" in out.stdout


def test_a_renewed_consent_is_recorded_at_the_next_audit(auditor, vaulted):
    renewed = MANDATE.replace("signed_on: 2026-01-05", "signed_on: 2026-02-05")
    (vaulted / "mandate.yml").write_text(renewed, encoding="utf-8")
    auditor("audit", "case", lines=[PASSPHRASE])
    record = json.loads((vaulted / "consent.json").read_text("utf-8"))
    assert record["signed_on"] == "2026-02-05"
    assert [each["state"] for each in record["events"]] == ["given", "given"]


@pytest.mark.parametrize("options", [(), ("--all", "--expired"), ("--source", "a", "--all")])
def test_a_purge_is_of_one_thing(auditor, vaulted, options):
    out = auditor("purge", "case", *options, lines=[PASSPHRASE])
    assert out.returncode == 2
    assert "say what to forget" in out.stderr


def test_nothing_expires_before_its_day(auditor, vaulted):
    auditor("audit", "case", lines=[PASSPHRASE])
    out = auditor("purge", "case", "--expired", lines=[PASSPHRASE])
    assert out.returncode == 0
    assert "holds until 2027-01-05" in out.stdout
    assert "sources 2" in auditor("vault", "check", "case", lines=[PASSPHRASE]).stdout


def test_what_outlived_its_mandate_is_forgotten(auditor, vaulted):
    auditor("audit", "case", lines=[PASSPHRASE])
    ended = MANDATE.replace("expires_on: 2027-01-05", "expires_on: 2026-02-05")
    (vaulted / "mandate.yml").write_text(ended, encoding="utf-8")
    out = auditor("audit", "case", lines=[PASSPHRASE])
    assert out.returncode == 2
    out = auditor("purge", "case", "--expired", lines=[PASSPHRASE])
    assert "sources 2" in out.stdout
    assert json.loads((vaulted / "consent.json").read_text())["events"][-1]["state"] == "expired"


def test_a_withdrawal_forgets_and_is_remembered(auditor, vaulted):
    auditor("audit", "case", lines=[PASSPHRASE])
    out = auditor("mandate", "withdraw", "case", "--lang", "fr", lines=[PASSPHRASE])
    assert out.returncode == 0, out.stderr
    assert "sources 2" in out.stdout
    assert "L’accord est retiré" in out.stdout
    for command in (("audit", "case"), ("mandate", "check", "case")):
        refused = auditor(*command)
        assert refused.returncode == 2
        assert "withdrawn on" in refused.stderr
    assert "withdrawn on" in auditor("vault", "status", "case").stdout


def test_a_lost_passphrase_keeps_nobody_from_withdrawing(auditor, vaulted):
    out = auditor("mandate", "withdraw", "case", lines=["not the passphrase"])
    assert out.returncode == 2
    assert "remove the folder vault/" in out.stdout
    assert auditor("audit", "case", lines=[PASSPHRASE]).returncode == 2
    out = auditor("purge", "case", "--expired", lines=[PASSPHRASE])
    assert out.returncode == 0, out.stderr


def test_a_case_without_a_vault_withdraws_as_well(auditor, case):
    (case / "judgements.yml").write_text("[]", encoding="utf-8")
    out = auditor("mandate", "withdraw", "case")
    assert out.returncode == 0, out.stderr
    assert not (case / "judgements.yml").exists()
    assert auditor("audit", "case").returncode == 2


def test_without_a_vault_an_audit_leaves_the_report_alone(auditor, case, tmp_path):
    before = sorted(case.rglob("*"))
    auditor("audit", "case")
    assert sorted(case.rglob("*")) == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["case", "report-case.html"]


@pytest.mark.parametrize("command", ["status", "check", "lock", "judgements", "passphrase"])
def test_a_case_without_a_vault_says_so(auditor, case, command):
    out = auditor(
        "vault", command, "case", lines=None if command in {"status", "lock"} else ["x", "y"]
    )
    assert out.returncode == 2
    assert "has no vault" in out.stderr
