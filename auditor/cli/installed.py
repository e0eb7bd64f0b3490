"""What a result does not hold: the rules, kinds and networks its words come from, as installed here."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.model.report import Report


def worded(report: "Report", case: Path | None = None) -> "Report":
    """The report with them, and with the cards of networks that only its case knows.

    Raises:
        PackError: one of them cannot be used.
    """
    from auditor.assess import advice
    from auditor.assess.kinds import kinds
    from auditor.assess.load import load
    from auditor.collect.cards import cards
    from auditor.resources.folders import folder

    rules = folder("rules")
    return replace(
        report,
        rules={each.id: each for each in load(rules)},
        kinds=(known := kinds(rules)),
        networks=cards(rules / "networks", case),
        known_advice={each.id: each for each in advice.load(rules, known)},
    )
