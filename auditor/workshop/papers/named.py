"""What the pages and people of a case are called before a room: by title, site and name, never by an id."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from auditor.model.names import fold
from auditor.model.profile import Page
from auditor.model.text import say
from auditor.report.lookup import Lookup, lookup
from auditor.report.words import Words
from auditor.workshop.cases import Case
from auditor.workshop.sides import site
from auditor.workshop.truth import is_named, record_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The pages and people of an audited case, as a room has met them."""

    case: Case
    book: Lookup

    def pages(self) -> Mapping[str, str]:
        """Source → what it is called, in the order of the case; of two called alike the first alone."""
        sites = Counter(map(self.place, self._sources()))
        called = {each: self._page(each, sites) for each in self._sources()}
        first = {name: each for each, name in reversed(called.items())}
        return {each: name for each, name in called.items() if first[name] == each}

    def place(self, source: str) -> str:
        """The network, the host or the title; a network's card may say more in brackets."""
        shown = site(self.book, self.case.audit().shown.get(source), source)
        return shown if self.book.network(source) is None else shown.partition(" (")[0]

    def page(self, source: str) -> str:
        """What one source is called, whatever the others are."""
        return self._page(source, Counter())

    def person(self, named: str) -> str:
        """“Loïc T.” on Vidéos.example: the name as the page writes it, and where."""
        source, _, written = named.partition("#")
        wanted = record_id(named)
        found = next((each for each in self.book.records if is_named(each, wanted)), None)
        name = self.book.label(found) if found else written
        return self._at(self.book.words.quoted(name), self.place(source))

    def _sources(self) -> list[str]:
        return [each.id for each in self.case.mandate.sources]

    def _page(self, source: str, sites: Mapping[str, int]) -> str:
        """A page by its title, an account by its site; by its name too where the site has several."""
        place, words = self.place(source), self.book.words
        owner = f"{source}#owner"
        if owner in self.book.records:
            name = self.book.label(owner)
            if sites.get(place, 1) == 1 or self._tells(name):
                return words(say("an account on %(place)s", place=place))
            return words(
                say("the account of %(name)s on %(place)s", name=words.quoted(name), place=place)
            )
        title = self._title(source)
        if not title or title == place or self._tells(title):
            return words(say("the page of %(place)s", place=place))
        return self._at(words.quoted(title), place)

    def _title(self, source: str) -> str:
        shown = self.case.audit().shown.get(source)
        return self.book.text(shown.title) if isinstance(shown, Page) else ""

    def _tells(self, text: str) -> bool:
        """Would it give the answer to a question on the name?"""
        return fold(self.case.mandate.subject.name) in fold(text)

    def _at(self, name: str, place: str) -> str:
        return self.book.words(say("%(name)s on %(place)s", name=name, place=place))


def named(case: Case, words: Words) -> Named:
    """The names of a case, in a language; it is audited for them, if it was not yet."""
    return Named(case=case, book=lookup(case.report, words.language))
