"""Every sentence in the reader's language: translations, dates, numbers, typography.

The catalogues (`reports/locales/<language>/auditor.po`) are read as they stand, nothing is compiled.
English needs none: the message ids are the English sentences.
"""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from auditor.errors import AuditorError, PackError
from auditor.model.text import Text
from auditor.report import labels
from auditor.report.inert import visible
from auditor.resources.folders import folder

_NARROW = re.compile(r" (?=[;!?])")
_WIDE = re.compile(r" (?=:(?:\s|$))| (?=[»€])| (?=%(?!\())|(?<=«) ")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")


def translate(text: Text | str, language: str) -> str:
    """The sentence in the language, its places filled in; English where no translation is known."""
    message, details = (text.id, dict(text.details)) if isinstance(text, Text) else (text, {})
    known = _catalogue(language)
    filled = {key: known.get(value, value) for key, value in details.items()}
    for form in (known.get(message, message), message):
        try:
            return form % filled if filled else form
        except (KeyError, TypeError, ValueError):
            continue
    return message


def translate_error(error: AuditorError, language: str) -> str:
    """What stopped the audit, as one sentence in the language."""
    return told(Text(error.reason, tuple(error.details.items())), language)


def told(text: Text, language: str) -> str:
    """The sentence in the language; in English where it is the language's catalogue that is broken."""
    try:
        return translate(text, language)
    except PackError:
        return translate(text, "en")


def typography(text: str, language: str) -> str:
    """The spaces and apostrophes that the language's typography asks for, put into plain text."""
    if language != "fr":
        return text
    text = _NARROW.sub("\u202f", _WIDE.sub("\u00a0", text))
    return _APOSTROPHE.sub("’", text)


@cache
def _catalogue(language: str) -> Mapping[str, str]:
    """Message id → translation; empty where the language has no catalogue.

    Raises:
        PackError: its catalogue cannot be read.
    """
    path = folder("reports") / "locales" / language / "auditor.po"
    if not re.fullmatch(r"[a-z]{2}", language) or not path.is_file():
        return {}
    from babel.messages.pofile import PoFileError, read_po

    try:
        with path.open("rb") as lines:
            catalogue = read_po(lines, locale=language, abort_invalid=True)
    except (PoFileError, LookupError, OSError, ValueError) as fault:
        raise _broken(path, language, type(fault).__name__) from None
    found = {
        message.id: typography(message.string, language)
        for message in catalogue
        # The empty id is the head of the catalogue.
        if message.id and isinstance(message.id, str) and isinstance(message.string, str)
        if message.string
    }
    if not found:
        raise _broken(path, language, "empty")
    return found


def _broken(path: Path, language: str, why: str) -> PackError:
    return PackError(
        "the words of the language %(language)s cannot be read (%(file)s, %(type)s); "
        "install the program again, or ask for another language with --lang",
        language=language,
        file=path.name,
        type=why,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A language, and what is said in it."""

    language: str

    def __call__(self, text: Text | str) -> str:
        """The sentence in this language."""
        return translate(text, self.language)

    def of(self, names: Mapping[str, str], otherwise: str = "") -> str:
        """What a rule or a card says in this language, else in English, else in any."""
        found = names.get(self.language) or names.get("en") or next(iter(names.values()), otherwise)
        return visible(typography(found, self.language))

    def number(self, value: float) -> str:
        """A number with this language's separators: 1,234.5 or 1 234,5, and a true minus."""
        from babel.numbers import format_decimal

        return format_decimal(value, locale=self.language).replace("-", "−")

    def count(self, noun: str, number: float, shown: str | None = None) -> str:
        """A counted noun: “one page”, “3 pages”; `shown` is the number as it is to be written."""
        written = self.number(number) if shown is None else shown
        return self(labels.count(noun, number, written, self.language))

    def day(self, day: datetime.date) -> str:
        """A date in words: 5 janvier 2026, 1er février 2026."""
        from babel.dates import format_date

        text = str(format_date(day, format="long", locale=self.language))
        return f"1er{text[1:]}" if self.language == "fr" and day.day == 1 else text

    def value(self, text: str) -> str:
        """A fact's normal form as a person would write it: ISO dates become dates in words."""
        try:
            return self.day(datetime.date.fromisoformat(text)) if len(text) == 10 else text  # noqa: PLR2004
        except ValueError:
            return text

    def quoted(self, text: str) -> str:
        """Somebody's words in this language's quotation marks."""
        return f"«\u00a0{text}\u00a0»" if self.language == "fr" else f"“{text}”"

    def listing(self, parts: list[str]) -> str:
        """Several things in one sentence: “a, b and c”."""
        from babel.lists import format_list

        return format_list(parts, locale=self.language) if parts else ""
