"""assess/load.py"""

import json
import shutil

import jsonschema
import pytest

from auditor.assess.load import load, load_rule, own, schema
from auditor.errors import PackError

GOOD = """\
id: fraud.made
code: F-90
title: {en: Title, fr: Titre}
status: test
severity: 3
date: 2026-01-01
checked_on: 2026-01-01
description: {en: Someone could., fr: Quelqu’un pourrait.}
advice: {en: [Do.], fr: [Faites.]}
audience: [fraudster]
references: [https://source.example/]
needs:
  all:
    - {kind: employer, visible_to: members}
examples:
  fires: [[{kind: employer}]]
  silent: [[{kind: school}]]
"""


@pytest.fixture
def pack(tmp_path, rules_folder):
    """Writes rule files of the pack `fraud` beside our vocabulary."""
    shutil.copy(rules_folder / "facts.yml", tmp_path)
    (tmp_path / "fraud").mkdir()

    def write(**files):
        for name, text in files.items():
            (tmp_path / "fraud" / f"{name}.yml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def refusal(folder) -> list[str]:
    with pytest.raises(PackError) as caught:
        load(folder)
    return str(caught.value).splitlines()


def test_a_good_rule_is_read(pack):
    (rule,) = load(pack(made=GOOD))
    assert (rule.id, rule.dial, rule.needs.all[0].kind) == ("fraud.made", "fraud", "employer")
    assert load_rule(pack() / "fraud" / "made.yml") == rule


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("id: fraud.made", "id: fraud.other", "1: id: not the path of the file; write fraud.made"),
        ("code: F-90", "code: f90", "2: code: not capitals, a hyphen and two digits"),
        ("code: F-90", "code: X-90", "2: dial: no dial has these letters; name one of employer"),
        ("status: test", "status: test\ndial: money", "5: dial: choose one of employer, fraud"),
        (
            "status: test",
            "status: test\ndial: safety",
            "5: dial: the code says fraud; leave it out",
        ),
        ("title: {en: Title, fr: Titre}", "title: {en: Title}", "3: title: no text in fr"),
        ("status: test", "status: done", "4: status: choose one of"),
        ("severity: 3", "severity: 6", "5: severity: not 1 to 5"),
        ("severity: 3", "severity: high", "5: severity: input should be a valid integer"),
        ("severity: 3", "severty: 3", "5: severty: unknown key; did you mean severity?"),
        ("fr: Quelqu’un pourrait.", 'fr: " "', "8: description: no text in fr"),
        ("en: [Do.], fr: [Faites.]", "fr: [Faites.]", "9: advice: no steps in en"),
        ("audience: [fraudster]", "audience: [martian]", "10: audience: choose among"),
        ("references: [https://source.example/]", "references: []", "11: references: none"),
        ("kind: employer, visible", "kind: emploier, visible", "14: needs.all.0: unknown kind"),
        ("{kind: employer, visible_to: members}", "{}", "14: needs.all.0: no condition"),
        (
            "{kind: employer, visible_to: members}",
            "{kind: employer, any: [{kind: school}]}",
            "14: needs.all.0: kind and any; give exactly one",
        ),
        (
            "{kind: employer, visible_to: members}",
            "{any: [{kind: school}], count: 2}",
            "14: needs.all.0: count and visible_to stand beside a kind",
        ),
        ("members}", "members, count: 0}", "14: needs.all.0: count: at least 1"),
        ("visible_to: members}", "visible_to: unknown}", "14: needs.all.0: visible_to: unknown"),
        ("visible_to: members}", "visible_to: me}", "14: needs.all.0: visible_to: me keeps nobody"),
        (
            "kind: employer, visible_to: members}",
            "kind: sms_2fa, visible_to: members}",
            "14: needs.all.0: visible_to: sms_2fa is declared and never seen",
        ),
        (
            "visible_to: members}",
            "visible_to: members}\n    - none: [{kind: employer}]",
            "15: needs.all.1.none.0: is asked for beside it, and both never hold",
        ),
        (
            "visible_to: members}",
            "visible_to: members}\n    - {kind: employer}",
            "15: needs.all.1: holds wherever another of `all` does",
        ),
        (
            "{kind: employer, visible_to: members}",
            "any: [{kind: employer}, {kind: employer, visible_to: members}]",
            "14: needs.all.0.any.1: never adds to another of `any`",
        ),
        ("{kind: employer, visible_to: members}", "{none: [{kind: school}]}", "12: needs: fires"),
        ("  fires: [[{kind: employer}]]", "  fires: []", "16: examples.fires: none"),
        ("silent: [[{kind: school}]]", "silent: [[{kind: scool}]]", "17: examples.silent: unknown"),
        ("  all:", "  all: [", "not valid YAML"),
    ],
)
def test_a_fault_is_named_with_its_line(pack, old, new, fault):
    assert old in GOOD
    lines = refusal(pack(made=GOOD.replace(old, new)))
    assert any(line.startswith("fraud/made.yml:") and fault in line for line in lines), lines


