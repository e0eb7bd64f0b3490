"""The page on the JSON result names keys that are there, and all the keys of the whole and of a view."""

import re

import pytest

from auditor.report.result_schema import schema
from auditor.resources.folders import folder

PAGE = (folder("reports").parent / "docs" / "result.md").read_text("utf-8")
SCHEMA = schema()
ROWS = re.findall(r"^\| (`[^|]+`) \|", PAGE, re.MULTILINE)


def resolved(node):
    """What a node of the schema stands for, without its reference and its null."""
    for each in node.get("anyOf", ()):
        if each.get("type") != "null":
            return resolved(each)
    if "$ref" in node:
        return resolved(SCHEMA["$defs"][node["$ref"].rpartition("/")[2]])
    return node


def found(path):
    """The node of the schema at a path such as ``views{}.links[].human``."""
    node = resolved(SCHEMA)
    for part in path.split("."):
        node = resolved(node["properties"][part.rstrip("[]{}")])
        if part.endswith("[]"):
            node = resolved(node["items"])
        if part.endswith("{}"):
            node = resolved(node["additionalProperties"])
    return node


@pytest.mark.parametrize("path", [each for row in ROWS for each in re.findall(r"`([^`]+)`", row)])
def test_every_key_that_is_explained_is_there(path):
    assert found(path)


def test_a_key_that_is_not_there_is_found_out():
    with pytest.raises(KeyError):
        found("views{}.portrait.nothing")


@pytest.mark.parametrize(
    ("begins", "node"), [("The whole:", resolved(SCHEMA)), ("Each view,", found("views{}"))]
)
def test_all_keys_are_listed(begins, node):
    line = next(each for each in PAGE.splitlines() if each.startswith(begins))
    assert set(re.findall(r"`([^`]+)`", line)) == set(node["properties"])
