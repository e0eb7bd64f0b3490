"""The progress since an earlier audit in words, for the page and for the terminal: calm, the good first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from auditor.model.fact import Fact
from auditor.model.text import Text, say
from auditor.model.viewer import Viewer
from auditor.report import diff_lines as lines
from auditor.report import labels
from auditor.report.diff import Turn
from auditor.report.lookup import Lookup
from auditor.report.panels import anchor
from auditor.report.progress import Outcome, Progress, Standing

STANDINGS = {
    Standing.SETTLED: say("Settled"),
    Standing.STILL: say("Still there"),
    Standing.NEW: say("New"),
    Standing.UNCHECKED: say("Could not be checked again"),
}
STRANGERS = sum(each.counts for each in Viewer)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeShown:
    """A risk, and what became of it."""

    title: str
    severity: int
    word: str
    note: str
    href: str
    """Where the page tells of it; empty where it tells of it no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupShown:
    """The risks that stand alike."""

    standing: Standing
    title: str
    outcomes: tuple[OutcomeShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DialMoved:
    """A dial then and now."""

    name: str
    before: int
    after: int
    word: str
    turned: str
    """fell, rose or stayed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsShown:
    """Facts of which the same is said; the first ones by their words."""

    title: str
    facts: tuple[str, ...]
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressShown:
    """What is read before the verdict, from the second audit on."""

    headline: str
    is_better: bool
    notes: tuple[str, ...]
    groups: tuple[GroupShown, ...]
    viewer: str
    dials: tuple[DialMoved, ...]
    elsewhere: tuple[str, ...]
    facts: tuple[FactsShown, ...]


def shown(book: Lookup, found: Progress) -> ProgressShown:
    """The progress in the language of the report."""
    return ProgressShown(
        headline=book.words(_headline(book, found)),
        is_better=bool(found.are(Standing.SETTLED) or found.eased),
        notes=tuple(_read(book, found)),
        groups=tuple(_group(book, found, each) for each in STANDINGS),
        viewer=book.words(labels.VIEWERS[found.viewer]) if found.viewer else "",
        dials=tuple(_dial(book, each) for each in found.dials),
        elsewhere=tuple(_elsewhere(book, found.elsewhere)),
        facts=tuple(_facts(book, found)),
    )


def _read(book: Lookup, found: Progress) -> Iterator[str]:
    """What must be known of both before the change is believed."""
    if found.lost:
        number = book.words.count("sources", found.lost)
        yield book.words(
            say(
                "Less was read than before (%(sources)s): a read-out may have fallen for that alone.",
                sources=number,
            )
        )
    if found.gained:
        number = book.words.count("sources", found.gained)
        yield book.words(
            say(
                "More was read than before (%(sources)s): what is new may be older, and a read-out "
                "may have risen for that alone.",
                sources=number,
            )
        )
    yield from lines.notes(book, found.before, found.after, masked=found.masked)


def _headline(book: Lookup, found: Progress) -> Text:
    day = book.words.day(found.before.made_at.date())
    settled = len(found.are(Standing.SETTLED))
    if settled == 1:
        return say("Well done: one risk has been settled since %(day)s.", day=day)
    if settled:
        number = book.words.number(settled)
        return say(
            "Well done: %(count)s risks have been settled since %(day)s.", count=number, day=day
        )
    if found.eased:
        return say("Less can be put together than on %(day)s; no risk is gone yet.", day=day)
    return _not_better(book, found, day)


def _not_better(book: Lookup, found: Progress, day: str) -> Text:
    """What is said where nothing surely got better."""
    new = sum(each.looked for each in found.are(Standing.NEW))
    if new:
        risks = book.words.count("findings", new)
        return say("New since %(day)s: %(risks)s. Below stands what to do.", risks=risks, day=day)
    if found.lost or found.are(Standing.UNCHECKED):
        return say(
            "Less was read than on %(day)s: nothing can be said to have got better.", day=day
        )
    if found.gained and found.are(Standing.NEW):
        return say("More was read than on %(day)s: what is new below may be older.", day=day)
    if found.moved:
        return say("Little changed since %(day)s, and no risk is gone yet.", day=day)
    return say("Nothing changed since %(day)s. What to do first is the same.", day=day)


def _group(book: Lookup, found: Progress, standing: Standing) -> GroupShown:
    return GroupShown(
        standing=standing,
        title=book.words(STANDINGS[standing]),
        outcomes=tuple(_outcome(book, each) for each in found.are(standing)),
    )


def _outcome(book: Lookup, each: Outcome) -> OutcomeShown:
    return OutcomeShown(
        title=lines.rule_title(book, each.finding.rule),
        severity=lines.within(each.finding.severity),
        word=book.words(labels.SEVERITIES[lines.within(each.finding.severity)]),
        note=" · ".join(book.words(text) for text in _notes(book, each)),
        href=anchor(each.after[0], each.finding) if each.after else "",
    )


def _notes(book: Lookup, each: Outcome) -> Iterator[Text]:
    """For whom it is open, or is no more."""
    if each.standing is Standing.UNCHECKED:
        yield say("what it rested on was not read this time: it may be there still")
    if each.standing is Standing.SETTLED:
        yield say("was open to: %(viewers)s", viewers=_viewers(book, each.before))
    if each.standing is Standing.NEW:
        yield say("open to: %(viewers)s", viewers=_viewers(book, each.after))
        if not each.looked:
            yield say("the earlier audit did not read where it stands: it may be older")
    if each.standing is Standing.STILL and each.closed:
        yield say("no longer open to: %(viewers)s", viewers=_viewers(book, each.closed))
    if each.standing is Standing.STILL and each.opened:
        yield say("now also open to: %(viewers)s", viewers=_viewers(book, each.opened))


def _viewers(book: Lookup, viewers: tuple[Viewer, ...]) -> str:
    if len(viewers) == STRANGERS:
        return book.words(say("every stranger"))
    named = (book.words(labels.VIEWERS[each]) for each in viewers)
    return ", ".join(f"{each[:1].lower()}{each[1:]}" for each in named)


def _dial(book: Lookup, turn: Turn) -> DialMoved:
    before, after = turn.before.value, turn.after.value
    turned = "fell" if after < before else "rose" if after > before else "stayed"
    words = {"fell": say("lower"), "rose": say("higher"), "stayed": say("the same")}
    return DialMoved(
        name=book.words(labels.DIALS[turn.dial]),
        before=before,
        after=after,
        word=book.words(words[turned]),
        turned=turned,
    )


def _elsewhere(book: Lookup, turns: Iterable[Turn]) -> Iterator[str]:
    """What moved otherwise for other strangers; those for whom it moved alike, in one sentence."""
    alike: dict[str, list[Viewer]] = {}
    for viewer, group in groupby(turns, key=lambda each: each.viewer):
        moved = ", ".join(lines.turned(book, each) for each in group)
        alike.setdefault(moved, []).append(viewer)
    for moved, viewers in alike.items():
        named = _viewers(book, tuple(viewers))
        yield book.words(say("otherwise for %(viewers)s: %(moved)s", viewers=named, moved=moved))


def _facts(book: Lookup, found: Progress) -> Iterator[FactsShown]:
    narrowed = (each.either for each in found.narrowed)
    for title, facts in (
        (say("No longer to be read about you: %(facts)s"), found.gone),
        (say("Seen by fewer people: %(facts)s"), tuple(narrowed)),
        (say("Not there before: %(facts)s"), found.come),
    ):
        if facts:
            yield _told(book, title, facts)


def _told(book: Lookup, title: Text, facts: tuple[Fact, ...]) -> FactsShown:
    told = list(dict.fromkeys(lines.fact(book, each) for each in facts))
    number = book.words.count("facts", len(facts))
    rest = len(told) - lines.LINES
    return FactsShown(
        title=book.words(Text(title.id, (("facts", number),))),
        facts=tuple(told[: lines.LINES]),
        more=book.words.count("more", rest) if rest > 0 else "",
    )
