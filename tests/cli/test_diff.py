"""`auditor diff`: two results, or two dates of a vault, as their user compares them."""

import json
import re
import shutil
from datetime import UTC, datetime, timedelta

import jsonschema
import pytest

from auditor import kits, pipeline
from auditor.model.redaction import Redaction
from auditor.report.reread import LARGEST
from auditor.report.result import render
from auditor.report.result_schema import diff_schema
from auditor.resources.folders import folder
from auditor.store.vault import door
from tests.cli.command import run
from tests.store.conftest import MANDATE, PASSPHRASE, cheapen, laid

SAMPLES = folder("samples")
CANARY = "Zélie Canarivane"
FORMS = ("text", "html", "md", "json")
ENOUGH = 512_000_000
"""Bytes of memory in which any refusal must fit."""


def flat(text):
    """The text without its line breaks."""
    return re.sub(r"\s+", " ", text)


def employer(result):
    """The dial of an employer who asks a search engine."""
    plain = json.loads(result.read_text("utf-8"))
    return plain["views"]["search"]["dials"]["employer"]["value"]


@pytest.fixture(scope="module")
def marc(tmp_path_factory):
    """Marc L*** as he was, masked and bare; the ad left out and the photos closed; a page damaged."""
    place = tmp_path_factory.mktemp("marc")
    for name in ("before", "after", "damaged"):
        shutil.copytree(SAMPLES / "marc-l", place / name)
    mandate = place / "after" / "mandate.yml"
    rows = [each for each in mandate.read_text("utf-8").splitlines() if "{id: p1f," not in each]
    rows = [
        each.replace("seen_by: indexed", "seen_by: contacts") if "{id: p1a," in each else each
        for each in rows
    ]
    mandate.write_text("\n".join(rows), encoding="utf-8")
    (place / "damaged" / "footprint" / "p1f.html").write_bytes(b"")
    form = ("--format", "json", "--quiet", "--to")
    for name, *to in (
        ("before", "before.json"),
        ("before", "bare.json", "--redact", "none"),
        ("after", "after.json"),
        ("damaged", "damaged.json"),
    ):
        out = run(place, "audit", name, *form, *to)
        assert out.returncode in {0, 1}, out.stderr
    return place


def test_a_result_does_not_differ_from_itself(marc):
    out = run(marc, "diff", "before.json", "before.json", "--lang", "en")
    assert out.returncode == 0, out.stderr
    assert "Nothing changed." in out.stdout


def test_what_got_better_comes_first_then_the_rest(marc):
    out = run(marc, "diff", "before.json", "after.json", "--lang", "en")
    assert out.returncode == 1, out.stderr
    places = [out.stdout.index(f"\n{each}\n") for each in ("Settled", "Changed", "Sources")]
    assert places == sorted(places)
    text = flat(out.stdout)
    assert "Four places and times are enough (moderate) – for every viewer" in text
    assert "settled only if what the mandate names no more is truly gone" in text
    assert "annonces: no longer in the mandate, nor what it showed (13 facts)" in text
    assert "now seen by your contacts instead of anyone, through a search engine" in text
    old, new = (employer(marc / each) for each in ("before.json", "after.json"))
    assert old > new
    assert re.search(rf"A search engine +Employer {old} → {new}", text)


def test_the_way_back_is_new_and_exits_1_too(marc):
    out = run(marc, "diff", "after.json", "before.json", "--lang", "en")
    assert out.returncode == 1
    assert "\nNew\n" in out.stdout
    assert "annonces: new in the mandate (13 facts)" in flat(out.stdout)
    old, new = (employer(marc / each) for each in ("before.json", "after.json"))
    assert f"Employer {new} → {old}" in flat(out.stdout)
    assert "Settled\n  – Four places" not in out.stdout


def test_a_source_that_failed_has_not_disappeared(marc):
    out = run(marc, "diff", "before.json", "damaged.json", "--format", "json")
    plain = json.loads(out.stdout)
    assert out.returncode == 1
    of_ad = {each["became"] for each in plain["facts"] if each["source"] == "p1f"}
    assert of_ad == {"uncompared"}
    (source,) = (each for each in plain["sources"] if each["id"] == "p1f")
    assert (source["status_before"], source["status_after"]) == ("read", "failed")
    phone = {each["became"] for each in plain["findings"] if each["code"] == "F-03"}
    assert phone == {"uncompared"}
    text = run(marc, "diff", "before.json", "damaged.json", "--lang", "en").stdout
    assert "annonces: read before, not read now; left aside: 13 facts" in flat(text)


