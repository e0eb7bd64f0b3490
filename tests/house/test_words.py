"""Every comparison level that can be reached has its own sentence in the report."""

import pytest
import yaml

from auditor.report.levels import SENTENCES
from auditor.resources.folders import folder

WEIGHTS = yaml.safe_load((folder("rules") / "linking.yml").read_text(encoding="utf-8"))
LEVELS = [(name, level) for name, levels in WEIGHTS["comparisons"].items() for level in levels]


@pytest.mark.parametrize("level", LEVELS, ids=" ".join)
def test_a_level_has_its_sentence(level):
    assert level in SENTENCES
