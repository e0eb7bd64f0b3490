"""What the samples' reports say, word for word; `pytest --snapshot-update` after a change one has read."""

from datetime import UTC, datetime

import pytest

from auditor import kits, pipeline
from auditor.report import terminal
from auditor.report.redact import Redaction
from auditor.resources.folders import folder

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", ["marc-l", "namesakes", "discreet", "broken"])
def test_the_summary_of_a_sample(snapshot, name, language):
    case = folder("samples") / name
    mandate, kit = kits.for_case(case, NOW.date())
    report = pipeline.audit(mandate, kit, case=case, now=NOW, language=language)
    assert terminal.summary(report, language=language, redact=Redaction.OTHERS) == snapshot


def test_the_portrait_of_the_founding_case(snapshot):
    case = folder("samples") / "marc-l"
    mandate, kit = kits.for_case(case, NOW.date())
    report = pipeline.audit(mandate, kit, case=case, now=NOW)
    told = {
        viewer.value: [
            (step.record if "#" in step.record else "inferred", step.bits, step.quotes)
            for step in view.portrait.steps
        ]
        for viewer, view in report.views.items()
    }
    assert told == snapshot
