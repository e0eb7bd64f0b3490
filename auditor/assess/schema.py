"""The JSON Schema of a rule file, made from the class that reads it."""

from typing import Any

from auditor.assess.review import AUDIENCES, CODE, LANGUAGES, STATUSES
from auditor.assess.scale import SEVERITIES
from auditor.model.rule import Rule
from auditor.resources.read import adapter

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of `rules/<pack>/<name>.yml`, for editors that complete and check."""
    made = adapter(Rule).json_schema()
    properties = made["properties"] if "properties" in made else made["$defs"]["Rule"]["properties"]
    properties["code"]["pattern"] = CODE
    properties["severity"] |= {"minimum": min(SEVERITIES), "maximum": max(SEVERITIES)}
    properties["status"]["enum"] = list(STATUSES)
    properties["audience"]["items"]["enum"] = list(AUDIENCES)
    for name in ("title", "description", "advice"):
        properties[name]["required"] = list(LANGUAGES)
    for name in ("audience", "references"):
        properties[name]["minItems"] = 1
    return {"$schema": DIALECT, **made, "title": "A rule of Auditor"}
