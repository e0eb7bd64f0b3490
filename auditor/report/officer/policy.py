"""The draft of an employer's rule on what its recruiters look at, written for a place, on one page."""

from collections.abc import Sequence

from auditor.model.screening_rule import Place, PlaceCard, ScreeningRule
from auditor.report.officer import leaf
from auditor.report.officer.draft import Subject
from auditor.report.officer.leaf import Form


def render(
    place: Place,
    card: PlaceCard,
    rules: Sequence[ScreeningRule],
    *,
    language: str,
    employer: str = "",
    form: Form = Form.HTML,
) -> bytes:
    """The draft, with blanks in [brackets] for the employer to fill.

    Raises:
        PackError: its texts cannot be used.
    """
    subject = Subject(place=place, card=card, rules=rules, employer=employer)
    return leaf.render("policy", subject, language=language, form=form)
