"""Every level of every comparison has its sentence."""

import yaml

from auditor.report.levels import SENTENCES, sentence
from auditor.resources.folders import folder


def test_every_weighted_level_has_a_sentence():
    weights = yaml.safe_load((folder("rules") / "linking.yml").read_text("utf-8"))
    levels = {(name, level) for name, each in weights["comparisons"].items() for level in each}
    assert sorted(levels - set(SENTENCES)) == []


def test_a_comparison_of_another_package_still_reads_well():
    assert str(sentence("shoe_size", "nearly_same", 2.0)) == "they agree in shoe size (nearly same)"
    assert str(sentence("shoe_size", "far", -2.0)) == "they differ in shoe size (far)"
