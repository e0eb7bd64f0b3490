"""The words of the figures, alike on the wall and in the terminal."""

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.model.text import Text, say
from auditor.report import labels
from auditor.report.words import Words
from auditor.workshop.figures.bands import Band
from auditor.workshop.figures.cell import SMALLEST_TOLD, Cell, Told
from auditor.workshop.figures.figures import DialFigure, Figures, RuleFigure

WORDS = {
    Told.FEW: say("fewer than five"),
    Told.NEARLY: say("nearly all"),
    Told.CLOSE: say("nearly as many as a risk it comes with"),
    Told.SAME: say("change not told"),
    Told.NOTHING: say("not told in so small a group"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A band of grades: where it is drawn, and what it says."""

    letters: str
    people: int
    left: float
    """Hundredths of the bar."""
    width: float


def told(words: Words, each: Cell, size: int) -> str:
    """A count in its group, or the word for it."""
    if each.told is Told.COUNT:
        return words(say("%(people)s of %(size)s", people=each.people, size=size))
    return words(WORDS[each.told])


def counted(each: RuleFigure, found: Figures, words: Words) -> str:
    """What is told of a risk, then and now where there are two times."""
    now = told(words, each.now, found.size)
    if each.before is None or found.size_before is None:
        return now
    return f"{told(words, each.before, found.size_before)} → {now}"


def title(found: Figures) -> Text:
    """What the figures are of."""
    if found.size_before is None:
        return say("Figures of a group of %(size)s", size=found.size)
    return say(
        "Figures of a group: %(before)s people before, %(size)s now",
        before=found.size_before,
        size=found.size,
    )


def rest_said(found: Figures, count: int) -> Text:
    """What is said of all risks that have no number."""
    if is_too_small(found):
        return say("None of the %(count)s risks is told.", count=count)
    if found.size_before is not None:
        return say(
            "For each of the %(count)s other risks: fewer than five people or nobody, and a change that is not told.",
            count=count,
        )
    return say(
        "For each of the %(count)s other risks: fewer than five people, or nobody.", count=count
    )


def is_too_small(found: Figures) -> bool:
    """Is one of the groups so small that no count of it is told?"""
    return min(found.size, found.size_before or found.size) < SMALLEST_TOLD


def is_shown(figure: RuleFigure) -> bool:
    """Does it stand on the wall by itself? What few or nobody has stands in the list at the end."""
    silent = {Told.FEW, Told.NOTHING, Told.SAME}
    return not {figure.first.told, figure.now.told} <= silent


def parts(found: Figures, bands: Sequence[Band]) -> list[Part]:
    """The bands of a dial along a bar."""
    size = sum(each.people for each in bands)
    made: list[Part] = []
    for each in bands:
        left = sum(one.people for one in made)
        made.append(
            Part(
                letters=letters(found, each),
                people=each.people,
                left=round(100 * left / size, 2),
                width=round(100 * each.people / size, 2),
            )
        )
    return made


def letters(found: Figures, band: Band) -> str:
    """“C”, or “A–C”."""
    first, last = found.letters[band.first], found.letters[band.last]
    return first if first == last else f"{first}–{last}"


def spread(words: Words, found: Figures, bands: Sequence[Band]) -> str:
    """A dial's bands in one line; nothing is told where there is but one."""
    if len(bands) == 1:
        return words(say("not told: it would show fewer than five people"))
    return " · ".join(
        words(say("%(grades)s: %(people)s", grades=letters(found, each), people=each.people))
        for each in bands
    )


def told_dials(found: Figures) -> list[DialFigure]:
    """The dials of which something is told."""
    return [each for each in found.dials if len(each.before or each.now) > 1]


def untold_dials(words: Words, found: Figures) -> str:
    """The others, in one sentence; nothing where there are none."""
    told_ = told_dials(found)
    names = [words(labels.DIALS[each.name]) for each in found.dials if each not in told_]
    if not names:
        return ""
    return words(
        say(
            "Not told, as it would show fewer than five people: %(dials)s",
            dials=words.listing(names),
        )
    )


def looking(found: Figures) -> Text:
    """Whose view was counted."""
    return labels.VIEWERS[found.viewer]


def notes(words: Words, found: Figures) -> list[str]:
    """What whoever reads the figures has to know of them."""
    made = [
        say(
            "A number is told only if it counts at least five people and leaves out at least five. "
            "“Fewer than five” may be nobody; “nearly all” may be everybody."
        ),
        say(
            "Opinions, health, origin and whatever else the law protects are left out of the results "
            "handed in: risks that rest on them are not counted."
        ),
    ]
    if found.size_before is not None:
        made.append(
            say(
                "The second number is told only where five people or more make the difference, with the risk "
                "and without. The two groups need not be the same people: somebody may have stayed away."
            )
        )
    return [words(each) for each in made]


def warning(words: Words, found: Figures) -> str:
    """What comes first in a group that is too small."""
    small = too_small(found)
    return words(small) if small else ""


def too_small(found: Figures) -> Text | None:
    """That the group is too small for numbers, and how large it would have to be."""
    if not is_too_small(found):
        return None
    return say(
        "This group is too small for numbers: from %(count)s people on, they can be told without telling "
        "of anybody.",
        count=SMALLEST_TOLD,
    )
