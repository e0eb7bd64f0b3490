"""What the program said of a card: its answer, how sure it was, and each clue with what it weighs."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from auditor.model.fact import Fact
from auditor.model.link import Judgement
from auditor.model.redaction import Redaction
from auditor.model.report import View
from auditor.model.text import Text, say
from auditor.model.viewer import Viewer
from auditor.model.waterfall import Waterfall
from auditor.report.explanation import JUDGEMENTS, Row, explanation, signed
from auditor.report.lookup import Lookup
from auditor.workshop.cases import Audited
from auditor.workshop.sides import site

_MOST = 1_000_000
"""Beyond so many times, a larger number says nothing more to a reader."""


class Answer(StrEnum):
    """What can be answered to “the same person?”; *cannot tell* is an answer."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One thing that was compared, with the words on both sides."""

    sentence: str
    left: str = ""
    left_place: str = ""
    right: str = ""
    right_place: str = ""
    bits: str = ""
    weight: str = ""
    """The bits in words: how many times likelier."""
    against: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The program's answer to a card."""

    answer: Answer
    sentence: str
    sure: str = ""
    why: str = ""
    sum: str = ""
    """All clues and the starting point together, in bits; empty where nothing was summed."""
    start: str = ""
    clues: tuple[Clue, ...] = ()
    notes: tuple[str, ...] = ()
    decisive: frozenset[str] = frozenset()
    """Ids of the facts that decided."""


def of_pair(
    book: Lookup, audited: Audited, viewer: Viewer, pair: tuple[str, str], *, words: str
) -> Said:
    """What one viewer's view says of two records; `words` is the language."""
    fall = audited.explain(viewer, pair)
    told = explanation(audited.report, fall, language=words, redact=Redaction.NONE)
    answer = _answer(fall)
    prior, *rows = told.rows
    turned = fall.link.left != pair[0]
    places = _places(book, audited)
    return Said(
        answer=answer,
        sentence=book.words(SENTENCES[answer]),
        sure=_sure(told.sure, fall, answer),
        why=told.why,
        sum=signed(book, fall.running[-1]),
        start=f"{prior.sentence} ({signed(book, prior.bits)})",
        clues=tuple(_clue(book, each, places, turned=turned) for each in rows if each.sentence),
        notes=told.notes,
        decisive=frozenset(_facts(fall)),
    )


def of_list(book: Lookup, view: View, source: str, candidates: Sequence[str]) -> Said:
    """What one viewer's view says of a list in which the subject was looked for."""
    absence = next((each for each in view.absences if each.source == source), None)
    found = bool(view.mine & set(candidates))
    answer = Answer.YES if found else Answer.NO if absence else Answer.UNSURE
    return Said(
        answer=answer,
        sentence=book.words(LIST[answer]),
        why=book.said(absence.why) if absence and not found else "",
    )


def of_inference(
    book: Lookup, audited: Audited, view: View, gives: tuple[str, str], origins: Collection[str]
) -> tuple[Said, str]:
    """What one viewer's view makes of several records, and what of it follows; empty where nothing does."""
    kind, value = gives
    whose = _whose(view, origins)
    made = [each for each in view.made if each.kind == kind and each.record in whose]
    right = next((each for each in made if each.value == value), None)
    fact = right or (made[0] if made else None)
    answer = Answer.YES if right else Answer.UNSURE if fact else Answer.NO
    places = _places(book, audited)
    origin = fact.inferred_from if fact else ()
    clues = (_origin(book, view, each, places) for each in origin)
    told = Said(
        answer=answer,
        sentence=book.words(FOLLOWS[answer]),
        why=_interval(book, fact) if fact else "",
        clues=tuple(each for each in clues if each),
        decisive=frozenset(origin),
    )
    return told, book.words.value(fact.value) if fact else ""


def _whose(view: View, records: Collection[str]) -> frozenset[str]:
    """The records, and all that the view takes for the same people."""
    groups = (one.records for one in view.identities if set(records) & set(one.records))
    return frozenset(records).union(*groups)