def test_a_missing_part_is_named(pack):
    text = GOOD.replace("references: [https://source.example/]\n", "")
    assert refusal(pack(made=text)) == ["fraud/made.yml:1: references: missing; add it"]


def test_every_fault_of_every_file_comes_at_once(pack):
    lines = refusal(
        pack(
            made=GOOD.replace("severity: 3", "severity: 9").replace("code: F-90", "code: Q"),
            other=GOOD.replace("fraud.made", "fraud.other").replace("[Do.]", "[]"),
            third="a: [",
        )
    )
    assert [line.split(": ")[0] for line in lines] == [
        "fraud/made.yml:2",
        "fraud/made.yml:5",
        "fraud/other.yml:9",
        "fraud/third.yml:2",
    ]


def test_a_code_is_given_once(pack):
    (line,) = refusal(pack(made=GOOD, other=GOOD.replace("fraud.made", "fraud.other")))
    assert line == "fraud/other.yml:2: code: F-90 is taken by fraud/made.yml; choose another"


def test_an_id_is_given_once(pack):
    lines = refusal(pack(made=GOOD, other=GOOD.replace("F-90", "F-91")))
    assert lines == [
        "fraud/other.yml:1: id: not the path of the file; write fraud.other",
        "fraud/other.yml:1: id: fraud.made is taken by fraud/made.yml; choose another",
    ]


def test_cards_of_networks_are_no_rules(pack):
    folder = pack(made=GOOD)
    (folder / "networks").mkdir()
    (folder / "networks" / "photos.yml").write_text("id: photos\n", encoding="utf-8")
    assert len(load(folder)) == 1


def test_another_pack_names_its_dial(pack):
    (rule,) = load(pack(made=GOOD.replace("code: F-90", "code: ACME-01\ndial: safety")))
    assert (rule.code, rule.dial) == ("ACME-01", "safety")


def test_packs_of_others_stand_beside_ours(pack, tmp_path, rules_folder):
    theirs = pack(made=GOOD)
    found = load(rules_folder, beside=(theirs,))
    assert {rule.id for rule in found} > {"fraud.made", "fraud.sim-swap"}
    assert len(found) == len(load(rules_folder)) + 1


def test_no_rule_takes_the_place_of_another_in_a_folder_beside(pack, rules_folder):
    theirs = pack(**{"sim-swap": GOOD.replace("fraud.made", "fraud.sim-swap")})
    with pytest.raises(PackError, match=r"id: fraud\.sim-swap is taken by fraud/sim-swap\.yml"):
        load(rules_folder, beside=(theirs,))


@pytest.mark.parametrize("case", [None, "nowhere"])
def test_a_case_without_packs_adds_none(case, tmp_path, rules_folder):
    assert load(rules_folder, beside=own(case and tmp_path / case)) == load(rules_folder)


def test_a_pack_of_ones_own_may_use_our_vocabulary(pack, vocabulary):
    folder = pack(made=GOOD)
    (folder / "facts.yml").unlink()
    assert len(load(folder, vocabulary)) == 1


def test_the_shipped_schema_is_in_step(rules_folder):
    shipped = json.loads((rules_folder / "schema.json").read_text(encoding="utf-8"))
    assert shipped == schema()
    jsonschema.Draft202012Validator.check_schema(shipped)
