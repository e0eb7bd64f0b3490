"""The house rules no linter knows."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from auditor.link.comparisons import COMPARISONS
from auditor.resources.folders import folder

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "auditor").rglob("*.py"))
LONGEST = 250
HEAVY = {
    "spacy",
    "duckdb",
    "pandas",
    "splink",
    "numpy",
    "bs4",
    "requests",
    "jinja2",
    "pydantic",
    "babel",
    "msgspec",
    "apsw",
    "cryptography",
    "dns",
    "keyring",
    "PIL",
    "pypdf",
    "warcio",
    "lxml",
}
FORBIDDEN = {"utils", "util", "misc", "helpers", "common", "core", "base"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_fits_on_a_few_screens_and_says_what_it_is(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST
    assert ast.get_docstring(ast.parse(text))
    assert path.stem not in FORBIDDEN


def test_help_loads_no_engine():
    code = "import sys; sys.argv = ['auditor', '--help']\n"
    code += "from auditor.cli import main\n"
    code += "try: main()\nexcept SystemExit: pass\nprint('MODULES', *sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(out.stdout.partition("MODULES")[2].split())
    assert not HEAVY & loaded


def test_every_weight_says_where_it_comes_from():
    text = yaml.safe_load((folder("rules") / "linking.yml").read_text(encoding="utf-8"))
    for levels in text["comparisons"].values():
        assert all(level["source"] for level in levels.values())


def test_every_comparison_has_its_levels_and_explains_itself():
    text = yaml.safe_load((folder("rules") / "linking.yml").read_text(encoding="utf-8"))
    assert set(text["comparisons"]) == set(COMPARISONS)
    for compare in COMPARISONS.values():
        assert 0 < len((compare.__doc__ or "").splitlines()[0]) <= 90


def test_every_recognizer_has_a_confidence_with_its_source():
    from auditor.extract.recognizers import RECOGNIZERS

    text = yaml.safe_load((folder("rules") / "recognizers.yml").read_text(encoding="utf-8"))
    assert set(RECOGNIZERS) <= set(text["confidence"])
    assert all(0 < each["value"] <= 1 and each["source"] for each in text["confidence"].values())
