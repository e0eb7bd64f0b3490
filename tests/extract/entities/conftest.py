"""What is found in a text, as short rows."""

import pytest

from auditor.extract.entities.find import structured


@pytest.fixture(scope="session")
def found(words):
    """The entities of one type, or all: (words of the text, value)."""

    def find(text, kind=None, regions=("FR", "GB", "US", "CA")):
        return [
            (text[each.start : each.end], each.value)
            for each in structured(text, regions=regions, lexicon=words)
            if kind in {None, each.type}
        ]

    return find
