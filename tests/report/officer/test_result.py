"""The JSON of a check, as programs rely on it."""

import json
from dataclasses import replace

import jsonschema
import pytest

from auditor.report.officer import result
from auditor.report.officer.trend import decoded
from auditor.resources.folders import folder
from tests.report.officer.checks import broken, clean, hostile, small

FORMATS = {
    "": {"place", "on", "looks", "rules", "missing", "unreadable", "purge", "keep"},
    "rules": {"rule", "code", "severity", "looks", "candidates", "why", "do", "by"},
    "missing": {"code", "table", "column", "rows"},
    "unreadable": {"row", "why"},
    "purge": {"candidate", "post", "since"},
}
"""Keys that are written down for whoever reads a result."""


def read(found, language="en"):
    return json.loads(result.render(found, language=language))


@pytest.mark.parametrize("make", [small, clean, hostile])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_keeps_to_its_schema(make, language):
    jsonschema.Draft202012Validator(result.schema()).validate(read(make(), language))


def test_the_schema_refuses_what_is_not_named():
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(result.schema()).validate(read(small()) | {"novelty": 1})


def test_the_published_schema_is_that_of_the_classes():
    path = folder("reports") / "screening.schema.json"
    assert json.loads(path.read_text(encoding="utf-8")) == result.schema()


def test_the_keys_that_are_written_down_are_there():
    data = read(small())
    assert FORMATS[""] <= data.keys()
    for name in ("rules", "missing", "unreadable", "purge"):
        for each in data[name]:
            assert FORMATS[name] <= each.keys()


def test_rows_are_of_the_table_that_the_rule_is_about():
    by_code = {each["code"]: each for each in read(small())["rules"]}
    assert by_code["H-01"]["looks"] == [2, 3, 4, 5, 9, 12, 20, 21]
    assert by_code["H-06"]["looks"] == []
    assert by_code["H-06"]["candidate_rows"] == [7, 15]
    assert by_code["H-15"]["rows"] == 1


def test_texts_are_in_the_language_asked_for():
    french, english = (read(small(), each)["rules"][0] for each in ("fr", "en"))
    assert french["title"] == "Candidat non informé au préalable"
    assert english["do"][2] == "Stop until this is done"
    assert french["why"] != english["why"]


def test_rows_stand_on_one_line_and_mean_the_same():
    found = replace(small(), employer='[\n  1,\n  2\n] "C1"')
    text = result.render(found, language="en")
    assert b'"looks": [2, 3, 4, 5, 9, 12, 20, 21],' in text
    assert b'"candidates": ["C2", "C3",' in text
    assert json.loads(text)["employer"] == found.employer


def test_half_a_sign_is_its_number():
    found = replace(
        hostile(), employer="Quai\ud800", broken=(broken("H-01", [2], posts={"a\udfff": 1}),)
    )
    data = read(found)
    assert data["employer"] == "Quai\\ud800"
    assert data["rules"][0]["posts"] == {"a\\udfff": 1}


def test_it_can_be_read_again():
    again = decoded(result.render(small(), language="fr"), file="x.json")
    assert (again.place, again.looks, again.candidates) == ("FR", 48, 23)
    assert [each.code for each in again.rules] == [each.rule.code for each in small().broken]


def test_it_is_the_same_each_time():
    assert result.render(small(), language="fr") == result.render(small(), language="fr")
