"""Filling a sentence: values, elision, articles and the agreement of gender.

``{x}`` is a value; ``{de:x}`` says *de* or *d'*, ``{a:x}`` says *a* or *an*,
``{at:x}`` *à la*, *au*, *aux*; ``[a|b]`` is *a* for a man and *b* for a woman;
``[a|b|c|d]`` agrees with a thing: masculine, feminine, and both plurals.
"""

import re
from collections.abc import Mapping

from auditor.model.names import fold

_GENDER = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")
_FORMS = re.compile(r"\[([^|\]]*)\|([^|\]]*)\|([^|\]]*)\|([^|\]]*)\]")
_FORM = ("ms", "fs", "mp", "fp")
_PLACE = re.compile(r"\{(?:(\w+):)?(\w+)\}")
_VOWELS = "aeiouyh"
_ASPIRATED = ("halle", "haut", "heron", "onze")
"""Words of ours before which French does not elide."""


def fill(
    template: str,
    female: bool,
    values: Mapping[str, object],
    at: Mapping[str, str] | None = None,
    form: str = "ms",
) -> str:
    """The sentence, said of a woman or of a man, of a thing of that form; `at` says how one is at a place."""
    agreed = agree(of_thing(template, form), female)
    return _PLACE.sub(lambda found: _said(found, at or {}, values), agreed)


def of_thing(template: str, form: str) -> str:
    """The form that agrees with the thing."""
    return _FORMS.sub(lambda found: found.group(_FORM.index(form) + 1), template)


def agree(template: str, female: bool) -> str:
    """The form that agrees with the person."""
    return _GENDER.sub(lambda found: found.group(2 if female else 1), template)


def raised(text: str) -> str:
    """The sentence with its first letter large; the rest is left alone."""
    return text[:1].upper() + text[1:]


def sentences(text: str) -> str:
    """Large letters after a full stop too, as a bio put together from pieces needs."""
    return re.sub(r"(?<=[.!?] )\w", lambda found: found.group().upper(), raised(text))


def of(word: str) -> str:
    """*de Nantes*, *d'Angers*."""
    plain = fold(word)
    elides = plain[:1] in _VOWELS and not plain.startswith(_ASPIRATED)
    return f"d'{word}" if elides else f"de {word}"


def a(word: str) -> str:
    """*a nurse*, *an optician*."""
    return f"an {word}" if fold(word)[:1] in "aeio" else f"a {word}"


def _said(found: re.Match[str], at: Mapping[str, str], values: Mapping[str, object]) -> str:
    how, name = found.groups()
    value = str(values[name])
    if how == "at":
        return at.get(value.split(maxsplit=1)[0], "") + value
    return {"de": of, "a": a}[how](value) if how else value
