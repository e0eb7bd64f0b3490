"""Rules whose sources nobody has read again for long: told of, never refused.

A date that passes breaks nothing: the rule is as right or as wrong as the day before. So an audit says
nothing of it, and `auditor rules check` warns.
"""

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path

from auditor.model.rule import Rule
from auditor.model.text import Text, say
from auditor.resources.limits import numbers

FILE = "checking.yml"


def limit(folder: Path) -> datetime.timedelta:
    """How long a rule stands before its sources are to be read again.

    Raises:
        PackError: the file cannot be used.
    """
    return datetime.timedelta(days=numbers(folder / FILE, ["checked_days"])["checked_days"])


def aged(rules: Iterable[Rule], today: datetime.date, most: datetime.timedelta) -> Iterator[Text]:
    """Every rule checked too long ago, or on a day that has not come, in order."""
    for rule in rules:
        if rule.checked_on > today:
            yield say(
                "%(rule)s: checked_on is %(day)s, a day to come; write the day the sources were read",
                rule=rule.id,
                day=rule.checked_on,
            )
        elif today - rule.checked_on > most:
            yield say(
                "%(rule)s: last checked on %(day)s, over %(days)s days ago; read its sources again, then "
                "change checked_on",
                rule=rule.id,
                day=rule.checked_on,
                days=most.days,
            )
