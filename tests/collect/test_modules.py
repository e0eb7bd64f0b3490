"""Which process reads a kind of content."""

import ast
from pathlib import Path

import pytest

from auditor.collect import modules, reading

PARSERS = {"bs4", "feedparser", "mf2py", "lxml", "PIL", "pypdf"}
EXPORTS = Path(modules.__file__).parent / "exports"


@pytest.mark.parametrize("kind", [reading.HTML, reading.FEED, modules.OFFERED])
def test_what_stands_on_a_large_parser_is_read_apart(kind):
    assert modules.is_apart(kind)
    assert callable(modules.module(kind).read)


@pytest.mark.parametrize("kind", ["linkedin", "mastodon", modules.UNKNOWN])
def test_what_is_strict_itself_is_read_here(kind):
    assert not modules.is_apart(kind)
    assert modules.module(kind).__doc__


@pytest.mark.parametrize("path", sorted(EXPORTS.glob("*.py")), ids=lambda path: path.stem)
def test_no_reader_of_an_export_loads_a_large_parser_before_it_meets_one_link(path):
    """Exports are read here: what is imported at the top would meet the whole of them."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {
        name.partition(".")[0]
        for node in tree.body
        for name in (
            [each.name for each in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert not names & PARSERS
