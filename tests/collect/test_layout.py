"""Layouts of exports: each file of the program is sound, and every reader has one."""

import pkgutil

import pytest

from auditor.collect import exports
from auditor.collect.labels import key
from auditor.collect.layout import layouts
from auditor.collect.paths import Paths
from auditor.model.visibility import Visibility

NETWORKS = sorted(layouts())


@pytest.mark.parametrize("network", NETWORKS)
def test_a_layout_is_sourced_and_read_by_the_module_of_its_name(network):
    layout = layouts()[network]
    assert len(layout.source) > 20
    assert network in {each.name for each in pkgutil.iter_modules(exports.__path__)}


@pytest.mark.parametrize("network", NETWORKS)
def test_no_written_form_means_two_things(network):
    layout = layouts()[network]
    for table in (layout.headers, layout.labels, layout.visibility, layout.words):
        forms = [
            key(each) for written in table.values() for each in dict.fromkeys(map(key, written))
        ]
        assert len(forms) == len(set(forms)), network


@pytest.mark.parametrize("network", NETWORKS)
def test_stated_visibilities_are_levels(network):
    assert set(layouts()[network].visibility) <= {each.value for each in Visibility}


@pytest.mark.parametrize("network", NETWORKS)
def test_a_lone_file_is_a_file_of_a_part(network):
    layout = layouts()[network]
    for sign in layout.alone:
        ends = [end for all_ in layout.parts.values() for end in all_]
        assert any(list(Paths([sign.as_]).ending(end)) for end in ends), sign.as_
        assert sign.starts or sign.hex or sign.keys or sign.columns or sign.holds
