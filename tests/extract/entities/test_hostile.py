"""No text, however made, takes long to read (the probes of the measured worst cases)."""

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.extract.entities.entity import TYPES
from auditor.extract.entities.find import structured

SIZE = 100_000
MOST = 2.0
"""CPU seconds."""
PROBES = (
    "(", "😂", "?!", "a.", "1 ", "1", "@", "a@", "rue ", "0", "+33 ", "Jean ", "1 rue ", "12/", "A1", "www.",
    "rue de ", ", ", "12 Main St ", "\n", "at dot ", "a-", "mille ", "1:", "::", "FR76", "Dr ", "12 mai ",
    "French ", "é", "1.1.", "0 1 2 ", "- ", "Paris, ", "75001 ", "Apt. 1 ", "A b", "St. ", "strasse 1 ", "1 A ",
    "the corner of ", "via ", "x1", "BP 1 ", "€1 ", "1-", "(1)", "a b ", "A",
)  # fmt: skip


@pytest.mark.parametrize("probe", PROBES)
def test_it_is_quick_on_hostile_text(words, probe):
    text = probe * (SIZE // len(probe))
    began = time.process_time()
    structured(text, regions=("FR", "GB", "US", "CA"), lexicon=words)
    assert time.process_time() - began <= MOST


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("12 0+./-@:,()aeRuDr' MParis€\nn°é"), max_size=120))
def test_spans_lie_in_the_text_and_do_not_overlap(words, text):
    found = structured(text, regions=("FR", "US"), lexicon=words)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(each.type in TYPES and each.value and 0 <= each.score <= 1 for each in found)