def test_the_json_form_keeps_to_its_schema_and_is_private(marc, tmp_path):
    to = tmp_path / "diff.json"
    out = run(marc, "diff", "before.json", "after.json", "--format", "json", "--to", to)
    assert (out.returncode, out.stdout, out.stderr) == (1, "", "")
    plain = json.loads(to.read_text("utf-8"))
    jsonschema.Draft202012Validator(diff_schema()).validate(plain)
    assert to.stat().st_mode & 0o077 == 0
    assert plain["changed"]
    assert plain["masked"]
    gone = [each for each in plain["facts"] if each["source"] == "p1f"]
    assert gone
    assert all(each["became"] == "disappeared" and each["with_source"] for each in gone)


def test_the_language_is_that_of_the_later_result(marc):
    french = run(marc, "diff", "before.json", "after.json")
    assert "26" in french.stdout or "novembre" in french.stdout
    assert "Quatre lieux et heures suffisent" in french.stdout


def test_nobody_but_the_subject_is_named(marc):
    for pair in (("bare.json", "after.json"), ("after.json", "bare.json")):
        for form in FORMS:
            out = run(marc, "diff", *pair, "--format", form)
            assert out.returncode == 1
            assert "Tréhardel" in out.stdout
            assert not re.search(
                r"Hélène|Maëlle|Marchand|Tanneurs", re.sub("#[a-z-]*", "", out.stdout)
            )


def test_what_one_masks_and_the_other_does_not_is_the_same(marc):
    """Nothing but the mask differs."""
    out = run(marc, "diff", "bare.json", "before.json", "--lang", "en")
    assert out.returncode == 0, out.stdout
    assert "compared by their initials" in flat(out.stdout)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_two_languages_of_one_audit_say_the_same(marc, tmp_path, language):
    other = json.loads((marc / "before.json").read_text("utf-8")) | {"language": "en"}
    (tmp_path / "english.json").write_text(json.dumps(other), encoding="utf-8")
    out = run(tmp_path, "diff", marc / "before.json", "english.json", "--lang", language)
    assert out.returncode == 0, out.stdout


def test_a_result_of_another_version_is_compared_and_said_to_be_one(marc, good, tmp_path):
    """Keys that this version does not know are passed over; those that came later may be missing."""
    plain = json.loads(good)
    plain = {key: plain[key] for key in plain if key not in {"advice", "progress", "counsel"}}
    plain |= {"auditor": "0.0.9", "a_key_of_theirs": [1]}
    (tmp_path / "old.json").write_text(json.dumps(plain), encoding="utf-8")
    for form in ("text", "html", "md"):
        out = run(
            tmp_path, "diff", "old.json", marc / "before.json", "--lang", "en", "--format", form
        )
        assert out.returncode == 0, out.stderr
        assert "it may see more, or less" in flat(out.stdout)


def test_a_result_with_every_name_masked_is_refused(marc, tmp_path):
    masked = ("--redact", "all", "--format", "json", "--quiet", "--to", tmp_path / "masked.json")
    run(marc, "audit", "after", *masked)
    out = run(tmp_path, "diff", "masked.json", marc / "after.json")
    assert out.returncode == 2
    assert len(out.stderr.splitlines()) == 1
    assert "--redact all" in out.stderr


def test_the_page_shows_both_in_two_columns_and_loads_nothing(marc, tmp_path):
    to = tmp_path / "diff.html"
    out = run(
        marc, "diff", "before.json", "after.json", "--lang", "en", "--format", "html", "--to", to
    )
    assert (out.returncode, out.stdout, out.stderr) == (1, "", "")
    page = to.read_text("utf-8")
    assert to.stat().st_mode & 0o077 == 0
    assert "default-src &#39;none&#39;" in page
    assert "<script" not in page
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    rows = [flat(each) for each in re.findall(r"<tr>.*?</tr>", page, re.DOTALL)]
    (source,) = (each for each in rows if "annonces" in each and "not in the mandate" in each)
    assert source.index("read · anyone, through a search engine") < source.index(
        "not in the mandate"
    )
    dials = [each for each in rows if re.search(r">Employer<.*>A search engine<", each)]
    shown = [[int(one) for one in re.findall(r">(\d+) \(", each)] for each in dials]
    assert shown == [[employer(marc / each) for each in ("before.json", "after.json")]]


