"""UTF-8 that was written as if each of its bytes were a letter (``Ã©`` for ``é``), undone per file.

Meta's exports write all their text so; others do not, and a text may hold ``Ã©`` in earnest. So the
file decides: by the first part of it that has letters beyond ASCII, most of which must give sound UTF-8.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(slots=True)
class Repair:
    """One file's decision, once it is made, and how many texts did not follow it."""

    broken: bool | None = None
    """Are its texts broken so? None until a text says."""
    odd: int = 0
    """Texts that could not be undone although the others could, or could although others could not."""

    def learn(self, texts: Iterable[str]) -> None:
        """Decide by these texts, unless that is done or all of them are ASCII."""
        if self.broken is not None:
            return
        told = [text for text in texts if not text.isascii()]
        if told:
            undone = sum(_undone(text) is not None for text in told)
            self.broken = 2 * undone > len(told)
            self.odd += 0 if self.broken else undone

    def text(self, text: str) -> str:
        """The text as it was meant."""
        if not self.broken or text.isascii():
            return text
        try:  # as `_undone` does: called for every text of an export
            return text.encode("latin-1").decode()
        except UnicodeError:
            self.odd += 1
            return text

    def value(self, value: object) -> object:
        """A JSON value with its texts, and its keys, as they were meant."""
        self.learn(texts(value))
        return mapped(value, self.text) if self.broken else value


def texts(value: object) -> Iterable[str]:
    """Every text of a JSON value, keys included."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, dict):
            yield from each
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)


def mapped(value: object, change: Callable[[str], str]) -> object:
    """A JSON value with all its texts changed; its depth is what a JSON decoder allows."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {change(key): mapped(each, change) for key, each in value.items()}
    return [mapped(each, change) for each in value] if isinstance(value, list) else value


def _undone(text: str) -> str | None:
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return None
