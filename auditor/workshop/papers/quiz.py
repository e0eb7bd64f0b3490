"""Questions of the quiz on the cases that were played, made of their truth; then those that go with any case."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice, zip_longest

from auditor.model.record import source_of
from auditor.model.text import Text, say
from auditor.report.words import Words, typography
from auditor.workshop.cases import Case
from auditor.workshop.papers.content import Asked
from auditor.workshop.papers.named import Named, named
from auditor.workshop.truth import Join

QUESTIONS = 12
OF_CASES = 4
"""So many of them are on the cases played, where their truth gives them."""
OPTIONS = 4
GIVEN_AWAY: Mapping[str, Text] = {
    "full_name": say("the full name"),
    "phone_mobile": say("the mobile number"),
    "employer": say("the employer"),
    "birth_date": say("the birth date"),
    "child_name": say("a child’s first name"),
    "home_address": say("the home address"),
    "maiden_name": say("the maiden name"),
}
"""What a page may give away, the most telling first."""
_YES, _NO = 0, 1
"""The places of these answers among the options of a pair."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as it is printed."""

    ask: str
    options: tuple[str, ...]
    answer: int
    """The place of the right option, from nought."""
    why: str
    source: str
    why_language: str = ""
    """The language of the reason, where it is the case's own."""


def questions(
    cases: Sequence[Case], general: Iterable[Asked], words: Words
) -> tuple[Question, ...]:
    """Twelve questions: some on the cases, in turn, then the general ones."""
    by_case = [list(_of_case(each, words)) for each in cases]
    turns = (each for each in chain.from_iterable(zip_longest(*by_case)) if each is not None)
    mine = list(islice(turns, max(OF_CASES, len(cases))))[:QUESTIONS]
    rest = islice((_general(each, words) for each in general), QUESTIONS - len(mine))
    return (*mine, *rest)


def _general(each: Asked, words: Words) -> Question:
    return Question(
        ask=words.of(each.ask),
        options=tuple(map(words.of, each.options)),
        answer=each.answer - 1,
        why=words.of(each.why),
        source=words.of(each.source),
    )


def _of_case(case: Case, words: Words) -> Iterator[Question]:
    """What its truth allows to ask, one question of each sort."""
    called = named(case, words)
    of = _OfCase(case=case, words=words, called=called, places=called.pages())
    for each in (of.given_away(), of.apart(), of.same(), of.absent()):
        yield from islice(each, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfCase:
    """Asks about one case."""

    case: Case
    words: Words
    called: Named
    places: Mapping[str, str]
    """The pages that can be told apart, by source."""

    def given_away(self) -> Iterator[Question]:
        """Which page gave it away? Only what a single page tells is asked."""
        facts = (each for each in self.case.truth.facts if each.about in {"subject", "child"})
        told = {(each.kind, each.source) for each in facts if each.source in self.places}
        pages = Counter(kind for kind, _ in told)
        for kind in (each for each in GIVEN_AWAY if pages[each] == 1):
            source = next(where for what, where in told if what == kind)
            options = self._options(source)
            yield self._asked(
                say("Which page gave %(what)s away?", what=self.words(GIVEN_AWAY[kind])),
                tuple(self.places[each] for each in options),
                options.index(source),
                self.words(say("No other page of the case tells it.")),
            )

    def _options(self, right: str) -> list[str]:
        """The right page among its neighbours, in the order of the case."""
        ids = list(self.places)
        first = min(ids.index(right) // OPTIONS * OPTIONS, max(0, len(ids) - OPTIONS))
        return ids[first : first + OPTIONS]

    def apart(self) -> Iterator[Question]:
        """Two that are easily taken for one."""
        decoys = {each.record for each in self.case.truth.decoys}
        for each in self.case.truth.must_not_join:
            if {each.left, each.right} & decoys:
                yield from self._pair(each.left, each.right, _NO, each.why)

    def same(self) -> Iterator[Question]:
        """Two pages of the person of the case."""
        for each in self.case.truth.joins:
            places = {self.called.place(source_of(end)) for end in (each.left, each.right) if end}
            if each.kind is Join.SAME and each.of == "subject" and len(places) > 1:
                yield from self._pair(each.left, each.right, _YES, each.why)

    def absent(self) -> Iterator[Question]:
        """A list of namesakes, none of whom is the one."""
        for each in self.case.truth.joins:
            if each.kind is Join.ABSENT and each.considered:
                ask = say(
                    "%(place)s lists %(count)s people of that name. Which one is the person of the case?",
                    place=self.called.page(each.source),
                    count=each.considered,
                )
                options = (say("The first"), say("The nearest in age"), say("None of them"))
                said = tuple(map(self.words, options))
                yield self._asked(ask, said, 2, each.why, self.case.mandate.language)

    def _pair(self, left: str, right: str, answer: int, why: str) -> Iterator[Question]:
        """Are these two one person? Not asked of two that a room could not tell apart."""
        here, there = self.called.person(left), self.called.person(right)
        options = tuple(map(self.words, (say("Yes"), say("No"), say("It cannot be said"))))
        ask = say("%(left)s and %(right)s: the same person?", left=here, right=there)
        if here != there:
            yield self._asked(ask, options, answer, why, self.case.mandate.language)

    def _asked(
        self, ask: Text, options: tuple[str, ...], answer: int, why: str, why_language: str = ""
    ) -> Question:
        language = why_language or self.words.language
        return Question(
            ask=f"{self.case.mandate.subject.name} – {self.words(ask)}",
            options=options,
            answer=answer,
            why=typography(why, language),
            source=self.words(_source(self.case)),
            why_language=why_language,
        )


def _source(case: Case) -> Text:
    """Who says so: an invented person is what their author made them."""
    return say(
        "Invented case: the answer is the one its author wrote down (folder %(case)s, file truth.yml)",
        case=case.name,
    )
