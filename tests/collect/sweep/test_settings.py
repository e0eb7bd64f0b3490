"""The bounds of a sweep: each with its source."""

import pytest
import yaml

from auditor.collect.sweep.settings import habits, settings
from auditor.errors import PackError
from auditor.resources.folders import folder

WRITTEN = yaml.safe_load((folder("rules") / "sweep.yml").read_text(encoding="utf-8"))


def test_every_bound_says_where_it_comes_from():
    assert all(each["source"] for each in WRITTEN["limits"].values())
    assert WRITTEN["challenges"]["source"]
    assert WRITTEN["detours"]["source"]


def test_a_given_time_takes_the_place_of_ours():
    assert settings().within(3.0).timeout == 3.0
    assert settings().within(None) == settings()


@pytest.mark.parametrize("without", ["limits", "challenges", "detours"])
def test_a_part_that_lacks_is_named(tmp_path, without):
    path = tmp_path / "sweep.yml"
    rest = {name: part for name, part in WRITTEN.items() if name != without}
    path.write_text(yaml.safe_dump(rest), encoding="utf-8")
    with pytest.raises(PackError, match=r"sweep\.yml"):
        settings(path)


def test_a_habit_that_lacks_is_named(tmp_path):
    path = tmp_path / "sweep.yml"
    path.write_text("variants: {orders: {}}", encoding="utf-8")
    with pytest.raises(PackError, match=r"sweep\.yml"):
        habits(path)
