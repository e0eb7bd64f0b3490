"""Every recognizer written as cues: its own examples, in the file itself."""

import pytest

from auditor import kits
from auditor.extract.cues.find import Cues, find
from auditor.model.fact import Polarity
from auditor.model.names import fold

KNOWN = kits.cues()
RECOGNIZERS = KNOWN.recognizers
FINDS = [(each, example) for each in RECOGNIZERS for example in each.written.finds]
IGNORES = [(each, text) for each in RECOGNIZERS for text in each.written.ignores]


def names(examples):
    return [f"{each.written.id}-{at}" for at, (each, _) in enumerate(examples)]


def claimed(reading, text, recognizer):
    """What the recognizer claims of a text, on its own."""
    alone = Cues(recognizers=(recognizer,), signs=KNOWN.signs)
    found = find(reading(text, on="2026-03-14", regions=("FR", "GB", "US", "CA")), alone)
    return [each for each in found if each.polarity is Polarity.ASSERTED]


@pytest.mark.parametrize(("recognizer", "example"), FINDS, ids=names(FINDS))
def test_it_finds(reading, recognizer, example):
    values = [fold(each.value) for each in claimed(reading, example.text, recognizer)]
    assert values if example.value is None else fold(example.value) in values, example.text


@pytest.mark.parametrize(("recognizer", "text"), IGNORES, ids=names(IGNORES))
def test_it_ignores(reading, recognizer, text):
    assert claimed(reading, text, recognizer) == []


@pytest.mark.parametrize("each", RECOGNIZERS, ids=lambda each: each.written.id)
def test_it_speaks_both_languages_and_shows_what_it_does(each):
    assert set(each.written.cues) == {"fr", "en"} == set(each.written.reads)
    assert each.written.finds
    assert each.written.ignores


@pytest.mark.parametrize("each", RECOGNIZERS, ids=lambda each: each.written.id)
def test_a_cue_is_looked_up_by_words_it_has(each, reading):
    """Looking up must lose nothing: whatever a cue matches in an example it is also looked up for."""
    for example in each.written.finds:
        text = reading(example.text)
        for cue in each.cues:
            if cue.pattern.search(text.plain):
                known = text.words | {f"{word[:4]}*" for word in text.words}
                assert cue.triggers & known, cue.written
