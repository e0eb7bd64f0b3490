"""A passage made ready, with the words the program ships."""

import datetime

import pytest

from auditor.extract.lexicon import lexicon
from auditor.extract.names import mentions
from auditor.extract.reading import Reading
from auditor.resources.folders import folder
from auditor.resources.read import table


@pytest.fixture(scope="session")
def words():
    return lexicon(lambda name: table(folder("data") / name))


@pytest.fixture(scope="session")
def reading(words):
    def make(text, *, own=True, on="2008-06-23", regions=("FR", "GB", "CA")):
        return Reading(
            text=text,
            mentions=tuple(mentions(text, words)),
            lexicon=words,
            own=own,
            published_on=datetime.date.fromisoformat(on) if on else None,
            regions=regions,
        )

    return make


@pytest.fixture(scope="session")
def values(reading):
    """The values that a recognizer finds in a text."""

    def found(recognizer, text, **more):
        return [each.value for each in recognizer(reading(text, **more))]

    return found
