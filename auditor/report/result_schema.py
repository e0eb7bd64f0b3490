"""The JSON Schema of the result, made from the classes that hold it.

Published as `reports/result.schema.json`; a test keeps the two equal.
"""

from typing import Any

from auditor.report.result_shape import Result
from auditor.resources.read import adapter


def schema() -> dict[str, Any]:
    """The schema of a JSON result (draft 2020-12); keys it does not name are refused."""
    made: dict[str, Any] = adapter(Result).json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://auditor.example/schemas/result.schema.json",
        **made,
    }
