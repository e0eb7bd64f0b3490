"""Which cases a room may be shown: fictional ones whose truth is known, and no other."""

import shutil

import pytest

from auditor.errors import AuditorError, MandateError, PackError
from auditor.resources.folders import folder
from auditor.workshop.cases import case, cases, playable
from tests.audited import NOW
from tests.workshop.played import played


@pytest.fixture
def copied(tmp_path):
    """A copy of a sample that may be spoilt."""
    return shutil.copytree(folder("samples") / "trail", tmp_path / "trail")


def spoil(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_samples_with_a_truth_can_be_played():
    assert {"marc-l", "ines", "rachel", "maika", "namesakes"} <= set(playable())
    assert not {"broken", "partout", "discreet"} & set(playable())


def test_a_sample_is_found_by_its_name_and_a_folder_by_its_path(copied):
    first, second = cases(["trail", str(copied)], now=NOW)
    assert (first.name, second.name) == ("trail", "trail-2")
    assert first.mandate == second.mandate
    assert first.folder != second.folder


def test_a_case_named_twice_is_played_once():
    assert len(cases(["trail", "trail"], now=NOW)) == 1


def test_a_name_that_is_not_there_is_answered_with_those_that_are(tmp_path):
    with pytest.raises(MandateError) as refused:
        cases(["marcl"], now=NOW)
    assert "marcl" in str(refused.value)
    assert "marc-l" in str(refused.value)
    with pytest.raises(MandateError, match=r"mandate\.yml"):
        cases([str(tmp_path)], now=NOW)


def test_a_case_that_joins_nothing_is_refused_before_anybody_audits():
    with pytest.raises(MandateError, match="discreet"):
        cases(["discreet"], now=NOW)
    assert len(cases(["discreet", "trail"], now=NOW)) == 2


def test_nobody_real_is_shown(copied):
    spoil(copied / "mandate.yml", "fictional: true", "fictional: false")
    with pytest.raises(AuditorError) as refused:
        case(copied, now=NOW)
    assert "fictional" in str(refused.value)
    assert "Annick" not in str(refused.value)


def test_without_a_truth_there_is_no_game(copied):
    (copied / "truth.yml").unlink()
    with pytest.raises(MandateError, match=r"truth\.yml"):
        case(copied, now=NOW)


def test_a_broken_truth_is_refused(copied):
    spoil(copied / "truth.yml", "kind: unresolved", "kind: perhaps")
    with pytest.raises(PackError, match=r"truth\.yml"):
        case(copied, now=NOW)


@pytest.mark.parametrize("name", ["broken", "partout"])
def test_samples_without_a_truth_are_refused(name):
    with pytest.raises(MandateError):
        cases([name], now=NOW)


@pytest.mark.parametrize(("text", "title"), [
    ("# Une infirmière\n\ntexte", "Une infirmière"),
    ("texte d'abord\n# Puis un titre\n", "Puis un titre"),
    ("rien", "trail"),
    ("", "trail"),
])  # fmt: skip
def test_the_title_is_the_readme_heading(copied, text, title):
    (copied / "README.md").write_text(text, encoding="utf-8")
    assert case(copied, now=NOW).title == title


def test_a_readme_that_is_no_text_gives_the_name(copied):
    (copied / "README.md").write_bytes(b"\xff\xfe\x00\x80")
    assert case(copied, now=NOW).title == "trail"


def test_a_case_is_audited_once_and_shows_its_sources():
    found = played("trail")
    assert found.audit() is found.audit()
    assert found.report is found.audit().report
    assert set(found.audit().shown) == {each.id for each in found.mandate.sources}
