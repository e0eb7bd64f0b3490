"""`auditor letters`: files that can be sent, or one line that says why there are none."""

import json
import shutil
import stat

import pytest

from auditor.resources.folders import folder
from tests.cli.command import run

SAMPLES = folder("samples")


@pytest.fixture(scope="module")
def rachel(tmp_path_factory):
    """Her case, and the result of its audit."""
    place = tmp_path_factory.mktemp("rachel")
    shutil.copytree(SAMPLES / "rachel", place / "rachel")
    out = run(
        place, "audit", "rachel", "--format", "json", "--lang", "en", "--quiet", "--to", "r.json"
    )
    assert out.returncode == 1
    return place


def written(place):
    return {each.name: each.read_text("utf-8") for each in sorted(place.iterdir())}


def test_a_result_and_its_case_give_the_same_letters(rachel):
    one = run(rachel, "letters", "rachel", "--lang", "en", "--to", "of-case")
    two = run(rachel, "letters", "r.json", "--case", "rachel", "--to", "of-result")
    assert (one.returncode, two.returncode) == (0, 0)
    found = written(rachel / "of-case")
    assert found == written(rachel / "of-result")
    assert len(found) % 3 == 0 < len(found)
    for text in found.values():
        assert "Rachel Okwuosa-Hale" in text
        assert "UK GDPR" in text
        assert "the Information Commissioner (ICO)" in " ".join(text.split())
    assert f"Letters written to of-case: {len(found)}" in one.stdout
    assert "change nothing alone" in one.stdout


def test_without_the_case_the_networks_that_only_it_knows_are_written_to_all_the_same(rachel):
    out = run(rachel, "letters", "r.json", "--lang", "en", "--to", "bare")
    assert out.returncode == 0
    assert any("The operator of pro" in text for text in written(rachel / "bare").values())


def test_they_are_readable_to_their_owner_alone(rachel):
    run(rachel, "letters", "r.json", "--quiet", "--to", "private")
    for each in (rachel / "private", *(rachel / "private").iterdir()):
        assert not stat.S_IMODE(each.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO)


def test_a_letter_that_may_be_filled_in_is_never_written_over(rachel):
    run(rachel, "letters", "r.json", "--quiet", "--to", "filled")
    first = min((rachel / "filled").iterdir())
    first.write_text("filled in", encoding="utf-8")
    out = run(rachel, "letters", "r.json", "--quiet", "--to", "filled")
    assert out.returncode == 2
    assert "is there already" in out.stderr
    assert len(out.stderr.splitlines()) == 1
    assert first.read_text("utf-8") == "filled in"


def test_nobody_at_risk_has_nothing_to_write(tmp_path):
    shutil.copytree(SAMPLES / "discreet", tmp_path / "discreet")
    out = run(tmp_path, "letters", "discreet", "--lang", "en", "--to", "none")
    assert out.returncode == 0
    assert "No letter to write" in out.stdout
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("content", "to", "said"),
    [
        (b"{}", "out", "no result that this version reads"),
        (b"not json", "out", "is not JSON"),
        (None, "out", "cannot be read"),
        (b"{}", "bad.json", "is a file; name a folder"),
        (b"{}", "no/such/folder", "no result that this version reads"),
    ],
)
def test_what_cannot_be_done_is_one_line(tmp_path, content, to, said):
    if content is not None:
        (tmp_path / "bad.json").write_bytes(content)
    out = run(tmp_path, "letters", "bad.json", "--lang", "en", "--to", to)
    assert out.returncode == 2
    assert said in out.stderr
    assert len(out.stderr.splitlines()) == 1


def test_a_folder_that_cannot_be_made_is_one_line(rachel):
    out = run(rachel, "letters", "r.json", "--lang", "en", "--to", "/proc/self/letters")
    assert out.returncode == 2
    assert "cannot be made" in out.stderr


def test_advice_stands_in_the_result_and_leaves_the_exit_code(tmp_path):
    """The same case with and without its one declared mark: what differs is the advice alone."""
    results = {}
    for name, declared in (("without", ""), ("with", "declared: {looking_for_work: true}\n")):
        case = tmp_path / name
        shutil.copytree(SAMPLES / "discreet", case)
        mandate = case / "mandate.yml"
        mandate.write_text(mandate.read_text("utf-8") + declared, encoding="utf-8")
        out = run(tmp_path, "audit", name, "--format", "json", "--quiet", "--to", f"{name}.json")
        assert out.returncode == 0
        results[name] = json.loads((tmp_path / f"{name}.json").read_text("utf-8"))
        results[name].pop("made_at")
    assert results["without"].pop("counsel") == []
    assert [each["code"] for each in results["with"].pop("counsel")] == ["E-13"]
    assert results["with"] == results["without"]
