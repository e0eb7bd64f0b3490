"""`auditor rules check`, and a pack of one's own in a case."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.command import run

ROOT = Path(__file__).parents[2]
CASE = ROOT / "tests" / "data" / "rules" / "numbers"
RULE = """\
id: acme.readable-iban
code: ACME-01
dial: safety
title: {en: An account number of our members, fr: Un numéro de compte de nos membres}
status: test
severity: 4
date: 2026-01-01
checked_on: 2026-11-01
description: {en: Someone could use it., fr: Quelqu’un pourrait s’en servir.}
advice: {en: [Take it down.], fr: [Retirez-le.]}
audience: [fraudster]
references: [https://acme.example/]
needs: {kind: bank_account, visible_to: members}
examples:
  fires: [[{kind: bank_account, visibility: members}]]
  silent: [[{kind: bank_account, visibility: contacts}], [{kind: bank_name}]]
"""


@pytest.fixture
def case(tmp_path):
    """A case, with a pack of its own."""
    shutil.copytree(CASE, tmp_path / "case")
    pack = tmp_path / "case" / "rules" / "acme"
    pack.mkdir(parents=True)
    (pack / "readable-iban.yml").write_text(RULE, encoding="utf-8")
    return tmp_path / "case"


def change(case, old, new):
    path = case / "rules" / "acme" / "readable-iban.yml"
    assert old in RULE
    path.write_text(RULE.replace(old, new), encoding="utf-8")


def test_a_pack_of_a_case_is_asked_moves_its_dial_and_speaks_in_the_report(case):
    out = run(case.parent, "audit", case, "--format", "json", "--to", "-", "--viewer", "member")
    assert out.returncode == 1
    view = json.loads(out.stdout)["views"]["member"]
    assert [each["code"] for each in view["findings"]] == ["ACME-01", "F-24"]
    assert view["dials"]["safety"]["value"] > 0
    run(case.parent, "audit", case, "--quiet", "--viewer", "member", "--to", "r.html")
    page = (case.parent / "r.html").read_text(encoding="utf-8")
    assert "Un numéro de compte de nos membres" in page


def test_a_broken_pack_of_a_case_stops_the_audit_with_its_line_and_writes_nothing(case):
    change(case, "severity: 4", "severity: 9")
    out = run(case.parent, "audit", case, "--to", "r.html")
    assert (out.returncode, (case.parent / "r.html").exists()) == (2, False)
    assert "acme/readable-iban.yml:6: severity: not 1 to 5" in out.stderr


def test_a_pack_is_checked_where_it_stands(case):
    out = run(case, "rules", "check", "rules")
    assert (out.returncode, out.stdout) == (0, "1 ✓\n")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("visibility: members}]]", "visibility: contacts}]]", "example 1 of fires does not hold"),
        ("[{kind: bank_name}]]", "[{kind: bank_account}]]", "example 2 of silent does not hold"),
        ("code: ACME-01", "code: F-03", "code: F-03 is taken by fraud/sim-swap.yml"),
        ("code: ACME-01\ndial: safety", "code: ACME-01", "dial: no dial has these letters"),
        ("references: [https://acme.example/]", "references: []", "references: none"),
        ("bank_account, visible_to", "bank_acount, visible_to", "unknown kind bank_acount"),
    ],
)
def test_what_is_wrong_with_a_pack_is_told(case, old, new, told):
    change(case, old, new)
    out = run(case, "rules", "check", "rules")
    assert (out.returncode, out.stdout) == (2, "")
    assert told in out.stderr


@pytest.mark.parametrize(("strict", "code"), [((), 0), (("--strict",), 1)])
def test_an_old_rule_is_a_warning(case, strict, code):
    change(case, "checked_on: 2026-11-01", "checked_on: 2020-11-01")
    out = run(case, "rules", "check", "rules", *strict)
    assert out.returncode == code
    assert "acme.readable-iban: last checked on 2020-11-01" in out.stderr


def test_a_whole_set_of_rules_stands_alone(tmp_path):
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    assert run(tmp_path, "rules", "check", "rules").stdout == "73 ✓\n"
