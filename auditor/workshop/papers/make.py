"""The papers as printable pages: file name → page, each self-contained and without script."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auditor import __version__
from auditor.report.html import asset, environment, policy
from auditor.report.words import Words
from auditor.workshop.cases import Case
from auditor.workshop.papers.content import (
    Certificate,
    Debate,
    Help,
    Leaflet,
    Plan,
    Quiz,
    Step,
    content,
)
from auditor.workshop.papers.quiz import questions
from auditor.workshop.slides import session

STYLES = ("style.css", "workshop/papers/papers.css")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A step of the plan with its minutes on the clock of the session."""

    first: int
    last: int
    step: Step


def papers(cases: Sequence[Case], *, language: str, minutes: int) -> Mapping[str, bytes]:
    """The papers of a session on these cases, in one language.

    Raises:
        PackError: their content has faults.
    """
    words = Words(language=language)
    quiz = content("quiz", Quiz)
    asked = {"quiz": quiz, "questions": questions(cases, quiz.questions, words)}
    plan = content("plan", Plan)
    return {
        "hand-out.html": _page("leaflet", words, paper=content("handout", Leaflet), size="tight"),
        "quiz.html": _page("quiz", words, paper=quiz, answers=False, **asked),
        "quiz-answers.html": _page("quiz", words, paper=quiz, answers=True, **asked),
        "session-plan.html": _page(
            "plan", words, paper=plan, minutes=minutes, slots=list(slots(plan.steps, minutes))
        ),
        "care.html": _page("leaflet", words, paper=content("care", Leaflet), size="loose"),
        "debate.html": _page("debate", words, paper=content("debate", Debate)),
        "certificate.html": _page("certificate", words, paper=content("certificate", Certificate)),
    }


def slots(steps: Sequence[Step], minutes: int) -> Iterator[Slot]:
    """When each step begins and ends, in minutes from the start: with its slides."""
    timed = {each.slide.id: each for each in session(minutes)}
    for step in steps:
        held = [timed[each] for each in step.slides if each in timed]
        if held:
            first, last = min(each.start for each in held), max(each.end for each in held)
            yield Slot(first=first, last=last, step=step)


def _page(template: str, words: Words, **shown: Any) -> bytes:
    from markupsafe import Markup

    style = "".join(map(asset, STYLES))
    page = environment(words).get_template(f"workshop/papers/{template}.html")
    made: str = page.render(
        policy=policy(style),
        style=Markup(style),  # noqa: S704 - our own files
        language=words.language,
        version=__version__,
        of=words.of,
        countries=content("help", Help).countries,
        **shown,
    )
    return made.encode("utf-8", "replace")
