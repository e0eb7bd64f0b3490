"""extract/recognizers.py: the quick look before a grammar is tried loses nothing."""

from dataclasses import replace

import pytest

from auditor.extract.recognizers import RECOGNIZERS, WANTED
from tests.quality.score import claims, corpus, tools


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_looking_first_loses_nothing(lang):
    quick = tools(lang, "none")
    whole = replace(quick, wanted={})
    for each in corpus("dev", lang):
        assert claims(each.text, each.on, quick) == claims(each.text, each.on, whole), each.id


def test_only_recognizers_that_exist_are_named():
    assert set(WANTED) <= set(RECOGNIZERS)
