"""Parts that other packages offer."""

import pytest

from auditor.errors import PluginError
from auditor.plugins import named

GROUP = "auditor.comparisons"


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Installs a package that offers parts: a folder on the path, as pip would leave it."""

    def package(name, **parts):
        info = tmp_path / f"{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        lines = [f"{part} = {target}" for part, target in parts.items()]
        (info / "entry_points.txt").write_text("\n".join([f"[{GROUP}]", *lines, ""]))
        monkeypatch.syspath_prepend(str(tmp_path))

    return package


def test_nothing_installed_is_nothing_offered():
    assert named(GROUP) == {}


def test_parts_are_found_by_name_and_loaded(install):
    install("one", beta="json:dumps", alpha="json:loads")
    found = named(GROUP)
    assert list(found) == ["alpha", "beta"]
    assert found["alpha"]("[1]") == [1]


def test_two_parts_of_one_name_are_refused(install):
    install("one", same="json:loads")
    install("two", same="json:dumps")
    with pytest.raises(PluginError, match="two packages offer same"):
        named(GROUP)


@pytest.mark.parametrize("target", ["no_such_module_here:x", "json:no_such_function"])
def test_a_part_that_cannot_be_loaded_is_named(install, target):
    install("one", part=target)
    with pytest.raises(PluginError, match=r"part of auditor\.comparisons cannot be loaded"):
        named(GROUP)
