"""The fictional cases: well formed, harmless, and true to the personas they come from."""

import re
import zipfile
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import TypeAdapter

from auditor.model.mandate import Mandate, Source
from auditor.model.network import Network
from auditor.model.redaction import Redaction
from auditor.model.visibility import Visibility
from auditor.report import result

SAMPLES = Path(__file__).parents[2] / "samples"
CASES = sorted(each.parent for each in SAMPLES.glob("*/mandate.yml"))
TOLD = sorted(each.parent for each in SAMPLES.glob("*/truth.yml"))
CARDS = sorted(SAMPLES.glob("*/networks/*.yml"))
JOINING = set("discreet hops ines maika marc-l namesakes rachel tastes trail".split())
MISSING_ON_PURPOSE = {"broken/footprint/missing.html"}

VOCABULARIES = {"schema.org", "ogp.me", "www.w3.org"}
"""Names of vocabularies: written as addresses, never fetched."""
LOOPBACK = {"localhost", "127.0.0.1", "[::1]"}
HOST = re.compile(r"https?://([^/\s\"'<>{}?#]+)|(?<=\w)@([a-z0-9.-]+\.[a-z]{2,})\b", re.IGNORECASE)
"""The host of an address or of a mailbox; ``@name`` alone is a handle."""
PHONES = (
    re.compile(r"(?<!\d)(?:\+33 ?|0)[1-9](?:[ .-]?\d{2}){4}(?!\d)"),
    re.compile(r"(?<!\d)(?:\+44 ?|0)7\d{3}[ -]?\d{3}[ -]?\d{3}(?!\d)"),
    re.compile(r"(?<!\d)\(?[2-9]\d{2}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)"),
)
RESERVED_PHONE = re.compile(r"(?:\+33|0)63998|(?:\+44|0)7700900|\d{3}55501\d\d$")
"""Kept for fiction: by ARCEP, by Ofcom, in North America."""