SENTENCES = {
    Answer.YES: JUDGEMENTS[Judgement.SAME],
    Answer.NO: JUDGEMENTS[Judgement.DIFFERENT],
    Answer.UNSURE: JUDGEMENTS[Judgement.UNSURE],
}
"""Of two records."""
LIST = {
    Answer.YES: say("one of them"),
    Answer.NO: say("none of them"),
    Answer.UNSURE: JUDGEMENTS[Judgement.UNSURE],
}
FOLLOWS = {
    Answer.YES: say("yes, it follows"),
    Answer.NO: say("no, it does not follow"),
    Answer.UNSURE: JUDGEMENTS[Judgement.UNSURE],
}
"""Of what several pages give together."""


def _answer(fall: Waterfall) -> Answer:
    """Together by whatever way is *yes*; what is left open is *cannot tell*; everything else is *no*."""
    if fall.together or fall.link.judgement is Judgement.SAME:
        return Answer.YES
    return Answer.UNSURE if fall.link.judgement is Judgement.UNSURE else Answer.NO


def _sure(told: str, fall: Waterfall, answer: Answer) -> str:
    """How sure that they are one: of no use beside *two people*, nor where others brought them together."""
    alone = (fall.link.judgement is Judgement.SAME) == (answer is Answer.YES)
    return told if alone and answer is not Answer.NO else ""


def _places(book: Lookup, audited: Audited) -> Mapping[str, str]:
    """A source as reports call it → as a card calls it: by its site alone, never by a file."""
    return {book.source(source): site(book, page, source) for source, page in audited.shown.items()}


def _clue(book: Lookup, row: Row, places: Mapping[str, str], *, turned: bool) -> Clue:
    sides = [
        (row.left, places.get(row.left_place, row.left_place)),
        (row.right, places.get(row.right_place, row.right_place)),
    ]
    (left, left_place), (right, right_place) = reversed(sides) if turned else sides
    return Clue(
        sentence=row.sentence,
        left=left,
        left_place=left_place,
        right=right,
        right_place=right_place,
        bits=signed(book, row.counted),
        weight=book.words(weight(book, row.counted)),
        against=row.against,
    )


def weight(book: Lookup, bits: float) -> Text:
    """Bits as one says them: each doubles how many times likelier it is."""
    times = 2 ** abs(bits)
    if times >= _MOST:
        number = book.words.number(_MOST)
        if bits > 0:
            return say("over %(times)s times likelier if it is one person", times=number)
        return say("over %(times)s times likelier if they are two people", times=number)
    number = book.words.number(_rounded(times))
    if bits > 0:
        return say("about %(times)s times likelier if it is one person", times=number)
    return say("about %(times)s times likelier if they are two people", times=number)


def _rounded(times: float) -> float:
    """One digit that counts; two below ten, where they are told apart by ear."""
    return round(times, 1) if times < 10 else float(f"{times:.1g}")  # noqa: PLR2004


def _facts(fall: Waterfall) -> Iterator[str]:
    for level in fall.link.levels:
        for each in (level.left, level.right):
            if isinstance(each, str):
                yield each


def _origin(book: Lookup, view: View, fact: str, places: Mapping[str, str]) -> Clue | None:
    known = book.fact(fact, view)
    if known is None:
        return None
    evidence = book.evidence(known)
    since = f" ({evidence.since})" if evidence.since else ""
    return Clue(
        sentence=evidence.kind,
        left=evidence.quote or evidence.value,
        left_place=f"{places.get(evidence.source, evidence.source)}{since}",
    )


def _interval(book: Lookup, fact: Fact) -> str:
    if fact.period is None or fact.period.low == fact.period.high:
        return ""
    return book.words(
        say(
            "between %(low)s and %(high)s",
            low=book.words.day(fact.period.low),
            high=book.words.day(fact.period.high),
        )
    )