def test_markdown_holds_the_same_rows(marc):
    out = run(marc, "diff", "before.json", "after.json", "--lang", "en", "--format", "md")
    assert out.returncode == 1
    old, new = (employer(marc / each) for each in ("before.json", "after.json"))
    row = rf"\| Employer – A search engine \| {old} \\\([A-E]\\\) \| {new} \\\([A-E]\\\) \|"
    assert re.search(row, out.stdout)
    assert all(each.count(" | ") == 2 for each in out.stdout.splitlines() if each.startswith("| "))


# Two dates of a vault.

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
DAYS = tuple((NOW + timedelta(days=each)).date() for each in (0, 1))


def audited(case, now):
    mandate, kit = kits.for_case(case, now.date())
    with door.opened(case, PASSPHRASE, now=now) as vault:
        report = pipeline.audit(mandate, kit, case=case, now=now, keep=vault)
        made = render(report, language="fr", redact=Redaction.NONE)
        vault.finished(now, report.counts, lambda: made)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A case whose page no longer says the town on the second day."""
    place = tmp_path_factory.mktemp("kept")
    case = laid(place / "case", MANDATE.replace("2027-01-05", "2096-01-05"))
    door.create(case, PASSPHRASE, now=NOW)
    cheapen(case)
    audited(case, NOW)
    page = case / "footprint" / "photos.html"
    page.write_text(page.read_text("utf-8").replace("Nantes", "…"), encoding="utf-8")
    audited(case, NOW + timedelta(days=1))
    return place


@pytest.mark.parametrize(
    "arguments",
    [
        ("case",),
        ("case", "case"),
        (f"case@{DAYS[0]}",),
        (f"case@{DAYS[0]}", "case"),
        (f"case@{DAYS[0]}", f"case@{DAYS[1]}"),
        ("case", f"case@{DAYS[1]}"),
        (f"case@{DAYS[0]}", "case@2090-01-01"),
    ],
)
def test_two_dates_of_a_vault(kept, arguments):
    out = run(kept, "diff", *arguments, "--lang", "en", lines=[PASSPHRASE])
    assert out.returncode == 1, out.stderr
    assert out.stdout.startswith("Nora Quellec – November 24, 2026 → November 25, 2026")
    assert "\nSettled\n" in out.stdout
    assert "Nantes" in out.stdout


def test_a_vault_and_a_file(kept, tmp_path):
    mandate, kit = kits.for_case(kept / "case", NOW.date())
    report = pipeline.audit(mandate, kit, case=kept / "case", now=NOW)
    (tmp_path / "now.json").write_bytes(render(report, language="fr", redact=Redaction.OTHERS))
    out = run(kept, "diff", "case", tmp_path / "now.json", lines=[PASSPHRASE])
    assert out.returncode == 0, out.stdout + out.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ("case@2026-11-23", "case"),
            "no result of 2026-11-23 or before; its first is of 2026-11-24",
        ),
        ((f"case@{DAYS[0]}", "case@yesterday"), "after @ stands a day"),
        (("case@2026-02-30",), "after @ stands a day"),
        (("case@",), "after @ stands a day"),
        (("case", f"case@{DAYS[0]}"), "keeps no earlier result"),
        (("nowhere@2026-11-24", "case"), "cannot be read (FileNotFoundError)"),
        (("case/mandate.yml@2026-11-24", "case"), "a day goes with the folder of a case"),
        (("case/mandate.yml",), "name two results, or the case"),
        (("case/footprint", "case"), "the case has no vault"),
        (("case", "case", "--to", "case/vault/diff.txt"), "belongs to the case"),
        (("case", "case", "--to", "case/footprint/photos.html"), "belongs to the case"),
        (("case", "case", "--to", "nowhere/diff.txt"), "diff.txt cannot be written"),
    ],
)
def test_a_date_that_is_none_and_a_case_without_results_are_one_line(kept, arguments, says):
    out = run(kept, "diff", *arguments, lines=[PASSPHRASE])
    assert out.returncode == 2
    assert len(out.stderr.splitlines()) == 1
    assert says in out.stderr
    assert out.stdout == ""


def test_a_vault_is_not_opened_without_its_passphrase_nor_after_a_withdrawal(kept, tmp_path):
    wrong = run(kept, "diff", "case", lines=["another passphrase"])
    assert wrong.returncode == 2
    assert "does not open the vault" in wrong.stderr
    shutil.copytree(kept / "case", tmp_path / "case")
    shutil.copytree(tmp_path / "case" / "vault", tmp_path / "copy")
    run(tmp_path, "mandate", "withdraw", "case", lines=[PASSPHRASE])
    shutil.rmtree(tmp_path / "case" / "vault", ignore_errors=True)
    (tmp_path / "copy").rename(tmp_path / "case" / "vault")
    out = run(tmp_path, "diff", "case", lines=[PASSPHRASE])
    assert out.returncode == 2
    assert "the consent was withdrawn" in out.stderr


def test_a_vault_with_no_result_says_so(tmp_path):
    case = laid(tmp_path / "case", MANDATE.replace("2027-01-05", "2096-01-05"))
    door.create(case, PASSPHRASE, now=NOW)
    cheapen(case)
    out = run(tmp_path, "diff", "case", lines=[PASSPHRASE])
    assert out.returncode == 2
    assert "keeps no result yet" in out.stderr


# What is no result.


@pytest.fixture
def good(marc):
    return (marc / "before.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is not JSON"),
        (f"{CANARY} is no JSON".encode(), "is not JSON"),
        (f'{{"{CANARY}": "{CANARY}"}}'.encode(), "no result that this version reads"),
        (b"[" * 5_000_000, "no result that this version reads"),
        (b'{"later": ' + b'{"a":' * 3_000_000, "is not JSON"),
        (f'{{"auditor": "1", "made_at": "{CANARY}"}}'.encode(), "(at $.made_at)"),
        (b'{"auditor": "\xc3\x28"}', "is not JSON"),
        (None, "larger than 64 MB"),
    ],
)
def test_what_is_no_result_is_one_line_without_a_word_of_it(marc, tmp_path, data, says):
    path = tmp_path / "new.json"
    if data is None:
        with path.open("wb") as file:
            file.truncate(4 * LARGEST)
    else:
        path.write_bytes(data)
    for pair in ((marc / "before.json", path), (path, marc / "before.json")):
        out = run(tmp_path, "diff", *pair, memory=ENOUGH)
        assert out.returncode == 2, out.stdout
        assert len(out.stderr.splitlines()) == 1
        assert says in out.stderr
        assert "Canarivane" not in out.stderr
        assert out.stdout == ""


def test_another_person_is_refused_and_not_named(marc, good, tmp_path):
    (tmp_path / "other.json").write_text(good.replace("Loïc Tréhardel", CANARY), encoding="utf-8")
    out = run(tmp_path, "diff", marc / "before.json", "other.json", "--lang", "en")
    assert out.returncode == 2
    assert "not about the same person" in out.stderr
    assert "Canarivane" not in out.stderr + out.stdout
    assert "Tréhardel" not in out.stderr + out.stdout


def test_a_result_says_whatever_it_likes_and_nothing_breaks(marc, good, tmp_path):
    """A language that is none, a rule nobody knows, a severity beyond the words, signs that turn lines."""
    plain = json.loads(good)
    plain["language"] = "../../etc"
    plain["auditor"] = "9\u202e\x1b[31m"
    for view in plain["views"].values():
        for each in view["findings"]:
            each["rule"], each["severity"] = "no.such\u202erule", 99
    plain["facts"][0]["kind"] = "no_such_kind\x1b[31m"
    plain["facts"][0]["source"] = "nowhere<img src=x>"
    plain["facts"][1]["quote"] = plain["facts"][1]["value"] = (
        "|<img src=x onerror=1>[a](//b.example)"
    )
    (tmp_path / "odd.json").write_text(json.dumps(plain), encoding="utf-8")
    for pair in ((marc / "before.json", "odd.json"), ("odd.json", marc / "before.json")):
        for form in FORMS:
            out = run(tmp_path, "diff", *pair, "--format", form)
            assert out.returncode == 1, out.stderr
            assert "\x1b" not in out.stdout
            assert form in {"text", "json"} or not re.search(r"(?<!\\)<img", out.stdout)
            assert "\u202e" not in out.stdout or form == "json"


def test_a_result_is_not_written_over(marc, tmp_path):
    shutil.copy(marc / "before.json", tmp_path / "old.json")
    before = (tmp_path / "old.json").read_bytes()
    out = run(tmp_path, "diff", "old.json", marc / "after.json", "--to", "old.json")
    assert out.returncode == 2
    assert "is one of the two results" in out.stderr
    assert (tmp_path / "old.json").read_bytes() == before
