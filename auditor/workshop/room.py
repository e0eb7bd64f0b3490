"""All that a session needs, as files: the slides, the game, the papers, and a page that says where to begin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from auditor.model.text import Text, say
from auditor.report.html import asset, environment, policy
from auditor.report.words import Words
from auditor.workshop import game, slides
from auditor.workshop.cases import Case, nothing
from auditor.workshop.papers import papers

SLIDES = "slides.html"
GAME = "game.html"
INDEX = "index.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A file of the folder: what it is, and when it is wanted."""

    file: str
    name: str
    what: str


NAMES: Mapping[str, tuple[Text, Text]] = {
    SLIDES: (
        say("Slides"),
        say("for the wall; printed, each slide stands above what to say; ? shows the keys"),
    ),
    GAME: (say("The game"), say("opened from the slides; the room votes, then the card is turned")),
    "session-plan.html": (say("Session plan"), say("to read the day before: timings, material")),
    "care.html": (
        say("Taking care of the room"),
        say("to read the day before: opening words, cards, help"),
    ),
    "hand-out.html": (say("Hand-out"), say("two pages, one copy for each person")),
    "quiz.html": (say("Quiz"), say("one copy for each person, to do at home")),
    "quiz-answers.html": (say("Answers to the quiz"), say("for you, with the reasons")),
    "debate.html": (say("Debate cards"), say("to cut out")),
    "certificate.html": (say("Certificate of attendance"), say("to fill in by hand")),
}
"""The files that a folder is known to hold, in the order in which they are wanted."""


def room(cases: Sequence[Case], *, language: str, minutes: int) -> Mapping[str, bytes]:
    """The files of a session: file name → content.

    Raises:
        MandateError: nothing in the cases can be played.
        PackError: the content of the program has faults.
    """
    cards = game.game(cases, language=language, minutes=minutes)
    if not cards:
        raise nothing(each.name for each in cases)
    people = [each.mandate.subject.name for each in cases]
    made = {
        SLIDES: slides.render(people, language=language, minutes=minutes, cards=len(cards)),
        GAME: game.render(cards, language=language, minutes=minutes),
        **papers(cases, language=language, minutes=minutes),
    }
    return {INDEX: _index(made, people, language=language, minutes=minutes), **made}


def _index(
    made: Mapping[str, bytes], people: Sequence[str], *, language: str, minutes: int
) -> bytes:
    """The page that says what is in the folder and how to begin."""
    from markupsafe import Markup

    words = Words(language=language)
    style = asset("style.css") + asset("workshop/index.css")
    page = (
        environment(words)
        .get_template("workshop/slides_index.html")
        .render(
            language=language,
            minutes=minutes,
            people=list(people),
            pieces=pieces(made, words),
            policy=policy(style),
            style=Markup(style),  # noqa: S704 - our own files
        )
    )
    return page.encode("utf-8", "replace")


def pieces(made: Mapping[str, bytes], words: Words) -> Sequence[Piece]:
    """The files in the order in which they are wanted; one that is not known, by its name, last."""
    order = [
        *(each for each in NAMES if each in made),
        *(each for each in made if each not in NAMES),
    ]
    return [
        Piece(file=each, name=words(NAMES[each][0]), what=words(NAMES[each][1]))
        if each in NAMES
        else Piece(file=each, name=each, what="")
        for each in order
    ]
