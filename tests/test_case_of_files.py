"""A case of pictures, documents and a web archive: from the files to the facts of the report."""

from datetime import UTC, datetime

import pytest

from auditor import kits, pipeline
from auditor.model.report import Status
from auditor.model.viewer import Viewer
from auditor.report.lookup import lookup
from tests.collect.media.files import NANTES, photo, saved, scene, word
from tests.collect.warc.archives import packed, page, response

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
MANDATE = """\
auditor: 1
subject: {name: Loïc Tréhardel, languages: [fr]}
purpose: self-audit
language: fr
signed_on: 2026-01-05
expires_on: 2027-01-05
fictional: true
accounts: [{id: "photos:loic_tr"}]
sources:
  - {id: album, path: photos, owner: "photos:loic_tr", seen_by: anyone}
  - {id: cv, path: cv.docx, seen_by: anyone}
  - {id: web, path: web.warc.gz, owner: "site0:gwen", seen_by: anyone}
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    case = tmp_path_factory.mktemp("case")
    (case / "mandate.yml").write_text(MANDATE, encoding="utf-8")
    (case / "photos").mkdir()
    tags = {0x010F: "Canon", 0x0110: "Canon EOS 80D", 0x013B: "Loïc Tréhardel"}
    (case / "photos" / "1.jpg").write_bytes(photo(1, main=tags, gps=NANTES))
    (case / "photos" / "2.jpg").write_bytes(photo(2, main=tags)[:-3000])
    (case / "cv.docx").write_bytes(word())
    kept = [
        response(f"https://site{each}.example/", page(name, "Une page."))
        for each, name in enumerate(("Gwen Hamon", "Yann Bréval"))
    ]
    (case / "web.warc.gz").write_bytes(packed(*kept))
    mandate, kit = kits.for_case(case, NOW.date())
    return pipeline.audit(mandate, kit, case=case, now=NOW, viewers=(Viewer.ANYONE, Viewer.ME))


def test_every_source_is_read(report):
    assert {each.id: (each.status, each.records > 0) for each in report.sources} == {
        "album": (Status.READ, True),
        "cv": (Status.PARTLY, True),
        "web": (Status.READ, True),
    }
    assert [each.source for each in report.failures] == ["cv"]


@pytest.mark.parametrize(
    ("record", "kind", "value"),
    [
        ("album#owner", "geotag", "Nantes"),
        ("album#owner", "exif_device", "Canon EOS 80D"),
        ("album#owner", "full_name", "Loïc Tréhardel"),
        ("cv#owner", "full_name", "Odile Kermadec"),
        ("cv#owner", "employer", "Atelier Quai Sud"),
        ("cv#yann-breval", "full_name", "Yann Bréval"),
        ("web#owner", "full_name", "Gwen Hamon"),
        ("web~2#owner", "full_name", "Yann Bréval"),
    ],
)
def test_what_the_files_say_becomes_facts(report, record, kind, value):
    assert (kind, value) in {(f.kind, f.value) for f in report.facts if f.record == record}


def test_coordinates_and_a_camera_are_a_finding(report):
    found = {each.rule for each in report.views[Viewer.ANYONE].findings}
    assert "safety.coordinates-in-pictures" in found


def test_the_owner_that_the_mandate_names_is_the_first_pages(report):
    accounts = {each.id: each.account for each in report.records}
    assert (accounts["web#owner"], accounts["web~2#owner"]) == ("site0:gwen", None)


def test_the_pages_of_an_archive_are_named_after_it(report):
    assert "web.warc.gz" in lookup(report, "fr").source("web~2")


def test_the_same_picture_on_two_accounts_is_a_clue(tmp_path):
    sources = "".join(
        f'  - {{id: {name}, path: {name}.jpg, owner: "{name}:x", seen_by: anyone}}\n'
        for name in ("one", "two", "three")
    )
    head = MANDATE.partition("accounts:")[0]
    (tmp_path / "mandate.yml").write_text(f"{head}sources:\n{sources}", encoding="utf-8")
    (tmp_path / "one.jpg").write_bytes(saved(scene(1)))
    (tmp_path / "two.jpg").write_bytes(saved(scene(1).resize((320, 240)), quality=50))
    (tmp_path / "three.jpg").write_bytes(saved(scene(2)))
    mandate, kit = kits.for_case(tmp_path, NOW.date())
    report = pipeline.audit(mandate, kit, case=tmp_path, now=NOW, viewers=(Viewer.ANYONE,))
    shown = {each.record for each in report.facts if each.kind == "picture"}
    assert shown == {"one#owner", "two#owner"}
