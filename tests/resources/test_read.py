"""YAML and tables: read whole, or refused with every fault."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from auditor.errors import MandateError, PackError
from auditor.resources.read import LARGEST, load, table


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    count: int
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outer:
    name: str
    items: tuple[Inner, ...] = ()
    by_name: Mapping[str, Inner] = field(default_factory=dict)


@pytest.fixture
def file(tmp_path):
    """Writes a file."""

    def write(content):
        path = tmp_path / "file.yml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def test_a_file_becomes_its_class(file):
    text = "\ufeffname: é\nitems: [{count: 1}]\nby_name: {a: {count: 2, note: x}}\n"
    assert load(file(text), Outer) == Outer(
        name="é", items=(Inner(count=1),), by_name={"a": Inner(count=2, note="x")}
    )


def test_every_fault_is_named_by_its_line(file):
    text = "nmae: x\nitems:\n  - {count: many}\n  - count: 1\n    not: 1\n"
    with pytest.raises(PackError) as caught:
        load(file(text), Outer)
    faults = str(caught.value).splitlines()
    assert sorted(each.split(": ")[0] for each in faults) == [
        "file.yml:1",
        "file.yml:1",
        "file.yml:3",
        "file.yml:5",
    ]
    assert any("did you mean name?" in each for each in faults)
    assert any("name: missing; add it" in each for each in faults)


@pytest.mark.parametrize(
    "content",
    [
        "a: [",
        "a: 1\na: 2\n",
        "a: &x [1]\nb: *x\n",
        "name: !!python/object/apply:os.system [id]\n",
        b"name: \xff\xfe",
        b"x" * (LARGEST + 1),
        "[" * 100_000,
        "name: 2026-99-99\n",
        "--- a\n--- b\n",
        "\x00",
        "",
    ],
    ids=lambda content: repr(content[:12]),
)
def test_what_is_no_good_yaml_is_refused_with_its_name(file, content):
    with pytest.raises(MandateError, match=r"file\.yml"):
        load(file(content), Outer, MandateError)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(PackError, match="FileNotFoundError"):
        load(tmp_path / "missing.yml", Outer)


def test_a_table_skips_comments_and_refuses_short_rows(tmp_path):
    path = tmp_path / "table.tsv"
    path.write_text("# a comment\nname\tcount\nÉlise\t3\n\n", encoding="utf-8")
    assert table(path) == [{"name": "Élise", "count": "3"}]
    path.write_text("name\tcount\nÉlise\n", encoding="utf-8")
    with pytest.raises(PackError, match="shorter"):
        table(path)
    with pytest.raises(PackError, match="cannot be read"):
        table(tmp_path / "missing.tsv")