def loaded(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def source_id(source: dict[str, Any]) -> str:
    return source.get("id") or Path(source["path"]).stem


def sources(case: Path) -> dict[str, dict[str, Any]]:
    return {source_id(each): each for each in loaded(case / "mandate.yml")["sources"]}


def texts(path: Path) -> list[str]:
    """What the file says; every member of a zip that opens without a password."""
    raw = [path.read_bytes()]
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            raw += [archive.read(each) for each in archive.infolist() if not each.flag_bits & 1]
    return [each.decode("utf-8", errors="replace") for each in raw]


def named_sources(truth: dict[str, Any]) -> set[str]:
    """Every source that some line of the ground truth refers to."""
    found = {each["id"] for each in truth["sources"]} | {each["source"] for each in truth["facts"]}
    records = [each["record"] for each in truth["decoys"]]
    for pair in truth["joins"] + truth["must_not_join"]:
        records += [pair[side] for side in ("left", "right") if side in pair]
        records += pair.get("from", [])
        found |= {pair["source"]} if "source" in pair else set()
    return found | {each.split("#")[0] for each in records}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
class TestEveryCase:
    def test_is_fictional_and_signed_for_years(self, case):
        mandate = loaded(case / "mandate.yml")
        assert mandate["fictional"] is True
        assert str(mandate["signed_on"]) == "2026-01-05"
        assert str(mandate["expires_on"]) == "2031-01-05"

    def test_uses_only_words_of_the_mandate(self, case):
        mandate = loaded(case / "mandate.yml")
        assert set(mandate) - {"auditor"} <= {each.name for each in fields(Mandate)}
        for source in mandate["sources"]:
            assert set(source) <= {each.name for each in fields(Source)}

    def test_names_each_source_once_and_each_is_there(self, case):
        listed = loaded(case / "mandate.yml")["sources"]
        assert len(sources(case)) == len(listed)
        absent = {
            f"{case.name}/{each['path']}" for each in listed if not (case / each["path"]).exists()
        }
        assert absent <= MISSING_ON_PURPOSE

    def test_leaves_no_page_out_of_its_mandate(self, case):
        listed = {each["path"] for each in loaded(case / "mandate.yml")["sources"]}
        there = {str(each.relative_to(case)) for each in (case / "footprint").iterdir()}
        assert there <= listed

    def test_has_a_card_for_each_network_it_names(self, case):
        cards = {each.stem for each in (case / "networks").glob("*.yml")}
        assert {each["network"] for each in sources(case).values() if "network" in each} == cards

    def test_says_how_to_run_it(self, case):
        readme = (case / "README.md").read_text(encoding="utf-8")
        assert f"auditor audit samples/{case.name}" in readme
        assert "**FR.**" in readme
        assert "**EN.**" in readme


@pytest.mark.parametrize("card", CARDS, ids=lambda card: f"{card.parents[1].name}-{card.stem}")
def test_a_card_is_a_network_and_says_that_it_is_fictional(card):
    network = TypeAdapter(Network).validate_python(loaded(card))
    assert set(loaded(card)) <= {each.name for each in fields(Network)}
    assert network.id == card.stem
    assert "fictional" in network.name["en"]
    assert "fictif" in network.name["fr"]
    assert network.indexed is not None
    assert "fictional" in network.indexed.source


@pytest.mark.parametrize(
    "path",
    sorted(each for each in SAMPLES.rglob("*") if each.is_file()),
    ids=lambda path: str(path.relative_to(SAMPLES)),
)
def test_a_sample_can_reach_and_ring_nobody(path):
    for text in texts(path):
        for match in HOST.finditer(text):
            host = (match[1] or match[2]).lower()
            assert host.endswith(".example") or host in VOCABULARIES | LOOPBACK
        for match in (each for form in PHONES for each in form.finditer(text)):
            assert RESERVED_PHONE.match(re.sub(r"[ .()-]", "", match[0]))


@pytest.mark.parametrize("case", TOLD, ids=lambda case: case.name)
class TestEveryTruth:
    def test_speaks_of_the_sources_of_the_mandate(self, case):
        truth = loaded(case / "truth.yml")
        assert {each["id"] for each in truth["sources"]} == set(sources(case))
        assert named_sources(truth) <= set(sources(case))

    def test_uses_the_names_of_the_visibilities(self, case):
        truth = loaded(case / "truth.yml")
        for each in truth["sources"] + truth["facts"]:
            assert Visibility(each["visibility"]).level is not None

    def test_never_asks_to_join_what_it_forbids(self, case):
        truth = loaded(case / "truth.yml")
        group: dict[str, set[str]] = {}
        for join in truth["joins"]:
            if join["kind"] == "same":
                merged = {join["left"], join["right"]}
                merged |= group.get(join["left"], set()) | group.get(join["right"], set())
                group.update(dict.fromkeys(merged, merged))
        for pair in truth["must_not_join"]:
            assert pair["right"] not in group.get(pair["left"], set())

    def test_names_people_as_the_page_writes_them(self, case):
        truth = loaded(case / "truth.yml")
        where = sources(case)
        pairs = truth["joins"] + truth["must_not_join"]
        records = [pair[side] for pair in pairs for side in ("left", "right") if side in pair]
        for record in records + [each["record"] for each in truth["decoys"]]:
            source, _, name = record.partition("#")
            if name != "owner":
                raw = (case / where[source]["path"]).read_bytes()
                assert name in raw.decode("utf-8-sig")


def test_every_case_that_is_about_joining_says_what_is_so():
    assert {case.name for case in CASES} == {*JOINING, "broken", "partout"}
    assert {case.name for case in CASES} - {case.name for case in TOLD} <= {"broken", "partout"}


def test_the_broken_files_are_broken_and_small():
    folder = SAMPLES / "broken" / "footprint"
    assert max(each.stat().st_size for each in folder.iterdir()) <= 250_000
    assert (folder / "empty.html").stat().st_size == 0
    assert not zipfile.is_zipfile(folder / "linkedin.zip")
    assert not zipfile.is_zipfile(folder / "instagram.zip")
    with zipfile.ZipFile(folder / "macosx-only.zip") as archive:
        assert all(each.startswith("__MACOSX/") for each in archive.namelist())
    with zipfile.ZipFile(folder / "encrypted.zip") as archive:
        assert archive.infolist()[0].flag_bits & 1
    with pytest.raises(UnicodeDecodeError):
        (folder / "wrong-charset.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["marc-l", "namesakes", "rachel", "maika"])
def test_a_result_to_share_names_nobody_even_in_its_ids(report, name):
    found = report(name)
    text = result.render(found, language="fr", redact=Redaction.ALL).decode()
    named = {each.id.partition("#")[2] for each in found.records} - {"owner"}
    assert named
    assert not [each for each in named if f"#{each}" in text or f"-{each}" in text]
