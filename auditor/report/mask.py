"""Masking names in running text, whatever their case, accents and the signs between their parts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from os.path import commonprefix
from unicodedata import normalize

from auditor.model.names import fold

MASK = "…"
"""Stands for what is masked."""
_WORDS = re.compile(r"[^\W_]+")
_BETWEEN = r"[\W_]{0,3}"
_GAP = "\0"
"""Stands for what is between the words of a name until a pattern is made of it."""
_DEEPEST = 60
"""Beginnings within beginnings: compiling patterns is recursive."""
SHORTEST = 2
"""Signs a name has at least to be looked for: a single letter is masked nowhere but in itself."""
SHORTEST_PART = 3
"""Letters of a part of a name that is masked when it stands alone, with its capital."""


@dataclass(frozen=True, slots=True)
class Mask:
    """Replaces every name it knows by initials; made once, used on every text."""

    pattern: re.Pattern[str] | None
    parts: re.Pattern[str] | None
    kept: re.Pattern[str] | None = None
    seen: dict[str, str] = field(default_factory=dict)
    """Texts already masked: the same quote stands in many views."""

    def __call__(self, text: str) -> str:
        """The text with the names masked."""
        if text not in self.seen:
            self.seen[text] = self._masked(text)
        found = self.seen[text]
        return text if found == text else found  # itself, so that nothing seems to have changed

    def _masked(self, text: str) -> str:
        plain = fold(text)
        if not any(each and each.search(plain) for each in (self.pattern, self.parts)):
            return text  # nearly every text: no need to know which of its signs became which
        folded, places = _folded(text)
        spared = [each.span() for each in self.kept.finditer(folded)] if self.kept else []
        spans = [each.span() for each in self.pattern.finditer(folded)] if self.pattern else []
        alone = [each.span() for each in self.parts.finditer(folded)] if self.parts else []
        spans += [each for each in alone if text[places[each[0]]].isupper()]
        kept: list[tuple[int, int]] = []
        for low, high in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
            inside = any(a <= low and high <= b for a, b in spared)
            if not inside and all(high <= a or b <= low for a, b in kept):
                kept.append((low, high))
        for low, high in sorted(kept, reverse=True):
            start, end = places[low], places[high]
            text = text[:start] + initials(text[start:end]) + text[end:]
        return text


def mask(names: Iterable[str], kept: Iterable[str] = ()) -> Mask:
    """A mask for the names, longest first; what is `kept` stays readable, alone and within its own words."""
    spared = {key for each in kept if (key := _key(each))}
    keys = {key for each in names if len("".join(key := _key(each))) >= SHORTEST}
    spared_words = {word for key in spared for word in key}
    keys = {key for key in keys if key not in spared and not set(key) <= spared_words}
    parts = {
        (word,)
        for key in keys
        if len(key) > 1
        for word in key
        if len(word) >= SHORTEST_PART and word.isalpha() and word not in spared_words
    }
    return Mask(_pattern(keys), _pattern(parts - keys), _pattern(spared))


def initials(name: str) -> str:
    """“Hélène Marchand” → “H… M…”; a number or an address of mail → “…”."""
    if "@" in name or any(char.isdigit() for char in name):
        return "…"
    return " ".join(f"{word[0]}…" for word in _WORDS.findall(normalize("NFC", name))) or "…"


def _key(name: str) -> tuple[str, ...]:
    return tuple(_WORDS.findall(fold(name)))


def _pattern(keys: Iterable[tuple[str, ...]]) -> re.Pattern[str] | None:
    forms = sorted({_GAP.join(key) for key in keys})
    if not forms:
        return None
    names = _branches(forms).replace(_GAP, _BETWEEN)
    return re.compile(rf"(?<![^\W_])(?:{names})(?![^\W_])")


def _branches(forms: Iterable[str], depth: int = 0) -> str:
    """A pattern of many texts in which what they begin with in common is tried once, the longest first.

    A plain alternation tries every name at every word: with tens of thousands it never ends.
    """
    if depth > _DEEPEST:
        return "|".join(re.escape(each) for each in sorted(forms, key=len, reverse=True))
    branches = []
    for _, group in groupby(forms, key=lambda form: form[0]):
        same = list(group)
        shared = commonprefix(same)  # noqa: RUF071 (letters of names, not parts of paths)
        rests = [each[len(shared) :] for each in same if each != shared]
        inner = f"(?:{_branches(rests, depth + 1)})" if rests else ""
        branches.append(re.escape(shared) + inner + "?" * (bool(rests) and shared in same))
    return "|".join(branches)


def _folded(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its signs (and its end) the place in the text it comes from."""
    signs: list[str] = []
    places: list[int] = []
    for at, char in enumerate(text):
        for sign in fold(char):
            signs.append(sign)
            places.append(at)
    return "".join(signs), [*places, len(text)]
