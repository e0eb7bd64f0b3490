"""A network's card as a person reads it: who sees what, where to change it, how to leave, whom to write to."""

from collections.abc import Iterator, Mapping

from auditor.model.network import Network, NetworkKind, Provenance
from auditor.model.rule import Kind
from auditor.model.text import Text, say
from auditor.model.visibility import Visibility
from auditor.report import labels
from auditor.report.inert import visible
from auditor.report.words import Words

KINDS = {
    NetworkKind.PERSONAL: say("personal network"),
    NetworkKind.PROFESSIONAL: say("professional network"),
    NetworkKind.BOTH: say("personal and professional network"),
    NetworkKind.INTERNAL: say("network internal to an employer"),
    NetworkKind.OTHER: say("other site"),
}
PARTS = {
    "posts": say("what one publishes"),
    "bio": say("text of the profile"),
    "tag_links": say("links of tags"),
    "search": say("who can find you"),
    "contact": say("who can contact you"),
}
"""What a card speaks of and is no kind of fact; the last two have settings only."""
WAYS = {
    "message": say("private message"),
    "invitation": say("invitation to connect"),
    "mention": say("mention in a post"),
    "comment": say("comment on what one publishes"),
}
EFFORTS = {
    "easy": say("easy to delete"),
    "medium": say("takes some effort to delete"),
    "hard": say("hard to delete"),
    "impossible": say("cannot be deleted by oneself alone"),
}

_FOUND = {True: say("yes, they are"), False: say("no, they are not")}
_UNKNOWN = labels.VISIBILITIES[Visibility.UNKNOWN]


def sheet(card: Network, kinds: Mapping[str, Kind], language: str) -> str:
    """All that the card says, as plain text in the language; what it does not know is said to be so."""
    reader = _Reader(card, kinds, Words(language=language))
    return "".join(f"{visible(line)}\n" if line else "\n" for line in reader.lines())


class _Reader:
    """A card, and the words it is told in."""

    def __init__(self, card: Network, kinds: Mapping[str, Kind], words: Words) -> None:
        self.card, self.kinds, self.words = card, kinds, words

    def lines(self) -> Iterator[str]:
        """Every section, with an empty line before its title."""
        words = self.words
        name, kind = words.of(self.card.name, self.card.id), words(KINDS[self.card.kind])
        yield f"{name} · {self.card.id} · {kind}"
        sections = {
            say("Who sees what by default"): self._defaults(),
            say("Who can find you, and how you are contacted"): self._reach(),
            say("Where the settings are"): self._settings(),
            say("How to get your data"): self._export(),
            say("How to delete the account"): self._deletion(),
            say("Whom to write to about your data"): self._controller(),
        }
        for title, section in sections.items():
            yield ""
            yield words(title)
            yield from (f"  {line}" for line in list(section) or [words(_UNKNOWN)])

    def _defaults(self) -> Iterator[str]:
        for key, default in self.card.visibility.items():
            yield self._pair(self._part(key), labels.VISIBILITIES[default.value])
            yield from self._read(default)

    def _reach(self) -> Iterator[str]:
        indexed, search, contact = self.card.indexed, self.card.search, self.card.contact
        found = _UNKNOWN if indexed is None else _FOUND[indexed.value]
        yield self._pair(say("public pages found by search engines"), found)
        yield from self._read(indexed)
        by = self.words.listing([self._part(each) for each in search.by]) if search else ""
        yield self._pair(say("searched by"), by or _UNKNOWN)
        if search is not None:
            yield self._pair(say("who can search"), labels.VISIBILITIES[search.who])
            yield from self._read(search.read)
        yield self._pair(say("contacted by"), WAYS[contact.how] if contact else _UNKNOWN)
        if contact is not None:
            yield self._pair(say("who can contact"), labels.VISIBILITIES[contact.who])
            yield from self._read(contact.read)

    def _settings(self) -> Iterator[str]:
        for key, path in self.card.settings.items():
            yield self._pair(self._part(key), self.words.of(path))
        yield from self._read(self.card.settings_read)

    def _export(self) -> Iterator[str]:
        export = self.card.export
        if export is not None:
            yield from filter(None, (self.words.of(export.how), export.url))
            yield from self._read(export.read)

    def _deletion(self) -> Iterator[str]:
        deletion = self.card.delete
        if deletion is None:
            return
        yield self.words(EFFORTS[deletion.effort])
        if deletion.url:
            yield deletion.url
            if not deletion.verified:
                yield self.words(say("this link comes from a list; it was not tried out"))
        yield from filter(None, (self.words.of(deletion.note),))
        yield from self._read(deletion.read)

    def _controller(self) -> Iterator[str]:
        known = self.card.controller
        if known is None:
            return
        yield from filter(None, (known.name, known.address, self.words.of(known.note)))
        yield self._pair(say("for requests"), known.privacy_contact or _UNKNOWN)
        yield from self._read(known.read)

    def _part(self, key: str) -> str:
        kind = self.kinds.get(key)
        return self.words.of(kind.name, key) if kind else self.words(PARTS.get(key, key))

    def _pair(self, name: Text | str, value: Text | str) -> str:
        return self.words(
            say("%(name)s: %(value)s", name=self.words(name), value=self.words(value))
        )

    def _read(self, read: Provenance | None) -> Iterator[str]:
        """What the page says, where it stands, and the day it was read."""
        if read is None:
            return
        why, day = self.words.of(read.why), self.words.day(read.checked_on)
        if why:
            yield f"    {why}"
        yield f"    [{self.words(read.source)}, {day}]"
