"""assess/aging.py"""

from datetime import date, timedelta

import pytest

from auditor.assess.aging import aged, limit
from auditor.errors import PackError
from auditor.model.rule import Need

TODAY = date(2027, 3, 1)
YEAR = timedelta(days=365)


@pytest.mark.parametrize(
    ("checked_on", "told"),
    [
        (TODAY, None),
        (TODAY - YEAR, None),
        (TODAY - YEAR - timedelta(days=1), "last checked on 2026-02-28, over 365 days ago"),
        (TODAY + timedelta(days=1), "checked_on is 2027-03-02, a day to come"),
    ],
)
def test_a_rule_is_told_of_when_its_day_is_too_far(rule, checked_on, told):
    made = rule(Need(kind="employer"), checked_on=checked_on)
    found = [str(each) for each in aged([made], TODAY, YEAR)]
    assert len(found) == (told is not None)
    assert not told or (found[0].startswith("fraud.made: ") and told in found[0])


def test_the_limit_has_a_source(rules_folder):
    assert limit(rules_folder) == YEAR


def test_a_file_without_the_limit_is_refused(tmp_path):
    (tmp_path / "checking.yml").write_text("limits: {}\n", encoding="utf-8")
    with pytest.raises(PackError, match="checked_days"):
        limit(tmp_path)
