"""The advice that is given beside the findings, in the reader's language."""

from dataclasses import dataclass

from auditor.report.lookup import Lookup


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceShown:
    """A piece of advice: it is no risk, and nothing is reckoned from it."""

    id: str
    code: str
    title: str
    why: str
    steps: tuple[str, ...]


def advice(book: Lookup) -> tuple[AdviceShown, ...]:
    """What is advised, in the order of the catalogue; advice that is not known here is passed over."""
    known = book.report.known_advice
    return tuple(_shown(book, each) for each in book.report.advice if each in known)


def _shown(book: Lookup, id_: str) -> AdviceShown:
    each, words = book.report.known_advice[id_], book.words
    steps = each.steps.get(words.language) or each.steps.get("en", ())
    return AdviceShown(
        id=each.id,
        code=each.code,
        title=words.of(each.title),
        why=words.of(each.why),
        steps=tuple(words.of({words.language: step}) for step in steps),
    )
