"""Whose names a report shows."""

from dataclasses import replace

import pytest

from auditor.model.fact import About, Fact
from auditor.report.redact import Redaction, redact, subjects_records
from auditor.report.result import render


def of(report, key) -> Fact:
    return next(fact for fact in report.facts if fact.id == key)


@pytest.mark.parametrize(
    ("mode", "key", "value", "quote"),
    [
        ("none", "f6", "hélène marchand", "Hélène Marchand"),
        ("others", "f6", "h… m…", "H… M…"),
        ("others", "f7", "H…", "avec H… au phare"),
        ("others", "f8", "…", "…"),
        ("others", "f1", "loïc tréhardel", "Loïc Tréhardel"),
        ("others", "f5", "+33639984127", "06 39 98 41 27"),
        ("all", "f1", "l… t…", "L… T…"),
        ("all", "f5", "+…", "…"),
    ],
)
def test_facts_are_masked_as_asked(report, mode, key, value, quote):
    ids = {fact.id: at for at, fact in enumerate(report.facts)}
    fact = redact(report, Redaction(mode)).facts[ids[key]]
    assert (fact.value, fact.quote) == (value, quote)


def test_by_default_no_name_of_others_is_left(report):
    text = render(report, language="fr", redact=Redaction.OTHERS).decode()
    for name in ("Hélène", "hélène", "Marchand", "marchand", "lnmarch", "Tanneurs"):
        assert name not in text
    assert "Loïc Tréhardel" in text


def test_with_all_the_subject_is_masked_too_even_in_ids(report):
    text = render(report, language="fr", redact=Redaction.ALL).decode()
    for name in ("Loïc", "loic", "Tréhardel", "trehardel", "Hélène", "loic-t", "9984127"):
        assert name not in text


def test_ids_stay_unless_all_is_masked(report):
    kept = redact(report, Redaction.OTHERS)
    assert [each.id for each in kept.records] == [each.id for each in report.records]
    assert [each.id for each in kept.facts] == [each.id for each in report.facts]


def test_links_still_lead_to_records_when_all_is_masked(report):
    masked = redact(report, Redaction.ALL)
    records = {each.id for each in masked.records}
    for view in masked.views.values():
        assert {side for link in view.links for side in (link.left, link.right)} <= records
        assert {each for one in view.identities for each in one.records} <= records


def test_a_namesake_keeps_the_name_that_is_also_the_subjects(report):
    assert redact(report, Redaction.OTHERS).records[3].label == "Loïc Tréhardel"


def test_rules_and_kinds_are_never_touched(report):
    odd = replace(report.records[1], label="Someone")
    masked = redact(replace(report, records=(odd, *report.records[1:])), Redaction.OTHERS)
    assert masked.rules is report.rules
    assert masked.kinds is report.kinds


def test_nothing_is_masked_when_nothing_is_asked(report):
    assert redact(report, Redaction.NONE) is report


def test_the_subjects_records_are_those_of_any_view(report):
    assert subjects_records(report) == {"p1#owner", "p2#loic-t"}


@pytest.mark.parametrize("kind", ["phone_mobile", "national_id", "bank_account", "vehicle_plate"])
def test_what_reaches_somebody_else_is_masked_in_the_subjects_own_words_too(report, kind):
    number = replace(
        of(report, "f5"), id="n1", kind=kind, value="0199001234", quote="01 99 00 12 34"
    )
    facts = (
        number,
        replace(number, id="n2", about=About.OTHER, value="0199005678", quote="01 99 00 56 78"),
    )
    kept, masked = redact(replace(report, facts=facts), Redaction.OTHERS).facts
    assert (kept.value, masked.value) == ("0199001234", "…")


def test_the_subjects_own_number_stays_where_a_post_seems_to_speak_of_another(report):
    twice = replace(of(report, "f5"), id="n2", about=About.OTHER)
    kept = redact(replace(report, facts=(*report.facts, twice)), Redaction.OTHERS).facts
    assert kept[-1].value == "+33639984127"
