"""The result for other programs."""

import json
from dataclasses import replace

import jsonschema
import pytest

from auditor.model.mandate import Account
from auditor.report.redact import Redaction
from auditor.report.result import render
from auditor.report.result_schema import schema
from auditor.resources.folders import folder

KEYS = [
    "auditor", "made_at", "language", "progress", "mandate", "sources", "failures", "records", "facts",
    "views", "advice", "fixes", "unknown_visibility", "counsel", "without_protected",
]  # fmt: skip


def result(report, language="en", mode=Redaction.NONE):
    return json.loads(render(report, language=language, redact=mode))


def test_the_published_schema_is_the_one_made_from_the_classes():
    published = (folder("reports") / "result.schema.json").read_text("utf-8")
    assert json.loads(published) == schema(), "write schema() to reports/result.schema.json again"


@pytest.mark.parametrize("mode", list(Redaction))
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_result_keeps_to_the_schema(report, language, mode):
    jsonschema.Draft202012Validator(schema()).validate(result(report, language, mode))


def test_a_key_that_the_schema_does_not_name_is_refused(report):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema()).validate({**result(report), "extra": 1})


def test_the_keys_come_in_one_order_and_twice_the_same(report):
    assert list(result(report)) == KEYS
    one, other = (render(report, language="fr", redact=Redaction.OTHERS) for _ in range(2))
    assert one == other


def test_views_are_keyed_by_viewer_and_dials_are_five(report):
    views = result(report)["views"]
    assert set(views) == {
        "search", "anyone", "member", "recruiter", "friend_of_friend", "contact", "me",
    }  # fmt: skip
    assert list(views["search"]["dials"]) == [
        "employer", "fraud", "safety", "people", "linkability",
    ]  # fmt: skip


def test_a_step_is_a_record_or_a_fact(report):
    join, inference = result(report)["views"]["member"]["portrait"]["steps"]
    assert (join["record"], join["fact"]) == ("p2#loic-t", None)
    assert (inference["record"], inference["fact"]) == (None, "made-1")


def test_a_level_leads_to_facts_or_to_a_feature(report):
    levels = result(report)["views"]["member"]["links"][0]["levels"]
    assert (levels[0]["left"], levels[0]["right"]) == ("f1", "f3")
    assert levels[1]["left"] == {
        "record": "p1#owner",
        "feature": "scene",
        "value": "Nantes 2008-05",
    }


def test_sentences_are_in_the_language_and_dates_are_iso(report):
    found = result(report, "fr")
    assert found["failures"][0]["reason"] == "the archive is empty"
    assert found["advice"][0]["steps"][0] == "Demandez un code à votre opérateur."
    assert found["made_at"] == "2026-11-24T12:00:00+00:00"
    assert found["unknown_visibility"][0]["fact"] == "f9"


def test_broken_characters_survive_as_escapes(report):
    odd = replace(report.facts[0], quote="a\udc80b\u202e")
    data = render(
        replace(report, facts=(odd, *report.facts[1:])), language="fr", redact=Redaction.NONE
    )
    assert json.loads(data)["facts"][0]["quote"] == "a\udc80b\u202e"


def test_accounts_without_a_proof_are_named_where_one_is_needed(report):
    accounts = (Account(id="words:loic"),)
    real = replace(report, mandate=replace(report.mandate, accounts=accounts, fictional=False))
    assert result(real)["mandate"]["unproved"] == ["words:loic"]
    fictional = replace(real, mandate=replace(real.mandate, fictional=True))
    assert result(fictional)["mandate"]["unproved"] == []
