"""Protected grounds masked in a note or a saved CV before whoever decides reads it; only counts are kept.

plain    the text in plain letters, and where each of them stands as written
phrase   a phrase of a lexicon → a pattern, and the words it can begin with
piece    a part of a phrase as a pattern, a word with its endings
tree     a long list of words as one pattern;  signs: what may stand between two words
grounds  the lexicons of `rules/screening/grounds/`, checked and made ready
find     where a text speaks of a ground
mask     spans made masks, a text with its masks, and how many
"""

from auditor.screening.redact.find import Span
from auditor.screening.redact.grounds import Grounds, load
from auditor.screening.redact.mask import Mask, Recognizer, counts, masked, masks, merged, wherever

__all__ = [
    "Grounds",
    "Mask",
    "Recognizer",
    "Span",
    "counts",
    "load",
    "masked",
    "masks",
    "merged",
    "wherever",
]
