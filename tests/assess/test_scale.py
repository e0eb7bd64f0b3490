"""assess/scale.py"""

import pytest

from auditor.assess.scale import scale
from auditor.errors import PackError
from auditor.model.viewer import Viewer

GOOD = {
    "floor": "{value: 0.3, source: s}",
    "weights": "{1: {value: 0.02, source: s}, 2: {value: 0.05, source: s}, 3: {value: 0.1, source: s},"
    " 4: {value: 0.18, source: s}, 5: {value: 0.3, source: s}}",
    "grades": "{value: {A: 0, B: 10}, source: s}",
    "viewers": "{"
    + ", ".join(f"{each}: {{value: 1, source: s}}" for each in Viewer if each.counts)
    + "}",
}


@pytest.mark.parametrize(
    ("value", "letter"),
    [(0, "A"), (9, "A"), (10, "B"), (44, "C"), (64, "D"), (65, "E"), (100, "E")],
)
def test_a_letter_begins_at_its_threshold(shipped_scale, value, letter):
    assert shipped_scale.grade(value) == letter


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("floor", "{value: 0, source: s}", "above 0"),
        ("weights", "{1: {value: 0.02, source: s}}", "each severity"),
        ("weights", GOOD["weights"].replace("0.18", "0.09"), "rising"),
        ("grades", "{value: {A: 5, B: 10}, source: s}", "begin at 0"),
        ("grades", "{value: {A: 0, B: 10, C: 10}, source: s}", "rise"),
        ("grades", "{value: {A: 0, B: 10}}", "source: missing"),
        ("viewers", "{anyone: {value: 1, source: s}}", "each stranger"),
    ],
)
def test_numbers_out_of_order_are_refused(tmp_path, name, value, said):
    lines = {**GOOD, name: value}
    text = "\n".join(f"{key}: {each}" for key, each in lines.items())
    (tmp_path / "dials.yml").write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=said):
        scale(tmp_path)
