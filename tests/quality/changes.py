"""The same sentence written otherwise: what it says must still be found (metamorphic copies)."""

import re
import unicodedata
from collections.abc import Callable, Mapping

from auditor.model.names import fold

_SMS = {
    "je suis": "jsui", "j'ai": "jai", "c'est": "c", "quand": "qd", "avec": "avc", "toujours": "tjs", "pour": "pr",
    "beaucoup": "bcp", "maintenant": "mtn", "demain": "2m1", "vous": "vs", "nous": "ns", "tout": "tt", "que": "ke",
    "you": "u", "are": "r", "to": "2", "for": "4", "tomorrow": "tmrw", "tonight": "2nite", "please": "pls",
    "because": "cuz", "going to": "gonna", "with": "w/", "people": "ppl", "your": "ur", "i am": "im", "i'm": "im",
}  # fmt: skip
_FREQUENT = re.compile(
    r"\b(" + "|".join(sorted(_SMS, key=len, reverse=True)) + r")\b", re.IGNORECASE
)
_VOWEL = re.compile(r"(?<=[a-zà-ÿ])([aeiou])(?=\w*[.!?]|\w*$)")


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _emoji(text: str) -> str:
    """Signs that take two places in UTF-16 before, in the middle and at the end."""
    middle = text.find(". ")
    return (
        "🔥 " + (text if middle < 0 else f"{text[: middle + 1]} 😂👍🏽{text[middle + 1 :]}") + " 🎉"
    )


def _typos(text: str) -> str:
    """Two letters swapped in every seventh long word that begins with a small letter: a fixed, dull typist."""
    count = 0

    def swap(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        word = match.group()
        return word[:2] + word[3] + word[2] + word[4:] if count % 7 == 0 else word

    return re.sub(r"\b[a-zà-ÿ]{5,}\b", swap, text)


def _longer(text: str) -> str:
    return _VOWEL.sub(r"\1\1\1\1", text, count=1)


def _hashtags(text: str) -> str:
    """Every fifth word of five letters and more carries a hashtag."""
    count = 0

    def tag(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return f"#{match.group()}" if count % 5 == 0 else match.group()

    return re.sub(r"(?<![\w#@./])[^\W\d_]{5,}(?![\w@./])", tag, text)


CHANGES: Mapping[str, Callable[[str], str]] = {
    "none": lambda text: text,
    "lower": str.lower,
    "accents": _without_accents,
    "apostrophes": lambda text: text.replace("'", "").replace("’", ""),
    "curly": lambda text: text.replace("'", "’"),
    "emoji": _emoji,
    "longer": _longer,
    "hashtags": _hashtags,
    "sms": lambda text: _FREQUENT.sub(lambda m: _SMS.get(fold(m.group()), m.group()), text),
    "typos": _typos,
    "nfd": lambda text: unicodedata.normalize("NFD", text),
}
"""By name; each keeps what the sentence says."""
