"""extract/cues/stance.py: who speaks, and whether a thing is claimed."""

import pytest

from auditor import kits
from auditor.extract.cues.find import Cues, find
from auditor.extract.cues.phrase import phrase
from auditor.extract.cues.recognizer import Anchor, Asked, CueRecognizer, Sure, Written
from auditor.model.fact import Polarity, When

SAID = {
    Polarity.ASSERTED: [
        "J'habite à Nantes",
        "Ma sœur et moi, on habite à Nantes",
        "We live in Leeds",
        "C'est officiel : on habite à Nantes !",
        "« Les Volets », c'est notre groupe. On habite à Nantes.",
    ],
    Polarity.NEGATED: ["It is not true that we live in Leeds"],
    Polarity.HYPOTHETICAL: [
        "Si seulement on habitait là ! Si on habite à Nantes un jour, je danse",
        "One day we live in Leeds",
        "do we live in Leeds?",
    ],
    Polarity.QUOTED: [
        "RT @lea: on habite à Nantes",
        "« on habite à Nantes, ma belle » 🎵",
        'she told me "we live in Leeds"',
        "We live in Leeds lol jk",
    ],
}
NOT_OURS = [
    "On recrute ! CDI, postulez : on habite à Nantes",
    "Win a trip: RT & follow, we live in Leeds",
]


SIGNS = kits.cues().signs


def written(anchor=Anchor.CUE, **more):
    """A recognizer of two cues, as a file would give it."""
    made = Written(
        id="home",
        kind="home_commune",
        reads={"fr": "", "en": ""},
        confidence=Sure(value=0.8, source="the tests"),
        cues={"fr": ("(j'|on|il|elle) habite a {PLACE}",), "en": ("(we|they) live in {PLACE}",)},
        anchor=anchor,
        **more,
    )
    cues = tuple(phrase(cue, SIGNS.lists) for each in made.cues.values() for cue in each)
    return CueRecognizer(written=made, cues=cues, unless=(), when=())


def homes(reading, text, **more):
    cues = Cues(recognizers=(written(**more),), signs=SIGNS)
    return list(find(reading(text, on="2026-03-14"), cues))


@pytest.mark.parametrize(
    ("polarity", "text"), [(polarity, text) for polarity, texts in SAID.items() for text in texts]
)
def test_how_it_is_said(reading, polarity, text):
    assert [each.polarity for each in homes(reading, text)] == [polarity]


@pytest.mark.parametrize("text", NOT_OURS)
def test_advertisements_say_nothing_of_their_author(reading, text):
    assert homes(reading, text) == []


def test_a_doubtful_saying_is_less_sure(reading):
    (said,) = homes(reading, "On habite à Nantes")
    (asked,) = homes(reading, "On habite à Nantes ?")
    assert asked.sure < said.sure


def test_the_reasons_tell_the_cue_and_the_speaker(reading):
    (said,) = homes(reading, "On habite à Nantes")
    assert said.why[0].startswith("cue: ")
    assert said.why[1] == "speaker: self"


def test_the_time_is_told(reading):
    (said,) = homes(reading, "Hier on habite à Nantes")
    assert said.time.when is When.PAST


@pytest.mark.parametrize(
    ("text", "anchor", "found"),
    [
        ("Elle habite à Nantes", Anchor.CUE, 1),
        ("Elle habite à Nantes", Anchor.SELF, 0),
        ("Elle habite à Nantes", Anchor.BIO, 0),
        ("Elle dit qu'on habite à Nantes", Anchor.SELF, 1),
        ("Je l'aime. Elle habite à Nantes", Anchor.SELF, 0),
    ],
)
def test_the_anchor_asks_for_the_author(reading, text, anchor, found):
    assert len(homes(reading, text, anchor=anchor)) == found


def test_a_question_and_a_denial_may_be_kept(reading):
    (asked,) = homes(reading, "On habite à Nantes ?", questions=Asked.KEPT)
    assert asked.polarity is Polarity.ASSERTED
    (denied,) = homes(reading, "Pas ce soir, jamais on habite à Nantes", denials=Asked.KEPT)
    assert denied.polarity is Polarity.ASSERTED


def test_an_advertisement_is_read_where_the_recognizer_asks_for_it(reading):
    assert homes(reading, NOT_OURS[0], adverts=True)
