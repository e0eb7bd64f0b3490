"""The JSON Schemas of the result and of a comparison of two, made from the classes that hold them.

Published as `reports/result.schema.json` and `reports/diff.schema.json`; a test keeps them equal.
"""

from typing import Any

from auditor.report.diff_shape import DiffResult
from auditor.report.result_shape import Result
from auditor.resources.read import adapter


def schema() -> dict[str, Any]:
    """The schema of a JSON result (draft 2020-12); keys it does not name are refused."""
    return _of(Result, "result")


def diff_schema() -> dict[str, Any]:
    """The schema of a JSON comparison, likewise."""
    return _of(DiffResult, "diff")


def _of(cls: Any, name: str) -> dict[str, Any]:
    made: dict[str, Any] = adapter(cls).json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://auditor.example/schemas/{name}.schema.json",
        **made,
    }
